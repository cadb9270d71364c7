"""The contents of a file of work as a spreadsheet, with what Decree 30/2020 says of a file."""

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from .contents import Entry
from .models import CaseFile
from .sheet import plain

# Phụ lục VI, phần III: order, label, and tag of what is kept of a file.
HEAD = (
    "Số thứ tự văn bản trong hồ sơ", "Tên loại văn bản", "Số của văn bản", "Ký hiệu của văn bản",
    "Ngày, tháng, năm văn bản", "Tên cơ quan, tổ chức ban hành văn bản", "Trích yếu nội dung",
    "Số trang của văn bản", "Ghi chú",
)  # fmt: skip
WIDTHS = (28, 22, 12, 20, 16, 34, 60, 12, 26)


def fields_of(case_file: CaseFile, total: int) -> list[tuple[str, str, object]]:
    """The fields of a file in the decree's order, each with its number and label."""
    code = ".".join((case_file.organ_id, str(case_file.year), case_file.notation))
    return [
        ("1", "Mã hồ sơ", code if case_file.organ_id and case_file.notation else ""),
        ("1.1", "Mã định danh của cơ quan, tổ chức lập danh mục hồ sơ", case_file.organ_id),
        ("1.2", "Năm hình thành hồ sơ", case_file.year),
        ("1.3", "Số và ký hiệu hồ sơ", case_file.notation),
        ("2", "Tiêu đề hồ sơ", case_file.title),
        ("3", "Thời hạn bảo quản", case_file.retention),
        ("4", "Chế độ sử dụng", case_file.rights),
        ("5", "Người lập hồ sơ", case_file.creator),
        ("6", "Ngôn ngữ", case_file.language),
        ("7", "Thời gian bắt đầu", case_file.opened_on),
        ("8", "Thời gian kết thúc", case_file.closed_on),
        ("9", "Tổng số văn bản trong hồ sơ", total),
        # Pages are counted where the originals lie.
        ("10", "Tổng số trang của hồ sơ", None),
        ("11", "Ghi chú", case_file.note),
    ]


def write(case_file: CaseFile, entries: Iterable[Entry]) -> bytes:
    """An XLSX of two sheets: the file, and its contents in order."""
    rows = list(entries)
    book = Workbook()
    about = book.active
    about.title = "Hồ sơ"
    for line in fields_of(case_file, len(rows)):
        about.append([plain(cell) for cell in line])
    for column, width in zip("ABC", (6, 52, 70), strict=True):
        about.column_dimensions[column].width = width
    sheet = book.create_sheet("Mục lục văn bản")
    sheet.append(HEAD)
    for turn, each in enumerate(rows, start=1):
        cells = (
            turn, each.type_name, each.code_number, each.code_notation, each.issued_on,
            each.issuer, each.subject, None, each.note,
        )  # fmt: skip
        sheet.append([plain(cell) for cell in cells])
    for cells_of, width in zip(sheet.columns, WIDTHS, strict=True):
        cells_of[0].font = Font(bold=True)
        sheet.column_dimensions[cells_of[0].column_letter].width = width
        for cell in cells_of:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    held = BytesIO()
    book.save(held)
    return held.getvalue()
