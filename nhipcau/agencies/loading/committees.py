"""People's committees of the provinces, and the provincial bodies whose own names are known."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from nhipcau.agencies.models import Agency, AgencyName, Place, PlaceChange, Succession
from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.shell.search.index import index

from .changes import DAY, PROVINCES
from .tables import day, lines_of

TYPE = "ubnd-tinh"
KIND = "people's committee"


def load_committees(path: Path, *, by: Actor | None) -> int:
    """Add one committee for each province of both lists; one that went on has both places."""
    if Agency.objects.filter(instance_of__code=TYPE).exists():
        return 0
    kind = Agency.objects.get(code=TYPE)
    codes = {(f"tinh-{line['set']}", line["code"]): _code(line) for line in lines_of(path)}
    places = list(Place.objects.provinces().with_names())
    changes = list(PlaceChange.objects.filter(old__in=places))
    going_on = {each.new_id: each.old_id for each in changes if each.kind == "continues"}
    committees: dict[int, Agency] = {}
    for place in sorted(places, key=lambda each: (each.first_day is not None, each.code)):
        if place.pk in going_on:
            committees[place.pk] = committees[going_on[place.pk]]
        else:
            ends = place.pk not in going_on.values()
            code = codes[place.list.code, place.code]
            committees[place.pk] = _committee(place, kind, code, ends=ends, by=by)
        committees[place.pk].places.add(place)
    _merge(changes, committees)
    made = set(committees.values())
    index(made)
    return len(made)


def _code(line: dict[str, str]) -> str:
    """«ubnd-ha-giang»; one that a merger made says its year, for its name may not be new."""
    name = "-".join(line["name_ascii"].lower().replace("-", " ").split())
    return f"ubnd-{name}" + (f"-{DAY.year}" if line["valid_from"] else "")


def _committee(place: Place, kind: Agency, code: str, *, ends: bool, by: Actor | None) -> Agency:
    last_day = place.last_day if ends else None
    agency = Agency.objects.create(
        code=code,
        kind=KIND,
        level="provincial",
        instance_of=kind,
        first_day=place.first_day,
        last_day=last_day,
        established_by=PROVINCES if place.first_day else "",
        ended_by=PROVINCES if last_day else "",
        source=place.source,
    )
    AgencyName.objects.bulk_create(_names(agency, place))
    audit.record("agencies.loaded", by=by, target=agency, note="provinces.csv")
    return agency


def _names(agency: Agency, place: Place) -> Iterator[AgencyName]:
    names = list(place.names.all())
    for turn, name in enumerate(names, start=1):
        borne = name.name[:1].lower() + name.name[1:]
        last_day = agency.last_day if turn == len(names) else name.last_day
        for form, text in (("full", f"Ủy ban nhân dân {borne}"), ("short", f"UBND {borne}")):
            yield AgencyName(
                agency=agency,
                form=form,
                name=text,
                first_day=name.first_day,
                last_day=last_day,
                source=agency.source,
            )


def _merge(changes: Iterable[PlaceChange], committees: dict[int, Agency]) -> None:
    for change in changes:
        if change.kind == PlaceChange.Kind.PASSES:
            Succession.objects.create(
                kind=Succession.Kind.MERGE,
                old=committees[change.old_id],
                new=committees[change.new_id],
                day=change.day,
                instrument=change.instrument,
                source=committees[change.new_id].source,
            )


def load_bodies(path: Path, *, by: Actor | None) -> int:
    """Add the provincial bodies whose own names are known; of the others the province is asked."""
    held = set(Agency.objects.values_list("code", flat=True))
    lines = [line for line in lines_of(path) if line["code"] not in held]
    index([_add_body(line, by=by) for line in lines])
    return len(lines)


def _add_body(line: dict[str, str], *, by: Actor | None) -> Agency:
    place = Place.objects.get(list__code="tinh-34", code=line["province_code"])
    kind = Agency.objects.get(code=line["type"])
    body = Agency.objects.create(
        code=line["code"],
        kind="provincial department",
        level="provincial",
        instance_of=kind,
        parent=place.agencies.get(kind=KIND, last_day=None),
        functions=kind.functions,
        first_day=day(line["first_day"])[0],
        last_day=day(line["last_day"])[0],
        source=line["source"],
        doubt=line["doubt"],
    )
    body.places.add(place)
    AgencyName.objects.bulk_create(
        AgencyName(
            agency=body,
            form=form,
            name=line[column],
            first_day=body.first_day,
            last_day=body.last_day,
            source=body.source,
        )
        for form, column in (("full", "name"), ("short", "abbreviation"))
    )
    audit.record("agencies.loaded", by=by, target=body, note="provincial_bodies.csv")
    return body
