"""Money added up by source and stage; «chưa có số liệu» stays apart from 0."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, Count, Q, QuerySet, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from .models import BudgetLine, Plan

LABELS: dict[str, str | Promise] = {
    "needed": _lazy("Nhu cầu"),
    "estimated": _lazy("Dự toán"),
    "allotted": _lazy("Được giao"),
    "spent": _lazy("Giải ngân"),
    "settled": _lazy("Quyết toán"),
}
STAGES = tuple(LABELS)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum, and of how many lines nothing is known; `value` is None where of none is."""

    value: Decimal | None = None
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One source with its sums, stage by stage."""

    label: str | Promise
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """A table: sources down, stages across, and the whole."""

    stages: tuple[str | Promise, ...]
    rows: tuple[Row, ...]
    total: Row


def of_plan(plan: Plan) -> Sums:
    """The money of a plan's year: its own lines and those of its tasks, each once.

    Needs of the next year that were written on it stand in the money of that year.
    """
    lines = BudgetLine.objects.filter(Q(plan=plan) | Q(task__plan=plan))
    return of(lines.filter(year=plan.year))


def of(lines: "QuerySet[BudgetLine]") -> Sums:
    """Any lines, by source and stage; one query."""
    asked: dict[str, Aggregate] = {f"{stage}_sum": Sum(stage) for stage in STAGES}
    asked |= {f"{stage}_known": Count(stage) for stage in STAGES}
    found = {
        row["source"]: row
        for row in lines.order_by().values("source").annotate(lines=Count("pk"), **asked)
    }
    rows = tuple(
        Row(label, tuple(_amount(found[source], stage) for stage in STAGES))
        for source, label in BudgetLine.Source.choices
        if source in found
    )
    total = tuple(_total(row.amounts[turn] for row in rows) for turn in range(len(STAGES)))
    return Sums(tuple(LABELS.values()), rows, Row(_("Cộng"), total))


def said(amount: Amount) -> str:
    """«1.250.000», or what is said where nothing is known."""
    return _("chưa có số liệu") if amount.value is None else dong(amount.value)


def dong(amount: Decimal) -> str:
    """An amount with the points of officials: «1.250.000»."""
    return f"{int(amount):,}".replace(",", ".")


def _amount(found: Mapping[str, Any], stage: str) -> Amount:
    known, lines = int(found[f"{stage}_known"] or 0), int(found["lines"] or 0)
    value = found[f"{stage}_sum"]
    return Amount(None if value is None else Decimal(value), lines - known)


def _total(amounts: Iterable[Amount]) -> Amount:
    given = list(amounts)
    known = [each.value for each in given if each.value is not None]
    return Amount(sum(known, Decimal(0)) if known else None, sum(each.unknown for each in given))
