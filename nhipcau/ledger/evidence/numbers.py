"""Numbers as Vietnamese officials write them: 1.250 for a thousand two hundred and fifty, 12,5%.

What could mean two things is refused with a sentence, never guessed: «1,250» is one and a quarter
here and a thousand elsewhere.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from .models import Figure

Mark = Figure.Mark

PLAIN = re.compile(r"\d+")
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?:,\d+)?")
WITH_COMMA = re.compile(r"(\d+),(\d+)")
MOST_DIGITS, MOST_DECIMALS = 16, 4
BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})

# Each missing number has a sign of its own for tables, and its words.
SIGNS = {Mark.UNKNOWN: "…", Mark.NONE_AROSE: "–", Mark.NOT_APPLICABLE: "x"}
WRITTEN = {
    "…": Mark.UNKNOWN, "...": Mark.UNKNOWN, "chưa có số liệu": Mark.UNKNOWN,
    "–": Mark.NONE_AROSE, "-": Mark.NONE_AROSE, "không phát sinh": Mark.NONE_AROSE,
    "x": Mark.NOT_APPLICABLE, "không áp dụng": Mark.NOT_APPLICABLE,
}  # fmt: skip


class BadNumber(ValueError):
    """What was written is no number, or could be two; the message says how to write it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a cell says: a number, or which of the four things its lack is."""

    mark: Figure.Mark
    value: Decimal | None = None


def parse(text: str, *, unit: str = "") -> Decimal:
    """The number that was written. Raises BadNumber with a sentence."""
    written = " ".join(text.translate(BLANKS).split())
    bare = written
    if written.endswith("%"):
        if "%" not in unit:
            raise BadNumber(
                _bad(written, _("bỏ dấu %%, vì đơn vị tính của chỉ tiêu này không phải là %%") % ())
            )
        bare = written[:-1].strip()
    value = _value(bare, written)
    digits = value.as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    if -exponent > MOST_DECIMALS or len(digits.digits) + exponent > MOST_DIGITS:
        raise BadNumber(_bad(written, _("ghi không quá 16 chữ số và 4 số lẻ")))
    return value


def read(text: str, *, unit: str = "") -> Written | None:
    """A cell of a form or a sheet; nothing for an empty one. Raises BadNumber."""
    written = " ".join(text.translate(BLANKS).split())
    if not written:
        return None
    mark = WRITTEN.get(written.lower())
    return Written(mark) if mark else Written(Mark.VALUE, parse(written, unit=unit))


def say(value: Decimal, *, decimals: int = MOST_DECIMALS) -> str:
    """«1.250», «12,5»: dots between thousands, a comma before what is less than one."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _dot, rest = f"{abs(rounded):,f}".partition(".")
    rest = rest.rstrip("0")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{whole.replace(',', '.')}" + (f",{rest}" if rest else "")


def say_percent(value: Decimal) -> str:
    """«98,5%», with one place at most."""
    return f"{say(value, decimals=1)}%"


def sign(mark: Figure.Mark, value: Decimal | None) -> str:
    """What a table shows: the number, or the sign of what is missing."""
    return say(value) if mark == Mark.VALUE and value is not None else SIGNS[mark]


def _value(bare: str, written: str) -> Decimal:
    if PLAIN.fullmatch(bare):
        return Decimal(bare)
    if GROUPED.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(" ", "").replace(",", "."))
    found = WITH_COMMA.fullmatch(bare)
    if found:
        whole, rest = found.groups()
        if len(rest) == 3 and len(whole) <= 3 and int(whole):
            raise BadNumber(
                _("“%(written)s” có thể hiểu hai cách. Đề nghị ghi %(large)s hoặc %(small)s.")
                % {"written": written, "large": f"{whole}.{rest}", "small": f"{whole},{rest}0"}
            )
        return Decimal(f"{whole}.{rest}")
    if "." in bare or "," in bare:
        why = _("dùng dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ, như 1.250 và 12,5")
    elif bare.startswith("-"):
        why = _("không ghi số âm; nếu ghi nhầm, rút lại minh chứng đã ghi")
    else:
        why = _("ghi số như 1.250 hoặc 12,5; không có số thì ghi …, – hoặc x")
    raise BadNumber(_bad(written, why))


def _bad(written: str, why: str) -> str:
    return _("“%(written)s” chưa đọc được thành số: đề nghị %(why)s.") % {
        "written": written[:40],
        "why": why,
    }
