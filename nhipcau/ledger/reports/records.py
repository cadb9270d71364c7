"""The records behind a sentence: every line leads to them, and sending keeps which they were."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from nhipcau.ledger.coverage.models import ProvinceAction
from nhipcau.ledger.evidence.models import Evidence, Measure
from nhipcau.ledger.evidence.models.evidence import EvidenceQuerySet
from nhipcau.ledger.work.models import BudgetLine, Directive, Task

from .models import Proposal, Report
from .models.report import ReportQuerySet
from .reading import boxes
from .scope import Scope


def _no_evidence() -> EvidenceQuerySet:
    return Evidence.objects.filter(pk__in=[])


def _no_reports() -> ReportQuerySet:
    return Report.objects.filter(pk__in=[])


@dataclass(frozen=True)
class Records:
    """What a sentence rests on, as querysets."""

    tasks: QuerySet[Task] = field(default_factory=Task.objects.none)
    evidence: EvidenceQuerySet = field(default_factory=_no_evidence)
    money: QuerySet[BudgetLine] = field(default_factory=BudgetLine.objects.none)
    directives: QuerySet[Directive] = field(default_factory=Directive.objects.none)
    proposals: QuerySet[Proposal] = field(default_factory=Proposal.objects.none)
    reports: ReportQuerySet = field(default_factory=_no_reports)
    actions: QuerySet[ProvinceAction] = field(default_factory=ProvinceAction.objects.none)

    def uuids(self) -> dict[str, list[str]]:
        """Ids by kind, only of kinds that there are."""
        found: dict[str, list[str]] = {}
        for name in self.__dataclass_fields__:
            rows: QuerySet[Any] = getattr(self, name)
            held = [str(uuid) for uuid in rows.order_by("pk").values_list("uuid", flat=True)]
            if held:
                found[name] = held
        return found


def records_of(scope: Scope, key: str) -> Records:
    """What the line with a key rests on; a person's own line rests on nothing here."""
    kind, _, rest = key.partition(":")
    found = _KINDS.get(kind)
    return found(scope, rest) if found else Records()


def _of_point(scope: Scope, address: str) -> Records:
    if not address:
        return Records(tasks=scope.tasks().filter(provision=None).exclude(state=Task.State.OUT))
    here = Q(task__provision__address=address) | Q(
        task__provision=None, obligation__provision__address=address
    )
    return Records(
        tasks=scope.tasks().filter(provision__address=address).exclude(state=Task.State.OUT),
        evidence=scope.evidence().filter(here),
    )


def _carried(scope: Scope, kind: str) -> Q:
    in_box = boxes(scope)
    if kind == "routine":
        return in_box["routine"]
    carried = ("awaiting", "ongoing", "not_started", "overdue", "paused")
    found = Q(pk__in=[])
    for name in carried:
        found |= in_box[name]
    return found


def _of_indicator(scope: Scope, code: str) -> Records:
    measured = Measure.objects.filter(
        indicator__code=code, indicator__programme=scope.period.programme_id
    )
    return Records(evidence=scope.evidence().filter(pk__in=measured.values("evidence")))


def _of_money(scope: Scope, rest: str) -> Records:
    if not rest:
        return Records(money=scope.money())
    source, _, words = rest.partition(":")
    named = Q(source_words=words)
    if words == str(BudgetLine.Source(source).label):
        named |= Q(source_words="")
    return Records(money=scope.money().filter(named, source=source))


def _of_proposal(_scope: Scope, rest: str) -> Records:
    return Records(proposals=Proposal.objects.filter(uuid=UUID(rest)))


def _of_provinces(scope: Scope, _rest: str) -> Records:
    programme, year = scope.period.programme_id, scope.period.year
    rows = ProvinceAction.objects.filter(programme=programme).for_year(year)
    return Records(actions=rows.standing(on=scope.upto))


_KINDS: dict[str, Callable[[Scope, str], Records]] = {
    "whole": lambda scope, _rest: Records(tasks=scope.tasks().exclude(state=Task.State.OUT)),
    "directives": lambda scope, _rest: Records(directives=scope.directives()),
    "point": _of_point,
    "box": lambda scope, rest: Records(tasks=scope.tasks().filter(boxes(scope)[rest])),
    "carried": lambda scope, _rest: Records(tasks=scope.tasks().filter(_carried(scope, "carried"))),
    "routine": lambda scope, _rest: Records(tasks=scope.tasks().filter(_carried(scope, "routine"))),
    "indicator": _of_indicator,
    "example": lambda _scope, rest: Records(evidence=Evidence.objects.filter(uuid=UUID(rest))),
    "money": _of_money,
    "proposal": _of_proposal,
    "provinces": _of_provinces,
    "below": lambda _scope, rest: Records(reports=Report.objects.filter(uuid=UUID(rest))),
}
