"""Effect indicators that the data propose for a programme: definitions only, until both sides agree.

A signed text may ask for an evaluation without naming what is to be measured (V.2.d of programme
922). Then the data may propose definitions, each with the words of the point that it rests on and
what is doubtful about it. Nothing is measured by them, and no number is there, before a focal point
has taken one in as an indicator of the programme.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from nhipcau.ledger.programmes.models import Programme

from .models import Indicator

FOLDER = Path(__file__).parents[3] / "data" / "programmes"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One definition; `words` stand in the signed text, at the point `provision`."""

    code: str
    name: str
    unit: str
    provision: str
    words: str
    definition: str
    doubt: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is proposed for a programme and not taken in yet, and why it is only a proposal."""

    status: str
    note: str
    indicators: tuple[Proposed, ...]


def of(programme: Programme) -> Proposals | None:
    """What the data propose; None where they propose nothing, or all was taken in."""
    held = _read(FOLDER / programme.slug / "effects.json")
    if held is None:
        return None
    taken = set(programme.indicators.values_list("code", flat=True))
    rows = tuple(Proposed(**each) for each in held["indicators"] if each["code"] not in taken)
    return Proposals(held["status"], held["note"], rows) if rows else None


def initial_of(programme: Programme, code: str) -> dict[str, Any]:
    """The form of a new indicator as a proposal fills it; empty for a code that none has."""
    held = of(programme)
    rows = held.indicators if held else ()
    found = next((each for each in rows if each.code == code), None)
    if held is None or found is None:
        return {}
    source = _("%(programme)s, %(place)s: “%(words)s”") % {
        "programme": programme, "place": found.provision, "words": found.words,
    }  # fmt: skip
    return {
        "code": found.code, "name": found.name, "unit": found.unit,
        "definition": found.definition, "provision": found.provision, "source": source,
        "doubt": f"{held.status}; {found.doubt}", "is_effect": True,
        "over_time": Indicator.Adds.LAST, "over_places": Indicator.Adds.NOT,
    }  # fmt: skip


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
