"""Small pieces of WordprocessingML: paragraphs, runs, fields, controls, borderless tables."""

import re
import zlib
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from nhipcau.language.fold import fold
from nhipcau.standards.nd30.layout import Element
from nhipcau.standards.nd30.wording import clean

Xml = etree._Element
_SAFE_LINKS = ("https://", "http://")
_ESCAPED = re.compile("_([0-9a-f]{1,5})_")
_LONGEST_TAG = 64  # Word refuses a file with a longer tag or alias


def make(tag: str, *children: Xml | None, **attributes: str | int | float) -> Xml:
    """Return the element `w:tag` with its attributes, also of `w:`, and children; None is left out."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        whole = round(value) if isinstance(value, float) else value
        element.set(qn(f"w:{name}"), clean(str(whole)))
    element.extend(child for child in children if child is not None)
    return element


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm / 25.4 * 1440)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What one paragraph has beyond its style: indents in twips, its ties to the next, a box."""

    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    before: float | None = None
    line_pt: float | None = None
    keeps_next: bool = False
    border: str = ""  # «bottom», «top» or «box»
    border_colour: str = "auto"
    border_space: int = 1


def paragraph(element: Element, *children: Xml, shape: Shape | None = None) -> Xml:
    """Return a paragraph in the style of `element`."""
    return make("p", _paragraph_properties(element, shape or Shape()), *children)


def _paragraph_properties(element: Element, shape: Shape) -> Xml:
    sides = ("top", "left", "bottom", "right") if shape.border == "box" else (shape.border,)
    borders = [
        make(side, val="single", sz=6, space=shape.border_space, color=shape.border_colour)
        for side in sides
        if side
    ]
    spacing = _attributes(before=_twentieths(shape.before), line=_twentieths(shape.line_pt))
    if shape.line_pt is not None:
        spacing["lineRule"] = "exact"
    indents = _attributes(left=shape.left, right=shape.right, hanging=shape.hanging)
    if indents and shape.hanging is None:
        indents["firstLine"] = 0
    return make(
        "pPr",
        make("pStyle", val=style_id(element)),
        make("keepNext") if shape.keeps_next else None,
        make("pBdr", *borders) if borders else None,
        make("spacing", **spacing) if spacing else None,
        make("ind", **indents) if indents else None,
    )


def _attributes(**values: int | None) -> dict[str, str | int | float]:
    return {name: value for name, value in values.items() if value is not None}


def _twentieths(points: float | None) -> int | None:
    return None if points is None else round(points * 20)


