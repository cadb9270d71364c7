"""Indicators of a scope: what evidence adds up to, what units plan and expect."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Avg, Max, Q, Sum

from nhipcau.agencies.models.periods import on_day
from nhipcau.ledger.evidence.models import Figure, Indicator, Measure, Period

from . import account
from .account import Value, added
from .scope import Scope


def indicator_rows(scope: Scope) -> tuple[account.Indicator, ...]:
    """A row for each indicator of the programme that the scope has any number or mark for."""
    period = scope.period
    indicators = Indicator.objects.filter(
        on_day(period.closing_day), programme=period.programme_id
    ).select_related("provision")
    done = _measured(scope, period.first_day, scope.upto)
    year = _measured(scope, _first_of_year(period), scope.upto)
    before = _measured(scope, *_year_before(period.first_day, scope.upto))
    figures = _figures(scope)
    rows = []
    for each in indicators:
        row = account.Indicator(
            code=each.code,
            name=each.name,
            unit=each.unit,
            address=each.provision.address if each.provision else "",
            over_places=each.over_places,
            planned=figures(each, Figure.Kind.PLANNED),
            done=_given_or(figures(each, Figure.Kind.DONE), done.get(each.pk)),
            cumulative=Value.of(year.get(each.pk)),
            estimate=figures(each, Figure.Kind.ESTIMATE),
            last_year=Value.of(before.get(each.pk)),
        )
        if any(getattr(row, name) != Value.of(None) for name in account.Indicator.COLUMNS):
            rows.append(row)
    return tuple(rows)


def _given_or(given: Value, measured: Decimal | None) -> Value:
    """What evidence adds up to; without any, what the unit says there is («không phát sinh»)."""
    return Value.of(measured) if measured is not None else given


def _measured(scope: Scope, first: date, last: date) -> dict[int, Decimal]:
    """What measures add up to over time, by each indicator's own rule."""
    rows = Measure.objects.filter(
        evidence__programme=scope.period.programme_id,
        evidence__agency__in=scope.agencies,
        evidence__day__range=(first, last),
        evidence__withdrawal=None,
    ).order_by()
    how = {"sum": Sum("value"), "most": Max("value"), "mean": Avg("value")}
    found: dict[int, Decimal] = {}
    for rule, together in how.items():
        of_rule = rows.filter(indicator__over_time=rule).values_list("indicator")
        found.update(dict(of_rule.annotate(together)))
    last_ones = (
        rows.filter(indicator__over_time__in=("last", "not"))
        .order_by("indicator_id", "evidence__agency_id", "-evidence__day", "-pk")
        .distinct("indicator_id", "evidence__agency_id")
    )
    by_indicator: dict[int, list[Value]] = defaultdict(list)
    rules = {}
    for row in last_ones.select_related("indicator"):
        by_indicator[row.indicator_id].append(Value.of(row.value))
        rules[row.indicator_id] = row.indicator.over_places
    for pk, values in by_indicator.items():
        value = added(values, rules[pk]).value
        if value is not None:
            found[pk] = value
    return found


class _figures:
    """The numbers and marks that units of the scope gave for the period."""

    def __init__(self, scope: Scope) -> None:
        rows = Figure.objects.filter(
            Q(breakdown=[]), period=scope.period, agency__in=scope.agencies
        )
        self._held: dict[tuple[int, str], list[Value]] = defaultdict(list)
        for row in rows:
            self._held[row.indicator_id, row.kind].append(Value.of(row.value, row.mark))

    def __call__(self, indicator: Indicator, kind: Figure.Kind) -> Value:
        values: Iterable[Value] = self._held.get((indicator.pk, kind.value), [Value.of(None)])
        return added(values, indicator.over_places)


def _first_of_year(period: Period) -> date:
    """Reporting years run from 15 December to 14 December (Decree 09/2019/NĐ-CP)."""
    if period.kind == Period.Kind.YEAR:
        return period.first_day
    first = date(period.closing_day.year - 1, 12, 15)
    return min(first, period.first_day)


def _year_before(first: date, last: date) -> tuple[date, date]:
    """The same days of the year before."""
    return _back(first), _back(last)


def _back(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28) if is_leap_day else day.replace(year=day.year - 1)
