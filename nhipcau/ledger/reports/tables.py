"""The tables of a report: for its annexes, for spreadsheets, and the same in both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.language.dates import write_figures
from nhipcau.ledger.work import words as work_words
from nhipcau.ledger.work.models import Task

from . import words
from .account import Account, Indicator, Value
from .consolidating import gathered, snapshot
from .figures import grouped, percent
from .models import Proposal, Report
from .parties import on_behalf, side_of
from .scope import scope_of

SIGNS = {"unknown": "…", "none_arose": "–", "not_applicable": "x", "value": "≠"}
Number = Decimal | int
Plain = str | Number | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: a name, a head, rows of words and numbers, shares of the width."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Plain, ...], ...]
    widths: tuple[float, ...]
    # Where a number may be reported otherwise: its key; empty for tables without such numbers.
    keys: tuple[tuple[str, ...], ...] = ()


def sheets(report: Report, account: Account) -> list[Sheet]:
    """Every table of a report; empty ones stay out."""
    from . import provinces, reported

    # A number that was added up from others is not reported otherwise here, but there.
    own = not gathered(report)
    made = [
        tasks_sheet(report),
        provinces.sheet(provinces.of_report(report)),
        points_sheet(account, with_keys=own),
        indicators_sheet(account, with_keys=own),
        reported.sheet(report),
        money_sheet(account),
        below_sheet(report),
        proposals_sheet(report),
    ]
    return [sheet for sheet in made if sheet.rows]


def standing_sheets(report: Report, account: Callable[[Report], Account]) -> list[Sheet]:
    """The tables as they were sent, where the report is there; else as the records say today."""
    held = snapshot(report) if report.is_there else None
    if held is not None and "tables" in held:
        return [thawed(each) for each in held["tables"]]
    return sheets(report, account(report))


def tasks_sheet(report: Report) -> Sheet:
    """Phụ lục I: each task with point, lead, partners, due day, product, result, state."""
    return Sheet(
        _("Nhiệm vụ"),
        _("Danh mục nhiệm vụ và kết quả thực hiện"),
        (_("TT"), _("Điểm"), _("Nhiệm vụ"), _("Chủ trì"), _("Phối hợp"), _("Thời hạn"),
         _("Sản phẩm"), _("Kết quả"), _("Tình trạng")),
        tuple(_task_rows(report)),
        (0.05, 0.07, 0.22, 0.13, 0.13, 0.09, 0.11, 0.1, 0.1),
    )  # fmt: skip


def _task_rows(report: Report) -> Iterator[tuple[Plain, ...]]:
    """The unit's own tasks as they stand, then those of the reports below as they were sent."""
    scope = scope_of(report)
    names: dict[int, str] = {}
    number = 0

    def name(agency: Agency) -> str:
        if agency.pk not in names:
            names[agency.pk] = agency.name_on(scope.upto)
        return names[agency.pk]

    for number, task in enumerate(_tasks(scope.tasks()), start=1):
        yield (
            number,
            task.provision.address if task.provision else "",
            task.title,
            name(task.lead),
            "; ".join(name(part.agency) for part in task.parts.all()),
            write_figures(task.due) if task.due else _("Thường xuyên"),
            task.deliverable,
            task.result,
            work_words.status(task, on=scope.upto),
        )
    for below in gathered(report):
        for row in frozen_rows(below, _("Nhiệm vụ")):
            number += 1
            yield (number, *row[1:])


def frozen_rows(report: Report, name: str) -> tuple[tuple[Plain, ...], ...]:
    """The rows of a table as they were sent."""
    held = snapshot(report) or {}
    tables = [each for each in held.get("tables", []) if each["name"] == name]
    return thawed(tables[0]).rows if tables else ()


def freeze(sheet: Sheet) -> dict[str, Any]:
    """A table as JSON: a decimal is a list of one text, so that it stays a number."""
    rows = [
        [[str(cell)] if isinstance(cell, Decimal) else cell for cell in row] for row in sheet.rows
    ]
    return {
        "name": sheet.name, "title": sheet.title, "head": list(sheet.head), "rows": rows,
        "widths": list(sheet.widths),
    }  # fmt: skip


def thawed(held: dict[str, Any]) -> Sheet:
    """The table that `freeze` wrote."""
    rows = tuple(
        tuple(Decimal(cell[0]) if isinstance(cell, list) else cell for cell in row)
        for row in held["rows"]
    )
    return Sheet(held["name"], held["title"], tuple(held["head"]), rows, tuple(held["widths"]))


def _tasks(tasks: QuerySet[Task]) -> QuerySet[Task]:
    # Fetched apart, a point or an agency is one object for all of its tasks.
    rows = tasks.order_by("provision__order", "code", "pk")
    return rows.prefetch_related("provision", "lead__names", "parts__agency__names")


POINT_BOXES = (
    "on_time", "late", "ongoing", "not_started", "awaiting", "overdue", "paused", "routine",
    "evidence",
)  # fmt: skip


