"""Kế hoạch, thực hiện kỳ này, lũy kế, ước cả năm, % kế hoạch, % cùng kỳ: what a period comes to.

Numbers add up over time first, within each unit and place, then over units and places, each way
as the indicator says (SUM, LAST, MOST, MEAN, NOT). See `tally` for what is missing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nhipcau.agencies.models import Agency, Place

from . import figures, observations
from .models import Figure, Indicator, Period
from .observations import Leaf, Leaves
from .periods import same_last_year, year_of
from .tally import NOTHING, Amount, Tally, over_places

Kind = Figure.Kind


@dataclass(frozen=True, slots=True)
class Own:
    """A number that a unit reports in place of the platform's, and why; both are shown."""

    figure: Figure
    platform: Amount

    @property
    def differs(self) -> bool:
        return self.figure.value != self.platform.value or self.figure.mark != self.platform.mark


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator in one period.

    `done` and `cumulative` are what evidence adds up to; `reported` is the same period with the
    units' own numbers in place of theirs, None where nobody gave one. The plan and the estimate
    are those of the year that the period is in; `planned_by_tasks` adds up the targets of tasks.
    """

    indicator: Indicator
    period: Period
    planned: Amount = NOTHING
    planned_by_tasks: Amount = NOTHING
    done: Amount = NOTHING
    cumulative: Amount = NOTHING
    estimate: Amount = NOTHING
    last_year: Amount = NOTHING
    reported: Amount | None = None
    own: tuple[Own, ...] = ()

    @property
    def percent_of_plan(self) -> Decimal | None:
        """Lũy kế against the plan of the year."""
        return _percent(self.cumulative, self.planned)

    @property
    def percent_of_last_year(self) -> Decimal | None:
        """This period against the same one of the year before: 100 is as much."""
        return _percent(self.stands, self.last_year)

    @property
    def change_on_last_year(self) -> Decimal | None:
        """Tăng (+) or giảm (-) in per cent against the same period of the year before."""
        percent = self.percent_of_last_year
        return None if percent is None else percent - 100

    @property
    def stands(self) -> Amount:
        """What a report says: the units' own numbers where they gave one."""
        return self.reported if self.reported is not None else self.done

    @property
    def estimate_gap(self) -> Decimal | None:
        """How far what was done in the whole year is from what was estimated; None before its end."""
        if self.period.kind != Period.Kind.YEAR or not (
            self.estimate.is_number and self.cumulative.is_number
        ):
            return None
        assert self.cumulative.value is not None and self.estimate.value is not None  # noqa: PT018, S101
        return self.cumulative.value - self.estimate.value

    @property
    def marks(self) -> Mapping[str, str]:
        """Each column as a table shows it: a number, «…», «–», «x», or «≠» where none can be said."""
        named = ("planned", "done", "cumulative", "estimate", "last_year", "stands")
        return {name: getattr(self, name).sign for name in named}


def of(
    indicator: Indicator,
    *,
    period: Period,
    agencies: Iterable[Agency] | None = None,
    places: Iterable[Place] | None = None,
) -> Line:
    """One indicator in one period; all units and places, or those asked for."""
    return lines([indicator], period=period, agencies=agencies, places=places)[0]


def lines(
    indicators: Sequence[Indicator],
    *,
    period: Period,
    agencies: Iterable[Agency] | None = None,
    places: Iterable[Place] | None = None,
) -> list[Line]:
    """Several indicators in one period, in the same number of queries as one.

    Units that are asked for by name and say nothing are missing («chưa có số liệu»).
    """
    units = None if agencies is None else [each.pk for each in agencies]
    where = None if places is None else [each.pk for each in places]
    held = _Held(list(indicators), period, units, where)
    return [held.line(each) for each in indicators]


class _Held:
    """What the lines of one period stand on, read once for all indicators."""

    def __init__(
        self,
        indicators: list[Indicator],
        period: Period,
        units: Collection[int] | None,
        where: Collection[int] | None,
    ) -> None:
        self.period, self.units = period, units
        within: dict[str, Any] = {"agencies": units, "places": where}
        self.year, before = year_of(period), same_last_year(period)
        first, last = period.first_day, period.closing_day
        self.done = observations.of(indicators, first, last, **within)
        begins = min(self.year.first_day, first)
        self.cumulative = (
            self.done if begins == first else observations.of(indicators, begins, last, **within)
        )
        self.before: Mapping[int, Leaves] = {}
        if before is not None:
            self.before = observations.of(
                indicators, before.first_day, before.closing_day, **within
            )
        held = figures.said(indicators, {period, self.year}, **within)
        self.own, self.of_year = held.get(period.pk, {}), held.get(self.year.pk, {})
        self.lacking = figures.marks_within(indicators, period, **within)
        self.targets = figures.targets(indicators, period.year, **within)

    def line(self, indicator: Indicator) -> Line:
        key = indicator.pk
        lacking = self._lacking(key)
        done = {**lacking, **self.done.get(key, {})}
        cumulative = {**lacking, **self.cumulative.get(key, {})}
        said = self.own.get((key, Kind.DONE), {})
        numbers = {leaf: each for leaf, each in said.items() if each.mark == Figure.Mark.VALUE}
        planned = figures.tallies(self.of_year.get((key, Kind.PLANNED), {}), self.year)
        by_tasks = self.targets.get(key, {})
        return Line(
            indicator,
            self.period,
            planned=_amount(indicator, planned or by_tasks),
            planned_by_tasks=_amount(indicator, by_tasks),
            done=_amount(indicator, done),
            cumulative=_amount(indicator, cumulative),
            estimate=_amount(
                indicator, figures.tallies(self.of_year.get((key, Kind.ESTIMATE), {}), self.year)
            ),
            last_year=_amount(indicator, self.before.get(key, {})),
            reported=_amount(indicator, {**done, **figures.tallies(numbers, self.period)})
            if numbers
            else None,
            own=tuple(_own(indicator, leaf, each, done) for leaf, each in numbers.items()),
        )

    def _lacking(self, key: int) -> Leaves:
        """Who says why there is no number; and who was asked for, and says nothing."""
        found = self.lacking.get(key, {})
        if self.units is None:
            return found
        said = {leaf.agency for leaf in (*found, *self.cumulative.get(key, {}))}
        silent = {Leaf(unit, None) for unit in self.units if unit not in said}
        return {**found, **dict.fromkeys(silent, Tally.of(Figure.Mark.UNKNOWN))}


def _own(indicator: Indicator, leaf: Leaf, figure: Figure, done: Leaves) -> Own:
    held = {leaf: done[leaf]} if leaf in done else {}
    return Own(figure, _amount(indicator, held))


def _amount(indicator: Indicator, leaves: Leaves) -> Amount:
    return over_places(
        leaves.values(), over_time=indicator.over_time, over_places=indicator.over_places
    )


def _percent(part: Amount, whole: Amount) -> Decimal | None:
    """None where either is no number, or the whole is 0: nothing can be said then."""
    if not (part.is_number and whole.is_number) or not whole.value or part.value is None:
        return None
    return part.value / whole.value * 100
