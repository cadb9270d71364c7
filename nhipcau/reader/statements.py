"""Smaller things that provisions state: citations, dates, periods, recurrences, time limits."""

import re
from collections.abc import Sequence

from nhipcau.language.dates import find_dates
from nhipcau.reader.blocks import Block
from nhipcau.reader.citations import find_cited
from nhipcau.reader.deadlines import DUE, find_recurrences
from nhipcau.reader.outline import Node
from nhipcau.reader.tree import Citation, TimeMention

PERIOD = re.compile(
    r"(?i)giai đoạn\s+(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:[-–—]|đến(?: năm)?)\s*(\d{4})"
)


def read_period(title: str) -> tuple[int, int] | None:
    """Return first and last year of "giai đoạn 2024 - 2030"."""
    match = PERIOD.search(title)
    return (int(match[1]), int(match[2])) if match else None


def read_citations(nodes: Sequence[Node]) -> tuple[Citation, ...]:
    """Return the instruments that provisions name."""
    return tuple(
        Citation(
            node.id, one.kind, one.number, one.date, one.issuer, one.start, one.end, block.first
        )
        for node in nodes
        for block in node.blocks
        for one in find_cited(block.text, block.plain)
    )


def read_times(nodes: Sequence[Node]) -> tuple[TimeMention, ...]:
    """Return dates and recurrences of the provisions."""
    found = []
    for node in nodes:
        for block in node.blocks:
            for day in find_dates(block.plain):
                value = day.value.isoformat() if day.value else ""
                found.append(TimeMention("date", value, day.written, node.id, block.first))
            found += _other_times(node.id, block)
    return tuple(found)


def _other_times(provision: str, block: Block) -> list[TimeMention]:
    found = [
        TimeMention("recurring", unit, written, provision, block.first)
        for unit, written in find_recurrences(block.plain)
    ]
    found += [
        TimeMention("due", match[0], match[0], provision, block.first)
        for match in DUE.finditer(block.plain)
    ]
    found += [
        TimeMention("period", f"{match[1]}/{match[2]}", match[0], provision, block.first)
        for match in PERIOD.finditer(block.plain)
    ]
    return found
