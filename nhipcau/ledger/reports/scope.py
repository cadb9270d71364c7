"""Whose work a report accounts for, on its closing day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions import Lineage
from nhipcau.base import clock
from nhipcau.ledger.evidence.models import Evidence, Period
from nhipcau.ledger.evidence.models.evidence import EvidenceQuerySet
from nhipcau.ledger.work.models import BudgetLine, Directive, Task

from .inheriting import Heirs
from .levels import Level
from .models import Report
from .parties import reporter


@dataclass(frozen=True, slots=True)
class Scope:
    """The agencies of a report, its period, and the day up to which figures count."""

    period: Period
    agencies: frozenset[int]
    place: int | None
    upto: date
    # Of agencies that were split: which places of the text came to these.
    split: tuple[tuple[int, frozenset[int | None]], ...] = ()

    def tasks(self) -> QuerySet[Task]:
        """What these agencies lead in the plans of the year, or by a directive of the year."""
        led = Task.objects.filter(
            of_year(self.period.year),
            self._whose("lead", "provision"),
            programme=self.period.programme_id,
        )
        return led if self.place is None else led.filter(Q(place=self.place) | Q(place=None))

    def evidence(self) -> EvidenceQuerySet:
        """What was lodged for them in the period and not withdrawn."""
        found = (
            Evidence.objects.filter(
                self._whose("agency", "task__provision", "obligation__provision"),
                programme=self.period.programme_id,
            )
            .standing()
            .counted_in(self.period.first_day, self.upto)
        )
        return found if self.place is None else found.filter(Q(place=self.place) | Q(place=None))

    def money(self) -> QuerySet[BudgetLine]:
        """Their lines of the year, of plans and of tasks of this programme."""
        programme = self.period.programme_id
        return BudgetLine.objects.filter(
            Q(plan__programme=programme) | Q(task__programme=programme),
            self._whose("owner", "task__provision"),
            year=self.period.year,
        )

    def directives(self) -> QuerySet[Directive]:
        """What arrived at them in the period."""
        return Directive.objects.filter(
            self._whose("agency", "provision"),
            programme=self.period.programme_id,
            issued_on__range=(self.period.first_day, self.upto),
        ).exclude(kind=Directive.Kind.PROPOSAL)

    def _whose(self, agency: str, *places: str) -> Q:
        """Of these agencies, or of one that was split, at a place that came to these.

        The first of the named places that a row has counts.
        """
        found = Q(**{f"{agency}__in": self.agencies})
        for old, came in self.split:
            here, without = Q(pk__in=[]), Q()
            for place in places:
                here |= without & Q(**{f"{place}__in": came - {None}})
                without &= Q(**{place: None})
            if None in came:
                here |= without
            found |= Q(**{agency: old}) & here
        return found


def of_year(year: int) -> Q:
    """Tasks of a year: in its plans; without a plan, due in it or begun by a directive of it."""
    without_plan = (
        Q(due__year=year)
        | Q(directive__issued_on__year=year)
        | Q(due=None, directive=None, first_day__year=year)
    )
    return Q(plan__year=year) | Q(plan=None) & without_plan


def scope_of(report: Report, *, on: date | None = None) -> Scope:
    """The scope of a report; before the closing day figures count up to today."""
    period = report.period
    upto = min(on or clock.today(), period.closing_day)
    agencies = _with_what_has_no_report(report)
    heirs = Heirs(period.programme, on=period.closing_day)
    return Scope(
        period=period,
        agencies=frozenset(agencies | predecessors(agencies, on=period.closing_day)),
        place=report.place_id,
        upto=upto,
        split=tuple(heirs.split_among(Agency.objects.filter(pk__in=agencies))),
    )


def _with_what_has_no_report(report: Report) -> set[int]:
    """The agency with units below it that owe no report of their own; a party's own body too.

    Who reports for a party and for all together tells of itself once: the latter gathers the former.
    """
    if report.level == Level.JOINT and _reports_for_a_party_too(report):
        return set()
    others = set(
        Report.objects.filter(regime=report.regime_id, period=report.period_id)
        .exclude(pk=report.pk)
        .exclude(agency=report.agency_id)
        .values_list("agency", flat=True)
    )
    found = {report.agency_id}
    if report.level in {Level.PARTY, Level.JOINT}:
        found |= _bodies_of_party(report) - others
    waiting: Iterable[int] = found
    while waiting:
        below = Agency.objects.filter(parent__in=waiting).exclude(pk__in=others | found)
        waiting = list(below.values_list("pk", flat=True))
        found.update(waiting)
    return found


def _reports_for_a_party_too(report: Report) -> bool:
    same = Report.objects.filter(regime=report.regime_id, period=report.period_id)
    return same.filter(level=Level.PARTY, agency=report.agency_id).exists()


def _bodies_of_party(report: Report) -> set[int]:
    """The agency that signed and its focal point, or who took over from them, where this one
    reports for their side."""
    on, found = report.period.closing_day, set()
    for party in report.period.programme.parties.select_related("agency", "focal_point"):
        bodies = [each for each in (party.agency, party.focal_point) if each is not None]
        speaking = [*bodies, reporter(party, on)]
        if report.agency_id in {each.pk for each in speaking if each is not None}:
            for body in bodies:
                found |= {each.pk for each in Lineage.current().answering(body, on=on).agencies}
    return found


def predecessors(agencies: set[int], *, on: date) -> set[int]:
    """Those that ended before a day and whose only successor that day is one of these."""
    lineage = Lineage.current()
    found = set()
    for agency in Agency.objects.filter(pk__in=agencies):
        for step in lineage.came_from(agency):
            answer = lineage.answering(step.old, on=on)
            if [each.pk for each in answer.agencies] == [agency.pk]:
                found.add(step.old_id)
    return found - agencies
