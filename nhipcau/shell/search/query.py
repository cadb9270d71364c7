"""What a person typed, as literals of a tsquery: quoted words and operators of our own, no others."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .tokens import Token, cut, normal
from .vector import quoted, whole

SHORTEST = 2  # letters and digits
LONGEST = 200  # characters
MOST_LEFT_OUT = 8  # up to so many words, one of them may be missing

# What joins the parts of a number: 1719/QĐ-TTg, DTTS&MN, IV.1.d.
JOINED = re.compile(r"[/.&\-–]")

Synonyms = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand for one thing: a word, a number of several parts, or a term with synonyms."""

    tokens: tuple[Token, ...]
    is_joined: bool = False
    synonyms: tuple[tuple[Token, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was cut and knows its synonyms; each property is a literal of a tsquery."""

    text: str
    segments: tuple[Segment, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.segments)

    @property
    def tokens(self) -> list[Token]:
        return [token for segment in self.segments for token in segment.tokens]

    @property
    def has_marks(self) -> bool:
        """Whether the person typed marks: then words that bear the same ones count for more."""
        return any(token.exact != token.folded for token in self.tokens)

    @property
    def every_word(self) -> str:
        """All words, in any order, with or without marks."""
        return " & ".join(_folded(segment) for segment in self.segments)

    @property
    def as_typed(self) -> str:
        """The same while the last word is still being typed."""
        *before, last = self.segments
        return " & ".join([*(_folded(segment) for segment in before), _folded(last, begun=True)])

    @property
    def most_words(self) -> str:
        """All words but one, with marks where they were typed; `every_word` where there are few
        words or very many."""
        write = _exact if self.has_marks else _folded
        written = [write(segment) for segment in self.segments]
        if not 2 < len(written) <= MOST_LEFT_OUT:
            return self.every_word
        left_out = (written[:n] + written[n + 1 :] for n in range(len(written)))
        return " | ".join(f"({' & '.join(rest)})" for rest in left_out)

    @property
    def as_name(self) -> str:
        """What is typed is the whole name."""
        return quoted(whole(self.text))

    @property
    def in_title(self) -> str:
        """All words in the title."""
        return " & ".join(_folded(segment, weights="AC") for segment in self.segments)

    @property
    def exact(self) -> str:
        """All words with the marks as typed."""
        return " & ".join(_exact(segment) for segment in self.segments)

    @property
    def phrase(self) -> str:
        """All words one after the other."""
        return " <-> ".join(_in_order(segment) for segment in self.segments)


def parse(text: str, synonyms: Synonyms | None = None) -> Query:
    """The query of what was typed; empty where no word is in it. Total: no text is refused here."""
    typed = normal(text)[:LONGEST]
    return Query(" ".join(typed.split()), tuple(_with_synonyms(_units(typed), synonyms or {})))


def spans(text: str) -> list[str]:
    """The keys under which synonyms of a query may be kept: every run of its words, folded."""
    units = list(_units(normal(text)[:LONGEST]))
    return [key for start in range(len(units)) for key, _ in _runs(units, start)]


def _units(text: str) -> Iterator[Segment]:
    """Words; those that a sign joins without a blank are one unit."""
    tokens = list(cut(text))
    unit = tokens[:1]
    for before, token in pairwise(tokens):
        if not _touch(text, before, token):
            yield Segment(tuple(unit), is_joined=len(unit) > 1)
            unit = []
        unit.append(token)
    if unit:
        yield Segment(tuple(unit), is_joined=len(unit) > 1)


def _touch(text: str, before: Token, token: Token) -> bool:
    between = text[before.end : token.start]
    return token.start < before.end or bool(JOINED.fullmatch(between))


def _with_synonyms(units: Iterator[Segment], synonyms: Synonyms) -> Iterator[Segment]:
    """The longest run that has a synonym counts, from left to right."""
    given, at = list(units), 0
    while at < len(given):
        found = [(key, end) for key, end in _runs(given, at) if key in synonyms]
        if not found:
            yield given[at]
            at += 1
            continue
        key, end = found[-1]
        others = tuple(tuple(cut(other)) for other in synonyms[key])
        tokens = tuple(token for unit in given[at:end] for token in unit.tokens)
        yield Segment(tokens, end == at + 1 and given[at].is_joined, others)
        at = end


def _runs(units: Sequence[Segment], start: int, longest: int = 12) -> Iterator[tuple[str, int]]:
    key = ""
    for end in range(start + 1, min(len(units), start + longest) + 1):
        words = " ".join(token.folded for token in units[end - 1].tokens)
        key = f"{key} {words}".strip()
        yield key, end


def _folded(segment: Segment, *, weights: str = "", begun: bool = False) -> str:
    last = segment.tokens[-1]
    lexemes = [
        _lexeme(token.folded, weights, begun and token is last and len(token.folded) >= SHORTEST)
        for token in segment.tokens
    ]
    own = (" <-> " if segment.is_joined else " & ").join(lexemes)
    others = [
        " <-> ".join(_lexeme(token.folded, weights) for token in other)
        for other in segment.synonyms
    ]
    return _either([own, *others])


def _exact(segment: Segment) -> str:
    """A word with marks is a lexeme that folding never makes; others count where written so."""
    own = " & ".join(
        _lexeme(token.exact, "AB" if token.exact == token.folded else "")
        for token in segment.tokens
    )
    others = [" & ".join(_lexeme(t.folded) for t in other) for other in segment.synonyms]
    return _either([own, *others])


def _in_order(segment: Segment) -> str:
    runs = [segment.tokens, *segment.synonyms]
    return _either([" <-> ".join(_lexeme(token.folded) for token in run) for run in runs])


def _lexeme(word: str, weights: str = "", begun: bool = False) -> str:
    marks = f"{'*' if begun else ''}{weights}"
    return f"{quoted(word)}:{marks}" if marks else quoted(word)


def _either(literals: list[str]) -> str:
    if len(literals) == 1:
        return f"({literals[0]})" if " " in literals[0] else literals[0]
    return f"({' | '.join(f'({each})' for each in literals)})"
