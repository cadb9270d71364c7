"""For which parties of a programme a person may speak."""

from collections.abc import Iterator
from datetime import date

from django.db import connection

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import User

from .models import Party, PartyActor, Programme

# In which acts who is named speaks for the party.
ACTS = [PartyActor.Act.EVERY.value, PartyActor.Act.CONSENT.value]
# Who is named; where nobody is for the whole, signatories and focal points, then whoever took over
# from them by a day, of every generation.
_BODIES = """
    WITH RECURSIVE named AS (
        SELECT actor.party_id AS party, actor.agency_id AS agency, actor.clause
        FROM programmes_partyactor actor JOIN programmes_party party ON party.id = actor.party_id
        WHERE party.programme_id = %(programme)s AND actor.act = ANY(%(acts)s)
            AND actor.withdrawn_at IS NULL AND actor.first_day <= %(day)s
            AND (actor.last_day IS NULL OR actor.last_day >= %(day)s)
    ), heir AS (
        SELECT party.id AS party, body.id AS agency
        FROM programmes_party party, unnest(ARRAY[party.agency_id, party.focal_point_id]) body(id)
        WHERE party.programme_id = %(programme)s AND body.id IS NOT NULL
            AND NOT EXISTS (SELECT FROM named WHERE named.party = party.id AND named.clause = '')
        UNION SELECT heir.party, step.new_id
        FROM heir JOIN agencies_succession step ON step.old_id = heir.agency
        WHERE step.withdrawn_at IS NULL AND step.day <= %(day)s AND step.new_id IS NOT NULL
    )
    SELECT party, agency FROM named UNION SELECT party, agency FROM heir
"""


def sides_of(user: User, programme: Programme, *, on: date) -> list[Party]:
    """The parties of which this person holds a role today.

    A role counts in a unit below an agency as well. Where a document names who agrees for a party
    in the whole programme, the named agency speaks; until then the agency that signed, its focal
    point, and whichever agency has taken over from them by the day.
    """
    held = _held_in(upwards(user.agencies()), programme, on)
    return [party for party in programme.parties.all() if party.pk in held]


def is_of_a_side(own: frozenset[int], programme: Programme, *, on: date) -> bool:
    """Whether a role in one of these agencies, or in a unit below it, counts for any party."""
    return bool(_held_in(own, programme, on))


def _held_in(own: frozenset[int], programme: Programme, on: date) -> set[int]:
    return {party for party, agency in _bodies(programme, on) if agency in own}


def _bodies(programme: Programme, on: date) -> Iterator[tuple[int, int]]:
    """Parties with those named for the whole and for single clauses; without the former, with
    signatory and heirs."""
    with connection.cursor() as cursor:
        cursor.execute(_BODIES, {"programme": programme.pk, "acts": ACTS, "day": on})
        yield from cursor.fetchall()
