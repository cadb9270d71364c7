"""Numbers of identity cards: 12 digits of a căn cước by their shape, 9 of an old CMND by the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nhipcau.base import clock
from nhipcau.language.fold import fold

BLANK = "[ .\u00a0\u2009\u202f]"
# How people group the twelve digits; a phone number is grouped otherwise.
GROUPINGS = ((12,), (3, 3, 3, 3), (4, 4, 4), (3, 3, 6), (6, 6), (3, 9), (3, 1, 2, 6))
TWELVE = "|".join(BLANK.join(rf"\d{{{size}}}" for size in sizes) for sizes in GROUPINGS)
NINE = r"\d{9}|\d{3}[ \u00a0]\d{3}[ \u00a0]\d{3}|0\d{2}\.\d{3}\.\d{3}"
NUMBER = re.compile(rf"(?<!\d)(?<!\d\.)(?:{TWELVE}|{NINE})(?!\.?\d)")

WORDS = (
    r"cmnd|cmtnd|cmt|cccd|can cuoc|chung minh (?:nhan dan|thu)|so dinh danh|dinh danh ca nhan"
    r"|giay to tuy than"
)
NAMED_BEFORE = re.compile(rf"\b(?:{WORDS})\b")
NAMED_AFTER = re.compile(rf"^ ?\((?:so )?(?:{WORDS})\b")
# «Kinh phí cấp thẻ căn cước: 500000000 đồng» counts money, not a person.
COUNTED = re.compile(r"^ ?(?:dong|d|vnd|the|nguoi|cong dan|truong hop|ho so|luot)\b")
BEFORE, AFTER = 60, 24


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text: where it begins, and its shape without its digits."""

    start: int
    masked: str


def find(text: str) -> Iterator[Found]:
    """The identity-card numbers in a text that is in NFC."""
    for match in NUMBER.finditer(text):
        digits = [int(each) for each in match[0] if each.isdigit()]
        if is_shaped_like_one(digits) or _is_called_one(text, match):
            yield Found(match.start(), masked(match[0]))


def without_digits(text: str) -> str:
    """A text whose identity-card numbers show their shape only."""
    for found in reversed(list(find(text))):
        end = found.start + len(found.masked)
        text = text[: found.start] + found.masked + text[end:]
    return text


def masked(number: str) -> str:
    """The same shape with a dot for every digit."""
    return "".join("•" if each.isdigit() else each for each in number)


def is_shaped_like_one(digits: list[int]) -> bool:
    """Whether twelve digits may be a căn cước: province 001–096, century and sex, year of birth."""
    if len(digits) != 12:
        return False
    province = digits[0] * 100 + digits[1] * 10 + digits[2]
    century, year = digits[3] // 2, digits[4] * 10 + digits[5]
    born = 1900 + century * 100 + year
    return 1 <= province <= 96 and born <= clock.today().year


def _is_called_one(text: str, match: re.Match[str]) -> bool:
    before = fold(text[max(0, match.start() - BEFORE) : match.start()])
    after = fold(text[match.end() : match.end() + AFTER])
    if NAMED_AFTER.search(after):
        return True
    return bool(NAMED_BEFORE.search(before)) and not COUNTED.search(after)
