"""The tables of 34 provinces are those of 63 rolled up, and the rooms tell of the same country.

Each room proves it for itself: coverage/tests/test_table.py (ways, documents, money),
evidence/tests/test_by_place.py (numbers, in every way of adding), agencies/tests/country/
test_rollup.py (any figures, the whole country), reports/tests/test_consolidating.py (accounts, in
any order). Here the same records are held against both lists and both rooms.
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Agency, Place
from nhipcau.agencies.questions import by_new_provinces
from nhipcau.ledger.coverage.models import ProvinceAction
from nhipcau.ledger.coverage.table import table as coverage_table
from nhipcau.ledger.evidence import by_place
from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.evidence.models import Indicator
from nhipcau.ledger.evidence.values import Given
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import (
    MERGED_ON,
    IndicatorFactory,
    ProgrammeFactory,
    periods_of,
    some_provinces,
)

PLACES = st.sampled_from(["02", "08", "04"])
RECORDS = st.lists(st.tuples(PLACES, st.integers(0, 9_000), st.booleans()), max_size=6)


class OneCountry(TestCase):
    """What provinces recorded and what was done in them: both rooms tell of the same 34."""

    country: ClassVar[dict[tuple[str, str], Place]]
    programme: ClassVar[Programme]
    indicator: ClassVar[Indicator]
    unit: ClassVar[Agency]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.country = some_provinces()
        cls.programme = ProgrammeFactory.create()
        cls.indicator = IndicatorFactory.create(programme=cls.programme)
        cls.unit = AgencyFactory.create()

    @settings(max_examples=15)
    @given(RECORDS)
    def test_both_rooms_roll_up_the_same_way(self, rows: list[tuple[str, int, bool]]) -> None:
        period = periods_of(self.programme, 2025)["year"]
        for code, value, has_plan in rows:
            place = self.country["63", code]
            lodge(
                programme=self.programme, kind="figures", summary="Số liệu", by=None,
                agency=self.unit, place=place, day=date(2025, 4, 20),
                measures=[Given(self.indicator, Decimal(value))],
            )  # fmt: skip
            if has_plan:
                ProvinceAction.objects.create(
                    programme=self.programme, place=place, way=ProvinceAction.Way.OWN_PLAN,
                    amount=value, title="Kế hoạch (ví dụ)", source="ví dụ",
                    first_day=date(2025, 4, 1),
                )  # fmt: skip
        done = {each: by_place.table(self.indicator, period, list=each) for each in ("63", "34")}
        acts = {
            each: coverage_table(self.programme, year=2025, on=MERGED_ON, list=each)
            for each in ("63", "34")
        }
        assert done["63"].done == done["34"].done
        assert acts["63"].money == acts["34"].money
        assert acts["63"].documents == acts["34"].documents
        assert measured(done["34"]) == rolled(measured(done["63"]))
        given_money = {
            each: {row.place.code: Decimal(row.money.value or 0) for row in acts[each].rows}
            for each in acts
        }
        shared = {code: value for code, value in given_money["34"].items() if value}
        assert shared == rolled({code: value for code, value in given_money["63"].items() if value})


def measured(found: by_place.Table) -> dict[str, Decimal]:
    """What was done in each province, those with nothing left out."""
    rows = ((row.place.code, row.done.value or Decimal(0)) for row in found.rows if row.place)
    return {code: value for code, value in rows if value}


def rolled(by_code: dict[str, Decimal]) -> dict[str, Decimal]:
    """The sums by the provinces of today."""
    found = by_new_provinces(list(by_code.items()))
    return {each.code: each.value for each in found if each.value}
