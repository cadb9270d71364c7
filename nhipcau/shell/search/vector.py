"""The literal of a tsvector: PostgreSQL's own parser would cut 30/2020/NĐ-CP to pieces."""

from collections import defaultdict
from collections.abc import Sequence

from .tokens import cut, normal

LAST_POSITION = 16_383  # of one tsvector
MOST_POSITIONS = 255  # of one word in it
LONGEST_NAME = 400  # letters; a lexeme has at most 2,046 bytes
BETWEEN = 8  # positions left free, so that no phrase runs from the title into the body
LONGEST = 400_000  # letters of a body; what follows is not searched

Places = dict[str, dict[int, str]]


def vector(names: Sequence[str], body: str) -> str:
    """A literal with exact words at weights A and B, folded ones at C and D, sharing positions.

    A word that folding leaves alone stands once, at the weight of the exact one. Each name stands
    once more as a whole.
    """
    places: Places = defaultdict(dict)
    last = 0
    for name in names:
        places[whole(name)][LAST_POSITION] = "A"
        last = _place(places, name, "A", "C", after=last + BETWEEN)
    _place(places, body[:LONGEST], "B", "D", after=last + BETWEEN)
    return " ".join(f"{quoted(word)}:{_positions(at)}" for word, at in places.items())


def whole(name: str) -> str:
    """A name as one lexeme that no word of a text can be."""
    return "= " + key_of(name)[:LONGEST_NAME]


def key_of(words: str) -> str:
    """Words folded, with single blanks."""
    return " ".join(token.folded for token in cut(normal(words)))


def quoted(word: str) -> str:
    """A word as a quoted lexeme of a tsvector or a tsquery: nothing in it is an operator."""
    doubled = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def _place(places: Places, text: str, exact: str, folded: str, *, after: int) -> int:
    position = after
    for position, token in enumerate(cut(normal(text)), start=after + 1):
        at = min(position, LAST_POSITION)
        places[token.exact].setdefault(at, exact)
        if token.folded != token.exact and token.folded:
            places[token.folded].setdefault(at, folded)
    return position


def _positions(at: dict[int, str]) -> str:
    first = list(at.items())[:MOST_POSITIONS]
    return ",".join(f"{position}{weight}" for position, weight in first)
