"""Regimes of reporting: loaded from data, written by an administrator's data only."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from . import policies
from .models import Deadline, Regime

FILE = Path(__file__).parents[3] / "data" / "regimes.json"
DAYS = ("first_day", "last_day")


@transaction.atomic
def load(path: Path = FILE) -> int:
    """Add the regimes of a file that are not held yet, with their deadlines. Returns the new ones.

    Raises Refused for one without the basis that it needs; then nothing of the file is taken.
    """
    held = {each.code: each for each in Regime.objects.all()}
    made = 0
    for row in json.loads(path.read_text(encoding="utf-8"))["regimes"]:
        if row["code"] not in held:
            held[row["code"]] = _make(row, held)
            made += 1
    return made


def _make(row: dict[str, Any], held: dict[str, Regime]) -> Regime:
    given = {key: value for key, value in row.items() if key not in {"deadlines", "folded_into"}}
    regime = Regime(**_with_days(given))
    if row.get("folded_into"):
        regime.folded_into = held[row["folded_into"]]
    policies.check_regime(regime)
    regime.full_clean()
    regime.save()
    for each in row.get("deadlines", ()):
        Deadline.objects.create(regime=regime, **_with_days(each))
    return regime


def _with_days(given: dict[str, Any]) -> dict[str, Any]:
    days = {key: date.fromisoformat(given[key]) for key in DAYS if given.get(key)}
    return {**given, **days}
