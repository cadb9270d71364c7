"""Provinces, districts and communes before and after July 2025, in seconds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db import connection, transaction

from nhipcau.agencies.models import BorderFact, CodeList, Place, PlaceChange, PlaceName
from nhipcau.base import audit
from nhipcau.base.audit import Actor

from .border import border_facts
from .changes import place_changes
from .tables import Line, day, lines_of

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as one line of a file has it, with the key of the place above it."""

    list: str
    code: str
    unit_type: str
    names: tuple[tuple[str, date | None, date | None], ...]
    source: str
    above: tuple[str, str] | None = None
    point: tuple[float, float] | None = None
    area: Decimal | None = None
    doubt: str = ""


@dataclass(slots=True)
class Held:
    """What the database holds already: lists by code, places by list and code."""

    lists: dict[str, CodeList]
    places: dict[tuple[str, str], Place] = field(default_factory=dict)


@transaction.atomic
def load_places(folder: Path, *, by: Actor | None) -> tuple[int, int]:
    """Add lists, places, borders and changes that are not held; returns how many of both kinds."""
    held = Held(_lists(folder / "lists.csv"))
    for place in Place.objects.select_related("list"):
        held.places[place.list.code, place.code] = place
    added = sum(
        _add(list(entries), held)
        for entries in (_provinces(folder), _districts(folder), _old(folder), _communes(folder))
    )
    facts = border_facts(folder, held.places)
    BorderFact.objects.bulk_create(facts, ignore_conflicts=True, batch_size=BATCH)
    changes = place_changes(folder, held.places)
    PlaceChange.objects.bulk_create(changes, batch_size=BATCH)
    if added or changes:
        _count_rows()
        for code_list in held.lists.values():
            audit.record("agencies.loaded", by=by, target=code_list, note=folder.name)
    return added, len(changes)


def _count_rows() -> None:
    """Tell the database how much it holds now: its plans for the first questions rest on it."""
    tables = ", ".join(model._meta.db_table for model in (Place, PlaceName, PlaceChange))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")


def _lists(path: Path) -> dict[str, CodeList]:
    for line in lines_of(path):
        days = {each: day(line[each])[0] for each in ("first_day", "last_day")}
        kept = {each: line[each] for each in ("name", "level", "source")}
        CodeList.objects.get_or_create(code=line["code"], defaults={**kept, **days})
    return CodeList.objects.in_bulk(field_name="code")


def _add(entries: list[Entry], held: Held) -> int:
    new = [entry for entry in entries if (entry.list, entry.code) not in held.places]
    places = Place.objects.bulk_create((_place(each, held) for each in new), batch_size=BATCH)
    held.places.update(((each.list.code, each.code), each) for each in places)
    named = zip(new, places, strict=True)
    PlaceName.objects.bulk_create(
        (name for entry, place in named for name in _names(entry, place)), batch_size=BATCH
    )
    return len(new)


def _place(entry: Entry, held: Held) -> Place:
    code_list = held.lists[entry.list]
    latitude, longitude = entry.point or (None, None)
    return Place(
        list=code_list,
        code=entry.code,
        unit_type=entry.unit_type,
        parent=held.places[entry.above] if entry.above else None,
        first_day=code_list.first_day,
        last_day=code_list.last_day,
        latitude=latitude,
        longitude=longitude,
        area_km2=entry.area,
        source=entry.source,
        doubt=entry.doubt,
    )


def _names(entry: Entry, place: Place) -> Iterator[PlaceName]:
    for name, first_day, last_day in entry.names:
        yield PlaceName(
            place=place,
            name=name,
            first_day=first_day or place.first_day,
            last_day=last_day or place.last_day,
            source=entry.source,
        )


def _always(name: str) -> tuple[tuple[str, None, None], ...]:
    return ((name, None, None),)


def _provinces(folder: Path) -> Iterator[Entry]:
    earlier = _earlier_names(lines_of(folder / "earlier_names.csv"))
    for line in lines_of(folder / "provinces.csv"):
        key = f"tinh-{line['set']}", line["code"]
        yield Entry(
            *key,
            unit_type=line["unit_type"],
            names=earlier.get(key, _always(line["full_name_vi"])),
            source=line["source"],
            area=Decimal(line["area_km2"]) if line["area_km2"] else None,
            doubt=line["doubt"],
        )


def _earlier_names(
    lines: Iterable[Line],
) -> Mapping[tuple[str, str], tuple[tuple[str, date | None, date | None], ...]]:
    """Every name of the places that bore more than one while in their list."""
    found: dict[tuple[str, str], tuple[tuple[str, date | None, date | None], ...]] = {}
    for line in lines:
        key = line["list"], line["code"]
        days = day(line["first_day"])[0], day(line["last_day"])[0]
        found[key] = (*found.get(key, ()), (line["name"], *days))
    return found


def _districts(folder: Path) -> Iterator[Entry]:
    for line in lines_of(folder / "districts_pre_2025.csv"):
        yield Entry(
            "huyen-696",
            line["code"],
            unit_type=line["unit_type"],
            names=_always(line["name"]),
            source=line["source"],
            above=("tinh-63", line["province_code"]),
        )


def _old(folder: Path) -> Iterator[Entry]:
    """Communes until 30 June 2025: they stand in the mapping only, once for each target."""
    seen: set[str] = set()
    for line in lines_of(folder / "commune_mapping_2025.csv"):
        if line["old_code"] in seen:
            continue
        seen.add(line["old_code"])
        yield Entry(
            "xa-truoc-2025-07",
            line["old_code"],
            unit_type=_unit_type(line["old_name"]),
            names=_always(line["old_name"]),
            source="commune_mapping_2025.csv: vietnamadminunits 1.0.4 (MIT)",
            above=("huyen-696", line["old_district_code"]),
        )


def _communes(folder: Path) -> Iterator[Entry]:
    for line in lines_of(folder / "communes_2025.csv"):
        yield Entry(
            "xa-tu-2025-07",
            line["code"],
            unit_type=line["unit_type"],
            names=_always(line["name"]),
            source=line["source"],
            above=("tinh-34", line["province_code"]),
            point=(float(line["lat"]), float(line["lon"])) if line["lat"] else None,
            area=Decimal(line["area_km2"]) if line["area_km2"] else None,
        )


def _unit_type(name: str) -> str:
    """«Thị trấn» of «Thị trấn Thường Xuân», «Xã» of «Xã Luận Khê»."""
    words = name.split()
    return " ".join(words[:2]) if words[0] == "Thị" else words[0]
