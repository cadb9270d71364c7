"""Places of a draft that are still to be filled in: what an outline leaves as «…»."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nhipcau.standards.nd30.document import Block, Prose

from . import filling
from .models import Paper, PaperSection

_GAP = re.compile(r"…+|\.{3,}")
# «1. …», «a) …»: nothing is said but the mark.
_BARE = re.compile(r"(?:(?:\d+\.|[a-zđ]\)|[-+–])\s*)?…[.;,]?")
# «Thời gian: … giờ …, ngày …»
_LABELLED = re.compile(r"(?P<label>[^:…]{1,40}):\s*…")
_LABEL_ALONE = re.compile(rf"{_LABELLED.pattern}[.;,]?")
_LEADS_IN = re.compile(r":\s*…[.;,]?$")

Filled = Mapping[str, tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Gap:
    """Where something is left to fill in, and how often; no section for what stands around it."""

    count: int
    section: PaperSection | None = None

    @property
    def heading(self) -> str:
        """The heading of the place, or the first words of one without."""
        if self.section is None:
            return ""
        return str(self.section) or " ".join(self.section.words.split()[:8])


def lines(section: PaperSection, filled: Filled) -> Iterator[str]:
    """The lines of a place; what only waited for the words that the platform fills in is gone."""
    is_filled = bool(section.filler and filled.get(section.filler))
    labels, written = _labels(filled), section.words.strip()
    # «Nội dung: …» and nothing else stands for all that is filled in there.
    if is_filled and _LABEL_ALONE.fullmatch(written):
        return
    for line in filter(None, map(str.strip, written.splitlines())):
        labelled = _LABELLED.match(line)
        if labelled and labelled["label"] in labels:
            continue
        if is_filled and _BARE.fullmatch(line):
            continue
        yield _LEADS_IN.sub(":", line) if is_filled and not labelled else line


def of(paper: Paper) -> list[Gap]:
    """What is left to fill in: around the text first, then place by place."""
    rows = paper.recipients.all()
    around = [paper.title, paper.bases, paper.authority, paper.place, paper.archive]
    found = [Gap(_count(*around, *(row.name for row in rows)))]
    filled = filling.of(paper).blocks
    found += [Gap(_left(section, filled), section) for section in paper.sections.all()]
    return [gap for gap in found if gap.count]


def _left(section: PaperSection, filled: Filled) -> int:
    """How much a place has left open; one that nobody wrote and nothing filled is open itself."""
    waits = bool(section.filler) and not filled.get(section.filler)
    if waits and not section.words.strip():
        return 1
    return _count(section.title, *lines(section, filled))


def _count(*texts: str) -> int:
    return sum(len(_GAP.findall(text)) for text in texts)


def _labels(filled: Filled) -> frozenset[str]:
    """«Địa điểm» of what the platform says in lines of its own."""
    said = (
        block.text for blocks in filled.values() for block in blocks if isinstance(block, Prose)
    )
    return frozenset(text.partition(":")[0] for text in said if ":" in text)
