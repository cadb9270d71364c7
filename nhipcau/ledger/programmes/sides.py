"""For which parties of a programme a person may speak."""

from collections.abc import Iterable
from datetime import date

from nhipcau.agencies.models import Agency, Succession, User

from .models import Party, Programme


def sides_of(user: User, programme: Programme, *, on: date) -> list[Party]:
    """The parties of which this person holds a role today.

    A role counts in the agency that signed, in its focal point, in a unit below one of them, and
    in whichever agency has taken over from it by the day.
    """
    own = set(_upwards(user.agencies()))
    return [party for party in programme.parties.all() if own & _bodies(party, on)]


def _upwards(agencies: Iterable[Agency]) -> Iterable[int]:
    for agency in agencies:
        above: Agency | None = agency
        while above is not None:
            yield above.pk
            above = above.parent


def _bodies(party: Party, on: date) -> set[int]:
    """The signatory, its focal point, and their successors of every generation."""
    found = {pk for pk in (party.agency_id, party.focal_point_id) if pk is not None}
    waiting = list(found)
    while waiting:
        taken = Succession.objects.standing().filter(old__in=waiting, day__lte=on)
        waiting = [pk for pk in taken.values_list("new", flat=True) if pk and pk not in found]
        found.update(waiting)
    return found
