"""Syllables, and the two customs of placing the tone mark on oa, oe, uy."""

import re
import unicodedata

SYLLABLE = re.compile(r"[^\W_]+", re.UNICODE)

# Tone on the second vowel (hoà, khoẻ, uỷ) and on the first (hòa, khỏe, ủy): same length in NFC.
_ROWS = {"oa": ("àáảãạ", "òóỏõọ"), "oe": ("èéẻẽẹ", "òóỏõọ"), "uy": ("ỳýỷỹỵ", "ùúủũụ")}
_MOVED = {
    vowels[0] + second: first + vowels[1]
    for vowels, (seconds, firsts) in _ROWS.items()
    for second, first in zip(seconds, firsts, strict=True)
}
_SECONDS = "".join(seconds + seconds.upper() for seconds, _ in _ROWS.values())
# At the end of a syllable, and not in "quý", where u belongs to the consonant.
_OPEN_END = re.compile(rf"(?<![qQ])[oOuU][{_SECONDS}](?![^\W\d_])")


def syllables(text: str) -> list[str]:
    """Return the runs of letters and digits of `text` in NFC, as written."""
    return SYLLABLE.findall(unicodedata.normalize("NFC", text))


def place_tones(text: str) -> str:
    """Return `text` in NFC with the tone of oa, oe, uy on the first vowel: uỷ → ủy, hoà → hòa.

    Only at the end of a syllable: hoàn, thuyền and quý stay. Keeps the length of NFC text, so
    offsets into the result are offsets into the text as written.
    """
    return _OPEN_END.sub(_move, unicodedata.normalize("NFC", text))


def _move(match: re.Match[str]) -> str:
    written = match[0]
    moved = _MOVED.get(written.lower())
    if moved is None:
        return written
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(written, moved, strict=True)
    )
