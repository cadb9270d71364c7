"""Dates as Vietnamese officials write them, read and written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# Scans and typists leave blanks inside numbers: "tháng 0 6".
_TWO = r"(?:\d ?\d|\d)"
_WORDS = re.compile(
    rf"ngày\s+(?P<d>{_TWO})\s+tháng\s+(?P<m>{_TWO})\s*(?:,\s*)?năm\s+(?P<y>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4})(?![\d/])"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in a text: `value` is None where the calendar has no such day."""

    value: date | None
    written: str
    start: int
    end: int


def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """Return every full date of `text` in reading order; offsets count characters. Total."""
    if "năm" not in text and not any(mark in text for mark in "/.-"):
        return ()
    found = [*_matches(_WORDS, text), *_matches(_FIGURES, text)]
    return tuple(sorted(found, key=lambda each: each.start))


def parse_date(text: str) -> WrittenDate | None:
    """Return the first full date of `text`, or None where there is none. Total."""
    return next(iter(find_dates(text)), None)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[WrittenDate]:
    for match in pattern.finditer(text):
        day, month = (int(match[part].replace(" ", "")) for part in "dm")
        yield WrittenDate(_day(int(match["y"]), month, day), match[0], *match.span())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def say(day: date) -> str:
    """Return "ngày 05 tháng 01 năm 2026": Decree 30/2020, Phụ lục I, mục II.4.b.

    Days below 10 and months 1 and 2 take a leading zero, other months do not.
    """
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def write_figures(day: date) -> str:
    """Return "05/01/2026", with zeros as in `say`: 4 June is "04/6/2024"."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)
