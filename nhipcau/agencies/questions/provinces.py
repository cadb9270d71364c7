"""The bodies of a province on a day: those that it has told, and those to ask it for."""

from dataclasses import dataclass
from datetime import date

from nhipcau.agencies.models import Agency, Place

COMMITTEE = "people's committee"


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of provincial body; `agency` is None where the province has to be asked."""

    kind: Agency
    agency: Agency | None

    @property
    def must_be_asked(self) -> bool:
        return self.agency is None


def bodies(place: Place, *, on: date) -> tuple[Body, ...]:
    """One line for each kind of provincial body that existed on the day; no name is guessed."""
    kinds = Agency.objects.filter(is_type=True, level="provincial").existing(on=on)
    own = place.agencies.existing(on=on).select_related("instance_of").prefetch_related("names")
    known = {agency.instance_of_id: agency for agency in own}
    return tuple(Body(kind, known.get(kind.pk)) for kind in kinds.prefetch_related("names"))


def committee(place: Place, *, on: date) -> Agency | None:
    """The people's committee that acted for a province on a day."""
    found = place.agencies.filter(kind=COMMITTEE).existing(on=on).prefetch_related("names")
    return found.first()


def committee_name(place: Place, *, on: date) -> str:
    """The name that the law gives the people's committee of any place: «Ủy ban nhân dân xã …»."""
    name = place.name_on(on)
    return f"Ủy ban nhân dân {name[:1].lower()}{name[1:]}"
