"""A timeline of agencies: one bar for the days of each, across the page whatever its width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nhipcau.agencies.models import Agency

ROW = 52
HEAD = 26


@dataclass(frozen=True, slots=True)
class Bar:
    """The days of one agency: left edge and width in percent of the axis, height in pixels."""

    agency: Agency
    name: str
    left: str
    width: str
    y: int
    is_asked: bool
    # The day of an end is not known, so the bar fades into it.
    begins_unknown: bool

    @property
    def bar_y(self) -> int:
        return self.y + 22


@dataclass(frozen=True, slots=True)
class Tick:
    """A year under the axis."""

    year: int
    at: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars, years, and the day that the page speaks of."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    day: date
    day_at: str
    height: int

    @property
    def foot(self) -> int:
        return self.height - 8

    @property
    def axis(self) -> int:
        return self.height - HEAD


def timeline(asked: Agency, others: Iterable[Agency], *, on: date, today: date) -> Timeline:
    """The days of an agency and of those before and after it, oldest first."""
    agencies = sorted({each.pk: each for each in (asked, *others)}.values(), key=_begins)
    first, last = _span(agencies, on, today)
    bars = tuple(
        _bar(each, turn, first, last, today, is_asked=each == asked)
        for turn, each in enumerate(agencies)
    )
    return Timeline(
        bars,
        tuple(_ticks(first, last)),
        on,
        _percent(_share(on, first, last)),
        len(bars) * ROW + HEAD + 4,
    )


def _begins(agency: Agency) -> tuple[bool, date, date, str]:
    """Those whose beginning is not known first; then in order, those that ended first before."""
    return (
        agency.first_day is not None,
        agency.first_day or date.min,
        agency.last_day or date.max,
        agency.code,
    )


def _span(agencies: Sequence[Agency], on: date, today: date) -> tuple[date, date]:
    known = [day for each in agencies for day in (each.first_day, each.last_day) if day]
    first = min([*known, on, today])
    return date(first.year - 1, 1, 1), date(max([*known, on, today]).year + 1, 1, 1)


def _bar(agency: Agency, turn: int, first: date, last: date, today: date, *, is_asked: bool) -> Bar:
    left = _share(agency.first_day or first, first, last)
    # What goes on is drawn until the edge: no end is known.
    right = _share(agency.last_day, first, last) if agency.last_day else 100.0
    return Bar(
        agency,
        agency.full_name,
        _percent(left),
        _percent(max(right - left, 0.6)),
        turn * ROW,
        is_asked,
        agency.first_day is None,
    )


def _ticks(first: date, last: date) -> Iterable[Tick]:
    years = last.year - first.year
    step = next(each for each in (1, 2, 5, 10, 20, 50) if years / each <= 7)
    for year in range(first.year + 1, last.year + 1):
        if year % step == 0:
            yield Tick(year, _percent(_share(date(year, 1, 1), first, last)))


def _share(day: date, first: date, last: date) -> float:
    return 100 * (day - first).days / (last - first).days


def _percent(share: float) -> str:
    """With a point whatever the language: this is for a drawing, not for a reader."""
    return f"{share:.2f}%"
