"""Cutting text into what search compares: words as written and folded, where they stand."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nhipcau.language.fold import fold
from nhipcau.language.syllables import place_tones

# Scripts that put no blank between words: Thai, Lao, Myanmar, Khmer. Pairs of letters stand for words.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
LONGEST = 100  # letters of one word; a longer run is no word of any language


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written in lower case, the same folded, and its place in the text."""

    exact: str
    folded: str
    start: int
    end: int


def cut(text: str) -> Iterator[Token]:
    """The words of a text that is in NFC, with offsets into it.

    The tone of uỷ, hoà stands where ủy, hòa has it, so both customs are one word. A number such
    as 1719/QĐ-TTg is its parts, one after the other.
    """
    for match in words().finditer(place_tones(text)):
        if match.lastgroup == "unspaced":
            yield from _pairs(match[0], match.start())
        elif match.end() - match.start() <= LONGEST:
            yield _token(match[0], match.start(), match.end())


def normal(text: str) -> str:
    """The form in which a text is kept and cut: NFC, without the characters PostgreSQL refuses."""
    return unicodedata.normalize("NFC", text.replace("\x00", " "))


@cache
def words() -> re.Pattern[str]:
    """Letters and digits with the marks that follow them; Python's \\w leaves those of Cham out."""
    marks = "".join(chr(c) for c in range(0x300, 0xFFFF) if unicodedata.category(chr(c))[0] == "M")
    spaced = rf"(?:(?![{UNSPACED}])[^\W_])"
    return re.compile(
        rf"(?P<unspaced>[{UNSPACED}]+)|(?P<spaced>{spaced}(?:{spaced}|(?![{UNSPACED}])[{marks}])*)"
    )


def _pairs(run: str, at: int) -> Iterator[Token]:
    if len(run) == 1:
        yield Token(run, run, at, at + 1)
    for first in range(len(run) - 1):
        yield Token(run[first : first + 2], run[first : first + 2], at + first, at + first + 2)


def _token(word: str, start: int, end: int) -> Token:
    exact = word.lower()
    return Token(exact, _folded(exact), start, end)


@cache
def _folded(word: str) -> str:
    return fold(word)
