"""What goes in and out of this room's actions as values."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files import File

from .policies import Given

__all__ = ["Attached", "Given"]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with evidence: closed unless somebody opens it, kept until a day."""

    file: "File[Any]"
    name: str
    is_closed: bool = True
    kept_until: date | None = None
