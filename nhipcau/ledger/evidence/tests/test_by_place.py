"""The table of the 34 provinces equals that of the 63 rolled up, however numbers add."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Place
from nhipcau.ledger.evidence import by_place, totals
from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.evidence.models import Indicator
from nhipcau.ledger.evidence.tally import over_places
from nhipcau.ledger.evidence.values import Given
from nhipcau.ledger.testing import IndicatorFactory, ProgrammeFactory, periods_of, some_provinces

NAMES = [("63", "02"), ("63", "08"), ("63", "04"), ("34", "08"), ("34", "04"), None]
WAYS = st.sampled_from(["sum", "last", "most", "mean"])
measured = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 10_000), st.integers(0, 300)), max_size=8
)


class TestRollingUp(TestCase):
    """Numbers by old provinces, by new ones, and by none."""

    def setUp(self) -> None:
        self.places: dict[tuple[str, str], Place] = some_provinces()
        self.programme = ProgrammeFactory.create()
        self.period = periods_of(self.programme, 2025)["year"]
        self.units = {name: AgencyFactory.create() for name in NAMES}

    def lodge_all(self, indicator: Indicator, rows: list[tuple[object, int, int]]) -> None:
        for name, value, turn in rows:
            lodge(
                programme=self.programme, kind="figures", summary="Số liệu", by=None,
                agency=self.units[name], place=self.places.get(name),  # type: ignore[call-overload,index]
                day=datetime.date(2025, 1, 10) + datetime.timedelta(days=turn),
                measures=[Given(indicator, Decimal(value))],
            )  # fmt: skip

    @settings(max_examples=12, deadline=None)
    @given(rows=measured, over_time=WAYS)
    def test_the_34_are_the_63_rolled_up_and_nothing_is_lost(
        self, rows: list[tuple[object, int, int]], over_time: str
    ) -> None:
        indicator = IndicatorFactory.create(programme=self.programme, over_time=over_time)
        self.lodge_all(indicator, rows)
        old = by_place.table(indicator, self.period, list="63")
        new = by_place.table(indicator, self.period, list="34")
        assert old.done == new.done == totals.of(indicator, period=self.period).done
        sums = [sum(row.done.value or 0 for row in each.rows) for each in (old, new)]
        assert sums[0] == sums[1] == (new.done.value or 0)
        assert {row.place.list.code for row in new.rows if row.place} <= {"tinh-34"}
        merged = {("63", "02"), ("63", "08"), ("34", "08")}
        parts = [row.done.value or 0 for row in old.rows if row.place in self._of(merged)]
        whole = [row.done.value for row in new.rows if row.place == self.places["34", "08"]]
        assert sum(parts) == sum(value or 0 for value in whole)

    def _of(self, names: set[tuple[str, str]]) -> list[Place]:
        return [self.places[name] for name in names]

    def test_a_mean_over_the_country_weighs_every_observation_the_same(self) -> None:
        indicator = IndicatorFactory.create(
            programme=self.programme, over_time="mean", over_places="mean"
        )
        self.lodge_all(indicator, [(NAMES[0], 1, 1), (NAMES[0], 2, 2), (NAMES[1], 9, 1)])
        table = by_place.table(indicator, self.period, list="34")
        assert table.done.value == 4
        assert [row.done.value for row in table.rows] == [Decimal(4)]


@pytest.mark.django_db
def test_nothing_lodged_is_no_row() -> None:
    indicator = IndicatorFactory.create()
    period = periods_of(indicator.programme, 2025)["year"]
    assert by_place.table(indicator, period).rows == []
    assert over_places([], over_time="sum", over_places="sum").sign == "…"
