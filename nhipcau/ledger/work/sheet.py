"""The tasks of a plan as a spreadsheet that comes back the same: cells and lines, no rules.

One row is one task. «Khóa» and «Bản» are the platform's and stay as they are; a row without a key
is a new task.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import IO
from zipfile import BadZipFile

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException

from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures

HEAD = (
    "Mã", "Nhiệm vụ", "Điều khoản", "Chủ trì", "Phối hợp", "Lãnh đạo phụ trách",
    "Chuyên viên theo dõi", "Thường xuyên", "Thời hạn", "Sản phẩm", "Chỉ tiêu",
    "Kinh phí dự toán (đồng)", "Bản", "Khóa",
)  # fmt: skip
WIDTHS = (14, 60, 12, 24, 34, 22, 22, 12, 14, 28, 20, 22, 6, 38)
SHEET = "Nhiệm vụ"
MOST_ROWS = 2_000
FORMULA = ("=", "+", "-", "@")


class BadSheet(Refused):
    """A spreadsheet that cannot be taken back at all; the message is the sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it stands in the sheet: every cell in words, and where it stands."""

    number: int
    code: str = ""
    title: str = ""
    provision: str = ""
    lead: str = ""
    partners: str = ""
    leader: str = ""
    officer: str = ""
    routine: str = ""
    due: str = ""
    deliverable: str = ""
    target: str = ""
    money: str = ""
    version: str = ""
    key: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of the columns."""
        return tuple(getattr(self, name) for name in NAMES)


NAMES = (
    "code", "title", "provision", "lead", "partners", "leader", "officer", "routine", "due",
    "deliverable", "target", "money", "version", "key",
)  # fmt: skip


def write(lines: Iterable[Line]) -> bytes:
    """An XLSX with one row for each line."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append(HEAD)
    for line in lines:
        sheet.append([_plain(cell) for cell in line.cells])
    for column, width in zip(sheet.columns, WIDTHS, strict=True):
        column[0].font = Font(bold=True)
        sheet.column_dimensions[column[0].column_letter].width = width
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.number_format = "@"
    sheet.freeze_panes = "C2"
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def read(file: IO[bytes]) -> list[Line]:
    """The rows of a spreadsheet that `write` made and a person changed, empty ones left out.

    Raises BadSheet for what is no such spreadsheet, for a changed head, for too many rows.
    """
    try:
        book = load_workbook(file, read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS + 2)
        head = tuple(_words(cell) for cell in next(rows, ()))
        _check_head(head)
        lines = list(_lines(rows))
    except (InvalidFileException, BadZipFile, OSError, KeyError, ValueError, IndexError) as fault:
        raise BadSheet(
            _("Chưa nhận được tệp: tệp không mở được. Đề nghị gửi tệp XLSX tải về từ kế hoạch.")
        ) from fault
    if len(lines) > MOST_ROWS:
        raise BadSheet(
            _("Chưa nhận được tệp: bảng dài quá %(most)s dòng. Đề nghị chia làm nhiều tệp.")
            % {"most": MOST_ROWS}
        )
    return lines


def _check_head(head: tuple[str, ...]) -> None:
    if head[: len(HEAD)] == HEAD and not any(head[len(HEAD) :]):
        return
    turn = next((n for n, name in enumerate(HEAD) if head[n : n + 1] != (name,)), None)
    if turn is None:
        extra = next(name for name in head[len(HEAD) :] if name)
        raise BadSheet(
            _(
                "Chưa nhận được tệp: dòng 1 có thêm cột “%(name)s” mà kế hoạch không có. "
                "Đề nghị bỏ cột đó và gửi lại; chưa có dòng nào được ghi."
            )
            % {"name": extra}
        )
    raise BadSheet(
        _(
            "Chưa nhận được tệp: dòng 1, cột %(column)s ghi “%(said)s”, phải là “%(name)s”. "
            "Đề nghị giữ nguyên dòng đầu và gửi lại; chưa có dòng nào được ghi."
        )
        % {
            "column": turn + 1,
            "said": head[turn] if turn < len(head) else "",
            "name": HEAD[turn],
        }
    )


def _lines(rows: Iterable[tuple[object, ...]]) -> Iterator[Line]:
    for number, cells in enumerate(rows, start=2):
        said = [_words(cell) for cell in cells][: len(NAMES)]
        said += [""] * (len(NAMES) - len(said))
        if any(said):
            yield Line(number, **dict(zip(NAMES, said, strict=True)))


def _plain(words: str) -> str:
    """A cell that begins like a formula, or with the mark itself, is only words."""
    return f"'{words}" if words.startswith((*FORMULA, "'")) else words


def _words(cell: object) -> str:
    """What a cell says; a day as officials write it, a whole number without a point."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return write_figures(cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    words = str(cell if cell is not None else "").strip()
    return words[1:] if words[:1] == "'" and words[1:].startswith((*FORMULA, "'")) else words
