"""Word files: paragraphs with the numbers that Word shows, tables, text boxes, headers, notes."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from nhipcau.reader.files.numbering import Numbering, W, read_numbering
from nhipcau.reader.files.tables import rows_as_lines
from nhipcau.reader.refusal import Refused

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What the parts of a damaged file raise, one way or another.
BROKEN = (
    KeyError, ValueError, EOFError, OSError, RuntimeError, NotImplementedError, RecursionError,
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError,
)  # fmt: skip
# No entities and no network: the parts of a Word file need neither.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(slots=True)
class Package:
    """The parts of a Word file that hold text."""

    body: etree._Element
    numbering: Numbering
    style_lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    headers: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)


def read_docx(content: bytes, name: str) -> tuple[list[str], list[str]]:
    """Return the lines of the text, and those of headers and footers. Raises Refused on a file
    whose parts cannot be read."""
    try:
        package = _open(content)
        return _body_lines(package), _page_lines(package)
    except BROKEN as error:
        raise Refused(
            f"tệp «{name}» bị hỏng, không đọc được nội dung", "gửi lại tệp gốc"
        ) from error


def _body_lines(package: Package) -> list[str]:
    lines = list(_block_lines(package.body, package))
    return lines + [line for notes in package.notes for line in _note_lines(notes, package)]


def _page_lines(package: Package) -> list[str]:
    return [line for header in package.headers for line in _block_lines(header, package)]


def _open(content: bytes) -> Package:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        document = _parse(archive, "word/document.xml")
        body = document.find(f"{W}body")
        if body is None:
            raise KeyError("body")
        return Package(
            body=body,
            numbering=read_numbering(_parse_if(archive, names, "word/numbering.xml")),
            style_lists=_style_lists(_parse_if(archive, names, "word/styles.xml")),
            headers=[
                _parse(archive, part)
                for part in sorted(names)
                if part.startswith(("word/header", "word/footer")) and part.endswith(".xml")
            ],
            notes=[
                _parse(archive, part)
                for part in ("word/footnotes.xml", "word/endnotes.xml")
                if part in names
            ],
        )


def _parse(archive: zipfile.ZipFile, part: str) -> etree._Element:
    return etree.fromstring(archive.read(part), _PARSER)


def _parse_if(archive: zipfile.ZipFile, names: set[str], part: str) -> etree._Element | None:
    return _parse(archive, part) if part in names else None


def _style_lists(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    """The list and depth that each style numbers its paragraphs with, bases included."""
    found: dict[str, tuple[str, int]] = {}
    bases: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        key = style.get(f"{W}styleId", "")
        base = style.find(f"{W}basedOn")
        bases[key] = base.get(f"{W}val", "") if base is not None else ""
        numbered = _list_of(style.find(f"{W}pPr"))
        if numbered:
            found[key] = numbered
    for key in bases:
        ancestor, seen = key, set[str]()
        while ancestor and ancestor not in found and ancestor not in seen:
            seen.add(ancestor)
            ancestor = bases.get(ancestor, "")
        if ancestor in found:
            found.setdefault(key, found[ancestor])
    return found


def _list_of(properties: etree._Element | None) -> tuple[str, int] | None:
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return None
    list_id, depth = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    level = depth.get(f"{W}val", "0") if depth is not None else "0"
    return (list_id.get(f"{W}val", "") if list_id is not None else "", int(level))


def _block_lines(parent: etree._Element, package: Package) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}p":
            yield from _paragraph_lines(child, package)
        elif child.tag == f"{W}tbl":
            yield from _table_lines(child, package)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _block_lines(child, package)


def _table_lines(table: etree._Element, package: Package) -> list[str]:
    rows = [
        [list(_block_lines(cell, package)) for cell in row.iter(f"{W}tc") if _owner(cell) is row]
        for row in table.iter(f"{W}tr")
        if _table_of(row) is table
    ]
    return rows_as_lines(rows)


def _owner(cell: etree._Element) -> etree._Element | None:
    return next((each for each in cell.iterancestors() if each.tag == f"{W}tr"), None)


def _table_of(row: etree._Element) -> etree._Element | None:
    return next((each for each in row.iterancestors() if each.tag == f"{W}tbl"), None)


def _paragraph_lines(paragraph: etree._Element, package: Package) -> Iterator[str]:
    text = "".join(_run_text(paragraph))
    marker = _marker(paragraph, package) if text.strip() else ""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if marker and lines:
        lines[0] = f"{marker} {lines[0]}"
    yield from lines
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(each.tag == FALLBACK for each in box.iterancestors()):
            yield from _block_lines(box, package)


def _marker(paragraph: etree._Element, package: Package) -> str:
    properties = paragraph.find(f"{W}pPr")
    numbered = _list_of(properties)
    style = properties.find(f"{W}pStyle") if properties is not None else None
    of_style = package.style_lists.get(style.get(f"{W}val", "") if style is not None else "")
    if numbered is None:
        numbered = of_style
    elif not numbered[0] and of_style:
        numbered = (of_style[0], numbered[1])
    return package.numbering.next_marker(*numbered) if numbered else ""


def _run_text(paragraph: etree._Element) -> Iterator[str]:
    """The characters of a paragraph, without those of the text boxes in it."""
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        holder = next(
            (each for each in element.iterancestors() if each.tag in {f"{W}p", FALLBACK}), None
        )
        if holder is not paragraph or (element.getparent() is not None and _is_tab_stop(element)):
            continue
        if element.tag == f"{W}t":
            yield element.text or ""
        else:
            yield {f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}.get(str(element.tag), "\n")


def _is_tab_stop(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}tabs"


def _note_lines(notes: etree._Element, package: Package) -> Iterator[str]:
    for note in notes:
        if note.get(f"{W}type") is None:
            number = note.get(f"{W}id", "")
            for line in _block_lines(note, package):
                yield f"[{number}] {line}"
