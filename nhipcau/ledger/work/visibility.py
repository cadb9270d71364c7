"""Own leader first: from which rung of the ladder a person sees that a unit is late."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from nhipcau.agencies.models import Agency, User
from nhipcau.base.held import Held
from nhipcau.base.while_reading import once

from . import houses
from .models import VisibilityRung

Relation: TypeAlias = VisibilityRung.Relation
Since: TypeAlias = VisibilityRung.Since
# Without data nobody but the unit itself sees anything.
CLOSED = (VisibilityRung(relation=Relation.UNIT, turn=1, since=Since.AT_ONCE),)
Sent = Callable[[set[int]], set[int]]
_sent: list[Sent] = []


def may_see_lateness(user: User | AnonymousUser, *, agency: Agency, sent: bool) -> bool:
    """Whether this person sees that this unit is late; `sent`: its report has left its house."""
    return isinstance(user, User) and sight_of(user).reaches(agency.pk, sent=sent)


class Sight:
    """What one person sees of the lateness of units, read once."""

    def __init__(self, user: User) -> None:
        self.house = houses.of(user)
        self._rungs = _ladder.current()
        self._roles = {role.role for role in user.current_memberships}
        self._is_inside = user.may("ledger.read_internal")

    def relations(self, agency: int) -> list[Relation]:
        """How the person stands to a unit, the nearest first."""
        if agency in self.house.own:
            return [Relation.UNIT]
        if agency in self.house.below:
            return [Relation.ABOVE, Relation.FOCAL]
        return [Relation.FOCAL] if agency in self.house.side else [Relation.OTHER_SIDE]

    def reaches(self, agency: int, *, sent: bool) -> bool:
        """Whether one of the rungs that fit lets this person see it."""
        return self._is_inside and any(
            self._opens(relation, sent=sent) for relation in self.relations(agency)
        )

    def seen_among(self, agencies: set[int]) -> set[int]:
        """Those of these units whose lateness the person sees today."""
        at_once = {pk for pk in agencies if self.reaches(pk, sent=False)}
        later = {pk for pk in agencies - at_once if self.reaches(pk, sent=True)}
        if not later:
            return at_once
        return at_once | {pk for ask in _sent for pk in ask(later)}

    def _opens(self, relation: Relation, *, sent: bool) -> bool:
        rung = self._rungs.get(relation)
        if rung is None or (rung.roles and not self._roles & set(rung.roles)):
            return False
        return rung.since == Since.AT_ONCE or (rung.since == Since.AFTER_SENDING and sent)


def sight_of(user: User) -> Sight:
    """The sight of a person for the agency acted for now."""
    return once(("sight", *user.acts_as), lambda: Sight(user))


def told_by(ask: Sent) -> None:
    """Let a room above say which of some units have sent their report of the running year."""
    if ask not in _sent:
        _sent.append(ask)


@transaction.atomic
def load(path: Path) -> int:
    """Read the ladder from a file; rungs that an administrator changed stay. Returns the new ones."""
    added = 0
    for turn, rung in enumerate(json.loads(path.read_text(encoding="utf-8"))["rungs"], start=1):
        given = {key: rung[key] for key in ("since", "roles", "source", "doubt") if key in rung}
        _row, is_new = VisibilityRung.objects.get_or_create(
            relation=rung["relation"], defaults={"turn": turn, **given}
        )
        added += is_new
    return added


def _rungs() -> dict[str, VisibilityRung]:
    return {rung.relation: rung for rung in list(VisibilityRung.objects.all()) or CLOSED}


_ladder = Held("visibility", _rungs)
