"""Which places have a land border, with how sure each of them is."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from nhipcau.agencies.models import BorderFact, Place

from .tables import Line, lines_of

LISTS = {"commune_2025": "xa-tu-2025-07", "district_pre_2025": "huyen-696"}
NEIGHBOURS = {"borders_china": "CN", "borders_laos": "LA", "borders_cambodia": "KH"}

Places = Mapping[tuple[str, str], Place]


def border_facts(folder: Path, places: Places) -> list[BorderFact]:
    """Border facts of communes and districts, and of the provinces as the decree lists them."""
    facts = [_of_line(line, places) for line in lines_of(folder / "border.csv")]
    return [*facts, *_of_provinces(lines_of(folder / "provinces.csv"), places)]


def _of_line(line: Line, places: Places) -> BorderFact:
    return BorderFact(
        place=places[LISTS[line["level"]], line["code"]],
        neighbours=line["neighbours"].split(),
        evidence=line["evidence"],
        confidence=line["confidence"],
        source=line["source"],
    )


def _of_provinces(lines: Iterable[Line], places: Places) -> Iterable[BorderFact]:
    for line in lines:
        if line["land_border"] == "yes":
            yield BorderFact(
                place=places[f"tinh-{line['set']}", line["code"]],
                neighbours=[code for column, code in NEIGHBOURS.items() if line[column] == "yes"],
                evidence="official list (news)",
                confidence=BorderFact.Confidence.HIGH,
                source=line["source"],
            )
