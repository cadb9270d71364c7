"""Tables as the gate sees them: rows of cells, each with its place; also those pasted into a text."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .concerns import Place

Split = Callable[[str], list[str]]

LONGEST_CELL = 60
WIDE_GAP = re.compile(r"\t| {2,}")


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells in NFC. `is_certain` is False where lines only look like rows."""

    rows: Sequence[Sequence[str]]
    place: Callable[[int, int], Place]
    is_certain: bool = True

    def cell(self, row: int, column: int) -> str:
        """The words of a cell, or nothing beyond the edge."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else ""


def in_lines(text: str, lines: list[str], within: str = "") -> Iterator[Grid]:
    """Tables pasted into a text, by whatever parts their cells."""
    for sign, split, is_certain in SPLITS:
        if sign in text:
            for first, rows in _runs(lines, split):
                yield Grid(rows, _Places(first, within), is_certain)


def _short(cells: list[str]) -> list[str]:
    """Cells of a row; a clause of a sentence is longer than a cell, and no row at all."""
    return cells if all(len(cell) <= LONGEST_CELL for cell in cells) else []


def _runs(lines: list[str], split: Split) -> Iterator[tuple[int, list[list[str]]]]:
    """Lines that follow each other and have two cells or more: the first one's number, the rows."""
    numbered = ((number, split(line)) for number, line in enumerate(lines, start=1))
    for is_table, run in groupby(numbered, key=lambda row: len(row[1]) > 1):
        if is_table:
            rows = list(run)
            yield rows[0][0], [[cell.strip() for cell in cells] for _, cells in rows]


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of a table that begins in some line of a text."""

    first: int
    within: str

    def __call__(self, row: int, column: int) -> Place:
        return Place(self.first + row, column + 1, within=self.within)


# What parts cells, how a line is cut there, and whether it can be nothing but a table.
SPLITS: tuple[tuple[str, Split, bool], ...] = (
    ("\t", lambda line: line.split("\t"), True),
    ("|", lambda line: line.strip().strip("|").split("|"), True),
    ("  ", lambda line: WIDE_GAP.split(line.strip()), False),
    (";", lambda line: _short(line.split(";")), False),
    (",", lambda line: _short(line.split(",")), False),
)
