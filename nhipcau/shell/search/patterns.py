"""Patterns that find the words of a query in a text as written, with whatever marks it bears."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from nhipcau.language.fold import fold

from .query import Query
from .tokens import UNSPACED, Token

# Marks that have no letter of their own with them (ê̆ of Ê Đê, m̆ of M'Nông).
LOOSE_MARKS = "[\u0300-\u036f]*"
BETWEEN = r"[\W_]{1,3}"
MOST_WORDS = 40


@lru_cache(maxsize=64)
def in_order(query: Query) -> re.Pattern[str]:
    """The words of the query, or those of one of its synonyms, one after the other."""
    others = [other for segment in query.segments for other in segment.synonyms]
    return re.compile("|".join(_run(run[:MOST_WORDS]) for run in (query.tokens, *others)))


@lru_cache(maxsize=64)
def any_word(query: Query) -> re.Pattern[str]:
    """Each word of the query; its group says which one was found."""
    words = list(dict.fromkeys(token.folded for token in query.tokens))[:MOST_WORDS]
    return re.compile("|".join(f"(?P<word{n}>{_spelt(word)})" for n, word in enumerate(words)))


def _run(tokens: Sequence[Token]) -> str:
    if _is_unspaced(tokens[0].exact):
        # Pairs of letters overlap: the run is the first letters of all and the rest of the last.
        return re.escape("".join(token.exact[0] for token in tokens) + tokens[-1].exact[1:])
    return BETWEEN.join(_spelt(token.folded) for token in tokens)


def _spelt(word: str) -> str:
    """The letters of a folded word, the first one not inside another word.

    That is looked at behind the first letter: a pattern that begins with letters is found faster.
    """
    letters = [f"[{re.escape(one)}{_variants().get(one, one.upper())}]" for one in word]
    if not _is_unspaced(word):
        letters[0] += r"(?<!\w[^\W_])"
    return "".join(f"{letter}{LOOSE_MARKS}" for letter in letters)


def _is_unspaced(word: str) -> bool:
    return bool(re.match(f"[{UNSPACED}]", word))


@cache
def _variants() -> Mapping[str, str]:
    """For a folded letter all Latin ones that fold to it: d → D, đ, Đ."""
    found: dict[str, str] = defaultdict(str)
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        folded = fold(chr(code))
        if len(folded) == 1:
            found[folded] += chr(code)
    return found
