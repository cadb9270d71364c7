"""Numbers that a unit reports otherwise than the platform holds."""

from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from .account import Account, Counts, Indicator, Point, Value
from .figures import count, measure
from .models import ReportedNumber

BOXES = tuple(field.name for field in fields(Counts))


# Of what was added up from the reports below, and not of one's own records.
TOTAL = "total:"
# The columns of an indicator that a sentence tells, and the sums of boxes that it tells.
TOLD = ("done", "cumulative", "estimate")
FINISHED = ("on_time", "late")
DATED = tuple(box for box in BOXES if box not in {"routine", "out", "evidence"})


def keys_of(account: Account, of: str = "") -> dict[str, Decimal | None]:
    """Every number that may be reported otherwise, with what the platform holds."""
    found: dict[str, Decimal | None] = {}
    for point in account.points:
        for box in BOXES:
            number = getattr(point.counts, box)
            if number:
                found[f"{of}point:{point.address}:{box}"] = Decimal(number)
    for row in account.indicators:
        for column in Indicator.COLUMNS[:4]:
            found[f"{of}indicator:{row.code}:{column}"] = getattr(row, column).value
    return found


def with_reported_numbers(
    account: Account, numbers: Iterable[ReportedNumber], of: str = ""
) -> Account:
    """The account as the unit reports it: its own part, or the total with what it gathered."""
    said = {each.key.removeprefix(of): each.theirs for each in numbers if each.key.startswith(of)}
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
        column: _value(getattr(row, column), said[key], row.over_places)
        for column in Indicator.COLUMNS[:4]
        if (key := f"indicator:{row.code}:{column}") in said
    }
    if "done" in given and row.cumulative.value == row.done.value is not None:
        # One number that stands in two columns is corrected in both.
        given.setdefault("cumulative", given["done"])
    return replace(row, **given) if given else row


def _value(held: Value, said: Decimal, how: str) -> Value:
    """What a unit reports, such that a mean of several places goes on being one."""
    parts = max(held.parts, 1)
    return Value("value", said, said * parts if how == "mean" else said, parts)


def number_behind(account: Account, line: str, words: str) -> str:
    """The key of the one number that a sentence shows as these words; «» where that is not sure."""
    kind, _, what = line.partition(":")
    if kind == "indicator":
        found = [row for row in account.indicators if row.code == what]
        columns = _columns_behind(found[0], words) if found else []
    elif kind == "point":
        places = [point.counts for point in account.points if point.address == what]
        columns = _boxes_behind(places[0], words) if places else []
    else:
        return ""
    return f"{line}:{columns[0]}" if len(columns) == 1 else ""


def _columns_behind(row: Indicator, words: str) -> list[str]:
    values = {name: getattr(row, name).value for name in TOLD}
    if values["cumulative"] == values["done"]:
        del values["cumulative"]
    return [name for name, value in values.items() if value is not None and measure(value) == words]


def _boxes_behind(counts: Counts, words: str) -> list[str]:
    """The boxes with that many; none where the words may be a sum of several boxes."""
    held = [box for box in BOXES if getattr(counts, box) and count(getattr(counts, box)) == words]
    for total, parts in ((counts.done, FINISHED), (counts.dated, DATED)):
        if total and count(total) == words and not set(parts) & set(held):
            return []
    return held
