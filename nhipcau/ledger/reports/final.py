"""Tổng kết: every year of a programme from what was frozen, beside one another and together."""

from dataclasses import dataclass, replace

from .account import Account, Counts, Point, from_json
from .consolidating import snapshot
from .figures import count, percent
from .levels import Level
from .models import Report, Review
from .tables import Sheet, shown
from .wording import Line, of_point, whole


@dataclass(frozen=True, slots=True)
class Year:
    """What one year's joint report said when it went out."""

    year: int
    account: Account
    report: Report


def years(review: Review) -> list[Year]:
    """The years of the programme up to the review's, from the last snapshot of each."""
    reports = (
        Report.objects.current()
        .filter(
            period__programme=review.programme, period__kind="year", level=Level.JOINT,
            period__year__lte=review.year, state__in=Report.THERE,
        )
        .select_related("period")
        .order_by("period__year")
    )  # fmt: skip
    found = []
    for report in reports:
        held = snapshot(report)
        if held is not None:
            found.append(Year(report.period.year, from_json(held["account"]), report))
    return found


def together(held: list[Year]) -> Counts:
    """Tasks that were finished in any year, and those that the last year left open.

    What one year carried over the next one counts again, so only what is finished adds up.
    """
    if not held:
        return Counts()
    last = held[-1].account.counts
    done = [each.account.counts for each in held]
    return Counts(
        on_time=sum(each.on_time for each in done),
        late=sum(each.late for each in done),
        awaiting=last.awaiting,
        ongoing=last.ongoing,
        not_started=last.not_started,
        overdue=last.overdue,
        paused=last.paused,
        routine=last.routine,
        evidence=sum(each.evidence for each in done),
    )


def sentences(held: list[Year]) -> list[Line]:
    """One sentence for each year, then for all of them."""
    lines = []
    for each in held:
        counts = each.account.counts
        words = whole(counts, 2).removeprefix("Trong kỳ, ")
        lines.append(Line(f"below:{each.report.uuid}", f"Năm {each.year}, {words}"))
    if len(held) > 1:
        counts = together(held)
        share = percent(counts.done, counts.dated)
        lines.append(
            Line(
                "years",
                f"Cả giai đoạn {held[0].year} - {held[-1].year}: đã hoàn thành "
                f"{count(counts.done)} nhiệm vụ, đạt {share or '0%'}; ghi nhận "
                f"{count(counts.evidence)} minh chứng.",
            )
        )
    return lines


def whole_of(held: list[Year]) -> Account:
    """One account of all years: what was finished in any, and what the last one left."""
    last = held[-1].account
    return replace(last, points=(Point("", "", 0, together(held)),))


def points(held: list[Year]) -> list[Line]:
    """For each point of the programme, what was finished for it in all years."""
    found: dict[str, list[Year]] = {}
    for each in held:
        for point in each.account.points:
            only = replace(each.account, points=(point,))
            found.setdefault(point.address, []).append(Year(each.year, only, each.report))
    rows = [
        replace(years[-1].account.points[0], counts=together(years)) for years in found.values()
    ]
    rows.sort(key=lambda point: (point.order, point.address))
    return [line for point in rows for line in of_point(point)]


def indicators_sheet(held: list[Year]) -> Sheet:
    """What each indicator reached in each year; a year that did not have it is «…»."""
    by_code = {row.code: row for each in held for row in each.account.indicators}
    done = {
        (row.code, each.year): shown(row.cumulative)
        for each in held
        for row in each.account.indicators
    }
    rows = tuple(
        (row.name, row.unit, *(done.get((code, each.year)) for each in held))
        for code, row in sorted(by_code.items())
    )
    head = ("Chỉ tiêu", "Đơn vị tính", *(f"Năm {each.year}" for each in held))
    share = 0.5 / max(len(held), 1)
    widths = (0.38, 0.12, *(share for _each in held))
    return Sheet("Chỉ tiêu theo năm", "Chỉ tiêu theo từng năm", head, rows, widths)


def years_sheet(held: list[Year]) -> Sheet:
    """The years beside one another."""
    rows = tuple(
        (str(each.year), c.dated, c.on_time, c.late, c.overdue, c.routine, c.evidence)
        for each in held
        for c in [each.account.counts]
    )
    head = ("Năm", "Nhiệm vụ có thời hạn", "Hoàn thành đúng hạn", "Hoàn thành quá hạn",
            "Quá hạn", "Thường xuyên", "Minh chứng")  # fmt: skip
    return Sheet("Theo năm", "Kết quả thực hiện theo từng năm", head, rows, (1 / 7,) * 7)
