"""Who takes part in a simulated year: provinces' committees, two units of the centre, communes."""

from dataclasses import dataclass
from datetime import date

from nhipcau.agencies.loading import load_commune_committees
from nhipcau.agencies.models import Agency, Place
from nhipcau.agencies.questions.lineage import Lineage
from nhipcau.ledger.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Unit:
    """One that has every yearly task of its own: a province's committee, or a unit of the centre."""

    agency: Agency
    place: Place | None
    # Who answers for it at the end of the year.
    later: Agency


def units(count: int, *, on: date, programme: Programme) -> list[Unit]:
    """The committees of `count` provinces as they were on a day, and the two focal points."""
    lineage = Lineage.current()
    end = date(on.year, 12, 31)
    found = [
        Unit(agency, place, _later(lineage, agency, end))
        for place in Place.objects.provinces().existing(on=on).order_by("code")[:count]
        if (agency := place.agencies.existing(on=on).filter(level="provincial").first())
    ]
    focal = [party.focal_point for party in programme.parties.all() if party.focal_point]
    return found + [Unit(each, None, _later(lineage, each, end)) for each in focal]


def communes(count: int) -> list[Agency]:
    """The committees of `count` communes, spread over the country."""
    listed = Place.objects.in_list("xa-tu-2025-07").with_names().order_by("code")
    every = max(1, listed.count() // max(1, count))
    chosen = list(listed.select_related("parent"))[::every][:count]
    return load_commune_committees(chosen, by=None)


def _later(lineage: Lineage, agency: Agency, on: date) -> Agency:
    holders = lineage.answering(agency, on=on).agencies
    return holders[0] if holders else agency
