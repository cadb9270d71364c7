"""A commune's quarter as a spreadsheet that goes by mail and comes back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from nhipcau.agencies.models import Agency
from nhipcau.ledger.programmes.models import Programme

from . import numbers, sheet
from .models import Indicator, Period
from .numbers import BadNumber, Written

HEAD = ("Mã đơn vị", "Đơn vị", "Kỳ", "Mã chỉ tiêu", "Chỉ tiêu", "Đơn vị tính", "Số liệu, nội dung")
DONE, DIFFICULT = "viec-da-lam", "kho-khan"
WORDS = {DONE: "Việc đã làm trong quý", DIFFICULT: "Khó khăn, vướng mắc; đề xuất, kiến nghị"}
WIDTHS = (16, 32, 10, 22, 48, 14, 40)
MOST_ROWS = 2_000
LAST = HEAD[-1]


class BadSheet(Exception):
    """A spreadsheet that cannot be taken; the message names the row and the column."""


@dataclass
class Sent:
    """What one unit says for one quarter, as it stands in the rows."""

    agency: str
    period: str
    words: dict[str, str] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)
    lines: list[tuple[int, str, str]] = field(default_factory=list)


def code_of(period: Period) -> str:
    """«2025-Q1»."""
    return f"{period.year}-Q{period.turn}"


def write(
    programme: Programme, period: Period, agency: Agency, said: Mapping[str, Any] | None = None
) -> bytes:
    """The form for one unit and one quarter, with what it said before."""
    known = said or {}
    fixed = [agency.code, str(agency), code_of(period)]
    rows = [[*fixed, code, words, "", known.get(code, "")] for code, words in WORDS.items()]
    for indicator in programme.indicators.filter(is_effect=False):
        value = known.get(indicator.code, "")
        rows.append([*fixed, indicator.code, indicator.name, indicator.unit, value])
    return sheet.written(_("Trang quý"), HEAD, rows, widths=WIDTHS)


def read(file: IO[bytes], programme: Programme) -> list[Sent]:
    """The units' quarters in a sheet that came back. Raises BadSheet; then nothing of it counts."""
    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (InvalidFileException, OSError, KeyError, ValueError) as fault:
        raise BadSheet(_("Chưa nhận được bảng tính: tệp không mở được.")) from fault
    lines = book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS + 1)
    _check_head(tuple(_words(each) for each in next(lines, ())))
    indicators = {each.code: each for each in programme.indicators.filter(is_effect=False)}
    found: dict[tuple[str, str], Sent] = {}
    for line, cells in enumerate(lines, start=2):
        row = dict(zip(HEAD, cells, strict=False))
        if any(_words(each) for each in cells):
            key = (_words(row.get(HEAD[0])), _words(row.get(HEAD[2])))
            sent = found.setdefault(key, Sent(*key))
            _take(sent, line, _words(row.get(HEAD[3])), row.get(LAST), indicators)
    if not found:
        raise BadSheet(_("Chưa nhận được bảng tính: không có dòng nào dưới dòng đầu."))
    return list(found.values())


def _take(sent: Sent, line: int, code: str, cell: Any, indicators: Mapping[str, Indicator]) -> None:
    """One row: words, or a number of an indicator."""
    if code in sent.words or code in sent.written:
        first = next(number for number, held, _said in sent.lines if held == code)
        raise _wrong(line, HEAD[3], _("lặp lại dòng %(first)s") % {"first": first})
    if code in WORDS:
        sent.words[code] = _words(cell)
        sent.lines.append((line, code, _words(cell)))
        return
    if code not in indicators:
        raise _wrong(
            line,
            HEAD[3],
            _("“%(code)s” không phải chỉ tiêu của chương trình") % {"code": code[:40]},
        )
    try:
        written = _number(cell, indicators[code])
    except BadNumber as bad:
        raise _wrong(line, LAST, str(bad)) from bad
    if written is not None:
        sent.written[code] = written
        sent.lines.append((line, code, numbers.sign(written.mark, written.value)))


def _number(cell: Any, indicator: Indicator) -> Written | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        value = Decimal(str(cell))
        if value < 0:
            raise BadNumber(_("không ghi số âm"))
        return Written(numbers.Mark.VALUE, value)
    return numbers.read(_words(cell), unit=indicator.unit)


def _check_head(head: tuple[str, ...]) -> None:
    if head[: len(HEAD)] == HEAD and not any(head[len(HEAD) :]):
        return
    wrong = next((n for n, name in enumerate(HEAD) if head[n : n + 1] != (name,)), None)
    if wrong is None:
        extra = next(each for each in head[len(HEAD) :] if each)
        raise BadSheet(
            _(
                "Chưa nhận được bảng tính: dòng 1 có thêm cột “%(name)s”. Đề nghị bỏ cột này, giữ nguyên dòng đầu."
            )
            % {"name": extra[:40]}
        )
    raise BadSheet(
        _(
            "Chưa nhận được bảng tính: dòng 1, cột %(column)s phải là “%(name)s”. Đề nghị giữ nguyên dòng đầu."
        )
        % {"column": wrong + 1, "name": HEAD[wrong]}
    )


def _words(cell: Any) -> str:
    words = str(cell if cell is not None else "").strip()
    return words[1:] if words[:1] == "'" and words[1:].startswith(sheet.FORMULA) else words


def _wrong(line: int, column: str, why: str) -> BadSheet:
    return BadSheet(
        _(
            "Chưa nhận được bảng tính: dòng %(line)s, cột “%(column)s”: %(why)s "
            "Đề nghị sửa dòng %(line)s và gửi lại; chưa có dòng nào được ghi."
        )
        % {"line": line, "column": column, "why": why.rstrip(".") + "."}
    )


def quarters(rows: Iterable[Sent]) -> Iterator[tuple[int, int, Sent]]:
    """Each with the year and the turn of its quarter. Raises BadSheet for another code."""
    for sent in rows:
        year, _dash, turn = sent.period.partition("-Q")
        if not (year.isdigit() and turn in {"1", "2", "3", "4"}):
            line = sent.lines[0][0] if sent.lines else 2
            raise _wrong(
                line,
                HEAD[2],
                _("“%(code)s” không phải kỳ quý, như 2025-Q1") % {"code": sent.period[:20]},
            )
        yield int(year), int(turn), sent
