"""Kế hoạch · thực hiện · %: what a task is to reach, beside what its own evidence measured."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum
from django.urls import reverse

from nhipcau.ledger.work.countings import Counted
from nhipcau.ledger.work.models import Task

from . import numbers
from .models import Figure, Indicator, Measure, Period
from .observations import Leaf
from .tally import NOTHING, Amount, Tally, over_places


@dataclass(frozen=True, slots=True)
class Counting:
    """One indicator of a task; no target where evidence measured what nobody planned."""

    indicator: Indicator
    target: Decimal | None
    done: Amount

    @property
    def percent(self) -> Decimal | None:
        """Thực hiện against kế hoạch; None where nothing can be said."""
        if not self.target or self.done.value is None:
            return None
        return self.done.value / self.target * 100


def of(task: Task) -> list[Counting]:
    """Every indicator that the task has a target for, or that its evidence measured."""
    held = dict(task.targets.values_list("indicator", "target"))
    done = _measured(task)
    indicators = Indicator.objects.filter(pk__in={*held, *done})
    return [
        Counting(each, held.get(each.pk), _amount(each, done.get(each.pk, {})))
        for each in indicators
    ]


def shown(task: Task) -> list[Counted]:
    """The same, as the page of the task has it."""
    page = reverse("ledger:task-targets", args=[task.uuid])
    return [
        Counted(
            name=each.indicator.name,
            unit=each.indicator.unit,
            address=each.indicator.get_absolute_url(),
            planned="" if each.target is None else numbers.say(each.target),
            done=each.done.sign if each.done.is_number else "",
            percent="" if each.percent is None else numbers.say_percent(each.percent),
            again=f"{page}?chi-tieu={each.indicator.uuid}",
        )
        for each in of(task)
    ]


def closed_year(task: Task) -> Period | None:
    """The year's period that the target counts in, where it is closed; held as it is until the end."""
    year = task.plan.year if task.plan else task.due.year if task.due else 0
    rows = Period.objects.filter(programme=task.programme_id, kind=Period.Kind.YEAR, year=year)
    held = rows.select_for_update(no_key=True, of=("self",)).first()
    return held if held is not None and held.is_closed else None


def _measured(task: Task) -> Mapping[int, dict[Leaf, Tally]]:
    """By indicator, then by unit and place: parts of one evidence are one observation."""
    rows = Measure.objects.filter(evidence__task=task, evidence__withdrawal=None)
    seen = rows.order_by().values_list(
        "indicator", "evidence__agency", "evidence__place", "evidence__counted_on",
        "evidence__position",
    ).annotate(Sum("value"))  # fmt: skip
    found: dict[int, dict[Leaf, Tally]] = defaultdict(dict)
    for indicator, agency, place, day, position, value in seen:
        leaf = Leaf(agency, place)
        held = found[indicator].get(leaf, Tally())
        found[indicator][leaf] = held + Tally.of(Figure.Mark.VALUE, value, (day, position))
    return found


def _amount(indicator: Indicator, leaves: dict[Leaf, Tally]) -> Amount:
    if not leaves:
        return NOTHING
    return over_places(
        leaves.values(), over_time=indicator.over_time, over_places=indicator.over_places
    )
