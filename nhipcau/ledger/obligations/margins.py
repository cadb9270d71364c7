"""What the rooms above say beside a provision, for those inside: they register, this room shows."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nhipcau.ledger.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Aside:
    """A line in the margin that leads somewhere: «đã làm: 12 minh chứng»."""

    words: str
    address: str


# For a programme: by the key of a provision, what is said beside it. One query each.
Source = Callable[[Programme], Mapping[int, Aside]]
_sources: list[Source] = []


def provide(source: Source) -> None:
    """Register what a room says; called once, when its application is ready."""
    if source not in _sources:
        _sources.append(source)


def of(programme: Programme) -> Mapping[int, list[Aside]]:
    """Every line for the margins of a programme, by provision."""
    found: dict[int, list[Aside]] = defaultdict(list)
    for source in _sources:
        for provision, aside in source(programme).items():
            found[provision].append(aside)
    return found
