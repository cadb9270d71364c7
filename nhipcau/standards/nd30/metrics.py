"""How long a line of text is in Times New Roman: rules and balanced lines are measured by it.

Advance widths are thousandths of the font's size, for the characters U+0020 to U+007E. A letter with
marks is as wide as its base letter; other characters are taken for an average one.
"""

import unicodedata
from functools import cache

_REGULAR = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 "
    "500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 "
    "611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 "
    "500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 "
    "500 500 444 480 200 480 541 "
)
_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 "
    "500 500 500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 "
    "667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 "
    "556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 "
    "500 500 444 394 220 394 520 "
)
_ITALIC = (
    "250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 "
    "500 500 500 500 333 333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 "
    "556 833 667 722 611 722 611 500 556 722 611 833 611 556 556 389 278 389 422 500 333 500 "
    "500 444 500 444 278 500 500 278 278 444 278 722 500 500 500 500 389 389 278 500 444 667 "
    "444 444 389 400 275 400 541 "
)
_FIRST = 0x20
_AVERAGE = 560
# The horn of ơ and ư stands out of the base letter.
_HORN = 40
_SAME_AS = {"đ": "d", "Đ": "D", "–": "-", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "}


def width_pt(text: str, size: float, *, is_bold: bool = False, is_italic: bool = False) -> float:
    """Return the length of `text` on one line in points. Total."""
    table = _table(_BOLD if is_bold else _ITALIC if is_italic else _REGULAR)
    return sum(_width(letter, table) for letter in unicodedata.normalize("NFC", text)) * size / 1000


def count_lines(words: list[float], space: float, measure: float) -> int:
    """Return how many lines words of these widths need in `measure`. Total."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + space + word > measure:
            lines, used = lines + 1, word
        else:
            used += word + (space if used else 0)
    return lines


def balanced_pt(text: str, size: float, measure: float, *, is_bold: bool = False) -> float:
    """Return the narrowest measure in which `text` needs no more lines than in `measure`, so that
    centred lines come out about equally long. Never below the longest word."""
    words = [width_pt(word, size, is_bold=is_bold) for word in text.split(" ")]
    space = width_pt(" ", size, is_bold=is_bold)
    lines = count_lines(words, space, measure)
    low, high = min(max(words, default=0.0), measure), measure
    if lines == 1:
        return min(sum(words) + space * (len(words) - 1), measure)
    for word in ("của", "và") if lines == 2 else ():
        if parted := _before(word, text, size, measure, is_bold=is_bold):
            return parted
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (low, middle) if count_lines(words, space, middle) <= lines else (middle, high)
    return high


def _before(word: str, text: str, size: float, measure: float, *, is_bold: bool) -> float | None:
    """The measure in which the second of two lines begins with the last `word`, as one would write;
    None where the lines would not break there."""
    place = text.lower().rfind(f" {word} ")
    first, second = (
        width_pt(part, size, is_bold=is_bold) for part in (text[:place], text[place + 1 :])
    )
    longer = max(first, second)
    fits = place > 0 and longer <= measure
    return (
        longer
        if fits and longer - first < width_pt(f" {word}", size, is_bold=is_bold) / 2
        else None
    )


@cache
def _table(widths: str) -> tuple[int, ...]:
    return tuple(int(width) for width in widths.split())


def _width(letter: str, table: tuple[int, ...]) -> int:
    parts = unicodedata.normalize("NFD", _SAME_AS.get(letter, letter))
    place = ord(parts[0]) - _FIRST
    plain = table[place] if 0 <= place < len(table) else _AVERAGE
    return plain + (_HORN if "\N{COMBINING HORN}" in parts else 0)
