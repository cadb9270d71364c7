"""Figures by the 63 are the same figures by the 34; nothing is lost, nothing is shared out."""

import csv
from collections import defaultdict
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Count, Sum
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.agencies import questions
from nhipcau.agencies.models import Place

from .conftest import DATA

pytestmark = [
    pytest.mark.machine,
    pytest.mark.django_db,
    pytest.mark.usefixtures("country"),
]

with (DATA / "places" / "provinces.csv").open(encoding="utf-8") as file:
    MERGED_INTO = {
        line["code"]: line["merged_into_code"]
        for line in csv.DictReader(file)
        if line["set"] == "63"
    }

figures = st.lists(
    st.tuples(
        st.sampled_from(sorted(MERGED_INTO)),
        st.none()
        | st.integers(-(10**12), 10**12)
        | st.decimals(
            allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9
        ),
    ),
    max_size=200,
)


@settings(max_examples=60, deadline=None)
@given(figures)
def test_any_figures_by_the_63_are_their_sum_by_the_34(
    rows: list[tuple[str, Decimal | int | None]],
) -> None:
    expected: dict[str, list[Decimal | int | None]] = defaultdict(list)
    for code, value in rows:
        expected[MERGED_INTO[code]].append(value)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        totals = questions.by_new_provinces(rows)
    assert len(queries) == 1
    assert {each.code: (each.value, each.missing) for each in totals} == {
        code: (_sum(values), values.count(None)) for code, values in expected.items()
    }


def _sum(values: list[Decimal | int | None]) -> Decimal | None:
    known = [Decimal(value) for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def test_all_63_make_all_34() -> None:
    totals = questions.by_new_provinces((code, 1) for code in MERGED_INTO)
    assert len(totals) == 34
    assert sum(each.value or 0 for each in totals) == 63


def test_a_figure_nobody_gave_is_no_zero() -> None:
    (total,) = questions.by_new_provinces([("02", None)])
    assert (total.code, total.value, total.missing) == ("08", None, 1)


def test_a_code_of_another_list_is_refused_whole() -> None:
    with pytest.raises(questions.ForeignCode, match=r"Mã 97 không có trong danh mục 63 tỉnh"):
        questions.by_new_provinces([("01", 5), ("97", 5)])


def test_a_commune_that_was_divided_keeps_its_figure_whole() -> None:
    place = Place.objects.filter(became__kind="divided").order_by("code")[0]
    targets = tuple(change.new.code for change in questions.became(place))
    result = questions.roll_up([("00001", 7), (place.code, 12)], of_list="xa-truoc-2025-07")
    assert [(each.code, each.value) for each in result.totals] == [("00097", Decimal(7))]
    (divided,) = result.divided
    assert (divided.code, divided.value, divided.targets) == (
        place.code,
        Decimal(12),
        targets,
    )
    assert result.value == 19


def test_every_old_commune_is_either_passed_on_or_kept_as_divided() -> None:
    codes = list(Place.objects.in_list("xa-truoc-2025-07").values_list("code", flat=True))
    result = questions.roll_up(((code, 1) for code in codes), of_list="xa-truoc-2025-07")
    assert result.value == len(codes) == 10_035
    assert len(result.divided) == 471


def test_rows_of_a_table_are_rolled_up_by_the_database_too() -> None:
    provinces = Place.objects.in_list("tinh-63")
    rolled = (
        provinces.order_by()
        .annotate(now=questions.new_province("code"))
        .values("now")
        .annotate(number=Count("pk"))
    )
    assert len(rolled) == 34
    assert rolled.aggregate(all=Sum("number"))["all"] == 63
