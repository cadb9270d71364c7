"""Numbers that a unit reports otherwise than the platform holds."""

from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from .account import Account, Counts, Indicator, Point, Value
from .models import ReportedNumber

BOXES = tuple(field.name for field in fields(Counts))


def keys_of(account: Account) -> dict[str, Decimal | None]:
    """Every number that may be reported otherwise, with what the platform holds."""
    found: dict[str, Decimal | None] = {}
    for point in account.points:
        for box in BOXES:
            number = getattr(point.counts, box)
            if number:
                found[f"point:{point.address}:{box}"] = Decimal(number)
    for row in account.indicators:
        for column in Indicator.COLUMNS[:4]:
            found[f"indicator:{row.code}:{column}"] = getattr(row, column).value
    return found


def with_reported_numbers(account: Account, numbers: Iterable[ReportedNumber]) -> Account:
    """The account as the unit reports it."""
    said = {each.key: each.theirs for each in numbers}
    if not said:
        return account
    return replace(
        account,
        points=tuple(_point(point, said) for point in account.points),
        indicators=tuple(_indicator(row, said) for row in account.indicators),
    )


def _point(point: Point, said: dict[str, Decimal]) -> Point:
    given = {
        box: int(said[key]) for box in BOXES if (key := f"point:{point.address}:{box}") in said
    }
    return replace(point, counts=replace(point.counts, **given)) if given else point


def _indicator(row: Indicator, said: dict[str, Decimal]) -> Indicator:
    given: dict[str, Any] = {
        column: Value.of(said[key])
        for column in Indicator.COLUMNS[:4]
        if (key := f"indicator:{row.code}:{column}") in said
    }
    return replace(row, **given) if given else row
