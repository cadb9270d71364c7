"""How the provinces carry a programme out: by 63, by 34, and the one rolled up is the other."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from nhipcau.agencies.models import Place
from nhipcau.agencies.questions import by_new_provinces
from nhipcau.ledger.coverage.models import ProvinceAction, StandingChoice
from nhipcau.ledger.coverage.table import Row, Table, list_on, table
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import ProgrammeFactory, some_provinces

Way = ProvinceAction.Way
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
Country = dict[tuple[str, str], Place]


@pytest.fixture
def country(db: None) -> Country:
    return some_provinces()


@pytest.fixture
def programme(db: None) -> Programme:
    programme: Programme = ProgrammeFactory.create()
    return programme


def act(programme: Programme, place: Place, way: Way = Way.OWN_PLAN, **said: Any) -> ProvinceAction:
    given = {"title": "Kế hoạch (ví dụ)", "reason": "ví dụ", "source": "ví dụ"}
    day = place.first_day or date(2024, 9, 1)
    return ProvinceAction.objects.create(
        programme=programme, place=place, way=way, **{"first_day": day, **given, **said}
    )


def shown(programme: Programme, of_list: str, on: date = AFTER, year: int = 2025) -> Table:
    return table(programme, year=year, on=on, list=of_list)


def row(found: Table, code: str) -> Row:
    return next(each for each in (*found.rows, *found.merged) if each.place.code == code)


def test_all_four_ways_are_counted_and_the_rest_by_name(
    programme: Programme, country: Country
) -> None:
    act(programme, country["63", "02"], Way.FOLDED_FOREIGN)
    act(programme, country["63", "08"], Way.OWN_PROGRAMME)
    act(programme, country["63", "08"], Way.OWN_PLAN)
    found = shown(programme, "63")
    assert (found.acting, found.unknown) == (2, 1)
    assert found.ways == {Way.FOLDED_FOREIGN: 1, Way.OWN_PROGRAMME: 1, Way.UNKNOWN: 1}
    assert found.documents == {Way.FOLDED_FOREIGN: 1, Way.OWN_PROGRAMME: 1, Way.OWN_PLAN: 1}


def test_empty_money_is_not_zero(programme: Programme, country: Country) -> None:
    act(programme, country["63", "02"], amount=0)
    act(programme, country["63", "08"])
    by_code = {each.place.code: each.money for each in shown(programme, "63").rows}
    assert (by_code["02"].value, by_code["02"].missing) == (Decimal(0), 0)
    assert (by_code["08"].value, by_code["08"].missing) == (None, 1)
    assert (by_code["04"].value, by_code["04"].missing) == (None, 0), "nothing to lack money"
    new = row(shown(programme, "34"), "08")
    assert (new.money.value, new.money.missing) == (Decimal(0), 1)


def test_a_day_and_a_year_say_what_counts(programme: Programme, country: Country) -> None:
    place = country["63", "04"]
    act(programme, place, Way.DRAFTING, last_day=date(2025, 1, 14))
    act(programme, place, first_day=date(2025, 1, 15), first_year=2025, last_year=2025)
    act(
        programme,
        place,
        Way.OWN_PROGRAMME,
        withdrawn_because="ghi nhầm",
        withdrawn_at="2025-01-01T00:00Z",
    )
    assert row(shown(programme, "63", on=date(2025, 1, 14)), "04").way == Way.DRAFTING
    assert row(shown(programme, "63", on=date(2025, 1, 15)), "04").way == Way.OWN_PLAN
    assert row(shown(programme, "63", year=2026), "04").way == Way.UNKNOWN


def test_what_a_new_province_records_is_its_own_or_the_one_old_ones(
    programme: Programme, country: Country
) -> None:
    act(programme, country["34", "04"])
    act(programme, country["34", "08"], amount=5)
    found = shown(programme, "63")
    assert row(found, "04").way == Way.OWN_PLAN, "it went on unchanged"
    assert [each.place for each in found.merged] == [country["34", "08"]]
    assert found.money.value == shown(programme, "34").money.value == 5


def test_several_inherited_programmes_have_to_be_settled(
    programme: Programme, country: Country
) -> None:
    one = act(programme, country["63", "02"], Way.OWN_PROGRAMME)
    other = act(programme, country["63", "08"], Way.OWN_PROGRAMME)
    assert row(shown(programme, "34"), "08").must_be_settled
    assert not row(shown(programme, "34", on=BEFORE), "08").must_be_settled, "not merged yet"
    StandingChoice.objects.create(
        programme=programme, place=country["34", "08"], action=other,
        document="Thông báo số 9/TB-UBND (ví dụ)", first_day=date(2025, 9, 1),
    )  # fmt: skip
    settled = row(shown(programme, "34", on=date(2025, 9, 1)), "08")
    assert not settled.must_be_settled
    assert settled.first == other
    assert settled.superseded == {one.pk}
    assert row(shown(programme, "34", on=date(2025, 8, 31)), "08").must_be_settled


def test_the_list_of_a_day_is_that_of_the_law(country: Country) -> None:
    assert [list_on(day) for day in (BEFORE, AFTER)] == ["63", "34"]


def test_the_questions_do_not_grow_with_the_actions(
    programme: Programme, country: Country, django_assert_max_num_queries: Any
) -> None:
    for place in country.values():
        act(programme, place), act(programme, place)
    with django_assert_max_num_queries(7):
        found = shown(programme, "34")
        assert [str(each.place) for line in found.rows for each in line.actions]


AMOUNTS = st.none() | st.integers(0, 10**12)
ACTIONS = st.lists(st.tuples(st.sampled_from(("02", "04", "08")), st.sampled_from(Way), AMOUNTS))


class RolledUp(TestCase):
    """The table of 34 is the table of 63 rolled up, whatever the old provinces recorded."""

    country: ClassVar[Country]
    programme: ClassVar[Programme]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.country = some_provinces()
        cls.programme = ProgrammeFactory.create()

    @settings(max_examples=30)
    @given(ACTIONS)
    def test_counts_money_and_what_is_unknown(
        self, said: list[tuple[str, Way, int | None]]
    ) -> None:
        for code, way, amount in said:
            act(self.programme, self.country["63", code], way, amount=amount)
        stored = list(ProvinceAction.objects.order_by("pk").values())
        old, new = shown(self.programme, "63"), shown(self.programme, "34")
        for way in Way:
            assert by_code(new, lambda each, way=way: each.documents[way]) == rolled_up(
                old, lambda each, way=way: each.documents[way]
            )
        assert by_code(new, lambda each: each.unknown) == rolled_up(old, lambda each: each.unknown)
        assert by_code(new, lambda each: each.money.missing) == rolled_up(
            old, lambda each: each.money.missing
        )
        assert by_code(new, lambda each: each.money.value) == rolled_up(
            old, lambda each: each.money.value
        )
        assert new.money == old.money
        assert new.documents == old.documents
        assert sum(new.ways.values()) == len(new.rows)
        assert stored == list(ProvinceAction.objects.order_by("pk").values())


def by_code(found: Table, figure: Any) -> dict[str, Any]:
    return {each.place.code: figure(each) for each in found.rows}


def rolled_up(found: Table, figure: Any) -> dict[str, Any]:
    totals = by_new_provinces((each.place.code, figure(each)) for each in found.rows)
    return {total.code: total.value for total in totals}
