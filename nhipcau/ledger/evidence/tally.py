"""How numbers add up: a tally that can be joined in any order, and what comes out of it.

Four things may stand where a number is asked, and they are never taken for one another:

| with            | a number      | không phát sinh | không áp dụng   | chưa có số liệu     |
|-----------------|---------------|-----------------|-----------------|---------------------|
| a number        | joined        | the number      | the number      | the number, 1 misses|
| không phát sinh |               | không phát sinh | không phát sinh | chưa có số liệu     |
| không áp dụng   |               |                 | không áp dụng   | chưa có số liệu     |
| chưa có số liệu |               |                 |                 | chưa có số liệu     |

0 is a number. What did not arise adds nothing and is no observation of a mean; who has no figures
makes a sum incomplete, and the sum says by how many.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from .models import Figure, Indicator
from .numbers import sign

Mark = Figure.Mark
Adds = Indicator.Adds
# A moment by which observations are put in order: (day, position), any two of them differing.
Moment = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """What came out: a number, or which kind of none; how many gave one, how many have none.

    `apart` says that several numbers are there which do not add up to one.
    """

    mark: Figure.Mark = Mark.UNKNOWN
    value: Decimal | None = None
    given: int = 0
    missing: int = 0
    apart: bool = False

    @property
    def is_number(self) -> bool:
        return self.mark == Mark.VALUE and self.value is not None

    @property
    def is_partial(self) -> bool:
        """Whether some have given a number and others have none yet."""
        return self.is_number and self.missing > 0

    @property
    def sign(self) -> str:
        """As a table shows it."""
        return "≠" if self.apart else sign(self.mark, self.value)


NOTHING = Amount()


@dataclass(frozen=True, slots=True)
class Tally:
    """Observations joined: their number, sum, greatest and last; and those without a number."""

    count: int = 0
    total: Decimal = Decimal(0)
    most: Decimal | None = None
    last: tuple[Moment, Decimal] | None = None
    none_arose: int = 0
    not_applicable: int = 0
    unknown: int = 0

    @classmethod
    def of(cls, mark: Figure.Mark, value: Decimal | None = None, moment: Moment = ()) -> "Tally":
        """One observation, or one of the ways of having none."""
        if mark == Mark.VALUE and value is not None:
            return cls(1, value, value, (moment, value))
        return cls(
            none_arose=mark == Mark.NONE_AROSE,
            not_applicable=mark == Mark.NOT_APPLICABLE,
            unknown=mark == Mark.UNKNOWN,
        )

    def __add__(self, other: "Tally") -> "Tally":
        mosts = [each for each in (self.most, other.most) if each is not None]
        lasts = [each for each in (self.last, other.last) if each is not None]
        return Tally(
            self.count + other.count,
            self.total + other.total,
            max(mosts, default=None),
            max(lasts, default=None),
            self.none_arose + other.none_arose,
            self.not_applicable + other.not_applicable,
            self.unknown + other.unknown,
        )

    @property
    def moment(self) -> Moment:
        """When the last observation was made."""
        return self.last[0] if self.last else ()

    def amount(self, adds: str) -> Amount:
        """What the observations add up to in one way of adding."""
        if not self.count:
            return Amount(self._mark_of_none(), missing=self.unknown)
        value = self._value(adds)
        if value is None:
            return Amount(Mark.UNKNOWN, None, self.count, self.unknown, apart=True)
        return Amount(Mark.VALUE, value, self.count, self.unknown)

    def _value(self, adds: str) -> Decimal | None:
        if adds == Adds.SUM:
            return self.total
        if adds == Adds.MEAN:
            return self.total / self.count
        if adds == Adds.MOST:
            return self.most
        if adds == Adds.LAST:
            return self.last[1] if self.last else None
        return self.total if self.count == 1 else None

    def _mark_of_none(self) -> Figure.Mark:
        if self.unknown or not (self.none_arose or self.not_applicable):
            return Mark.UNKNOWN
        return Mark.NONE_AROSE if self.none_arose else Mark.NOT_APPLICABLE


def join(tallies: Iterable[Tally]) -> Tally:
    """All of them together, whatever their order."""
    return sum(tallies, Tally())


def over_places(leaves: Iterable[Tally], *, over_time: str, over_places: str) -> Amount:
    """From observations, one tally for each unit and place, to one amount.

    Time first, within each unit; then the units. A mean over both is the mean of all observations:
    units with more of them weigh more, and no mean is taken of means.
    """
    held = list(leaves)
    if over_time == over_places == Adds.MEAN:
        return join(held).amount(Adds.MEAN)
    return join(_as_one(leaf, over_time) for leaf in held).amount(over_places)


def _as_one(leaf: Tally, over_time: str) -> Tally:
    """A unit's tally as one observation of that unit."""
    amount = leaf.amount(over_time)
    if amount.apart:
        # Several numbers of one unit that do not add up: no number can be said for the unit.
        return Tally.of(Mark.UNKNOWN)
    return Tally.of(amount.mark, amount.value, leaf.moment)
