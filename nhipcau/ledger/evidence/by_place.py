"""An indicator by province: for the 63 until June 2025, for the 34 since; the sums are the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nhipcau.agencies.models import Place, PlaceChange
from nhipcau.agencies.questions.places import NEW_PROVINCES, OLD_PROVINCES

from . import observations
from .models import Indicator, Period
from .observations import Leaf
from .periods import year_of
from .tally import Amount, Tally, over_places

LISTS = {"63": OLD_PROVINCES, "34": NEW_PROVINCES}


@dataclass(frozen=True, slots=True)
class Row:
    """One province, or what has no place (None)."""

    place: Place | None
    done: Amount
    cumulative: Amount


@dataclass(frozen=True, slots=True)
class Table:
    """An indicator by province in one period, with the whole."""

    indicator: Indicator
    period: Period
    list: str
    rows: Sequence[Row]
    done: Amount
    cumulative: Amount


def table(indicator: Indicator, period: Period, *, list: str = "34") -> Table:  # noqa: A002  as the contract names it
    """By the old list each province as it was; by the new one the old are rolled up under theirs.

    No stored value is touched: what was recorded for an old province shows under its new one, and
    what was recorded for a new one stands for itself in the table of the old.
    """
    year = year_of(period)
    done = observations.of([indicator], period.first_day, period.closing_day)
    first = min(year.first_day, period.first_day)
    cumulative = observations.of([indicator], first, period.closing_day)
    in_period, in_year = done.get(indicator.pk, {}), cumulative.get(indicator.pk, {})
    provinces = provinces_of({leaf.place for leaf in in_year}, list=list)
    found = _grouped(in_year, provinces)
    now = _grouped(in_period, provinces)
    places = Place.objects.with_names().in_bulk([key for key in found if key is not None])
    rows = [
        Row(
            places[key] if key is not None else None,
            _amount(indicator, now.get(key, [])),
            _amount(indicator, found[key]),
        )
        for key in sorted(found, key=lambda key: (key is None, (key and places[key].code) or ""))
    ]
    return Table(
        indicator, period, list, rows,
        _amount(indicator, in_period.values()), _amount(indicator, in_year.values()),
    )  # fmt: skip


def provinces_of(places: Iterable[int | None], *, list: str) -> Mapping[int, int]:  # noqa: A002
    """The province of each place: itself or the one above it, carried to the new list if asked."""
    parents = dict(Place.objects.values_list("pk", "parent")) if places else {}
    onward: dict[int, int] = {}
    if list == "34":
        onward = dict(
            PlaceChange.objects.filter(
                is_default=True, old__list__code=OLD_PROVINCES, new__list__code=NEW_PROVINCES
            ).values_list("old", "new")
        )
    found = {}
    for place in places:
        if place is None:
            continue
        above = place
        while (higher := parents.get(above)) is not None:
            above = higher
        found[place] = onward.get(above, above)
    return found


def _grouped(
    leaves: Mapping[Leaf, Tally], provinces: Mapping[int, int]
) -> dict[int | None, list[Tally]]:
    found: dict[int | None, list[Tally]] = defaultdict(list)
    for leaf, tally in leaves.items():
        found[None if leaf.place is None else provinces[leaf.place]].append(tally)
    return found


def _amount(indicator: Indicator, tallies: Iterable[Tally]) -> Amount:
    return over_places(tallies, over_time=indicator.over_time, over_places=indicator.over_places)
