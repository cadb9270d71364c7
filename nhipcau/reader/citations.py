"""Citations: where a sentence names an instrument by type, number, date and issuer."""

import datetime
import re
from dataclasses import dataclass

from nhipcau.language.dates import parse_date
from nhipcau.reader.heads import begins_agency
from nhipcau.reader.kinds import NAMES
from nhipcau.reader.names import read_names

# "30/2020/NĐ-CP", "57-KL/TW", "1719/QĐ-TTg", "02-CTPH/MTTQ-TTCP"; typists leave blanks at signs.
NUMBER = (
    r"\d+[a-zđ]?(?:\s?/\s?\d{4})?\s?[/-]\s?(?!\d{1,2}[/-]\d{4})[^\W\d_][^\W_]*(?:[&.][^\W_]+)*"
    r"(?:\s?[/-]\s?[^\W_]+(?:[&.][^\W_]+)*)*"
)
_NUMBER = re.compile(rf"(?<![\w/.-]){NUMBER}")
_KIND_BEFORE = re.compile(rf"(?i)(?P<kind>{NAMES})\s+(?:(?:liên tịch|số)\s*:?\s*)*$")
# How far before a number its type may begin: "Nghị quyết liên tịch số ".
_LOOK_BACK = 40
# A scheme known by its number alone: "Đề án 06".
_SCHEME = re.compile(r"(?P<kind>Đề án)\s+(?P<number>\d{2,3})(?![\d/-]|\.\d)")
_LAW = re.compile(
    r"(?P<kind>Bộ luật|Luật|Pháp lệnh|Bộ Luật)\s+(?P<title>[^\W\d_][^;:.()]*?)\s*"
    r"(?:(?:số\s+)?(?P<number>\d+/\d{4}/[^\W_]+(?:-[^\W_]+)?)|(?=ngày\s+\d|năm\s+\d{4}|[;.:(]|$))"
)
# Some set the subject in capitals: "của Chính phủ Quy định chi tiết …".
_SUBJECT = re.compile(r"\s(?:Quy định|Ban hành|Phê duyệt|Về|Sửa đổi|Hướng dẫn|Công bố|Thực hiện)\b")
_ISSUER = re.compile(r"\s*,?\s*của\s+")
_DATE = re.compile(r"\s*,?\s*(?:ban hành\s+)?(?=ngày\s+\d|\d{1,2}/\d)")


@dataclass(frozen=True, slots=True)
class Cited:
    """An instrument named in a paragraph, with its span."""

    kind: str
    number: str
    date: datetime.date | None
    issuer: str
    start: int
    end: int


def find_cited(text: str, plain: str) -> list[Cited]:
    """Return the numbered instruments that a paragraph names, in reading order. Total."""
    found = []
    for match in _NUMBER.finditer(plain):
        look = max(0, match.start() - _LOOK_BACK)
        kind = _KIND_BEFORE.search(plain[look : match.start()])
        if kind:
            number = re.sub(r"\s+", "", text[match.start() : match.end()])
            start = look + kind.start()
            found.append(_complete(text, plain, kind["kind"], number, start, match.end()))
    for scheme in _SCHEME.finditer(plain):
        found.append(Cited(scheme["kind"], scheme[0], None, "", *scheme.span()))
    return sorted(found, key=lambda each: each.start)


def _complete(text: str, plain: str, kind: str, number: str, start: int, end: int) -> Cited:
    day, end = _date_after(text, plain, end)
    issuer, end = _issuer_after(text, plain, end)
    return Cited(kind[0].upper() + kind[1:].lower(), number, day, issuer, start, end)


def _date_after(text: str, plain: str, place: int) -> tuple[datetime.date | None, int]:
    gap = _DATE.match(plain, place)
    found = parse_date(plain[gap.end() : gap.end() + 40]) if gap else None
    if not gap or not found or found.start > 0 + len("ngày "):
        return None, place
    return found.value, gap.end() + found.end


def _issuer_after(text: str, plain: str, place: int) -> tuple[str, int]:
    of = _ISSUER.match(plain, place)
    if not of:
        return "", place
    if not begins_agency(plain[of.end() : of.end() + 60]):
        return "", place
    names, _ = read_names(plain, of.end(), len(plain))
    if not names:
        return "", place
    first = names[0]
    subject = _SUBJECT.search(plain, first.start, first.end)
    end = subject.start() if subject else first.end
    return text[first.start : end], end


def find_laws(text: str) -> list[Cited]:
    """Return laws, codes and ordinances, which the decree has cited by name."""
    found = []
    for match in _LAW.finditer(text):
        day = parse_date(text[match.end() : match.end() + 34])
        value = day.value if day and day.start < 8 else None
        found.append(Cited(match["kind"], match["number"] or "", value, "", *match.span()))
    return found
