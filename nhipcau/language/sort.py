"""Order of Vietnamese words: letters first (a ă â b c d đ e ê …), then tones."""

import unicodedata
from itertools import pairwise

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# No mark, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries.
TONES = "\u0300\u0309\u0303\u0301\u0323"
# Letters of points: Decree 30/2020, Phụ lục I, mục II.6 follows the alphabet without f j w z.
CLAUSES = "abcdđeghiklmnopqrstuvxy"

FOREIGN = frozenset("fjwz")

_RANK = {letter: rank for rank, letter in enumerate(ALPHABET)}
_NEXT = dict(pairwise(CLAUSES))


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return a key that puts names in the order of a Vietnamese list. Total, and never ties
    different texts: letters decide, then tones, then capitals and signs as written."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text).lower():
        letter, tone = _take_apart(char)
        letters.append(_RANK[letter] + 64 if letter in _RANK else _other(letter))
        tones.append(tone)
    return tuple(letters), tuple(tones), unicodedata.normalize("NFC", text)


def _take_apart(char: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((TONES.index(mark) + 1 for mark in parts if mark in TONES), 0)
    kept = "".join(mark for mark in parts if mark not in TONES)
    return unicodedata.normalize("NFC", kept), tone


def _other(letter: str) -> int:
    # Blanks and digits stand before letters, everything else after them.
    code = ord(letter[0]) if letter else 0
    return code if code < 64 else code + 128


def follows(letter: str, last: str) -> bool:
    """Say whether point `letter` may come right after `last`; typists also put f, j, w and z."""
    low, before = letter.lower(), last.lower()
    if _NEXT.get(before) == low:
        return True
    is_foreign = low in FOREIGN or before in FOREIGN
    return is_foreign and len(low) == len(before) == 1 and ord(low) - ord(before) == 1
