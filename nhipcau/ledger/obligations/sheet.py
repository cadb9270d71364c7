"""The obligations of a programme as a spreadsheet that comes back the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import IO
from uuid import UUID

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException

from .actions import Change
from .models import Obligation, Part

SHEET = "Nội dung phối hợp"
ROLES = tuple(Part.Role)
FIRST, LAST = ("Mã", "Vị trí", "Nội dung"), ("Hai bên", "Tính chất", "Định kỳ", "Thời hạn")
TAIL = ("Sản phẩm", "Lĩnh vực", "Tình trạng")
HEAD = (*FIRST, *(str(role.label) for role in ROLES), *LAST, *TAIL)
WIDTHS = {"Mã": 12, "Vị trí": 12, "Nội dung": 60}
MOST_ROWS = 5_000
BETWEEN = "; "
YES = "có"


class BadSheet(Exception):
    """A spreadsheet that cannot be taken back; the message names the row and the column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that came back: which obligation, and what it says now."""

    line: int
    uuid: UUID
    change: Change


def write(obligations: Iterable[Obligation]) -> bytes:
    """An XLSX with one row for each obligation, in the order given."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append(HEAD)
    for obligation in obligations:
        sheet.append([_plain(cell) for cell in _cells(obligation)])
    for column, name in zip(sheet.columns, HEAD, strict=True):
        column[0].font = Font(bold=True)
        sheet.column_dimensions[column[0].column_letter].width = WIDTHS.get(name, 22)
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "C2"
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def read(file: IO[bytes]) -> list[Row]:
    """The rows of a spreadsheet that `write` made and a person changed.

    Raises BadSheet with the row and the column at fault; then nothing of it counts.
    """
    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (InvalidFileException, OSError, KeyError, ValueError) as fault:
        raise BadSheet(_("Bảng tính chưa nhận được: tệp không mở được.")) from fault
    lines = book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS + 1)
    head = tuple(str(cell or "").strip() for cell in next(lines, ()))
    if head[: len(HEAD)] != HEAD:
        wrong = next((n for n, name in enumerate(HEAD) if head[n : n + 1] != (name,)), 0)
        raise BadSheet(
            _(
                "Bảng tính chưa nhận được: dòng 1, cột %(column)s phải là “%(name)s”. "
                "Đề nghị giữ nguyên dòng đầu."
            )
            % {"column": wrong + 1, "name": HEAD[wrong]}
        )
    return list(_once(_rows(lines)))


def _once(rows: Iterator[Row]) -> Iterator[Row]:
    seen: dict[UUID, int] = {}
    for row in rows:
        if row.uuid in seen:
            raise BadSheet(
                _("Bảng tính chưa nhận được: dòng %(line)s lặp lại dòng %(first)s.")
                % {"line": row.line, "first": seen[row.uuid]}
            )
        seen[row.uuid] = row.line
        yield row


def _rows(lines: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    for number, cells in enumerate(lines, start=2):
        said = dict(zip(HEAD, (_words(cell) for cell in cells), strict=False))
        if any(said.values()):
            yield _row(number, said)


def _row(line: int, said: dict[str, str]) -> Row:
    kinds = {str(kind.label): kind for kind in Obligation.Kind}
    if said.get("Tính chất") not in kinds:
        raise _wrong(line, "Tính chất", ", ".join(kinds))
    try:
        uuid = UUID(said["Mã"])
    except ValueError as fault:
        raise _wrong(line, "Mã", _("mã của dòng, không sửa")) from fault
    parts = [(role, name) for role in ROLES for name in _names(said.get(str(role.label), ""))]
    change = Change(
        parts=tuple(parts),
        implied_both=said.get("Hai bên") == YES,
        kind=kinds[said["Tính chất"]],
        recurrence=said.get("Định kỳ", ""),
        due=said.get("Thời hạn", ""),
        deliverable=said.get("Sản phẩm", ""),
        functions=tuple(_names(said.get("Lĩnh vực", ""))),
    )
    return Row(line, uuid, change)


def as_it_stands(obligation: Obligation) -> Change:
    """What an obligation says, in the order in which a sheet can say it."""
    now = Change.of(obligation)
    parts = [(role, name) for role in ROLES for each, name in now.parts if each == role]
    return Change(
        parts=tuple(parts),
        implied_both=now.implied_both,
        kind=now.kind,
        recurrence=now.recurrence,
        due=now.due,
        deliverable=now.deliverable,
        functions=now.functions,
    )


def _cells(obligation: Obligation) -> Iterator[str]:
    yield str(obligation.uuid)
    yield obligation.provision.address
    yield obligation.words
    parts = list(obligation.parts.all())
    for role in ROLES:
        yield BETWEEN.join(part.name_as_written for part in parts if part.role == role)
    yield YES if obligation.implied_both else ""
    yield str(Obligation.Kind(obligation.kind).label)
    yield obligation.recurrence
    yield obligation.due
    yield obligation.deliverable
    yield BETWEEN.join(obligation.functions)
    yield str(obligation.get_state_display())


FORMULA = ("=", "+", "-", "@")


def _plain(words: str) -> str:
    """A cell that begins like a formula is only words."""
    return f"'{words}" if words.startswith(FORMULA) else words


def _words(cell: object) -> str:
    """What a cell says; the mark that `_plain` put before it is taken off."""
    words = str(cell if cell is not None else "").strip()
    return words[1:] if words[:1] == "'" and words[1:].startswith(FORMULA) else words


def _names(written: str) -> list[str]:
    return [name.strip() for name in written.split(";") if name.strip()]


def _wrong(line: int, column: str, wanted: str) -> BadSheet:
    return BadSheet(
        _(
            "Bảng tính chưa nhận được: dòng %(line)s, cột “%(column)s” phải là: %(wanted)s. "
            "Đề nghị sửa dòng đó rồi gửi lại; chưa có dòng nào được ghi."
        )
        % {"line": line, "column": column, "wanted": wanted}
    )
