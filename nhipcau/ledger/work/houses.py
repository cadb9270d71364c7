"""Who belongs to whom: a person's agencies, those above them, below them, and of the same side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nhipcau.agencies import directory
from nhipcau.agencies.models import Agency

if TYPE_CHECKING:
    from nhipcau.agencies.models import User


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
    """The house of a person for the agency acted for now."""
    known = directory.current()
    own = frozenset(agency.pk for agency in user.agencies())
    above = known.upwards(own)
    return House(own, above, known.downwards(own), known.downwards(above))


def near(user: "User") -> frozenset[int]:
    """A person's own agencies, what lies above, and what lies below."""
    return of(user).near


def speaks_for(user: "User", agency: Agency) -> bool:
    """Whether a role of this person counts for an agency: held there, or in the same line."""
    return agency.pk in near(user)
