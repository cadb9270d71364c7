"""The difference of two texts, word by word: what was taken out, what was put in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Words, blanks, and every other sign by itself: a text is exactly its pieces.
PIECES = re.compile(r"\w+|\s+|[^\w\s]")


class Fate(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    TAKEN = "taken"
    PUT = "put"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share a fate."""

    text: str
    fate: Fate


def difference(before: str, after: str) -> tuple[Run, ...]:
    """Runs in reading order: kept and taken give `before`, kept and put give `after`."""
    old, new = PIECES.findall(before), PIECES.findall(after)
    return tuple(_runs(old, new))


def in_paragraphs(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[Run, ...], ...]:
    """The same for texts of several paragraphs: the runs of each line to show."""
    lines: list[list[Run]] = [[]]
    for run in difference("\n".join(before), "\n".join(after)):
        for turn, text in enumerate(run.text.split("\n")):
            if turn:
                lines.append([])
            if text:
                lines[-1].append(Run(text, run.fate))
    return tuple(tuple(line) for line in lines if line)


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    """Kept runs as they come; what lies between two of them is taken and put as one."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    a = c = 0
    for block in matcher.get_matching_blocks():
        kept = old[block.a : block.a + block.size]
        is_inside = block.a > 0 and block.a + block.size < len(old)
        if is_inside and _says_little(kept):
            continue
        yield from _run(old[a : block.a], Fate.TAKEN)
        yield from _run(new[c : block.b], Fate.PUT)
        yield from _run(kept, Fate.KEPT)
        a, c = block.a + block.size, block.b + block.size


def _says_little(kept: list[str]) -> bool:
    """One word between two changes («và») only makes them hard to read."""
    return "\n" not in "".join(kept) and sum(piece[0].isalnum() for piece in kept) < 2


def _run(pieces: Iterable[str], fate: Fate) -> Iterator[Run]:
    text = "".join(pieces)
    if text:
        yield Run(text, fate)
