"""Reading the project's own tables: rows of text, days that may be unknown."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

Line = dict[str, str]


def lines_of(path: Path) -> Iterator[Line]:
    """The lines of a CSV file by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def day(written: str) -> tuple[date | None, str]:
    """A day, or None with what is known of it: a year alone is no day."""
    try:
        return date.fromisoformat(written), ""
    except ValueError:
        return None, f"chỉ biết năm {written}" if written else ""
