"""What the rooms above count for a task, for its page: they register, this room shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .models import Task


@dataclass(frozen=True, slots=True)
class Counted:
    """One indicator of a task: kế hoạch, thực hiện, %; `address` leads to the indicator."""

    name: str
    unit: str
    address: str
    planned: str
    done: str
    percent: str
    # Where its target is said anew.
    again: str


# In the order in which they are shown; one query or two.
Source = Callable[[Task], Sequence[Counted]]
_sources: list[Source] = []


def provide(source: Source) -> None:
    """Register what a room counts; called once, when its application is ready."""
    if source not in _sources:
        _sources.append(source)


def of(task: Task) -> list[Counted]:
    """Every line for the page of a task."""
    return [each for source in _sources for each in source(task)]
