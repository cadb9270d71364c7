"""How the provinces carry a programme out on a day: by the list of 63, or by that of 34.

Nothing that was recorded is touched: an action stays with the place that it was recorded for, and
the new province shows those of the old ones that it carries.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nhipcau.agencies.models import CodeList, Place, PlaceChange
from nhipcau.agencies.questions.places import NEW_PROVINCES, OLD_PROVINCES, of_list_on
from nhipcau.ledger.programmes.models import Programme

from .models import ProvinceAction, StandingChoice

LISTS = {"63": OLD_PROVINCES, "34": NEW_PROVINCES}
Way = ProvinceAction.Way


@dataclass(frozen=True, slots=True)
class Money:
    """What was allotted: the sum of the figures that are known, and how many are not."""

    value: Decimal | None
    missing: int

    @classmethod
    def of(cls, actions: Iterable[ProvinceAction]) -> "Money":
        """None where no figure is known, which is not 0; only acting ways can lack one."""
        given = list(actions)
        known = [each.amount for each in given if each.amount is not None]
        missing = sum(each.is_acting and each.amount is None for each in given)
        return cls(sum(known, Decimal(0)) if known else None, missing)


@dataclass(frozen=True)
class Row:
    """One province: its own actions, and those of the old ones that it carries."""

    place: Place
    own: tuple[ProvinceAction, ...] = ()
    carried: "tuple[Row, ...]" = ()
    choice: StandingChoice | None = None
    # Whether it is there on the day: what is inherited has to be settled only then.
    exists: bool = True

    @property
    def actions(self) -> tuple[ProvinceAction, ...]:
        """Its own first, then those it inherited; the strongest way first within each."""
        return (*self.own, *(action for row in self.carried for action in row.actions))

    @property
    def way(self) -> Way:
        """The way by which the province is counted: the strongest of its actions."""
        ranked = sorted(self.actions, key=lambda each: each.rank)
        return Way(ranked[0].way) if ranked else Way.UNKNOWN

    @property
    def first(self) -> ProvinceAction | None:
        """The action that gives the way, or the one that was chosen to stand."""
        if self.choice is not None:
            return self.choice.action
        ranked = sorted(self.actions, key=lambda each: each.rank)
        return ranked[0] if ranked else None

    @property
    def documents(self) -> Counter[str]:
        """How many actions by way."""
        return Counter(each.way for each in self.actions)

    @property
    def money(self) -> Money:
        return Money.of(self.actions)

    @property
    def unknown(self) -> int:
        """Of how many of the places that it is made of nothing is known; of itself alone 0 or 1."""
        if not self.carried:
            return int(self.way == Way.UNKNOWN)
        return 0 if _tells(self.own) else sum(row.unknown for row in self.carried)

    @property
    def programmes(self) -> tuple[ProvinceAction, ...]:
        """The programmes of its own that it signed or inherited."""
        return tuple(each for each in self.actions if each.way == Way.OWN_PROGRAMME)

    @property
    def must_be_settled(self) -> bool:
        """Several programmes came together, and nobody has said which one stands."""
        signers = {each.place_id for each in self.programmes}
        return self.exists and self.choice is None and len(signers) > 1

    @property
    def superseded(self) -> frozenset[int]:
        """Programmes that do not stand since another one was chosen."""
        if self.choice is None:
            return frozenset()
        return frozenset(each.pk for each in self.programmes if each.pk != self.choice.action_id)


@dataclass(frozen=True)
class Table:
    """The provinces of a list on a day, in the order of its codes, with their counts and sums."""

    on: date
    year: int
    list: str
    rows: tuple[Row, ...]
    # Beside the 63: what merged provinces have recorded for themselves, which is of none of them.
    merged: tuple[Row, ...] = ()

    @property
    def ways(self) -> Counter[str]:
        """How many provinces by the way that counts; they add up to the list."""
        return Counter(row.way for row in self.rows)

    @property
    def documents(self) -> Counter[str]:
        """How many actions by way, of all provinces."""
        return sum((row.documents for row in self._all), Counter())

    @property
    def money(self) -> Money:
        return Money.of(action for row in self._all for action in row.actions)

    @property
    def acting(self) -> int:
        """How many provinces carry it out in one of the four ways."""
        return sum(row.way in ProvinceAction.ACTING for row in self.rows)

    @property
    def unknown(self) -> int:
        """Of how many provinces of the list nothing is known."""
        return sum(row.way == Way.UNKNOWN for row in self.rows)

    @property
    def to_settle(self) -> int:
        return sum(row.must_be_settled for row in self.rows)

    @property
    def _all(self) -> tuple[Row, ...]:
        return (*self.rows, *self.merged)


def list_on(on: date) -> str:
    """Which list holds on a day: «63» or «34»; without places, the one of today's law."""
    try:
        held = of_list_on("province", on).code
    except CodeList.DoesNotExist:
        return "34"
    return next((key for key, code in LISTS.items() if code == held), "34")


