"""People's committees of communes: named by law, opened for those communes that take part."""

from collections.abc import Iterable

from django.db import transaction

from nhipcau.agencies.models import Agency, AgencyName, Place
from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.shell.search.index import index

from .committees import KIND

TYPE = "ubnd-xa"


@transaction.atomic
def load_commune_committees(places: Iterable[Place], *, by: Actor | None) -> list[Agency]:
    """The committee of each commune, opened where it is not held yet, below its province's."""
    wanted = {f"{TYPE}-{place.code}": place for place in places}
    held = set(Agency.objects.filter(code__in=wanted).values_list("code", flat=True))
    kind = Agency.objects.get(code=TYPE)
    above = _provincial()
    made = [
        _open(code, place, kind, above.get(place.parent_id), by=by)
        for code, place in wanted.items()
        if code not in held
    ]
    index(made)
    return list(Agency.objects.filter(code__in=wanted).prefetch_related("names", "places"))


def _provincial() -> dict[int | None, Agency]:
    """By province, its committee of today."""
    committees = Agency.objects.filter(kind=KIND, level="provincial", last_day=None)
    through = Agency.places.through.objects.filter(agency__in=committees)
    known = committees.in_bulk()
    return {row.place_id: known[row.agency_id] for row in through}


def _open(
    code: str, place: Place, kind: Agency, above: Agency | None, *, by: Actor | None
) -> Agency:
    agency = Agency.objects.create(
        code=code,
        kind=KIND,
        level="commune",
        instance_of=kind,
        parent=above,
        first_day=place.first_day,
        source=place.source,
    )
    agency.places.add(place)
    borne = place.name_in_text
    AgencyName.objects.bulk_create(
        AgencyName(
            agency=agency, form=form, name=text, first_day=place.first_day, source=place.source
        )
        for form, text in (("full", f"Ủy ban nhân dân {borne}"), ("short", f"UBND {borne}"))
    )
    audit.record("agencies.loaded", by=by, target=agency, note="communes_2025.csv")
    return agency
