"""One line of the check."""

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """Ready; absent, but nothing needs it; missing, and something does."""

    READY = "✓"
    ABSENT = "–"
    MISSING = "✗"


@dataclass(frozen=True)
class Row:
    """What was looked at, what was found, and what to do about it."""

    name: str
    state: State
    found: str
    remedy: str = ""
    purpose: str = ""

    def __str__(self) -> str:
        line = f"{self.state.value} {self.name}: {self.found}"
        return f"{line}. Đề nghị {self.remedy}." if self.remedy else f"{line}."


def ready(name: str, found: str) -> Row:
    return Row(name, State.READY, found)


def missing(name: str, found: str, remedy: str) -> Row:
    return Row(name, State.MISSING, found, remedy)
