"""How alike two passages are worded: pairs of neighbouring syllables that they share.

A pair that many central points contain («tổ chức thực», «phối hợp») says little, one that few
contain («cửa khẩu», «người có uy tín») says much: each counts by how rare it is.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from nhipcau.language.fold import fold
from nhipcau.language.syllables import syllables
from nhipcau.ledger.programmes.models import Provision

MOST = 3
LEAST = 0.15


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A central point that a passage may answer, and how alike they are, from 0 to 1."""

    provision: Provision
    likeness: float

    @property
    def percent(self) -> int:
        return round(self.likeness * 100)


class Central:
    """The points of a central programme, read once and asked for many passages."""

    def __init__(self, provisions: Iterable[Provision]) -> None:
        self._pairs = {
            each: pairs(" ".join(each.all_paragraphs)) for each in provisions if not each.is_heading
        }
        held = Counter(pair for found in self._pairs.values() for pair in found)
        every = len(self._pairs) or 1
        self._weights = {pair: math.log(1 + every / count) for pair, count in held.items()}
        # A pair that no central point has is as rare as can be.
        self._rarest = math.log(1 + every)

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """The likeliest points for a passage, the likeliest first; none where nothing is alike."""
        asked = pairs(text)
        found = (
            Suggestion(each, self._likeness(asked, held)) for each, held in self._pairs.items()
        )
        likely = [each for each in found if each.likeness >= LEAST]
        likely.sort(key=lambda each: (-each.likeness, each.provision.order))
        return tuple(likely[:MOST])

    def _likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Shared weight over the weight of the shorter: a point may answer a part of the other."""
        shorter = min(self._weight(one), self._weight(other))
        return self._weight(one & other) / shorter if shorter else 0.0

    def _weight(self, found: Iterable[str]) -> float:
        return sum(self._weights.get(pair, self._rarest) for pair in found)


def pairs(text: str) -> frozenset[str]:
    """Neighbouring syllables without marks: «thông tin cơ sở» is thong-tin, tin-co, co-so."""
    words = syllables(fold(text))
    return frozenset(f"{one} {other}" for one, other in pairwise(words))