def style_id(element: Element) -> str:
    """The id of the paragraph style: the name in letters that every program takes."""
    return "".join(letter for letter in fold(element.style).title() if letter.isalnum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """How a run differs from its paragraph's style; None leaves it."""

    is_bold: bool | None = None
    is_italic: bool | None = None


def run(text: str, letters: Letters | None = None) -> Xml:
    """Return a run; line ends and tabs of `text` become Word's own."""
    return make("r", _run_properties(letters or Letters()), *_pieces(clean(text)))


def _run_properties(letters: Letters) -> Xml | None:
    properties = [
        None if letters.is_bold is None else make("b", val=int(letters.is_bold)),
        None if letters.is_italic is None else make("i", val=int(letters.is_italic)),
    ]
    return make("rPr", *properties) if any(each is not None for each in properties) else None


def _pieces(text: str) -> list[Xml]:
    pieces: list[Xml] = []
    for place, line in enumerate(text.split("\n")):
        if place:
            pieces.append(make("br"))
        for count, part in enumerate(line.split("\t")):
            if count:
                pieces.append(make("tab"))
            element = make("t")
            element.text = part
            element.set(qn("xml:space"), "preserve")
            pieces.append(element)
    return pieces


def page_number() -> list[Xml]:
    """The runs of a PAGE field."""
    instruction = make("instrText")
    instruction.text = " PAGE "
    instruction.set(qn("xml:space"), "preserve")
    return [
        make("r", make("fldChar", fldCharType="begin")),
        make("r", instruction),
        make("r", make("fldChar", fldCharType="separate")),
        run("2"),
        make("r", make("fldChar", fldCharType="end")),
    ]


@dataclass(slots=True)
class Controls:
    """Makes content controls, each key once in a file, beside a bookmark of the same key.

    A program that drops the tag of a control (LibreOffice 7.4 does) keeps the bookmark.
    """

    taken: set[str] = field(default_factory=set)

    def around(self, key: str, alias: str, *content: Xml) -> list[Xml]:
        """Return `content` in a control tagged `key`. Raises ValueError: no key twice, none longer
        than 64 characters."""
        if key in self.taken:
            raise ValueError(f"the key {key!r} is there twice")
        if len(key) > _LONGEST_TAG or clean(key) != key:
            raise ValueError(f"the key {key!r} is no tag of a content control")
        self.taken.add(key)
        # Word wants whole numbers without a sign; the same key always gets the same one.
        number = zlib.crc32(key.encode()) & 0x7FFFFFFF
        place = len(self.taken)
        return [
            make("bookmarkStart", id=place, name=bookmark_name(key)),
            make(
                "sdt",
                make(
                    "sdtPr",
                    make("alias", val=alias[:_LONGEST_TAG]),
                    make("tag", val=key),
                    make("id", val=number),
                ),
                make("sdtContent", *content),
            ),
            make("bookmarkEnd", id=place),
        ]


def bookmark_name(key: str) -> str:
    """The bookmark of a key: letters and figures as they are, others as _hex_; a name too long for
    Word (40) ends in a check sum."""
    plain = "".join(
        each if each.isascii() and each.isalnum() else f"_{ord(each):x}_" for each in key
    )
    name = f"nd_{plain}"
    return name if len(name) <= 40 else f"{name[:30]}_{zlib.crc32(key.encode()):08x}"


def key_of_bookmark(name: str) -> str:
    """The key of a bookmark that holds it whole, else ""."""
    key = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name.removeprefix("nd_"))
    return key if name.startswith("nd_") and bookmark_name(key) == name else ""


def hyperlink(part: object, address: str, content: Xml) -> Xml:
    """Return `content` as a link of `part` to `address`; as it is where that is no web address."""
    if not address.startswith(_SAFE_LINKS):
        return content
    relate = part.relate_to  # type: ignore[attr-defined]
    link = make("hyperlink", content)
    link.set(qn("r:id"), relate(clean(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return link


def borderless(widths: list[int], *rows: Xml) -> Xml:
    """Return a table without lines that fills the text's width."""
    return make("tbl", table_properties(sum(widths), margin=0), grid(widths), *rows)


def table_properties(width: int, *, margin: int, lines: str = "") -> Xml:
    """The properties of a table with fixed columns; `lines` is «single» where it is ruled."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return make(
        "tblPr",
        make("tblW", w=width, type="dxa"),
        make("tblInd", w=0, type="dxa"),
        make("tblBorders", *(make(each, val=lines, sz=4, space=0, color="auto") for each in sides))
        if lines
        else None,
        make("tblLayout", type="fixed"),
        make(
            "tblCellMar",
            make("left", w=margin, type="dxa"),
            make("right", w=margin, type="dxa"),
        ),
    )


def grid(widths: list[int]) -> Xml:
    """The columns of a table, in twips."""
    return make("tblGrid", *(make("gridCol", w=width) for width in widths))


def row(*cells: Xml, repeats: bool = False) -> Xml:
    """A row that no page splits; `repeats` puts it on top of every page."""
    properties = make("trPr", make("cantSplit"), make("tblHeader") if repeats else None)
    return make("tr", properties, *cells)


def cell(width: int, *paragraphs: Xml, vertical: str = "", span: int = 1) -> Xml:
    """A cell of a row; it always has a paragraph."""
    properties = make(
        "tcPr",
        make("tcW", w=width, type="dxa"),
        make("gridSpan", val=span) if span > 1 else None,
        make("vAlign", val=vertical) if vertical else None,
    )
    return make("tc", properties, *(paragraphs or (make("p"),)))
