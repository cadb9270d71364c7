"""Who belongs to whom: a person's agencies, those above them, and those below."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import connection

from nhipcau.agencies.models import Agency

if TYPE_CHECKING:
    from nhipcau.agencies.models import User

_DOWN = """
    WITH RECURSIVE house AS (
        SELECT id FROM agencies_agency WHERE id = ANY(%s)
        UNION SELECT each.id FROM agencies_agency each JOIN house ON each.parent_id = house.id
    ) SELECT id FROM house
"""
_UP = """
    WITH RECURSIVE house AS (
        SELECT id, parent_id FROM agencies_agency WHERE id = ANY(%s)
        UNION SELECT each.id, each.parent_id FROM agencies_agency each
        JOIN house ON each.id = house.parent_id
    ) SELECT id FROM house
"""


def own(user: "User") -> set[int]:
    """The agencies for which a person acts today."""
    return {agency.pk for agency in user.agencies()}


def below(agencies: Iterable[int]) -> set[int]:
    """These agencies and every unit below them."""
    return _walk(_DOWN, agencies)


def above(agencies: Iterable[int]) -> set[int]:
    """These agencies and every body above them."""
    return _walk(_UP, agencies)


def near(user: "User") -> set[int]:
    """A person's own agencies, what lies above, and what lies below; read once a request."""
    held: set[int] | None = getattr(user, "_near", None)
    if held is None:
        agencies = own(user)
        held = above(agencies) | below(agencies)
        user._near = held  # type: ignore[attr-defined]  # a note on the request's own person
    return held


def speaks_for(user: "User", agency: Agency) -> bool:
    """Whether a role of this person counts for an agency: held there, or in the same line."""
    return agency.pk in near(user)


def _walk(query: str, agencies: Iterable[int]) -> set[int]:
    asked = sorted(set(agencies))
    if not asked:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(query, [asked])
        return {pk for (pk,) in cursor.fetchall()}
