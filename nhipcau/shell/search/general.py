"""Abbreviations that everybody uses, from the list that the project keeps with its sources."""

import json
from pathlib import Path

from django.db import transaction

from .index import both_ways
from .models import Synonym

KIND = "general"


@transaction.atomic
def load(path: Path) -> int:
    """Put the list of a file in the place of the one held; returns how many abbreviations it has."""
    pairs = json.loads(path.read_text(encoding="utf-8"))["abbreviations"]
    Synonym.objects.filter(kind=KIND, object=None).delete()
    rows = [row for pair in pairs for row in both_ways(pair["short"], pair["full"], kind=KIND)]
    Synonym.objects.bulk_create(rows, ignore_conflicts=True)
    return len(pairs)
