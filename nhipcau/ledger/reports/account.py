"""What a report counts, as plain values that add up: by point, by indicator, by source of money.

An account goes to JSON and back without a loss; that is what sending freezes. Adding is done in any
order with the same sum, so that communes into provinces into a party equals all at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields, replace
from decimal import Decimal
from typing import Any

MARKS = ("value", "unknown", "none_arose", "not_applicable")


@dataclass(frozen=True, slots=True)
class Counts:
    """Tasks on a day, each in one box; routine ones and those taken out are beside the total."""

    on_time: int = 0
    late: int = 0
    awaiting: int = 0
    ongoing: int = 0
    not_started: int = 0
    overdue: int = 0
    paused: int = 0
    routine: int = 0
    out: int = 0
    evidence: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Counts)))

    @property
    def dated(self) -> int:
        """Tasks that have a day, or whose end is awaited."""
        open_ones = self.awaiting + self.ongoing + self.not_started + self.overdue + self.paused
        return self.done + open_ones

    @property
    def done(self) -> int:
        return self.on_time + self.late

    @property
    def carried_over(self) -> int:
        """What the next year takes over."""
        return self.dated - self.done


@dataclass(frozen=True, slots=True)
class Point:
    """A place of the programme's text with what was done for it."""

    address: str
    words: str
    order: int
    counts: Counts

    def __add__(self, other: Point) -> Point:
        return replace(self, counts=self.counts + other.counts)


@dataclass(frozen=True, slots=True)
class Value:
    """A number or one of the three ways in which there is none; `parts` were added up into it.

    The sum is kept beside the number of parts so that a mean can go on being added to.
    """

    mark: str = "unknown"
    value: Decimal | None = None
    total: Decimal | None = None
    parts: int = 0
    missing: int = 0

    @classmethod
    def of(cls, value: Decimal | None, mark: str = "value") -> Value:
        """One unit's number, or its mark."""
        if value is None or mark != "value":
            gap = mark if mark in MARKS[1:] else "unknown"
            return cls(gap, None, None, 0, int(gap == "unknown"))
        return cls("value", value, value, 1, 0)


def added(values: Iterable[Value], how: str) -> Value:
    """Values of several units as one, by the indicator's rule over places.

    What nobody gave is counted in `missing` and never taken for 0.
    """
    all_values = list(values)
    known = [each for each in all_values if each.mark == "value" and each.total is not None]
    missing = sum(each.missing for each in all_values)
    if not known:
        return Value(_common_mark([each.mark for each in all_values]), missing=missing)
    total = sum((each.total or Decimal(0) for each in known), Decimal(0))
    parts = sum(each.parts for each in known)
    shown = [each.value for each in known if each.value is not None]
    match how:
        case "sum":
            value: Decimal | None = total
        case "most":
            value = max(shown)
        case "mean":
            value = total / parts
        case _:
            # «lấy số cuối kỳ», «không cộng»: of several places there is no one number.
            value = shown[0] if parts == 1 and shown else None
    return Value("value", value, total, parts, missing)


def _common_mark(marks: list[str]) -> str:
    """Without any number: unknown as soon as one is; «không phát sinh» before «không áp dụng»."""
    if not marks or "unknown" in marks or "value" in marks:
        return "unknown"
    return "none_arose" if "none_arose" in marks else "not_applicable"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator's row: planned, done in the period, cumulative, expected, and last year's."""

    code: str
    name: str
    unit: str
    address: str
    over_places: str
    planned: Value = field(default_factory=Value)
    done: Value = field(default_factory=Value)
    cumulative: Value = field(default_factory=Value)
    estimate: Value = field(default_factory=Value)
    last_year: Value = field(default_factory=Value)

    COLUMNS = ("planned", "done", "cumulative", "estimate", "last_year")

    @property
    def reached(self) -> Value:
        """What stands against the plan: all that was done since the year began, where it is known."""
        return self.cumulative if self.cumulative.value is not None else self.done

    def __add__(self, other: Indicator) -> Indicator:
        columns: dict[str, Any] = {
            name: added((getattr(self, name), getattr(other, name)), self.over_places)
            for name in Indicator.COLUMNS
        }
        return replace(self, **columns)


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts in đồng of one source; None is «chưa có số liệu»."""

    source: str
    words: str
    estimated: Decimal | None = None
    allotted: Decimal | None = None
    spent: Decimal | None = None
    settled: Decimal | None = None

    def __add__(self, other: Money) -> Money:
        amounts: dict[str, Any] = {
            name: _sum(getattr(self, name), getattr(other, name))
            for name in ("estimated", "allotted", "spent", "settled")
        }
        return replace(self, **amounts)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return one if other is None else other
    return one + other


@dataclass(frozen=True, slots=True)
class Example:
    """A thing that was done: by whom under which name that day, and whose it is now."""

    address: str
    day: str
    agency: str
    now: str
    summary: str
    uuid: str


@dataclass(frozen=True, slots=True)
class Account:
    """All numbers of a report, with a few examples; whose they are stands beside each part."""

    points: tuple[Point, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    money: tuple[Money, ...] = ()
    examples: tuple[Example, ...] = ()
    directives: int = 0
    units: int = 1

    @property
    def counts(self) -> Counts:
        return sum((point.counts for point in self.points), Counts())

    def __add__(self, other: Account) -> Account:
        return Account(
            points=_merged(self.points, other.points, lambda each: each.address),
            indicators=_merged(self.indicators, other.indicators, lambda each: each.code),
            money=_merged(self.money, other.money, lambda each: (each.source, each.words)),
            examples=self.examples + other.examples,
            directives=self.directives + other.directives,
            units=self.units + other.units,
        )


def _merged(ours: tuple[Any, ...], theirs: tuple[Any, ...], key: Any) -> tuple[Any, ...]:
    found = {key(each): each for each in ours}
    for each in theirs:
        found[key(each)] = found[key(each)] + each if key(each) in found else each
    rows = sorted(found.values(), key=lambda each: (getattr(each, "order", 0), str(key(each))))
    return tuple(rows)


def to_json(account: Account) -> dict[str, Any]:
    """As JSON can hold it: decimals as text."""
    return {name: _plain(value) for name, value in asdict(account).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


def from_json(held: dict[str, Any]) -> Account:
    """The account that `to_json` wrote."""
    return Account(
        points=tuple(
            Point(**{**each, "counts": Counts(**each["counts"])}) for each in held["points"]
        ),
        indicators=tuple(_indicator(each) for each in held["indicators"]),
        money=tuple(_money(each) for each in held["money"]),
        examples=tuple(Example(**each) for each in held["examples"]),
        directives=held["directives"],
        units=held["units"],
    )


def _indicator(held: dict[str, Any]) -> Indicator:
    values = {
        name: Value(
            **{
                **held[name],
                "value": _decimal(held[name]["value"]),
                "total": _decimal(held[name]["total"]),
            }
        )
        for name in Indicator.COLUMNS
    }
    return Indicator(**{**held, **values})


def _money(held: dict[str, Any]) -> Money:
    amounts = ("estimated", "allotted", "spent", "settled")
    return Money(**{**held, **{name: _decimal(held[name]) for name in amounts}})


def _decimal(held: str | None) -> Decimal | None:
    return None if held is None else Decimal(held)
