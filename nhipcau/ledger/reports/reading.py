"""Reads the records of a scope into an account: the database adds, nothing is fetched row by row."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils.text import Truncator

from nhipcau.agencies.models import Agency
from nhipcau.ledger.evidence.models import Evidence, EvidenceText
from nhipcau.ledger.programmes.models import Provision
from nhipcau.ledger.work.models import BudgetLine, Task

from .account import Account, Counts, Example, Money, Point
from .indicators import indicator_rows
from .inheriting import Heirs
from .scope import Scope

EXAMPLES_PER_POINT = 2
OPEN = (Task.State.NOT_STARTED, Task.State.ONGOING)
# Provisions that no task stands under; tasks without one stand last.
NOWHERE = ("", "Nhiệm vụ theo văn bản chỉ đạo và vấn đề phát sinh", 1_000_000)


def boxes(scope: Scope) -> dict[str, Q]:
    """In which box a task stands at the end of the scope; each dated task is in exactly one."""
    upto = scope.upto
    dated = Q(is_routine=False) & ~Q(state=Task.State.OUT)
    done = dated & Q(state=Task.State.DONE, done_on__lte=upto)
    in_time = Q(due=None) | Q(done_on__lte=F("due"))
    # Done after the closing day: that day it was still being worked on.
    later = Q(state=Task.State.DONE, done_on__gt=upto)
    waiting = dated & (Q(state__in=OPEN) | later)
    past = Q(due__isnull=False, due__lt=upto)
    return {
        "on_time": done & in_time,
        "late": done & ~in_time,
        "awaiting": dated & Q(state=Task.State.AWAITING),
        "paused": dated & Q(state=Task.State.PAUSED),
        "overdue": waiting & past,
        "not_started": waiting & ~past & Q(state=Task.State.NOT_STARTED),
        "ongoing": waiting & ~past & ~Q(state=Task.State.NOT_STARTED),
        "routine": Q(is_routine=True) & ~Q(state=Task.State.OUT),
        "out": Q(state=Task.State.OUT),
    }


def read(scope: Scope) -> Account:
    """The account of a scope, in a fixed number of queries."""
    return Account(
        points=_points(scope),
        indicators=indicator_rows(scope),
        money=_money(scope.money()),
        examples=_examples(scope),
        directives=scope.directives().count(),
    )


def _points(scope: Scope) -> tuple[Point, ...]:
    in_box = boxes(scope)
    counted = {name: Count("pk", filter=box) for name, box in in_box.items()}
    rows = scope.tasks().order_by().values("provision").annotate(**counted)
    evidence = _evidence_by_provision(scope)
    provisions = Provision.objects.in_bulk(
        [pk for pk in {*(row["provision"] for row in rows), *evidence} if pk]
    )
    by_place: dict[int | None, Counts] = {
        pk: Counts(evidence=number) for pk, number in evidence.items()
    }
    for row in rows:
        counts = Counts(**{name: row[name] for name in in_box})  # type: ignore[literal-required]
        by_place[row["provision"]] = by_place.get(row["provision"], Counts()) + counts
    points = [_point(provisions.get(pk) if pk else None, counts) for pk, counts in by_place.items()]
    return tuple(sorted(points, key=lambda each: (each.order, each.address)))


def _point(provision: Provision | None, counts: Counts) -> Point:
    if provision is None:
        return Point(*NOWHERE, counts)
    return Point(provision.address, shortened(provision.text), provision.order, counts)


def shortened(text: str) -> str:
    """The beginning of a point, to the first stop or some twenty words."""
    first = text.strip().split(";")[0].split(". ")[0].rstrip(" .;:,")
    return Truncator(first).words(22, truncate=" …")


def _evidence_by_provision(scope: Scope) -> dict[int | None, int]:
    """Evidence stands under the point of its task, else of its obligation."""
    rows = scope.evidence().order_by().values("task__provision", "obligation__provision")
    found: dict[int | None, int] = {}
    for row in rows.annotate(number=Count("pk")):
        pk = row["task__provision"] or row["obligation__provision"]
        found[pk] = found.get(pk, 0) + row["number"]
    return found


def _money(lines: QuerySet[BudgetLine]) -> tuple[Money, ...]:
    rows = lines.order_by().values("source", "source_words")
    sums = rows.annotate(
        in_estimates=Sum("estimated"),
        in_allotments=Sum("allotted"),
        in_spending=Sum("spent"),
        in_settlements=Sum("settled"),
    )
    return tuple(
        Money(
            row["source"],
            row["source_words"] or str(BudgetLine.Source(row["source"]).label),
            row["in_estimates"],
            row["in_allotments"],
            row["in_spending"],
            row["in_settlements"],
        )
        for row in sums.order_by("source", "source_words")
    )


def _examples(scope: Scope) -> tuple[Example, ...]:
    """The latest evidence of each point, with the agency under its name of that day."""
    rows = scope.evidence().select_related("task__provision", "obligation__provision")
    wanted: dict[str, list[Evidence]] = {}
    for row in rows.order_by("-day", "-position")[:400]:
        address = address_of(row)
        if len(wanted.setdefault(address, [])) < EXAMPLES_PER_POINT:
            wanted[address].append(row)
    chosen = [row for found in wanted.values() for row in found]
    words: dict[Any, str | None] = dict(
        EvidenceText.objects.filter(row__in=chosen).values_list("row", "text")
    )
    names = Names([row.agency_id for row in chosen], scope)
    return tuple(
        Example(
            address=address_of(row),
            day=row.day.isoformat(),
            agency=names.on(row.agency_id, row.day),
            now=names.successor(row.agency_id, place_of(row)),
            summary=summary_of(words.get(row.uuid)),
            uuid=str(row.uuid),
        )
        for row in chosen
    )


def place_of(evidence: Evidence) -> int | None:
    """The provision that a piece of evidence stands under."""
    if evidence.task is not None and evidence.task.provision_id is not None:
        return evidence.task.provision_id
    return evidence.obligation.provision_id if evidence.obligation is not None else None


def address_of(evidence: Evidence) -> str:
    """The point that a piece of evidence stands under; «» when none is named."""
    if evidence.task is not None and evidence.task.provision is not None:
        return evidence.task.provision.address
    if evidence.obligation is not None:
        return evidence.obligation.provision.address
    return ""


def summary_of(text: str | None) -> str:
    """What was done, from the words of a piece of evidence; a redacted one says nothing."""
    if not text:
        return ""
    try:
        held = json.loads(text)
    except ValueError:
        return text.strip()
    return str(held.get("summary", "")).strip() if isinstance(held, dict) else ""


class Names:
    """Names of agencies on days, with who took over, in two queries."""

    def __init__(self, agencies: Iterable[int], scope: Scope) -> None:
        found = Agency.objects.filter(pk__in=set(agencies)).prefetch_related("names")
        self._held = {each.pk: each for each in found}
        self._on = scope.period.closing_day
        self._heirs = Heirs(scope.period.programme, on=self._on)

    def on(self, pk: int, day: date) -> str:
        """The name that day."""
        return self._held[pk].name_on(day)

    def successor(self, pk: int, place: int | None) -> str:
        """Who answers for its work at a place on the closing day, where that is another."""
        heir = self._heirs.of(self._held[pk], place)
        return heir.name_on(self._on) if heir.pk != pk else ""
