"""Who belongs to whom: a person's agencies, those above them, below them, and of the same side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection

from nhipcau.agencies.models import Agency

if TYPE_CHECKING:
    from nhipcau.agencies.models import User

# Up from the person's agencies, then down from these and from what is above, in one question.
_ASK = """
    WITH RECURSIVE up AS (
        SELECT id, parent_id FROM agencies_agency WHERE id = ANY(%s)
        UNION SELECT each.id, each.parent_id FROM agencies_agency each JOIN up ON each.id = up.parent_id
    ), down AS (
        SELECT id FROM agencies_agency WHERE id = ANY(%s)
        UNION SELECT each.id FROM agencies_agency each JOIN down ON each.parent_id = down.id
    ), side AS (
        SELECT id FROM up
        UNION SELECT each.id FROM agencies_agency each JOIN side ON each.parent_id = side.id
    )
    SELECT side.id, up.id IS NOT NULL, down.id IS NOT NULL
    FROM side LEFT JOIN up USING (id) LEFT JOIN down USING (id)
"""


@dataclass(frozen=True, slots=True)
class House:
    """Keys of agencies around a person; each set holds the person's own as well."""

    own: frozenset[int]
    above: frozenset[int]
    below: frozenset[int]
    side: frozenset[int]

    @property
    def near(self) -> frozenset[int]:
        """For whom a role counts: in the same line, up or down."""
        return self.above | self.below


def of(user: "User") -> House:
    """The house of a person for the agency acted for now, kept for the time of one request."""
    own = frozenset(agency.pk for agency in user.agencies())
    held: House | None = getattr(user, "_house", None)
    if held is None or held.own != own:
        held = _asked(own)
        user._house = held  # type: ignore[attr-defined]  # a note on the request's own person
    return held


def near(user: "User") -> frozenset[int]:
    """A person's own agencies, what lies above, and what lies below."""
    return of(user).near


def speaks_for(user: "User", agency: Agency) -> bool:
    """Whether a role of this person counts for an agency: held there, or in the same line."""
    return agency.pk in near(user)


def _asked(own: frozenset[int]) -> House:
    if not own:
        return House(own, own, own, own)
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [sorted(own), sorted(own)])
        rows = cursor.fetchall()
    return House(
        own,
        frozenset(pk for pk, is_above, _below in rows if is_above),
        frozenset(pk for pk, _above, is_below in rows if is_below),
        frozenset(pk for pk, *_rest in rows),
    )
