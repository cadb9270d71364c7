"""Who has reported and who has not: complete and on time, as far as a person may see it."""

from dataclasses import dataclass

from nhipcau.agencies.models import Agency, User
from nhipcau.base import clock
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.work.visibility import sight_of

from . import words
from .models import Regime, Report


@dataclass(frozen=True, slots=True)
class Row:
    """One unit: its state, its two columns; empty where the person may not see lateness."""

    report: Report
    status: str
    timeliness: str
    completeness: str
    is_seen: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """The rows, with the two totals."""

    rows: tuple[Row, ...]
    sent: int
    on_time: int
    complete: int

    @property
    def total(self) -> int:
        return len(self.rows)


def standing(regime: Regime, period: Period, *, user: User) -> Standing:
    """Every unit that owes the report of a period; lateness by the ladder of visibility.

    Totals are aggregates and hold whatever the person sees.
    """
    reports = list(
        Report.objects.current().filter(regime=regime, period=period).for_list()
        .order_by("level", "agency__code")
    )  # fmt: skip
    sight = sight_of(user)
    rows = tuple(
        _row(report, is_seen=sight.reaches(report.agency_id, sent=report.sent_at is not None))
        for report in reports
    )
    sent = [report for report in reports if report.first_sent_on is not None]
    return Standing(
        rows,
        len(sent),
        sum(1 for report in sent if not report.days_late()),
        sum(1 for report in reports if report.state in {"received", "consolidated"}),
    )


def _row(report: Report, *, is_seen: bool) -> Row:
    if not is_seen:
        return Row(report, "", "", "", is_seen=False)
    return Row(
        report,
        words.status(report),
        words.timeliness(report),
        words.completeness(report),
        is_seen=True,
    )


def sent_this_year(agencies: set[int]) -> set[int]:
    """Which of these units have sent a report of the running year: the ladder asks."""
    today = clock.today()
    found = Report.objects.filter(
        agency__in=agencies, sent_at__isnull=False, period__first_day__lte=today,
        period__closing_day__gte=today.replace(month=1, day=1),
    )  # fmt: skip
    return set(found.order_by().values_list("agency", flat=True))


def missing(report: Report) -> list[Agency]:
    """The units below whose reports have not come."""
    below = report.gathered.current().exclude(state__in=Report.THERE)
    return [each.agency for each in below.for_list()]
