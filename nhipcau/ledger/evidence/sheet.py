"""Figures as spreadsheets for those who go on working with them."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .by_place import Table
from .tally import Amount
from .totals import Line

FORMULA = ("=", "+", "-", "@")


def by_place(table: Table, line: Line | None) -> bytes:
    """One row for each province, then the whole; numbers as numbers, the rest as its sign."""
    head = [_("Mã"), _("Địa bàn"), _("Thực hiện trong kỳ"), _("Lũy kế từ đầu năm")]
    rows: list[list[Any]] = [
        [
            row.place.code if row.place else "",
            row.place.name if row.place else _("Không ghi địa bàn"),
            cell(row.done),
            cell(row.cumulative),
        ]
        for row in table.rows
    ]
    rows.append(["", _("Cả chương trình"), cell(table.done), cell(table.cumulative)])
    title = f"{table.indicator.name} ({table.indicator.unit}), {table.period.label}"
    if line is not None:
        rows += [
            [],
            ["", _("Kế hoạch năm"), cell(line.planned)],
            ["", _("Ước cả năm"), cell(line.estimate)],
            ["", _("Cùng kỳ năm trước"), cell(line.last_year)],
        ]
    return written(_("Số liệu"), head, rows, widths=(8, 40, 22, 22), above=title)


def empty() -> bytes:
    """A sheet where no period was made yet."""
    return written(_("Số liệu"), [_("Chưa có kỳ báo cáo nào")], [], widths=(40,))


def cell(amount: Amount) -> Any:
    """A number a spreadsheet can count with, or the sign of what is missing."""
    return amount.value if amount.is_number else amount.sign


def written(
    name: str,
    head: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    widths: Sequence[int],
    above: str = "",
) -> bytes:
    """One sheet with its head in bold; cells that begin like a formula are only words."""
    book = Workbook()
    sheet = book.active
    sheet.title = name[:31]
    if above:
        sheet.append([plain(above)])
        sheet.append([])
    sheet.append(list(head))
    first = sheet.max_row
    for row in rows:
        sheet.append([plain(each) for each in row])
    for each in sheet[first]:
        each.font = Font(bold=True)
    for turn, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(turn)].width = width
    for row in sheet.iter_rows(min_row=first):
        for each in row:
            each.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = sheet.cell(first + 1, 1)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def plain(value: Any) -> Any:
    """Words that a spreadsheet would take for a formula, told to be words."""
    starts = isinstance(value, str) and value.startswith(FORMULA) and len(value) > 1
    return f"'{value}" if starts else value
