"""What a period comes to: plan, done, cumulative, estimate, percentages, units' own numbers."""

import datetime
from decimal import Decimal

import pytest

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Agency
from nhipcau.ledger.evidence import totals
from nhipcau.ledger.evidence.actions import lodge, withdraw
from nhipcau.ledger.evidence.models import Evidence, Figure, Indicator, Period, TaskTarget
from nhipcau.ledger.evidence.tally import Amount
from nhipcau.ledger.evidence.values import Given
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import IndicatorFactory, ProgrammeFactory, periods_of
from nhipcau.ledger.work.models import Plan, Task

pytestmark = pytest.mark.django_db

Mark, Kind = Figure.Mark, Figure.Kind


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory.create(first_year=2024)


@pytest.fixture
def indicator(programme: Programme) -> Indicator:
    return IndicatorFactory.create(programme=programme)


@pytest.fixture
def periods(programme: Programme) -> dict[str, Period]:
    periods_of(programme, 2024)
    return periods_of(programme, 2025)


def shown(*amounts: Amount) -> str:
    return " ".join(each.sign for each in amounts)


def measured(indicator: Indicator, agency: Agency, day: datetime.date, value: int) -> Evidence:
    return lodge(
        programme=indicator.programme, kind="figures", agency=agency, day=day,
        summary="Số liệu", by=None, measures=[Given(indicator, Decimal(value))],
    )  # fmt: skip


def figure(
    indicator: Indicator,
    period: Period,
    agency: Agency,
    kind: Figure.Kind,
    value: int | None,
    **more: str,
) -> Figure:
    return Figure.objects.create(
        indicator=indicator, period=period, agency=agency, kind=kind, value=value, **more
    )


def test_a_line_says_plan_done_cumulative_and_percentages(
    indicator: Indicator, periods: dict[str, Period]
) -> None:
    one, other = AgencyFactory.create_batch(2)
    measured(indicator, one, datetime.date(2024, 5, 2), 40)  # quarter II of last year
    measured(indicator, one, datetime.date(2024, 12, 15), 10)  # the first day of 2025's year
    measured(indicator, one, datetime.date(2025, 4, 1), 30)
    measured(indicator, other, datetime.date(2025, 6, 14), 20)
    gone = measured(indicator, other, datetime.date(2025, 6, 14), 999)
    withdraw(evidence=gone, reason="Ghi nhầm", by=None)
    measured(indicator, other, datetime.date(2025, 6, 15), 7)  # counts in quarter III
    figure(indicator, periods["year"], one, Kind.PLANNED, 80)
    figure(indicator, periods["year"], other, Kind.PLANNED, 40)
    figure(indicator, periods["year"], one, Kind.ESTIMATE, 70)
    line = totals.of(indicator, period=periods["quarter-2"])
    assert shown(line.planned, line.done, line.cumulative) == "120 50 60"
    assert line.percent_of_plan == 50
    assert shown(line.last_year) == "40"
    assert line.change_on_last_year == 25
    assert line.estimate.value == 70
    year = totals.of(indicator, period=periods["year"])
    assert year.cumulative.value == year.done.value == 67
    assert year.estimate_gap == -3


def test_targets_of_tasks_are_the_plan_until_a_unit_says_another(
    programme: Programme, indicator: Indicator, periods: dict[str, Period]
) -> None:
    agency = AgencyFactory.create()
    plan = Plan.objects.create(
        programme=programme, year=2025, title="Kế hoạch năm 2025",
        first_day="2025-01-01", last_day="2025-12-31",
    )  # fmt: skip
    for code, target in (("25.01", 30), ("25.02", 20)):
        task = Task.objects.create(
            programme=programme, plan=plan, code=code, title="Truyền thông", lead=agency
        )
        TaskTarget.objects.create(task=task, indicator=indicator, target=target)
    assert totals.of(indicator, period=periods["year"]).planned.value == 50
    figure(indicator, periods["year"], agency, Kind.PLANNED, 45)
    line = totals.of(indicator, period=periods["year"])
    assert shown(line.planned, line.planned_by_tasks) == "45 50"


def test_a_units_own_number_stands_beside_the_platforms(
    indicator: Indicator, periods: dict[str, Period]
) -> None:
    one, other = AgencyFactory.create_batch(2)
    measured(indicator, one, datetime.date(2025, 4, 1), 30)
    measured(indicator, other, datetime.date(2025, 4, 1), 5)
    figure(indicator, periods["quarter-2"], one, Kind.DONE, 33, reason="Tính cả buổi lồng ghép")
    line = totals.of(indicator, period=periods["quarter-2"])
    assert shown(line.done, line.stands) == "35 38"
    own = line.own[0]
    assert shown(own.platform) == "30"
    assert own.figure.value == 33
    assert own.differs
    assert own.figure.reason == "Tính cả buổi lồng ghép"


def test_what_is_missing_is_told_apart(indicator: Indicator, periods: dict[str, Period]) -> None:
    one, other, silent = AgencyFactory.create_batch(3)
    for turn in (1, 2, 3, 4):
        figure(indicator, periods[f"quarter-{turn}"], one, Kind.DONE, None, mark=Mark.NONE_AROSE)
    year = periods["year"]
    assert totals.of(indicator, period=year).done.sign == "–"
    assert totals.of(indicator, period=year, agencies=[silent]).done.sign == "…"
    assert totals.of(indicator, period=year, agencies=[one, silent]).done.missing == 1
    measured(indicator, other, datetime.date(2025, 4, 1), 0)
    line = totals.of(indicator, period=year)
    assert line.marks["done"] == "0"
    assert line.percent_of_plan is None
    figure(indicator, year, other, Kind.PLANNED, None, mark=Mark.NOT_APPLICABLE)
    assert totals.of(indicator, period=year).marks["planned"] == "x"


def test_parts_of_one_evidence_are_one_observation(
    programme: Programme, periods: dict[str, Period]
) -> None:
    indicator = IndicatorFactory.create(
        programme=programme, over_time="most", disaggregated_by=["giới tính"]
    )
    agency = AgencyFactory.create()
    for day, women, men in ((1, 20, 25), (2, 30, 5)):
        lodge(
            programme=programme, kind="figures", agency=agency, day=datetime.date(2025, 4, day),
            summary="Số liệu", by=None,
            measures=[
                Given(indicator, Decimal(women), ("nữ",)), Given(indicator, Decimal(men), ("nam",)),
            ],
        )  # fmt: skip
    assert totals.of(indicator, period=periods["year"]).done.value == 45


def test_many_lines_cost_as_many_queries_as_one(
    programme: Programme,
    indicator: Indicator,
    periods: dict[str, Period],
    django_assert_num_queries: object,
) -> None:
    several = [indicator, *IndicatorFactory.create_batch(5, programme=programme)]
    for asked in ([indicator], several):
        with django_assert_num_queries(8):  # type: ignore[operator]
            totals.lines(asked, period=periods["quarter-2"])
