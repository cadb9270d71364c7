"""Tasks out of the platform: CSV as a stream, XLSX written row by row; neither holds them all."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import IO, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from openpyxl import Workbook

from nhipcau.agencies.models import User
from nhipcau.language.dates import write_figures

from . import names, visibility, words
from .models import Task, TaskPart

CHUNK = 1_000
COLUMNS = (
    "pk", "lead", "place", "code", "title", "state", "is_routine", "due", "done_on", "deliverable",
    "leader_name", "officer_name",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"  # so that spreadsheets read the letters with their marks


def head() -> tuple[str, ...]:
    """The names of the columns."""
    return (
        _("Mã"), _("Nhiệm vụ"), _("Chủ trì"), _("Phối hợp"), _("Lãnh đạo phụ trách"),
        _("Chuyên viên theo dõi"), _("Địa phương"), _("Thời hạn"), _("Sản phẩm"),
        _("Ngày hoàn thành"), _("Tình trạng"),
    )  # fmt: skip


def as_csv(tasks: "QuerySet[Task]", user: User, *, on: date) -> Iterator[str]:
    """Lines of CSV, the first ones at once; a cell that begins like a formula is only words."""
    writer = csv.writer(_Echo())
    yield MARK + writer.writerow(head())
    for rows in _chunks(tasks, user, on):
        yield "".join(writer.writerow(row) for row in rows)


def as_xlsx(tasks: "QuerySet[Task]", user: User, *, on: date, into: IO[bytes]) -> None:
    """One sheet, written through to `into`."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Nhiệm vụ"))
    sheet.freeze_panes = "C2"
    for letter, width in zip(
        "ABCDEFGHIJK", (14, 60, 24, 30, 22, 22, 20, 12, 28, 14, 30), strict=True
    ):
        sheet.column_dimensions[letter].width = width
    sheet.append(head())
    for rows in _chunks(tasks, user, on):
        for row in rows:
            sheet.append(row)
    book.save(into)


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


def _chunks(tasks: "QuerySet[Task]", user: User, on: date) -> Iterator[list[tuple[str, ...]]]:
    """Rows by the thousand, through a cursor of the database."""
    said = _Said(user, tasks)
    found = tasks.order_by("code", "id").values_list(*COLUMNS).iterator(chunk_size=CHUNK)
    while chunk := list(islice(found, CHUNK)):
        yield said.rows(chunk, on)


class _Said:
    """Rows in words; names are read once for each agency and place."""

    def __init__(self, user: User, tasks: "QuerySet[Task]") -> None:
        leads = set(tasks.order_by().values_list("lead", flat=True).distinct())
        places = set(tasks.order_by().values_list("place", flat=True).distinct())
        self._seen = visibility.sight_of(user).seen_among(leads)
        self._agencies = names.of_agencies(leads)
        self._places = names.of_places(places)

    def rows(self, chunk: list[tuple[Any, ...]], on: date) -> list[tuple[str, ...]]:
        partners = self._partners([row[0] for row in chunk])
        return [self._row(row, partners, on) for row in chunk]

    def _row(
        self, row: tuple[Any, ...], partners: dict[int, list[int]], on: date
    ) -> tuple[str, ...]:
        pk, lead, place, code, title, state, routine, due, done, product, leader, officer = row
        status = words.say(state, routine, due, done, on=on, with_lateness=lead in self._seen)
        called = self._agencies
        return (
            code,
            plain(title),
            called.get(lead, ""),
            "; ".join(called.get(each, "") for each in partners.get(pk, ())),
            plain(leader),
            plain(officer),
            self._places.get(place, ""),
            write_figures(due) if due else "",
            plain(product),
            write_figures(done) if done and state == Task.State.DONE else "",
            status,
        )

    def _partners(self, keys: Iterable[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for task, agency in TaskPart.objects.filter(task__in=keys).values_list("task", "agency"):
            found[task].append(agency)
        unknown = {each for some in found.values() for each in some} - self._agencies.keys()
        if unknown:
            self._agencies |= names.of_agencies(unknown)
        return found


def plain(words: str) -> str:
    """Words of a person that a spreadsheet does not take for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words
