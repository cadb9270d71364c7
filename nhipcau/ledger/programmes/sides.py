"""For which parties of a programme a person may speak."""

from collections.abc import Iterable
from datetime import date

from nhipcau.agencies.models import Agency, Succession, User

from .models import Party, PartyActor, Programme


def sides_of(user: User, programme: Programme, *, on: date) -> list[Party]:
    """The parties of which this person holds a role today.

    A role counts in a unit below an agency as well. Where a document names who agrees for a party
    in the whole programme, the named agency speaks; until then the agency that signed, its focal
    point, and whichever agency has taken over from them by the day.
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
    """Who is named for the whole and for single clauses; without the former, signatory and heirs."""
    acts = (PartyActor.Act.EVERY, PartyActor.Act.CONSENT)
    named = list(party.actors.standing(on=on).filter(act__in=acts))
    found = {each.agency_id for each in named}
    return found if any(not each.clause for each in named) else found | _heirs(party, on)


def _heirs(party: Party, on: date) -> set[int]:
    """The signatory, its focal point, and their successors of every generation."""
    found = {pk for pk in (party.agency_id, party.focal_point_id) if pk is not None}
    waiting = list(found)
    while waiting:
        taken = Succession.objects.standing().filter(old__in=waiting, day__lte=on)
        waiting = [pk for pk in taken.values_list("new", flat=True) if pk and pk not in found]
        found.update(waiting)
    return found
