"""Loading the outlines of documents and the ladder of urging, which the project keeps as data."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from .models import Outline, Rung

DATA = Path(__file__).parents[3] / "data"
FOLDER, LADDER = DATA / "outlines", DATA / "urging.json"


@transaction.atomic
def load(folder: Path = FOLDER, ladder: Path = LADDER) -> int:
    """Add the outlines and steps that are not held yet; says how many outlines.

    What is held stays as it is: an administrator may have changed it.
    """
    _load_ladder(ladder)
    held = set(Outline.objects.values_list("code", "first_day"))
    made = [
        outline
        for file in sorted(folder.glob("*.json"))
        for outline in _outlines(json.loads(file.read_text(encoding="utf-8")))
        if (outline.code, outline.first_day) not in held
    ]
    for outline in made:
        outline.clean_fields()
    Outline.objects.bulk_create(made)
    return len(made)


def _load_ladder(path: Path) -> None:
    """The steps of urging; a relation that has any is left as it is."""
    held = set(Rung.objects.values_list("relation", flat=True))
    rows = json.loads(path.read_text(encoding="utf-8"))["rungs"]
    Rung.objects.bulk_create(Rung(**row) for row in rows if row["relation"] not in held)


def _outlines(said: dict[str, Any]) -> list[Outline]:
    """The outlines of one file, with what is said once for all of them."""
    made = [Outline(**{**said.get("all", {}), **each}) for each in said["outlines"]]
    for outline in made:
        for name in ("first_day", "last_day"):
            day: str | None = getattr(outline, name)
            setattr(outline, name, date.fromisoformat(day) if day else None)
    return made
