"""Patterns that find the words of a query in a text as written, with whatever marks it bears."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from nhipcau.language.fold import fold

from .query import Query
from .tokens import UNSPACED, Token

# Marks that have no letter of their own with them (ê̆ of Ê Đê, m̆ of M'Nông).
LOOSE_MARKS = "[\u0300-\u036f]*"
BETWEEN = r"[\W_]{1,3}"
MOST_WORDS = 40


def in_order(query: Query, *, exact: bool = False) -> re.Pattern[str]:
    """The words of the query, or those of one of its synonyms, one after the other."""
    runs: list[Sequence[Token]] = [query.tokens]
    if not exact:
        runs += [other for segment in query.segments for other in segment.synonyms]
    return re.compile("|".join(_run(run[:MOST_WORDS], exact) for run in runs), _flags(exact))


def any_word(query: Query) -> re.Pattern[str]:
    """Each word of the query; its group says which one was found."""
    words = list(dict.fromkeys(token.folded for token in query.tokens))[:MOST_WORDS]
    return re.compile(
        "|".join(f"(?P<word{n}>{_bounded(w, _spelt(w))})" for n, w in enumerate(words))
    )


def _run(tokens: Sequence[Token], exact: bool) -> str:
    if any(re.match(f"[{UNSPACED}]", token.exact) for token in tokens):
        # Pairs of letters overlap: the run is the first letters of all and the rest of the last.
        return re.escape("".join(token.exact[0] for token in tokens) + tokens[-1].exact[1:])
    words = [re.escape(token.exact) if exact else _spelt(token.folded) for token in tokens]
    return _bounded(tokens[0].folded, BETWEEN.join(words))


def _bounded(word: str, pattern: str) -> str:
    return pattern if re.match(f"[{UNSPACED}]", word) else rf"(?<!\w){pattern}"


def _spelt(word: str) -> str:
    return "".join(
        f"[{re.escape(letter)}{_variants().get(letter, letter.upper())}]{LOOSE_MARKS}"
        for letter in word
    )


def _flags(exact: bool) -> re.RegexFlag:
    return re.IGNORECASE if exact else re.NOFLAG


@cache
def _variants() -> Mapping[str, str]:
    """For a folded letter all Latin ones that fold to it: d → D, đ, Đ."""
    found: dict[str, str] = defaultdict(str)
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        folded = fold(chr(code))
        if len(folded) == 1:
            found[folded] += chr(code)
    return found
