"""What became of each place on 1 July 2025."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from nhipcau.agencies.models import Place, PlaceChange

from .tables import Line, lines_of

DAY = date(2025, 7, 1)
PROVINCES = "Nghị quyết 202/2025/QH15 (12/06/2025)"
COMMUNES = "Luật Tổ chức chính quyền địa phương 72/2025/QH15"
COMMUNES_DOUBT = "số nghị quyết sắp xếp đơn vị hành chính cấp xã của từng tỉnh chưa có trong nguồn"

Places = Mapping[tuple[str, str], Place]


def place_changes(folder: Path, places: Places) -> list[PlaceChange]:
    """The changes that the files have and the database has not."""
    held = set(PlaceChange.objects.values_list("old", "new"))
    found = [
        *_of_provinces(folder / "provinces.csv", places),
        *_of_communes(folder / "commune_mapping_2025.csv", places),
        *_of_islands(folder / "island_districts.csv", places),
    ]
    return [each for each in found if (each.old_id, each.new_id) not in held]


def _of_provinces(path: Path, places: Places) -> Iterator[PlaceChange]:
    lines = [line for line in lines_of(path) if line["set"] == "63"]
    for line in lines:
        # The file ends those that merged; the others go on under the new list.
        continues = not line["valid_to"]
        yield PlaceChange(
            old=places["tinh-63", line["code"]],
            new=places["tinh-34", line["merged_into_code"]],
            kind=PlaceChange.Kind.CONTINUES if continues else PlaceChange.Kind.PASSES,
            day=DAY,
            instrument="" if continues else PROVINCES,
            source=line["source"],
        )


def _of_communes(path: Path, places: Places) -> Iterator[PlaceChange]:
    for line in lines_of(path):
        yield _of_commune(line, places)


def _of_islands(path: Path, places: Places) -> Iterator[PlaceChange]:
    """Island districts without communes, each a special zone since."""
    for line in lines_of(path):
        yield PlaceChange(
            old=places["huyen-696", line["district_code"]],
            new=places["xa-tu-2025-07", line["new_code"]],
            kind=PlaceChange.Kind.PASSES,
            day=DAY,
            instrument=COMMUNES,
            source=line["source"],
            doubt=COMMUNES_DOUBT,
        )


def _of_commune(line: Line, places: Places) -> PlaceChange:
    divided = line["split"] == "yes"
    return PlaceChange(
        old=places["xa-truoc-2025-07", line["old_code"]],
        new=places["xa-tu-2025-07", line["new_code"]],
        kind=PlaceChange.Kind.DIVIDED if divided else PlaceChange.Kind.PASSES,
        is_default=line["default_target"] == "yes",
        day=DAY,
        instrument=COMMUNES,
        source="commune_mapping_2025.csv: vietnamadminunits 1.0.4 (MIT)",
        doubt=COMMUNES_DOUBT,
    )
