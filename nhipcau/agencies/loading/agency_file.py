"""Ministries, units and kinds of provincial bodies, with who took over which function."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from nhipcau.agencies.models import Agency, AgencyName, Succession
from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.shell.search.index import index

from .tables import day

Row = Mapping[str, Any]


@transaction.atomic
def load(path: Path, *, by: Actor | None) -> int:
    """Add the agencies that are not held yet; returns how many. What is held is left alone."""
    rows: list[Row] = json.loads(path.read_text(encoding="utf-8"))["agencies"]
    held = set(Agency.objects.values_list("code", flat=True))
    new = [row for row in rows if row["id"] not in held]
    agencies = {row["id"]: _add(row) for row in new}
    for row in new:
        if row["parent"]:
            agency = agencies[row["id"]]
            agency.parent = Agency.objects.get(code=row["parent"])
            agency.save(update_fields=["parent"])
    AgencyName.objects.bulk_create(name for row in new for name in _names(row, agencies))
    for agency in agencies.values():
        audit.record("agencies.loaded", by=by, target=agency, note=path.name)
    _add_successions(rows, by=by, note=path.name)
    index(agencies.values())
    return len(new)


def _add(row: Row) -> Agency:
    first_day, doubt = day(row["valid_from"])
    doubts = [each for each in (doubt, row["doubt"]) if each]
    return Agency.objects.create(
        code=row["id"],
        kind=row["type"],
        level=row["level"],
        is_type=row["is_type"],
        functions=row["functions"],
        first_day=first_day,
        last_day=day(row["valid_to"])[0],
        established_by=row["established_by"],
        ended_by=row["ended_by"],
        source=row["source"],
        doubt="; ".join(doubts),
    )


def _names(row: Row, agencies: Mapping[str, Agency]) -> Iterable[AgencyName]:
    agency = agencies[row["id"]]
    short = [("short" if turn == 0 else "other", a) for turn, a in enumerate(row["abbreviations"])]
    for form, name in [("full", row["name_vi"]), *short]:
        yield _name(agency, form, "vi", name)
    if row["name_en"]:
        yield _name(agency, "full", "en", row["name_en"])


def _name(agency: Agency, form: str, language: str, name: str) -> AgencyName:
    return AgencyName(
        agency=agency,
        form=form,
        language=language,
        name=name,
        first_day=agency.first_day,
        last_day=agency.last_day,
        source=agency.source,
    )


def _add_successions(rows: Iterable[Row], *, by: Actor | None, note: str) -> None:
    """Successions that are not held yet, withdrawn ones included: a person's word stays."""
    agencies = Agency.objects.in_bulk(field_name="code")
    held = set(Succession.objects.values_list("old__code", "new__code", "day"))
    for row in rows:
        for successor in row["successors"]:
            taken_on = date.fromisoformat(successor["date"])
            if (row["id"], successor["id"], taken_on) not in held:
                new = _succession(agencies[row["id"]], agencies[successor["id"]], successor, row)
                new.save()
                audit.record("agencies.loaded", by=by, target=new, note=note)


def _succession(old: Agency, new: Agency, successor: Row, row: Row) -> Succession:
    return Succession(
        kind=successor["kind"],
        old=old,
        new=new,
        day=date.fromisoformat(successor["date"]),
        function=successor["what"],
        functions=successor["functions"],
        is_whole=successor["whole"],
        instrument=successor["document"],
        source=row["source"],
        doubt=successor["doubt"],
    )
