"""Columns that make a list of persons a list of their ethnic origin or of their identity numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from nhipcau.language.fold import fold

from . import concerns, peoples
from .concerns import Concern
from .grids import Grid
from .identity import masked

LONGEST_HEADING = 60
# A table has one head or a few; what goes on like this is not a table of people.
MOST_HEADINGS = 50
MOST_COLUMNS = 100
MOST_ROWS_BELOW = 1_000
IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
NOT_WORDS = re.compile(r"[^\w/,&-]+")

ETHNIC = re.compile(
    r"(?:(?:la|thuoc|ten|nhom|thanh phan|nguoi) )*"
    r"(?:dan toc(?: thieu so)?|dtts|ethnicity|ethnic(?: group)?)"
    r"(?:[ ,/&-]+(?:va )?ton giao)?"
)
PERSON = re.compile(
    r"(?:ten|name|full ?name|hoc vien|chu ho|dai bieu|can bo|nguoi (?:tham (?:du|gia)|co uy tin))"
    r"|.*\bho(?:[ ,/&-]+(?:va )?| chu dem va | dem va )ten\b.*"
    r"|.*\bho dem\b.*"
    r"|(?:ten|ho ten) (?:nguoi|hoc vien|hoc sinh|sinh vien|can bo|dai bieu|chu ho|vo|chong)\b.*"
    r"|(?:ngay|nam|ngay thang nam|ngay, thang, nam|ngay/thang/nam)[ ,/&-]*sinh\b.*"
    r"|.*\b(?:cccd|cmnd|cmtnd)\b.*"
)
IDENTITY = re.compile(
    r"(?:so |ma )?(?:the )?(?:cccd|cmnd|cmtnd|cmt|can cuoc(?: cong dan)?|chung minh nhan dan"
    r"|dinh danh(?: ca nhan)?)(?:\W.*)?"
)
DIGITS = re.compile(r"\d(?:[ .\u00a0]?\d){7,11}")
HAS_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A cell that names what stands below it."""

    row: int
    column: int


def concerns_of(grid: Grid) -> Iterator[Concern]:
    """What the columns of a table give reason for; nothing for a table without such columns."""
    for heading in islice(_headings(grid, IDENTITY), MOST_HEADINGS):
        yield from _numbers_below(grid, heading)
    for heading in islice(_headings(grid, ETHNIC), MOST_HEADINGS):
        concern = _ethnic(grid, heading)
        if concern:
            yield concern


def _headings(grid: Grid, meaning: re.Pattern[str]) -> Iterator[Heading]:
    """Cells whose words mean ethnic origin, or an identity number."""
    for number, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if not cell or len(cell) > LONGEST_HEADING or cell[0].isdigit():
                continue
            if meaning.fullmatch(_words(cell)) or (meaning is ETHNIC and _is_dt(cell)):
                yield Heading(number, column)


def _persons_beside(grid: Grid, heading: Heading) -> Iterator[Heading]:
    """Cells of the same head that mean a person."""
    for number in range(max(0, heading.row - 2), min(len(grid.rows), heading.row + 3)):
        for column, cell in enumerate(grid.rows[number][:MOST_COLUMNS]):
            person = Heading(number, column)
            if len(cell) > LONGEST_HEADING or not _is_one_head(grid, heading, person):
                continue
            if PERSON.fullmatch(_words(cell)):
                yield person


@lru_cache(maxsize=4_096)
def _words(cell: str) -> str:
    """«DÂN TỘC (ghi rõ):» as «dan toc»."""
    words = NOT_WORDS.sub(" ", IN_BRACKETS.sub(" ", fold(cell)))
    return " ".join(words.split()).strip(" -,/&")


def _is_dt(cell: str) -> bool:
    """«DT», not «ĐT» (điện thoại); it is also diện tích, so what stands below decides."""
    return cell.strip(" .:*").lower() == "dt"


def _ethnic(grid: Grid, heading: Heading) -> Concern | None:
    place = grid.place(heading.row, heading.column)
    below = (grid.cell(row, heading.column) for row in _rows_below(grid, heading))
    names_groups = any(peoples.is_one(cell) for cell in below)
    needs_names = not grid.is_certain or _is_dt(grid.cell(heading.row, heading.column))
    if needs_names and not names_groups:
        return None
    persons = list(_persons_beside(grid, heading))
    if any(_is_filled(grid, heading, person) for person in persons):
        return concerns.ethnic_column(place)
    if persons:
        return concerns.ethnic_column_of_a_form(place)
    return concerns.ethnic_statistics(place) if names_groups else None


def _is_one_head(grid: Grid, one: Heading, other: Heading) -> bool:
    """Whether two headings head one table: the same row, or two rows joined by merged cells."""
    upper, lower = sorted((one, other), key=lambda heading: heading.row)
    under = grid.cell(lower.row, upper.column)
    return upper.row == lower.row or under in {"", grid.cell(upper.row, upper.column)}


def _is_filled(grid: Grid, ethnic: Heading, person: Heading) -> bool:
    """Whether a row below tells of a person; dots and column numbers «(5)» do not."""
    return any(
        HAS_LETTERS.search(grid.cell(row, ethnic.column))
        and HAS_LETTERS.search(grid.cell(row, person.column) or "")
        for row in _rows_below(grid, max(ethnic, person, key=lambda heading: heading.row))
    )


def _numbers_below(grid: Grid, heading: Heading) -> Iterator[Concern]:
    """The first number in a column of them, also one whose leading noughts a sheet dropped."""
    for row in _rows_below(grid, heading):
        number = DIGITS.fullmatch(grid.cell(row, heading.column).strip(" '"))
        if number:
            place = grid.place(row, heading.column)
            yield concerns.identity_number(place, masked(number[0]))
            return


def _rows_below(grid: Grid, heading: Heading) -> range:
    return range(heading.row + 1, min(len(grid.rows), heading.row + 1 + MOST_ROWS_BELOW))
