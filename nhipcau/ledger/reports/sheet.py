"""The tables of a report as a spreadsheet: a sheet for each, numbers as numbers."""

from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from .tables import Plain, Sheet

FORMULA = ("=", "+", "-", "@")
WIDTH = 130
LONGEST = 32_767  # letters of a cell


def write(sheets: Iterable[Sheet]) -> bytes:
    """An XLSX with one sheet for each table; written row by row, so memory stays flat."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book, sheet)
    if not book.worksheets:
        book.create_sheet("Báo cáo")
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _write(book: Workbook, sheet: Sheet) -> None:
    page = book.create_sheet(sheet.name[:31])
    for place, share in enumerate(sheet.widths, start=1):
        page.column_dimensions[_letter(place)].width = max(8, share * WIDTH)
    page.freeze_panes = "A2"
    page.append([_head(page, words) for words in sheet.head])
    # A row is on its way once it is appended: one set of cells with their style serves them all.
    cells = [_cell(page) for _each in sheet.head]
    for row in sheet.rows:
        for cell, value in zip(cells, row, strict=True):
            _put(cell, _plain(value))
        page.append(cells)


def _head(page: Worksheet, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value=words)
    cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(page: Worksheet) -> WriteOnlyCell:
    cell = WriteOnlyCell(page)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _put(cell: WriteOnlyCell, value: str | float | None) -> None:
    """Set a value whose kind is known: the library tries every kind for each cell of a large table."""
    if isinstance(value, str):
        cell._value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", value[:LONGEST]), "s"
    else:
        cell._value, cell.data_type = value, "n"


def _plain(value: Plain) -> str | int | float | None:
    """A number stays one; a text that begins like a formula is only words."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


def _letter(place: int) -> str:
    return chr(64 + place)
