"""What became of an agency, and who answers for a function on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from nhipcau.agencies.functions import touches
from nhipcau.agencies.models import Agency, Succession
from nhipcau.base.held import Held


class Standing(Enum):
    """How a question «who answers» was answered."""

    ITSELF = "itself"
    FOLLOWED = "followed"
    SHARED = "shared"
    UNKNOWN = "unknown"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Holder:
    """An agency that answers on the day, and the successions that led to it, oldest first."""

    agency: Agency
    path: tuple[Succession, ...] = ()

    @property
    def since(self) -> date | None:
        return self.path[-1].day if self.path else self.agency.first_day

    @property
    def instruments(self) -> tuple[str, ...]:
        """What it rests on; a step whose source names no instrument adds nothing."""
        return tuple(dict.fromkeys(step.instrument for step in self.path if step.instrument))

    @property
    def functions(self) -> tuple[str, ...]:
        """What it took over at the last step; none is all."""
        return tuple(self.path[-1].functions) if self.path else ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is not certain about the way that led here."""
        return tuple(dict.fromkeys(step.doubt for step in self.path if step.doubt))


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers for a function of an agency on a day."""

    asked: Agency
    function: str
    on: date
    standing: Standing
    holders: tuple[Holder, ...] = ()
    # Where no succession names the function: those that took over others, for a person to ask.
    candidates: tuple[Holder, ...] = ()

    @property
    def agencies(self) -> tuple[Agency, ...]:
        return tuple(holder.agency for holder in self.holders)

    @property
    def has_moved(self) -> bool:
        """Whether others answer than the agency that the text names."""
        return self.standing is not Standing.ITSELF


@dataclass(frozen=True)
class Lineage:
    """All standing successions in memory: read once, asked many times without a query."""

    onward: dict[int, list[Succession]]
    back: dict[int, list[Succession]]

    @classmethod
    def current(cls) -> Lineage:
        """The lineage as it stands, held between requests until something in it changes."""
        return _lineage.current()

    @classmethod
    def load(cls) -> Lineage:
        """Read the successions in three queries."""
        onward: dict[int, list[Succession]] = defaultdict(list)
        back: dict[int, list[Succession]] = defaultdict(list)
        agencies = Agency.objects.in_lineage().prefetch_related("names").in_bulk()
        for step in Succession.objects.standing():
            # One object for one agency, however many steps it has a part in.
            step.old = agencies[step.old_id]
            step.new = agencies[step.new_id] if step.new_id else None
            onward[step.old_id].append(step)
            if step.new_id is not None:
                back[step.new_id].append(step)
        return cls(dict(onward), dict(back))

    def answering(self, agency: Agency, function: str = "", *, on: date) -> Answer:
        """Who answers on a day for a function of an agency; without one, for what it did last."""
        if agency.first_day is not None and on < agency.first_day:
            return Answer(agency, function, on, Standing.NOT_YET)
        found = _once(self._holders(Holder(agency), function, on))
        existing = tuple(holder for holder in found if holder.agency.exists_on(on))
        if not existing:
            return Answer(agency, function, on, Standing.UNKNOWN, (), self._ending(agency, on))
        return Answer(agency, function, on, _standing(agency, existing), existing)

    def became(self, agency: Agency) -> tuple[Succession, ...]:
        """Every succession after an agency, as far as is known, each once, oldest first."""
        return _reach(agency, self.onward, forward=True)

    def came_from(self, agency: Agency) -> tuple[Succession, ...]:
        """Every succession that led to an agency, each once, oldest first."""
        return _reach(agency, self.back, forward=False)

    def _holders(self, holder: Holder, function: str, on: date) -> Iterator[Holder]:
        steps = self._next(holder, function, on)
        if not steps:
            yield holder
        for step in steps:
            if step.new is not None:
                yield from self._holders(Holder(step.new, (*holder.path, step)), function, on)

    def _next(self, holder: Holder, function: str, on: date) -> list[Succession]:
        """The earliest steps on from a holder: what it handed over later it no longer had."""
        after = holder.path[-1].day if holder.path else None
        steps = [
            step
            for step in self.onward.get(holder.agency.pk, [])
            if step.day <= on
            and (after is None or step.day >= after)
            and step not in holder.path
            and _concerns(step, function)
        ]
        earliest = min((step.day for step in steps), default=None)
        return [step for step in steps if step.day == earliest]

    def _ending(self, agency: Agency, on: date) -> tuple[Holder, ...]:
        steps = [step for step in self.onward.get(agency.pk, []) if step.day <= on]
        return tuple(Holder(step.new, (step,)) for step in steps if step.new is not None)


_lineage = Held("agencies", Lineage.load)


def answering(agency: Agency, function: str = "", *, on: date) -> Answer:
    """Who answers on a day for a function of an agency, and by which instrument."""
    return Lineage.current().answering(agency, function, on=on)


def _concerns(step: Succession, function: str) -> bool:
    """A step that hands the function over; for all functions, one that ends the old agency."""
    if function:
        return not step.functions or touches(step.functions, function)
    ended = step.old.last_day
    return ended is not None and step.day >= ended


def _standing(asked: Agency, holders: Sequence[Holder]) -> Standing:
    if len(holders) > 1:
        return Standing.SHARED
    return Standing.ITSELF if holders[0].agency == asked else Standing.FOLLOWED


def _once(holders: Iterator[Holder]) -> tuple[Holder, ...]:
    """One holder for one agency: the first way that led there."""
    return tuple({holder.agency.pk: holder for holder in reversed(list(holders))}.values())[::-1]


def _reach(
    agency: Agency, ways: dict[int, list[Succession]], *, forward: bool
) -> tuple[Succession, ...]:
    found: dict[int, Succession] = {}
    waiting = [agency.pk]
    while waiting:
        for step in ways.get(waiting.pop(), []):
            end = step.new_id if forward else step.old_id
            if step.pk not in found:
                found[step.pk] = step
                if end is not None:
                    waiting.append(end)
    return tuple(sorted(found.values(), key=lambda step: (step.day, step.pk)))
