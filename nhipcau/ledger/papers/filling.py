"""What rooms above put into papers: tables and sentences from the records, by kind of paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nhipcau.agencies.models import User
from nhipcau.standards.nd30.document import Annex, Block

from .models import Paper


@dataclass(frozen=True, slots=True)
class Filling:
    """Blocks for the places of an outline that name a filler, and the annexes of the paper."""

    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    annexes: tuple[Annex, ...] = ()


Fill = Callable[[Paper], Filling]
AfterRecording = Callable[[Paper, User], None]

_FILLS: dict[str, Fill] = {}
_AFTER: dict[str, list[AfterRecording]] = {}


def provide(kind: str, fill: Fill) -> None:
    """Say what fills papers of a kind; a room calls it once, when the application is ready."""
    _FILLS[kind] = fill


def after_recording(kind: str, callback: AfterRecording) -> None:
    """Run `callback` in the transaction that records number and day of a paper of a kind."""
    held = _AFTER.setdefault(kind, [])
    if callback not in held:
        held.append(callback)


def of(paper: Paper) -> Filling:
    """What the rooms above put into this paper; nothing for a kind that none fills.

    A room answers nothing for a paper begun by itself from the register, with no object above it.
    """
    fill = _FILLS.get(paper.kind)
    return fill(paper) if fill else Filling()


def tell_recorded(paper: Paper, by: User) -> None:
    """Tell the rooms above that number and day were recorded."""
    for callback in _AFTER.get(paper.kind, ()):
        callback(paper, by)
