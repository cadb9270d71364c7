"""The gate for DOCX: body, headers, footers, notes, comments, text boxes, and every table."""

import re
import zipfile
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from . import markup
from .concerns import Place
from .grids import Grid

PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments\w*)\.xml")


def grids(roots: list[etree._Element]) -> Iterator[Grid]:
    """Every table, nested ones too, numbered as they come."""
    tables = (each for root in roots for each in root.iter() if markup.name(each) == "tbl")
    for number, table in enumerate(tables, start=1):
        rows = [[_cell(each) for each in _children(row, "tc")] for row in _children(table, "tr")]
        yield Grid(rows, _places(number))


def paragraphs(roots: list[etree._Element]) -> Iterator[tuple[str, Place]]:
    """Every paragraph outside a table, with its number."""
    number = 0
    for element in (each for root in roots for each in root.iter() if markup.name(each) == "p"):
        if not any(markup.name(each) in {"tc", "Fallback"} for each in element.iterancestors()):
            number += 1
            yield markup.own_text(element), Place(within=_("đoạn thứ %s") % number)


def roots(archive: zipfile.ZipFile) -> list[etree._Element]:
    """The parts that hold words, the body first."""
    named = sorted(filter(PARTS.fullmatch, archive.namelist()))
    return [markup.tree(archive.read(name)) for name in named]


def _places(number: int) -> "_Places":
    return _Places(_("bảng %s") % number)


class _Places:
    """The places of one table."""

    def __init__(self, within: str) -> None:
        self._within = within

    def __call__(self, row: int, column: int) -> Place:
        return Place(line=row + 1, column=column + 1, within=self._within)


def _children(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for child in element:
        found = markup.name(child)
        if found == wanted:
            yield child
        elif found in {"sdt", "sdtContent", "customXml", "ins", "smartTag"}:
            yield from _children(child, wanted)


def _cell(cell: etree._Element) -> str:
    texts = (markup.own_text(each) for each in cell.iter() if markup.name(each) == "p")
    return "\n".join(texts).strip()
