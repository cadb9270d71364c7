"""The follow-up books of a programme, with the fields of Decree 30/2020, Phụ lục IV, mục I and VI.

They follow what the agencies sent each other about the programme; the register of an agency is kept
by its văn thư, elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import User
from nhipcau.ledger.public import Programme

from .models import Dispatch, Receipt

Words = str | Promise
FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a book, and the page of its dispatch."""

    columns: tuple[Words, ...]
    cells: tuple[str, ...]
    linked: int  # which cell leads to the page of the dispatch
    address: str
    is_standing: bool

    def labelled(self) -> Iterator[tuple[Words, str]]:
        """Each cell with the name of its column, for narrow windows."""
        return zip(self.columns, self.cells, strict=True)


@dataclass(frozen=True, slots=True)
class Book:
    """A book: its name, its columns, its lines."""

    slug: str
    title: Words
    columns: tuple[Words, ...]
    widths: tuple[int, ...]
    entries: tuple[Entry, ...] = ()


OUT = Book(
    "di",
    _("Sổ theo dõi văn bản đi của chương trình"),
    (
        _("Số, ký hiệu văn bản"), _("Ngày tháng văn bản"), _("Tên loại và trích yếu nội dung"),
        _("Người ký"), _("Nơi nhận văn bản"), _("Đơn vị, người nhận bản lưu"), _("Số lượng bản"),
        _("Ngày chuyển"), _("Ký nhận"), _("Ghi chú"),
    ),
    (22, 12, 50, 22, 36, 22, 10, 12, 18, 24),
)  # fmt: skip
IN = Book(
    "den",
    _("Sổ theo dõi văn bản đến của chương trình"),
    (
        _("Ngày đến"), _("Số đến"), _("Tác giả"), _("Số, ký hiệu văn bản"),
        _("Ngày tháng văn bản"), _("Tên loại và trích yếu nội dung"), _("Đơn vị hoặc người nhận"),
        _("Ngày chuyển"), _("Ký nhận"), _("Ghi chú"),
    ),
    (12, 10, 30, 22, 12, 50, 26, 12, 18, 24),
)  # fmt: skip
BOOKS = {OUT.slug: OUT, IN.slug: IN}


def kept(book: Book, user: User, *, programme: Programme, year: int) -> Book:
    """The book of this person's bodies for a programme and a year, in the order of its days."""
    lines = _outgoing if book.slug == OUT.slug else _incoming
    entries = tuple(lines(user, programme, year))
    return Book(book.slug, book.title, book.columns, book.widths, entries)


def years(user: User, programme: Programme) -> list[int]:
    """The years in which there is something to follow, the newest first."""
    held = Dispatch.objects.visible_to(user).filter(matter__programme=programme)
    issued = {each.year for each in held.order_by().dates("issued_on", "year")}
    arrived = Receipt.objects.filter(dispatch__in=held.order_by().values("pk"))
    days = arrived.exclude(arrived_on=None).order_by().dates("arrived_on", "year")
    return sorted(issued | {each.year for each in days}, reverse=True)


def xlsx(book: Book, heading: Sequence[str]) -> bytes:
    """The book as a spreadsheet: its heading, the columns with their numbers, the lines."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = f"Văn bản {'đi' if book.slug == OUT.slug else 'đến'}"
    for words in (str(book.title).upper(), *heading):
        sheet.append([_plain(words)])
    sheet["A1"].font = Font(bold=True, size=13)
    sheet.append([])
    first = sheet.max_row + 1
    sheet.append([str(each) for each in book.columns])
    sheet.append([f"({number})" for number in range(1, len(book.columns) + 1)])
    for entry in book.entries:
        sheet.append([_plain(cell) for cell in entry.cells])
    _dress(sheet, book, first)
    held = BytesIO()
    workbook.save(held)
    return held.getvalue()


def _dress(sheet: Worksheet, book: Book, first: int) -> None:
    line = Side(style="thin")
    for row in sheet.iter_rows(min_row=first, max_col=len(book.columns)):
        for cell in row:
            cell.border = Border(line, line, line, line)
            is_head = cell.row <= first + 1
            cell.font = Font(bold=cell.row == first)
            horizontal = "center" if is_head else None
            cell.alignment = Alignment(horizontal=horizontal, wrap_text=True, vertical="top")
    for number, width in enumerate(book.widths):
        sheet.column_dimensions[chr(65 + number)].width = width
    sheet.freeze_panes = f"A{first + 2}"
    sheet.print_title_rows = f"{first}:{first + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _outgoing(user: User, programme: Programme, year: int) -> Iterator[Entry]:
    sent = Dispatch.objects.filter(
        sender__in=bodies_of(user), matter__programme=programme, issued_on__year=year
    )
    for each in sent.prefetch_related("receipts").order_by("issued_on", "id"):
        receipts = list(each.receipts.all())
        signed = [receipt.signed_for for receipt in receipts if receipt.signed_for]
        places = [receipt.name for receipt in receipts]
        cells = (
            each.number, _day(each.issued_on), f"{each.kind}: {each.subject}", each.signer,
            "; ".join([*places, *each.to_places.splitlines()]), each.kept_by,
            str(each.copies or ""), _day(each.sent_on), "; ".join(signed), _note(each, each.note),
        )  # fmt: skip
        yield Entry(OUT.columns, cells, 0, each.get_absolute_url(), each.is_standing)


def _incoming(user: User, programme: Programme, year: int) -> Iterator[Entry]:
    received = Receipt.objects.filter(
        # A letter of 31 December that arrives in January is in January's book.
        Q(arrived_on__year=year) | Q(arrived_on=None, dispatch__issued_on__year=year),
        agency__in=bodies_of(user),
        dispatch__matter__programme=programme,
    ).select_related("dispatch__sender")
    for receipt in received.prefetch_related("dispatch__sender__names").order_by(
        "arrived_on", "dispatch__issued_on", "id"
    ):
        each = receipt.dispatch
        cells = (
            _day(receipt.arrived_on), receipt.arrival_number, each.sender_name, each.number,
            _day(each.issued_on), f"{each.kind}: {each.subject}", receipt.handler,
            _day(receipt.handed_on), receipt.signed_for, _note(each, receipt.note),
        )  # fmt: skip
        yield Entry(IN.columns, cells, 3, each.get_absolute_url(), each.is_standing)


def _note(dispatch: Dispatch, note: str) -> str:
    state = "" if dispatch.is_standing else str(dispatch.get_state_display())
    return ". ".join(filter(None, [state, note]))


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _plain(words: str) -> str:
    """A cell that begins like a formula is only words."""
    return f"'{words}" if words.startswith(FORMULA) else words
