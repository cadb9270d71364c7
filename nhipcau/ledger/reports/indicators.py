"""Indicators of a scope: what the evidence room adds up, as values that go on being added."""

from decimal import Decimal

from nhipcau.agencies.models import Agency
from nhipcau.agencies.models.periods import on_day
from nhipcau.ledger.evidence import totals
from nhipcau.ledger.evidence.models import Figure, Indicator, Measure
from nhipcau.ledger.evidence.tally import Amount

from . import account
from .account import Value
from .scope import Scope

COLUMNS = {
    "planned": "planned",
    "done": "stands",  # the unit's own number where it gave one
    "cumulative": "cumulative",
    "estimate": "estimate",
    "last_year": "last_year",
}


def indicator_rows(scope: Scope) -> tuple[account.Indicator, ...]:
    """A row for each indicator of the programme that the scope has any number or mark for."""
    period = scope.period
    indicators = Indicator.objects.filter(
        on_day(period.closing_day), programme=period.programme_id
    ).select_related("provision")
    lines = totals.lines(list(indicators), period=period, agencies=_speaking(scope))
    rows = [_row(line) for line in lines]
    return tuple(row for row in rows if _says_something(row))


def _speaking(scope: Scope) -> list[Agency]:
    """Of several bodies in one report, those that have a number at all: the others lack none."""
    measured = Measure.objects.filter(
        evidence__programme=scope.period.programme_id, evidence__agency__in=scope.agencies
    ).values("evidence__agency")
    said = Figure.objects.filter(
        indicator__programme=scope.period.programme_id, agency__in=scope.agencies
    ).values("agency")
    agencies = Agency.objects.filter(pk__in=scope.agencies)
    speaking = list(agencies.filter(pk__in=measured) | agencies.filter(pk__in=said))
    return speaking or list(agencies[:1])


def _row(line: totals.Line) -> account.Indicator:
    indicator = line.indicator
    how = indicator.over_places
    values = {name: _value(getattr(line, attribute), how) for name, attribute in COLUMNS.items()}
    return account.Indicator(
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        address=indicator.provision.address if indicator.provision else "",
        over_places=how,
        planned=values["planned"],
        done=values["done"],
        cumulative=values["cumulative"],
        estimate=values["estimate"],
        last_year=values["last_year"],
    )


def _value(amount: Amount, how: str) -> Value:
    """An amount with what it takes to go on adding: a mean keeps its sum and its number."""
    if amount.apart:
        return Value("value", None, Decimal(0), max(amount.given, 2), amount.missing)
    if not amount.is_number or amount.value is None:
        return Value.of(None, str(amount.mark))
    total = amount.value * amount.given if how == Indicator.Adds.MEAN else amount.value
    parts = amount.given if how == Indicator.Adds.MEAN else 1
    return Value("value", amount.value, total, parts, amount.missing)


def _says_something(row: account.Indicator) -> bool:
    return any(getattr(row, name).mark != "unknown" for name in account.Indicator.COLUMNS)
