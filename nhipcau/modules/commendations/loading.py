"""Loading the kinds of awards, which the project keeps as dated data with their sources."""

import json
from pathlib import Path

from django.db import transaction

from .models import Award

FILE = Path(__file__).parents[3] / "data" / "awards.json"


@transaction.atomic
def load(path: Path = FILE) -> int:
    """Add the awards that are not held yet; says how many."""
    held = {(code, str(day)) for code, day in Award.objects.values_list("code", "first_day")}
    said = json.loads(path.read_text(encoding="utf-8"))["awards"]
    made = [Award(**each) for each in said if (each["code"], each["first_day"]) not in held]
    return len(Award.objects.bulk_create(made))
