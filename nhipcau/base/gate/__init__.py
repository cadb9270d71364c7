"""The input gate: what may not enter a text or a file field. Works offline; sends nothing away."""

from .concerns import REMINDER, Concern, Kind, Place, Severity
from .files import examine_file
from .text import examine_text

__all__ = [
    "REMINDER",
    "Concern",
    "Kind",
    "Place",
    "Severity",
    "examine_file",
    "examine_text",
]
