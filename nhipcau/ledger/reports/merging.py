"""Three sentences into one: what the records said, what a person made of it, what they say now."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Merged:
    """The sentence that stands now; `clashes` are places where both changed, new words first."""

    text: str
    clashes: tuple[str, ...] = ()


def merge(base: str, typed: str, fresh: str) -> Merged:
    """Take into `typed` what changed from `base` to `fresh`; a word that was typed is never lost.

    Where the person and the records changed the same place, the person's words stand and the
    records' new ones come back as a clash. Total.
    """
    if typed == base or fresh == typed:
        return Merged(fresh)
    if fresh == base:
        return Merged(typed)
    if not typed.strip():
        return Merged(typed, (fresh,))
    pieces, clashes = _merge(_words(base), _words(typed), _words(fresh))
    return Merged("".join(pieces), tuple(clashes))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _merge(
    base: Sequence[str], typed: Sequence[str], fresh: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Word by word: between words that all three share lie stretches that one or both changed."""
    ours, theirs = _kept(base, typed), _kept(base, fresh)
    shared = sorted(set(ours) & set(theirs))
    pieces: list[str] = []
    clashes: list[str] = []
    at = (0, 0, 0)
    for place in [*shared, len(base)]:
        upto = (place, ours.get(place, len(typed)), theirs.get(place, len(fresh)))
        was, mine, new = (
            list(text[first:last])
            for text, first, last in zip((base, typed, fresh), at, upto, strict=True)
        )
        if mine == was:
            pieces += new
        else:
            pieces += mine
            if new not in (was, mine):
                clashes.append("".join(new).strip())
        if place < len(base):
            pieces.append(base[place])
        at = (upto[0] + 1, upto[1] + 1, upto[2] + 1)
    return pieces, clashes


def _kept(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Which word of `base` stands where in `other`."""
    found = {}
    for block in SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks():
        found.update({block.a + n: block.b + n for n in range(block.size)})
    return found
