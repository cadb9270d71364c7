"""Tables: those that only lay out a page (front, signature) and those that hold rows."""

import re
from collections.abc import Iterable, Sequence

Rows = Sequence[Sequence[Sequence[str]]]
# What stands in the cells of the front and of the closing matter (Decree 30/2020, Phụ lục I).
LAYOUT = re.compile(
    r"(?i)cộng hòa xã hội|độc lập\s*[-–]|^\W*nơi nhận|^\W*số\s*:|^(?:TM|KT|TL|TUQ|Q)\.|^kính gửi"
)
WIDEST_LAYOUT = 3


def rows_as_lines(rows: Rows) -> list[str]:
    """Return one line a row, its cells joined by " | "; of a layout table one line a paragraph,
    cell by cell."""
    if _is_layout(rows):
        return [line for row in rows for cell in row for line in cell]
    return [line for line in (_join(row) for row in rows) if line.strip(" |")]


def _is_layout(rows: Rows) -> bool:
    lines = [line for row in rows for cell in row for line in cell]
    if any(len(row) > WIDEST_LAYOUT for row in rows):
        return False
    return any(LAYOUT.search(line.strip()) for line in lines) or all(len(row) < 2 for row in rows)


def _join(cells: Iterable[Sequence[str]]) -> str:
    return " | ".join(_cell(cell) for cell in cells)


def _cell(paragraphs: Sequence[str]) -> str:
    """Paragraphs of one cell follow one another; names stay apart by a semicolon."""
    return " ".join(
        text if text.rstrip().endswith((".", ";", ":", ",")) or last else f"{text};"
        for text, last in zip(paragraphs, _is_last(paragraphs), strict=True)
    )


def _is_last(paragraphs: Sequence[str]) -> list[bool]:
    return [place == len(paragraphs) - 1 for place in range(len(paragraphs))]
