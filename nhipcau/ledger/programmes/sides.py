"""For which parties of a programme a person may speak."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from django.db import connection

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import User

from .models import Party, PartyActor, Programme

# Signatories and focal points, then whoever took over from them by a day, of every generation.
_HEIRS = """
    WITH RECURSIVE heir AS (
        SELECT party.id AS party, body.id AS agency
        FROM programmes_party party, unnest(ARRAY[party.agency_id, party.focal_point_id]) body(id)
        WHERE party.id = ANY(%s) AND body.id IS NOT NULL
        UNION SELECT heir.party, step.new_id
        FROM heir JOIN agencies_succession step ON step.old_id = heir.agency
        WHERE step.withdrawn_at IS NULL AND step.day <= %s AND step.new_id IS NOT NULL
    )
    SELECT party, agency FROM heir
"""


def sides_of(user: User, programme: Programme, *, on: date) -> list[Party]:
    """The parties of which this person holds a role today.

    A role counts in a unit below an agency as well. Where a document names who agrees for a party
    in the whole programme, the named agency speaks; until then the agency that signed, its focal
    point, and whichever agency has taken over from them by the day.
    """
    own = upwards(user.agencies())
    parties = list(programme.parties.all())
    bodies = _bodies(parties, on)
    return [party for party in parties if own & bodies[party.pk]]


def _bodies(parties: Sequence[Party], on: date) -> dict[int, set[int]]:
    """Who is named for the whole and for single clauses; without the former, signatory and heirs."""
    acts = (PartyActor.Act.EVERY, PartyActor.Act.CONSENT)
    named = PartyActor.objects.filter(party__in=parties, act__in=acts).standing(on=on)
    found: dict[int, set[int]] = defaultdict(set)
    settled = set()
    for each in named:
        found[each.party_id].add(each.agency_id)
        if not each.clause:
            settled.add(each.party_id)
    unsettled = [party.pk for party in parties if party.pk not in settled]
    for party, agency in _heirs(unsettled, on):
        found[party].add(agency)
    return found


def _heirs(parties: list[int], on: date) -> Iterator[tuple[int, int]]:
    """Pairs of a party and an agency that signed, runs it, or took over from one of these."""
    if not parties:
        return
    with connection.cursor() as cursor:
        cursor.execute(_HEIRS, [parties, on])
        yield from cursor.fetchall()
