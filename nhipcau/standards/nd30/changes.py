"""The lines of a Word file as they read when every tracked change is accepted.

A line is a paragraph, or one cell of a table. It knows which content controls and bookmarks of ours
lie in it, and which style it has.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from nhipcau.standards.nd30 import layout
from nhipcau.standards.nd30.package import MAIN, PROPERTIES, STYLES, NotTaken, Package, Why

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_DROPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")}
_DROPPED.add(_FALLBACK)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OURS = "nd_"
_WORDS = {layout.TEXT.style, layout.FIXED.style}
_FORM = {each.style for each in layout.ELEMENTS} - _WORDS
# A table that holds one of these is part of the form, not of the text.
_HEAD_AND_FOOT = {
    each.style
    for each in (layout.STATE, layout.ISSUER, layout.NUMBER, layout.CAPACITY, layout.SIGNER)
}
_HEADINGS = {each.style for each in layout.ELEMENTS if each.outline is not None}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key stands in a line: by the tag of its control, or by the name of its bookmark."""

    tag: str
    bookmark: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (`table` is 0) or a cell of the n-th table of the text."""

    text: str
    places: tuple[Place, ...]
    position: int
    table: int = 0
    style: str = ""

    @property
    def is_form(self) -> bool:
        """A line of head, headings or end: not running text."""
        return self.style in _FORM

    @property
    def is_fixed(self) -> bool:
        """A line that nobody was asked to change, as far as its style says."""
        return self.is_form or self.style == layout.FIXED.style

    @property
    def ends_a_place(self) -> bool:
        """What is typed after it no longer belongs to the words before it."""
        return self.style in _HEADINGS or self.style == layout.FIXED.style


@dataclass(frozen=True, slots=True)
class File:
    """What a file says: its lines, the number of its tables, the document it was made of."""

    lines: tuple[Line, ...]
    tables: int
    fingerprint: str

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(place.tag for line in self.lines for place in line.places if place.tag)


def lines_of(package: Package) -> File:
    """Return the lines of the main text in order. Raises NotTaken on a file without a body."""
    root = package.tree(MAIN)
    body = None if root is None else root.find(f"{_W}body")
    if body is None:
        raise NotTaken(Why.BROKEN, MAIN)
    walk = _Walk(_style_names(package))
    walk.blocks(body)
    walk.end()
    properties = package.tree(PROPERTIES)
    identifier = None if properties is None else properties.findtext(_IDENTIFIER)
    return File(tuple(walk.lines), walk.tables, (identifier or "").strip())


def _style_names(package: Package) -> dict[str, str]:
    root = package.tree(STYLES)
    styles = [] if root is None else root.findall(f"{_W}style")
    return {_attribute(style, "styleId"): _value(style, "name") for style in styles}


@dataclass(slots=True)
class _Words:
    """Gathers the text of one line with the places of keys in it."""

    text: str = ""
    places: list[Place] = field(default_factory=list)
    open: dict[str, tuple[str, int]] = field(default_factory=dict)

    def read(self, element: etree._Element) -> None:
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _DROPPED:
                continue
            name = child.tag.removeprefix(_W)
            if name == "t":
                self.text += child.text or ""
            elif name in _SIGNS:
                self.text += _SIGNS[name]
            elif name == "sdt":
                self.control(child)
            elif name == "bookmarkStart":
                self.open[_attribute(child, "id")] = (_attribute(child, "name"), len(self.text))
            elif name == "bookmarkEnd":
                self.close(_attribute(child, "id"))
            else:
                if name in ("p", "tc") and self.text:
                    self.text += "\n"
                self.read(child)

    def control(self, control: etree._Element) -> None:
        start, tag, is_empty = len(self.text), *_named(control)
        if not is_empty:
            for content in control.findall(f"{_W}sdtContent"):
                self.read(content)
        if tag:
            self.places.append(Place(tag, "", start, len(self.text)))

    def close(self, number: str) -> None:
        name, start = self.open.pop(number, ("", 0))
        if name.startswith(_OURS):
            self.places.append(Place("", name, start, len(self.text)))


@dataclass(slots=True)
class _Walk:
    """Goes through paragraphs and tables; a paragraph whose mark was deleted runs into the next."""

    styles: dict[str, str]
    lines: list[Line] = field(default_factory=list)
    tables: int = 0
    words: _Words = field(default_factory=_Words)
    tag: str = ""  # of the control around whole paragraphs, until the first of them is read

    def blocks(self, parent: etree._Element) -> None:
        for child in parent:
            name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
            if name == "p":
                self.paragraph(child)
            elif name == "tbl":
                self.table(child)
            elif name == "sdt":
                self.tag, is_empty = _named(child)
                for content in child.findall(f"{_W}sdtContent"):
                    self.blocks(etree.Element("empty") if is_empty else content)
                if is_empty and self.tag:
                    self.emit("", [Place(self.tag, "", 0, 0)])
                self.tag = ""
            elif name in ("ins", "moveTo", "customXml", "smartTag"):
                self.blocks(child)

    def paragraph(self, paragraph: etree._Element) -> None:
        start = len(self.words.text)
        self.words.read(paragraph)
        if self.tag:
            self.words.places.append(Place(self.tag, "", start, len(self.words.text)))
            self.tag = ""
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is None:
            style = self.styles.get(_style_id(paragraph), "")
            self.emit(self.words.text, self.words.places, style)
            self.words = _Words()

    def emit(self, text: str, places: list[Place], style: str = "", *, table: int = 0) -> None:
        self.lines.append(Line(text, tuple(places), len(self.lines) + 1, table, style))

    def end(self) -> None:
        if self.words.text:
            self.emit(self.words.text, self.words.places)

    def table(self, table: etree._Element) -> None:
        used = {self.styles.get(_style_id(each), "") for each in table.iter(f"{_W}p")}
        if used & _HEAD_AND_FOOT:
            for cell in _cells(table):
                self.blocks(cell)
            return
        self.tables += 1
        for cell, tag in _tagged_cells(table):
            words = _Words()
            words.read(cell)
            if tag:
                words.places.append(Place(tag, "", 0, len(words.text)))
            self.emit(words.text, words.places, table=self.tables)


def _cells(table: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell, _ in _tagged_cells(table))


def _tagged_cells(parent: etree._Element, tag: str = "") -> Iterator[tuple[etree._Element, str]]:
    """The cells of a table that stay when changes are accepted, with the control around a cell."""
    for child in parent:
        name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
        if name == "tr" and child.find(f"{_W}trPr/{_W}del") is None:
            yield from _tagged_cells(child)
        elif name == "tc" and child.find(f"{_W}tcPr/{_W}cellDel") is None:
            yield child, tag
        elif name == "sdt":
            own, _ = _named(child)
            for content in child.findall(f"{_W}sdtContent"):
                yield from _tagged_cells(content, own)
        elif name in ("ins", "moveTo", "customXml"):
            yield from _tagged_cells(child)


def _named(control: etree._Element) -> tuple[str, bool]:
    """The tag of a control, and whether it only shows its «click to enter text»."""
    properties = control.find(f"{_W}sdtPr")
    if properties is None:
        return "", False
    return _value(properties, "tag"), properties.find(f"{_W}showingPlcHdr") is not None


def _style_id(paragraph: etree._Element) -> str:
    properties = paragraph.find(f"{_W}pPr")
    return "" if properties is None else _value(properties, "pStyle")


def _value(parent: etree._Element, name: str) -> str:
    found = parent.find(f"{_W}{name}")
    return "" if found is None else _attribute(found, "val")


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(f"{_W}{name}", "")
