"""The gate for what a person types or pastes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

from . import columns, concerns, grids, identity, marks, squeezed
from .composing import composed
from .concerns import Concern, Kind, Place
from .grids import Grid

# A form shows the first ones; who sent a thousand numbers knows after five.
MOST = 20
HEAD_ROWS = 2


def examine_text(text: str) -> list[Concern]:
    """What in a text may not enter, or should be looked at again; nothing for most texts.

    Total: any string is answered. Lines and columns count characters in NFC.
    """
    return first_of(in_lines(composed(text)))


def first_of(found: Iterable[Concern]) -> list[Concern]:
    """The first concerns, each line or cell once, what refuses before what warns."""
    once: dict[tuple[Kind, str, int, str], Concern] = {}
    for concern in islice(found, 10 * MOST):
        place = concern.place
        once.setdefault((concern.kind, place.within, place.line, place.cell), concern)
    return sorted(once.values(), key=lambda concern: not concern.refuses)[:MOST]


def in_grid(grid: Grid) -> Iterator[Concern]:
    """Concerns of one table: its columns, and the numbers and marks in its cells."""
    yield from columns.concerns_of(grid)
    for number, row in enumerate(grid.rows):
        # One blank a cell keeps columns countable; the words of one cell speak for the next.
        line = "\t".join(cell.replace("\t", " ") for cell in row)
        for found in identity.find(line):
            place = grid.place(number, line.count("\t", 0, found.start))
            yield concerns.identity_number(place, found.masked)
        for column, cell in enumerate(row):
            if marks.is_in(cell, is_heading=number < HEAD_ROWS):
                yield concerns.secret_mark(grid.place(number, column))


def in_paragraph(text: str, place: Place, *, is_heading: bool) -> Iterator[Concern]:
    """Concerns of a paragraph that stands apart, where no line can be named."""
    for found in identity.find(text):
        yield concerns.identity_number(place, found.masked)
    if marks.is_in(text, is_heading=is_heading):
        yield concerns.secret_mark(place)


def in_lines(text: str, within: str = "") -> Iterator[Concern]:
    """Concerns of a text in NFC that has lines, with the tables that stand in them."""
    lines = text.splitlines()
    starts = [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]
    for line, column in marks.find(lines):
        yield concerns.secret_mark(Place(line + 1, column + 1, within=within))
    for found in identity.find(text):
        line = bisect_right(starts, found.start)
        place = Place(line, found.start - starts[line - 1] + 1, within=within)
        yield concerns.identity_number(place, found.masked)
    for grid in grids.in_lines(text, lines, within):
        yield from columns.concerns_of(grid)
    for line in squeezed.heads(lines):
        yield concerns.ethnic_column(Place(line + 1, within=within))
