"""The table of provinces as a spreadsheet."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from nhipcau.language.dates import write_figures

from .models import ProvinceAction
from .table import Row, Table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD = (
    "TT", "Mã", "Tỉnh, thành phố", "Tình trạng", "Ghi nhận cho", "Hình thức", "Văn bản",
    "Ngày ban hành", "Ngày phê duyệt", "Kinh phí được giao (đồng)", "Nguồn kinh phí", "Lý do",
    "Nguồn thông tin",
)  # fmt: skip
WIDTHS = (6, 8, 26, 28, 24, 28, 44, 14, 14, 20, 28, 28, 34)
MONEY = 10


def write(table: Table, rows: Iterable[Row]) -> bytes:
    """An XLSX with a line for each action, and one for each province of which nothing is known."""
    book = Workbook()
    sheet = book.active
    sheet.title = f"Địa phương {table.list}"
    sheet.append([_title(table)])
    sheet.append(HEAD)
    for turn, row in enumerate(rows, start=1):
        for cells in _lines(turn, row):
            sheet.append([plain(cell) for cell in cells])
    sheet["A1"].font = Font(bold=True)
    for column, width in zip(sheet.iter_cols(min_row=2), WIDTHS, strict=True):
        column[0].font = Font(bold=True)
        sheet.column_dimensions[column[0].column_letter].width = width
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.column == MONEY:
                cell.number_format = "#,##0"
    sheet.freeze_panes = "D3"
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def plain(cell: object) -> object:
    """A text that a spreadsheet would take for a formula is kept a text."""
    risky = isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r")
    return f"'{cell}" if risky else cell


def _title(table: Table) -> str:
    return _("Danh mục %(list)s tỉnh, thành phố; năm %(year)s; tính đến ngày %(day)s") % {
        "list": table.list,
        "year": table.year,
        "day": write_figures(table.on),
    }


def _lines(turn: int, row: Row) -> Iterator[tuple[object, ...]]:
    head = (turn, row.place.code, row.place.name, _state(row))
    if not row.actions:
        yield (*head, row.place.name, *("",) * (len(HEAD) - 5))
    for action in row.actions:
        yield (*head, action.place.name, *_cells(action))


def _state(row: Row) -> str:
    if row.must_be_settled:
        return f"{row.way.label} ({_('cần xác định chương trình áp dụng')})"
    return str(row.way.label)


def _cells(action: ProvinceAction) -> tuple[object, ...]:
    money = "; ".join(
        each for each in (action.get_amount_source_display(), action.amount_words) if each
    )
    return (
        str(action.get_way_display()),
        action.document,
        action.issued_on,
        action.approved_on,
        # An empty cell is «chưa có số liệu»; 0 is written.
        action.amount,
        str(money),
        action.reason,
        action.source,
    )
