"""From characters to lines: NFC, single blanks, numbered as in the input."""

import re
import unicodedata
from dataclasses import dataclass

from nhipcau.language.syllables import place_tones

# What editors leave behind and nobody sees: BOM, zero-width signs, soft hyphen.
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A non-blank line; `plain` has tones placed one way and the same length as `text`.

    `gap`: a blank line or an indentation stands before it, which may begin a paragraph.
    """

    number: int
    text: str
    plain: str
    gap: bool = False


def split_lines(text: str) -> tuple[SourceLine, ...]:
    """Return the non-blank lines of `text` in order. Total: any text is fine, also none."""
    clean = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    found = []
    gap = False
    for number, raw in enumerate(clean.splitlines(), start=1):
        line = BLANK.sub(" ", raw).strip()
        if line:
            gap = gap or raw[:1].isspace()
            found.append(SourceLine(number, line, place_tones(line), gap))
        gap = not line
    return tuple(found)