def table(
    programme: Programme,
    *,
    year: int,
    on: date,
    list: str,  # noqa: A002  the word of the address, «63» or «34»
) -> Table:
    """How the provinces of a list carry a programme out: `list` is «63» or «34»."""
    gathered = _Gathered(programme, year, on)
    if list == "63":
        return Table(on, year, list, gathered.old_rows(), gathered.merged())
    return Table(on, year, list, gathered.new_rows())


def row_of(programme: Programme, place: Place, *, year: int, on: date) -> Row:
    """One province on a day; an old one alone, a new one with those that it carries."""
    gathered = _Gathered(programme, year, on)
    rows = (*gathered.old_rows(), *gathered.new_rows())
    return next(row for row in rows if row.place.pk == place.pk)


class _Gathered:
    """The provinces of both lists with what was recorded of them, read once."""

    def __init__(self, programme: Programme, year: int, on: date) -> None:
        self._on = on
        found = ProvinceAction.objects.filter(programme=programme).for_year(year)
        self._actions: dict[int, list[ProvinceAction]] = defaultdict(list)
        for action in found.standing(on=on).with_all():
            self._actions[action.place_id].append(action)
        places = Place.objects.filter(list__code__in=LISTS.values()).select_related("list")
        self._places: Mapping[int, Place] = {
            each.pk: each for each in places.prefetch_related("names").order_by("code")
        }
        self._carried: dict[int, list[int]] = defaultdict(list)
        changes = PlaceChange.objects.filter(new__list__code=NEW_PROVINCES)
        for old, new in changes.order_by("old__code").values_list("old", "new"):
            self._carried[new].append(old)
        choices = StandingChoice.objects.filter(programme=programme).standing(on=on)
        self._choices = {each.place_id: each for each in choices.select_related("action")}

    def old_rows(self) -> tuple[Row, ...]:
        """The 63; what one that went on unchanged records today is still its own."""
        went_on = {old[0]: new for new, old in self._carried.items() if len(old) == 1}
        return tuple(
            Row(place, self._own(place.pk, went_on.get(place.pk))) for place in self._of("63")
        )

    def merged(self) -> tuple[Row, ...]:
        """New provinces made of several, with what they recorded for themselves."""
        places = (each for each in self._of("34") if len(self._carried[each.pk]) > 1)
        rows = (Row(place, self._own(place.pk)) for place in places)
        return tuple(row for row in rows if row.own)

    def new_rows(self) -> tuple[Row, ...]:
        """The 34, each with the old ones that it carries."""
        return tuple(self._new(place) for place in self._of("34"))

    def _new(self, place: Place) -> Row:
        carried = [Row(self._places[old], self._own(old)) for old in self._carried[place.pk]]
        exists = place.first_day is None or place.first_day <= self._on
        row = Row(place, self._own(place.pk), tuple(carried), None, exists)
        choice = self._choices.get(place.pk)
        if choice is None or choice.action_id not in {each.pk for each in row.actions}:
            return row
        return Row(place, row.own, row.carried, choice, exists)

    def _own(self, *places: int | None) -> tuple[ProvinceAction, ...]:
        found = (action for place in places if place for action in self._actions[place])
        return tuple(sorted(found, key=lambda each: (each.rank, each.first_day, each.pk)))

    def _of(self, key: str) -> list[Place]:
        return [each for each in self._places.values() if each.list.code == LISTS[key]]


def _tells(actions: Iterable[ProvinceAction]) -> bool:
    return any(each.way != Way.UNKNOWN for each in actions)
