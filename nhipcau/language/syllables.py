"""Syllables, and the two customs of placing the tone mark on oa, oe, uy."""

import re
import unicodedata

SYLLABLE = re.compile(r"[^\W_]+", re.UNICODE)

# Tone on the second vowel (hoà, khoẻ, uỷ) and on the first (hòa, khỏe, ủy): same length in NFC.
_TONES = ("àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ")
_FIRST = {"o": "òóỏõọ", "u": "ùúủũụ"}
_OPEN_END = re.compile(
    r"(?i)(?<![^\W\d_]q)(?<!\bq)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.UNICODE
)


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
    first, second = match[0][0], match[0][1]
    low = second.lower()
    for plain, row in zip("aey", _TONES, strict=True):
        if low in row:
            moved = _FIRST[first.lower()][row.index(low)]
            return _cased(moved, first) + _cased(plain, second)
    return match[0]


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter
