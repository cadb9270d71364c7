"""Tasks rolled up: by state, by province, with sums of money; counted in the database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, Value

from nhipcau.agencies.models import Place, User
from nhipcau.agencies.models.place import Level

from . import visibility
from .models import Task

State = Task.State
WAITING = (State.NOT_STARTED, State.ONGOING)
OVERDUE = "overdue"
MONEY = ("estimated", "allotted", "spent")


@dataclass(slots=True)
class Counts:
    """How many tasks stand how; `late` counts only what the reader may see."""

    by_state: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    late: int = 0
    money: dict[str, Decimal | None] = field(default_factory=lambda: dict.fromkeys(MONEY))

    @property
    def total(self) -> int:
        return sum(self.by_state.values())

    @property
    def done(self) -> int:
        return self.by_state[State.DONE]

    @property
    def ongoing(self) -> int:
        return self.by_state[State.ONGOING]

    @property
    def not_started(self) -> int:
        return self.by_state[State.NOT_STARTED]

    @property
    def awaiting(self) -> int:
        return self.by_state[State.AWAITING]

    @property
    def aside(self) -> int:
        return self.by_state[State.PAUSED] + self.by_state[State.OUT]

    def add(self, state: str, count: int, late: int) -> None:
        self.by_state[state] += count
        self.late += late

    def add_money(self, name: str, amount: Decimal | None) -> None:
        """Nothing known stays nothing known; it is not 0."""
        if amount is not None:
            self.money[name] = (self.money[name] or Decimal(0)) + amount


@dataclass(frozen=True, slots=True)
class Group:
    """One province, or what has none, with its counts."""

    name: str
    code: str  # «tinh-63.02», as the address of the list has it
    counts: Counts


@dataclass(frozen=True, slots=True)
class RolledUp:
    """The whole and its provinces."""

    total: Counts
    provinces: tuple[Group, ...]


def by_province(
    parts: "Sequence[QuerySet[Task]]", user: User, *, on: date, with_money: bool = True
) -> RolledUp:
    """Counts and money of tasks by the province of their place; a commune counts with its province.

    The tasks come in parts that have none in common.
    """
    found: dict[int | None, Counts] = defaultdict(Counts)
    total = Counts()
    rows = [row for tasks in parts for row in _counted(tasks, on)]
    seen = visibility.sight_of(user).seen_among({lead for _p, lead, *_rest in rows})
    provinces = _provinces({place for place, *_rest in rows if place is not None})
    for place, lead, state, count, late in rows:
        told = late if lead in seen else 0
        for each in (found[provinces.get(place)], total):
            each.add(state, count, told)
    if with_money:
        for place, *amounts in (row for tasks in parts for row in _summed(tasks)):
            for name, amount in zip(MONEY, amounts, strict=True):
                for each in (found[provinces.get(place)], total):
                    each.add_money(name, amount)
    return RolledUp(total, tuple(_groups(found)))


def _counted(tasks: "QuerySet[Task]", on: date) -> Iterable[tuple[int | None, int, str, int, int]]:
    late = Count(Value(1), filter=Q(state__in=WAITING, due__lt=on))
    return (
        tasks.order_by()
        .values("place", "lead", "state")
        .annotate(count=Count("*"), late=late)
        .values_list("place", "lead", "state", "count", "late")
    )


def _summed(tasks: "QuerySet[Task]") -> Iterable[tuple[Any, ...]]:
    sums = {f"{name}_sum": Sum(f"budget_lines__{name}") for name in MONEY}
    # A task without money adds nothing; with an inner join only the others are looked at.
    paid = tasks.order_by().filter(budget_lines__isnull=False)
    return paid.values("place").annotate(**sums).values_list("place", *sums)


def _provinces(places: set[int]) -> dict[int | None, int | None]:
    """For each place the key of its province."""
    rows = Place.objects.filter(pk__in=places).values_list(
        "pk", "parent", "parent__parent", "list__level"
    )
    return {
        pk: pk if level == Level.PROVINCE else (above or parent)
        for pk, parent, above, level in rows
    }


def _groups(found: dict[int | None, Counts]) -> Iterable[Group]:
    keys = {pk for pk in found if pk is not None}
    rows = Place.objects.filter(pk__in=keys).values_list("pk", "list__code", "code", "names__name")
    # Of several names the one that the place bears, or bore last.
    in_turn = rows.order_by(F("names__first_day").asc(nulls_first=True), "names__id")
    called = {pk: (f"{of_list}.{code}", name or "") for pk, of_list, code, name in in_turn}
    for pk in sorted(keys, key=lambda each: called[each][0]):
        code, name = called[pk]
        yield Group(name, code, found[pk])
    if None in found:
        yield Group("", "", found[None])
