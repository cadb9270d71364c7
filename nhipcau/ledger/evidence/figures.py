"""What units said themselves: figures by kind, unit and place; and what plans add up to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Q

from .models import Figure, Indicator, Period, TaskTarget
from .observations import Leaf, Leaves
from .tally import Tally

Kind = Figure.Kind
Mark = Figure.Mark
# (indicator, kind) → what each unit said for the period itself.
Said = Mapping[tuple[int, str], dict[Leaf, Figure]]


def said(
    indicators: Iterable[Indicator],
    periods: Iterable[Period],
    *,
    agencies: Collection[int] | None = None,
    places: Collection[int] | None = None,
) -> dict[int, Said]:
    """By period: the figures that units gave for it, whole ones (not broken down)."""
    rows = Figure.objects.filter(
        _within(agencies, places), indicator__in=list(indicators), period__in=list(periods),
        breakdown=[],
    )  # fmt: skip
    found: dict[int, dict[tuple[int, str], dict[Leaf, Figure]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for row in rows:
        leaf = Leaf(row.agency_id, row.place_id)
        found[row.period_id][row.indicator_id, row.kind][leaf] = row
    return {period: dict(each) for period, each in found.items()}


def tallies(figures: Mapping[Leaf, Figure], period: Period) -> Leaves:
    """Figures as observations of their units, made on the closing day of their period."""
    return {
        leaf: Tally.of(Mark(each.mark), each.value, (period.closing_day, each.pk))
        for leaf, each in figures.items()
    }


def marks_within(
    indicators: Iterable[Indicator],
    period: Period,
    *,
    agencies: Collection[int] | None = None,
    places: Collection[int] | None = None,
) -> dict[int, Leaves]:
    """By indicator: what units said they lack, in the period or in one inside it.

    A year whose four quarters had nothing arise had nothing arise.
    """
    rows = Figure.objects.filter(
        _within(agencies, places),
        indicator__in=list(indicators),
        kind=Kind.DONE,
        breakdown=[],
        period__programme=period.programme_id,
        period__first_day__gte=period.first_day,
        period__closing_day__lte=period.closing_day,
    ).exclude(mark=Mark.VALUE)
    found: dict[int, Leaves] = defaultdict(dict)
    for row in rows:
        leaf = Leaf(row.agency_id, row.place_id)
        held = found[row.indicator_id].get(leaf, Tally())
        found[row.indicator_id][leaf] = held + Tally.of(Mark(row.mark))
    return {indicator: {k: _once(v) for k, v in each.items()} for indicator, each in found.items()}


def _once(tally: Tally) -> Tally:
    """Several periods of one unit without a number: the unit lacks it once."""
    return Tally.of(tally.amount(Indicator.Adds.SUM).mark)


def targets(
    indicators: Iterable[Indicator],
    year: int,
    *,
    agencies: Collection[int] | None = None,
    places: Collection[int] | None = None,
) -> dict[int, Leaves]:
    """By indicator: what the tasks of a year are to reach, by their lead and place."""
    rows = TaskTarget.objects.filter(indicator__in=list(indicators)).exclude(task__state="out")
    rows = rows.filter(Q(task__plan__year=year) | Q(task__plan=None, task__due__year=year))
    if agencies is not None:
        rows = rows.filter(task__lead__in=agencies)
    if places is not None:
        rows = rows.filter(task__place__in=places)
    found: dict[int, Leaves] = defaultdict(dict)
    values = rows.values_list("indicator", "task__lead", "task__place", "target", "pk")
    for indicator, lead, place, target, pk in values:
        leaf = Leaf(lead, place)
        held = found[indicator].get(leaf, Tally())
        found[indicator][leaf] = held + Tally.of(Mark.VALUE, target, (date.min, pk))
    return found


def _within(agencies: Collection[int] | None, places: Collection[int] | None) -> Q:
    within = Q()
    if agencies is not None:
        within &= Q(agency__in=list(agencies))
    if places is not None:
        within &= Q(place__in=list(places))
    return within
