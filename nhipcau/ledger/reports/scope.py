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
from nhipcau.ledger.programmes.models import Party
from nhipcau.ledger.work.models import BudgetLine, Directive, Task

from .levels import Level
from .models import Report


@dataclass(frozen=True, slots=True)
class Scope:
    """The agencies of a report, its period, and the day up to which figures count."""

    period: Period
    agencies: frozenset[int]
    place: int | None
    upto: date

    def tasks(self) -> QuerySet[Task]:
        """What these agencies lead in the plans of the year, or by a directive of the year."""
        year = self.period.year
        without_plan = Q(plan=None) & (
            Q(directive__issued_on__year=year)
            | Q(directive=None, due__year=year)
            | Q(directive=None, due=None, first_day__year=year)
        )
        led = Task.objects.filter(
            Q(plan__year=year) | without_plan,
            programme=self.period.programme_id,
            lead__in=self.agencies,
        )
        return led if self.place is None else led.filter(Q(place=self.place) | Q(place=None))

    def evidence(self) -> EvidenceQuerySet:
        """What was lodged for them in the period and not withdrawn."""
        found = (
            Evidence.objects.filter(programme=self.period.programme_id, agency__in=self.agencies)
            .standing()
            .counted_in(self.period.first_day, self.upto)
        )
        return found if self.place is None else found.filter(Q(place=self.place) | Q(place=None))

    def money(self) -> QuerySet[BudgetLine]:
        """Their lines of the year, of plans and of tasks of this programme."""
        programme = self.period.programme_id
        return BudgetLine.objects.filter(
            Q(plan__programme=programme) | Q(task__programme=programme),
            year=self.period.year,
            owner__in=self.agencies,
        )

    def directives(self) -> QuerySet[Directive]:
        """What arrived at them in the period."""
        return Directive.objects.filter(
            programme=self.period.programme_id,
            agency__in=self.agencies,
            issued_on__range=(self.period.first_day, self.upto),
        ).exclude(kind=Directive.Kind.PROPOSAL)


def scope_of(report: Report, *, on: date | None = None) -> Scope:
    """The scope of a report; before the closing day figures count up to today."""
    period = report.period
    upto = min(on or clock.today(), period.closing_day)
    agencies = _with_what_has_no_report(report)
    return Scope(
        period=period,
        agencies=frozenset(agencies | predecessors(agencies, on=period.closing_day)),
        place=report.place_id,
        upto=upto,
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
    """The agency that signed and its focal point, where the report is made by one of the two."""
    parties = Party.objects.filter(programme=report.period.programme_id).filter(
        Q(agency=report.agency_id) | Q(focal_point=report.agency_id)
    )
    pairs = parties.values_list("agency", "focal_point")
    return {pk for pair in pairs for pk in pair if pk is not None}


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
