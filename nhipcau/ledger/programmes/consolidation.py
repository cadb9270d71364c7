"""The text of a programme as its amendments leave it on a day: from values to values, no rows.

An amendment is a document of its own and the signed text never changes; what is made here is
only for reference.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Act(TextChoices):
    """What an amendment does to one provision."""

    REPLACE = "replace", _("sửa đổi")
    INSERT = "insert", _("bổ sung")
    REPEAL = "repeal", _("bãi bỏ")


@dataclass(frozen=True, slots=True)
class Place:
    """A provision where it stands: its address, that of the one above ("" at the top), its text."""

    address: str
    parent: str
    marker: str
    paragraphs: tuple[str, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """What an amendment does to one place; an insertion stands after the sibling `after`, "" first."""

    act: Act
    place: Place
    after: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """An amendment that both sides agreed and that was issued."""

    key: str
    label: str
    number: str
    signed_on: date
    effective_on: date
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a place: by which amendment, and the text before it."""

    amendment: Issued
    act: Act
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A place with its text on the day, and how it came to it."""

    place: Place
    steps: tuple[Step, ...] = ()

    @property
    def address(self) -> str:
        return self.place.address

    @property
    def is_repealed(self) -> bool:
        return bool(self.steps) and self.steps[-1].act is Act.REPEAL

    @property
    def is_inserted(self) -> bool:
        return bool(self.steps) and self.steps[0].act is Act.INSERT

    @property
    def last(self) -> Step | None:
        """What happened to it last; None for a place as it was signed."""
        return self.steps[-1] if self.steps else None

    @property
    def last_day(self) -> date | None:
        """The last day on which a repealed place stood."""
        if self.last is None or not self.is_repealed:
            return None
        return self.last.amendment.effective_on - timedelta(days=1)

    @property
    def first_paragraphs(self) -> tuple[str, ...]:
        """Its text as signed, or as inserted."""
        replaced = [step.before for step in self.steps if step.act is not Act.INSERT]
        return replaced[0] if replaced else self.place.paragraphs


@dataclass(frozen=True, slots=True)
class Consolidation:
    """Every place in the order of the text, and the edits that found no place to act on."""

    day: date
    places: tuple[Consolidated, ...]
    amendments: tuple[Issued, ...]
    unapplied: tuple[tuple[Issued, Edit], ...] = ()

    def at(self, address: str) -> Consolidated | None:
        return next((each for each in self.places if each.address == address), None)

    def nearest(self, address: str) -> Consolidated | None:
        """The place itself where it stands on the day, else the nearest above that stands."""
        known = self.at(address)
        while known is not None and known.is_repealed and known.place.parent:
            known = self.at(known.place.parent)
        if known is not None:
            return None if known.is_repealed else known
        above, dot, _last = address.rpartition(".")
        return self.nearest(above) if dot else None


def consolidate(
    signed: Iterable[Place], amendments: Iterable[Issued], *, day: date
) -> Consolidation:
    """The places on a day. Total: no place is ever lost, and the order of entry makes no difference."""
    counting = {each.key: each for each in amendments if each.effective_on <= day}
    ordered = sorted(
        counting.values(),
        key=lambda each: (each.effective_on, each.signed_on, each.number, each.key),
    )
    work = _Work([Consolidated(place) for place in signed])
    unapplied = [
        (amendment, edit)
        for amendment in ordered
        for edit in amendment.edits
        if not work.apply(amendment, edit)
    ]
    return Consolidation(day, tuple(work.places), tuple(ordered), tuple(unapplied))


class _Work:
    """The places while amendments are being applied, one edit after the other."""

    def __init__(self, places: list[Consolidated]) -> None:
        self.places = places

    def apply(self, amendment: Issued, edit: Edit) -> bool:
        """Whether the edit found the place to act on."""
        if edit.act is Act.INSERT:
            return self._insert(amendment, edit)
        found = self._find(edit.place.address)
        if found is None or self.places[found].is_repealed:
            return False
        if edit.act is Act.REPLACE:
            self._step(found, amendment, edit.act, edit.place.paragraphs)
        else:
            for at in range(found, self._end_of(found)):
                if not self.places[at].is_repealed:
                    self._step(at, amendment, edit.act, self.places[at].place.paragraphs)
        return True

    def _insert(self, amendment: Issued, edit: Edit) -> bool:
        at = self._position(edit)
        if at is None or self._find(edit.place.address) is not None:
            return False
        self.places.insert(at, Consolidated(edit.place, (Step(amendment, edit.act, ()),)))
        return True

    def _position(self, edit: Edit) -> int | None:
        """Where an insertion goes; None where what it hangs on does not stand."""
        above = self._find(edit.place.parent) if edit.place.parent else -1
        if above is None or (above >= 0 and self.places[above].is_repealed):
            return None
        if not edit.after:
            return above + 1
        before = self._find(edit.after)
        if before is None or self.places[before].place.parent != edit.place.parent:
            return None
        return self._end_of(before)

    def _step(self, at: int, amendment: Issued, act: Act, paragraphs: Sequence[str]) -> None:
        old = self.places[at]
        step = Step(amendment, act, old.place.paragraphs)
        self.places[at] = Consolidated(
            replace(old.place, paragraphs=tuple(paragraphs)), (*old.steps, step)
        )

    def _find(self, address: str) -> int | None:
        return next((at for at, each in enumerate(self.places) if each.address == address), None)

    def _end_of(self, at: int) -> int:
        """The position after the last place below this one."""
        family = {self.places[at].address}
        end = at + 1
        while end < len(self.places) and self.places[end].place.parent in family:
            family.add(self.places[end].address)
            end += 1
        return end
