"""Loading the outlines of documents, which the project keeps as data."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from .models import Outline

FOLDER = Path(__file__).parents[3] / "data" / "outlines"


@transaction.atomic
def load(folder: Path = FOLDER) -> int:
    """Add the outlines of a folder that are not held yet; says how many. Held ones stay as they are."""
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


def _outlines(said: dict[str, Any]) -> list[Outline]:
    """The outlines of one file, with what is said once for all of them."""
    made = [Outline(**{**said.get("all", {}), **each}) for each in said["outlines"]]
    for outline in made:
        for name in ("first_day", "last_day"):
            day: str | None = getattr(outline, name)
            setattr(outline, name, date.fromisoformat(day) if day else None)
    return made
