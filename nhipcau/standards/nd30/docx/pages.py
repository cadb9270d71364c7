"""Pages: size, margins, the number in the top margin, marks in the foot; one section an annex."""

from typing import cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.document import Document
from nhipcau.standards.nd30.docx.xml import (
    Shape,
    Xml,
    make,
    page_number,
    paragraph,
    run,
    twips,
)

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_LINKS = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}


class Pages:
    """Makes the headers and footers of a file once, and the sections that refer to them."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self._word = word
        number = paragraph(layout.PAGE_NUMBER, *page_number())
        example = (
            paragraph(layout.EXAMPLE, run(wording.EXAMPLE_MARK)) if document.is_example else None
        )
        marks = _marks(document)
        blank = paragraph(layout.PAGE_NUMBER)
        # The first page shows no number; its empty head has room for the mark of an example.
        self._first = [
            self._part("header", "first", 1, example if example is not None else blank),
            self._part("footer", "first", 2, *_contact(document), *_marks(document)),
        ]
        self._later = [
            self._part("header", "default", 3, number),
            self._part("footer", "default", 4, *_example_foot(document), *marks),
        ]
        self._annex = [
            self._first[0],
            self._part("footer", "first", 5, *_marks(document)),
        ]

    def section(self, *, is_annex: bool = False, is_landscape: bool = False) -> Xml:
        """The properties of a section; an annex starts a page and counts from 1 for itself."""
        first = self._annex if is_annex else self._first
        width, height = twips(layout.PAGE_WIDTH.value), twips(layout.PAGE_HEIGHT.value)
        size = (
            make("pgSz", w=height, h=width, orient="landscape")
            if is_landscape
            else make("pgSz", w=width, h=height)
        )
        return make(
            "sectPr",
            *(_reference(kind, which, rid) for kind, which, rid in [*first, *self._later]),
            make("type", val="nextPage"),
            size,
            make(
                "pgMar",
                top=twips(layout.MARGIN_TOP.value),
                right=twips(layout.MARGIN_RIGHT.value),
                bottom=twips(layout.MARGIN_BOTTOM.value),
                left=twips(layout.MARGIN_LEFT.value),
                header=twips(layout.TO_HEADER.value),
                footer=twips(layout.TO_FOOTER.value),
                gutter=0,
            ),
            make("pgNumType", start=1),
            make("titlePg"),
        )

    def _part(self, kind: str, which: str, place: int, *content: Xml) -> tuple[str, str, str]:
        made = make("hdr" if kind == "header" else "ftr", *(content or (make("p"),)))
        root = cast(BaseOxmlElement, made)
        name = PackURI(f"/word/{kind}{place}.xml")
        part = XmlPart(name, _TYPE.format(kind), root, self._word.part.package)
        return kind, which, self._word.part.relate_to(part, _LINKS[kind])


def _reference(kind: str, which: str, rid: str) -> Xml:
    reference = make(f"{kind}Reference", type=which)
    reference.set(qn("r:id"), rid)
    return reference


def _contact(document: Document) -> list[Xml]:
    if not document.contact:
        return []
    lines = document.contact.split("\n")
    ruled = Shape(border="top", border_space=3)
    return [
        paragraph(layout.CONTACT, run(line), shape=None if place else ruled)
        for place, line in enumerate(lines)
    ]


def _marks(document: Document) -> list[Xml]:
    edition = wording.edition_line(document)
    return [paragraph(layout.EDITION, run(edition))] if edition else []


def _example_foot(document: Document) -> list[Xml]:
    mark = paragraph(layout.EXAMPLE, run(wording.EXAMPLE_MARK))
    return [mark] if document.is_example else []
