"""Closing a period at the moment in which somebody writes into it: one clear outcome, on real threads."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.ledger.evidence import actions
from nhipcau.ledger.evidence.models import CommuneQuarter, Evidence, Figure, Indicator, Period
from nhipcau.ledger.evidence.numbers import Written
from nhipcau.ledger.evidence.periods import moved
from nhipcau.ledger.papers.tests.test_racing import race
from nhipcau.ledger.testing import IndicatorFactory, periods_of

pytestmark = [pytest.mark.machine, pytest.mark.django_db(transaction=True)]
Act = Callable[[], object]


def lodging(indicator: Indicator, period: Period) -> Act:
    agency = AgencyFactory.create()
    return lambda: actions.lodge(
        programme=indicator.programme, kind="event", agency=agency, by=None,
        day=period.closing_day, summary="Ngày hội đọc sách",
    )  # fmt: skip


def sending(indicator: Indicator, period: Period) -> Act:
    commune = AgencyFactory.create()
    said = actions.Quarter("3 buổi truyền thông", difficulties="Thiếu loa")
    return lambda: actions.send_quarter(
        period=period, agency=commune, place=None, said=said, by=None
    )


def giving(indicator: Indicator, period: Period) -> Act:
    agency = AgencyFactory.create()
    return lambda: actions.give_figure(
        indicator=indicator, period=period, agency=agency, kind=Figure.Kind.DONE,
        written=Written(Figure.Mark.VALUE, Decimal(3)), reason="Đếm lại", by=None,
    )  # fmt: skip


@pytest.mark.parametrize("writing", [lodging, sending, giving])
def test_what_is_written_while_a_period_closes_is_in_before_it_or_refused(
    writing: Callable[[Indicator, Period], Act],
) -> None:
    indicator = IndicatorFactory.create()
    periods = periods_of(indicator.programme, 2025)
    written = 0
    for turn in (1, 2, 3, 4):
        period = periods[f"quarter-{turn}"]
        close, write = (
            partial(actions.close_period, period=period, by=None),
            writing(indicator, period),
        )
        said = race(close, write) if turn % 2 else race(write, close)[::-1]
        assert said[0] == ""
        assert said[1] == "" or f"kỳ báo cáo {period.label} đã chốt số liệu ngày" in said[1]
        written += said[1] == ""
        period.refresh_from_db()
        since = moved(period)
        assert since is not None
        assert (list(since.lodged), list(since.withdrawn)) == ([], [])
        held = (Evidence.objects, CommuneQuarter.objects, Figure.objects)
        assert max(each.count() for each in held) == written