def points_sheet(account: Account, *, with_keys: bool = False) -> Sheet:
    """Tasks by point of the programme."""
    rows, keys = [], []
    for each in account.points:
        numbers = [getattr(each.counts, box) for box in POINT_BOXES]
        rows.append((each.address, each.words, each.counts.dated, *numbers))
        named = [
            f"point:{each.address}:{box}" if number else ""
            for box, number in zip(POINT_BOXES, numbers, strict=True)
        ]
        keys.append(("", "", "", *named))
    return Sheet(
        _("Theo điểm"),
        _("Kết quả thực hiện theo từng điểm của chương trình"),
        (_("Điểm"), _("Nội dung"), _("Nhiệm vụ có thời hạn"), _("Hoàn thành đúng hạn"),
         _("Hoàn thành quá hạn"), _("Đang thực hiện"), _("Chưa triển khai"), _("Chờ xác nhận"),
         _("Quá hạn"), _("Tạm dừng"), _("Thường xuyên"), _("Minh chứng")),
        tuple(rows),
        (0.06, 0.23, 0.075, 0.07, 0.07, 0.07, 0.07, 0.07, 0.06, 0.07, 0.085, 0.07),
        tuple(keys) if with_keys else (),
    )  # fmt: skip


def indicators_sheet(account: Account, *, with_keys: bool = False) -> Sheet:
    """Kế hoạch, thực hiện kỳ này, lũy kế, ước cả năm, % kế hoạch, % cùng kỳ."""
    return Sheet(
        _("Chỉ tiêu"),
        _("Kết quả thực hiện chỉ tiêu"),
        (_("Điểm"), _("Chỉ tiêu"), _("Đơn vị tính"), _("Kế hoạch"), _("Thực hiện trong kỳ"),
         _("Lũy kế"), _("Ước cả năm"), _("% kế hoạch"), _("% cùng kỳ")),
        tuple(_indicator_row(row) for row in account.indicators),
        (0.07, 0.29, 0.1, 0.09, 0.09, 0.09, 0.09, 0.09, 0.09),
        tuple(_indicator_keys(row) for row in account.indicators) if with_keys else (),
    )  # fmt: skip


def _indicator_row(row: Indicator) -> tuple[Plain, ...]:
    return (
        row.address,
        row.name,
        row.unit,
        shown(row.planned),
        shown(row.done),
        shown(row.cumulative),
        shown(row.estimate),
        _share(row.reached, row.planned),
        _share(row.done, row.last_year),
    )


def _indicator_keys(row: Indicator) -> tuple[str, ...]:
    named = tuple(f"indicator:{row.code}:{name}" for name in Indicator.COLUMNS[:4])
    return ("", "", "", *named, "", "")


def shown(value: Value) -> Plain:
    """A number, or the sign of what stands in its place."""
    return value.value if value.value is not None else SIGNS[value.mark]


def _share(part: Value, whole: Value) -> str:
    if part.value is None or whole.value is None:
        return ""
    return percent(part.value, whole.value)


def money_sheet(account: Account) -> Sheet:
    """Money by source, in đồng."""
    rows = [
        (each.words[:1].upper() + each.words[1:], each.estimated, each.allotted, each.spent, each.settled,
         percent(each.spent, each.allotted) if each.spent is not None and each.allotted else "")
        for each in account.money
    ]  # fmt: skip
    return Sheet(
        _("Kinh phí"),
        _("Kinh phí thực hiện (đồng)"),
        (_("Nguồn"), _("Dự toán"), _("Được giao"), _("Giải ngân"), _("Quyết toán"),
         _("% giải ngân")),
        tuple(rows),
        (0.3, 0.15, 0.15, 0.15, 0.15, 0.1),
    )  # fmt: skip


def below_sheet(report: Report) -> Sheet:
    """The reports that were gathered, each with whose it is; complete and on time."""
    rows = []
    for below in report.gathered.current().for_list().order_by("agency__code"):
        held = snapshot(below) if below.is_there else None
        name = held["agency"] if held else below.name_of_agency
        name = on_behalf(name, held.get("side", "") if held else side_of(below))
        rows.append((name, words.status(below), words.timeliness(below), words.completeness(below)))
    return Sheet(
        _("Báo cáo tổng hợp"),
        _("Tình hình gửi báo cáo của các đơn vị"),
        (_("Đơn vị"), _("Tình trạng"), _("Thời hạn gửi"), _("Đầy đủ")),
        tuple(rows),
        (0.4, 0.2, 0.2, 0.2),
    )


def proposals_sheet(report: Report) -> Sheet:
    """Phụ lục: difficulties and proposals of this report and of those below, with answers."""
    reports = [report.pk, *(each.pk for each in gathered(report))]
    rows = [
        (each.get_kind_display(), each.words, each.agency.name_on(report.period.closing_day),
         each.to_words, _answer(each))
        for each in Proposal.objects.filter(report__in=reports)
        .select_related("agency").prefetch_related("agency__names")
    ]  # fmt: skip
    return Sheet(
        _("Kiến nghị"),
        _("Khó khăn, vướng mắc; đề xuất, kiến nghị"),
        (_("Loại"), _("Nội dung"), _("Đơn vị"), _("Kiến nghị với"), _("Trả lời")),
        tuple(rows),
        (0.12, 0.38, 0.18, 0.14, 0.18),
    )


def _answer(proposal: Proposal) -> str:
    if proposal.answered_on is None:
        return _("Chưa trả lời")
    document = f" ({proposal.answer_document})" if proposal.answer_document else ""
    return f"{write_figures(proposal.answered_on)}{document}: {proposal.answer}"


def in_words(value: Plain) -> str:
    """A cell as a document shows it."""
    match value:
        case None:
            return "…"
        case int() | Decimal():
            return grouped(Decimal(value))
        case date():
            return write_figures(value)
        case _:
            return str(value)
