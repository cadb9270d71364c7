"""Agencies from the facts that the project keeps with their sources (data/agencies.json)."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from nhipcau.base import audit
from nhipcau.base.audit import Actor

from .models import Agency, AgencyName

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
    return len(new)


def _add(row: Row) -> Agency:
    first_day, doubt = _day(row["valid_from"])
    doubts = [each for each in (doubt, _confidence(row), row["note"]) if each]
    return Agency.objects.create(
        code=row["id"],
        kind=row["type"],
        level=row["level"],
        first_day=first_day,
        last_day=_day(row["valid_to"])[0],
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


def _day(written: str) -> tuple[date | None, str]:
    """A day, or None with what is known of it: a year alone is no day."""
    try:
        return date.fromisoformat(written), ""
    except ValueError:
        return None, f"chỉ biết năm {written}" if written else ""


def _confidence(row: Row) -> str:
    """Facts read in a source carry no doubt; others say how they are known."""
    return "" if row["confidence"] == "seen" else f"độ tin cậy: {row['confidence']}"
