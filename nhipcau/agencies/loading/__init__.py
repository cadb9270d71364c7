"""Agencies and places from the facts that the project keeps with their sources (data/)."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from nhipcau.base import held
from nhipcau.base.audit import Actor

from .agency_file import load
from .committees import load_bodies, load_committees
from .communes import load_commune_committees
from .place_files import load_places

__all__ = ["Loaded", "load", "load_all", "load_commune_committees", "load_places"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows a load added; none where all were held."""

    agencies: int
    places: int
    changes: int


@transaction.atomic
def load_all(folder: Path, *, by: Actor | None) -> Loaded:
    """Add what is not held yet: agencies with their successors, places, people's committees."""
    agencies = load(folder / "agencies.json", by=by)
    places, changes = load_places(folder / "places", by=by)
    agencies += load_committees(folder / "places" / "provinces.csv", by=by)
    agencies += load_bodies(folder / "provincial_bodies.csv", by=by)
    held.settle()
    return Loaded(agencies, places, changes)
