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
    """A non-blank line; `plain` has tones placed one way and the same length as `text`."""

    number: int
    text: str
    plain: str


def split_lines(text: str) -> tuple[SourceLine, ...]:
    """Return the non-blank lines of `text` in order. Total: any text is fine, also none."""
    clean = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    found = []
    for number, raw in enumerate(clean.splitlines(), start=1):
        line = BLANK.sub(" ", raw).strip()
        if line:
            found.append(SourceLine(number, line, place_tones(line)))
    return tuple(found)
