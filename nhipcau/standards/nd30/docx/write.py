"""Puts the parts of a Word file together, the same bytes for the same document."""

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.document import Annex, Document
from nhipcau.standards.nd30.docx.body import Body
from nhipcau.standards.nd30.docx.foot import closing
from nhipcau.standards.nd30.docx.head import head_table, opening, ruled
from nhipcau.standards.nd30.docx.pages import Pages
from nhipcau.standards.nd30.docx.styles import install
from nhipcau.standards.nd30.docx.xml import Xml, make, paragraph, run, twips
from nhipcau.standards.nd30.json_form import fingerprint

_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(document: Document) -> bytes:
    """Return `document` as a DOCX file in the layout of Decree 30/2020/NĐ-CP.

    Words and numbers with a key stand in content controls tagged with it; `read_back` finds them.
    Raises ValueError: a key twice or longer than 64 characters, a table whose rows differ in length.
    """
    word = docx.Document()
    install(word)
    _describe(word, document)
    pages = Pages(word, document)
    body = Body(word.part)
    whole = twips(layout.TEXT_WIDTH_MM)
    content = [
        head_table(document),
        *opening(document),
        *body.draw(document.blocks, whole, closes=True),
        *closing(document),
    ]
    section = pages.section()
    for place, annex in enumerate(document.annexes, start=1):
        content.append(_section_end(section))
        content.extend(_annex(document, annex, place, body))
        section = pages.section(is_annex=True, is_landscape=annex.is_landscape)
    # A body may not end with a table.
    root = word.element.body
    for child in list(root):
        root.remove(child)
    root.extend([*content, paragraph(layout.GAP), section])
    return _packed(word)


def _annex(document: Document, annex: Annex, place: int, body: Body) -> list[Xml]:
    width = twips(
        layout.PAGE_HEIGHT.value - layout.MARGIN_LEFT.value - layout.MARGIN_RIGHT.value
        if annex.is_landscape
        else layout.TEXT_WIDTH_MM
    )
    heading = wording.annex_heading(place, len(document.annexes))
    title = wording.annex_title(annex)
    ends_in_words = wording.last_prose(annex.blocks) is not None
    return [
        paragraph(layout.ANNEX, run(heading)),
        *([paragraph(layout.ANNEX_TITLE, run(title))] if title else []),
        *ruled(layout.ANNEX_REFERENCE, (wording.annex_reference(document),), width),
        *body.draw(annex.blocks, width, closes=ends_in_words),
    ]


def _section_end(section: Xml) -> Xml:
    """The small paragraph that carries a section to its end."""
    end = paragraph(layout.GAP)
    for properties in end.findall(qn("w:pPr")):
        properties.append(section)
    return end


def _describe(word: WordDocument, document: Document) -> None:
    about = word.core_properties
    issuers = "; ".join(issuer.name for issuer in document.issuers)
    about.title = wording.title(document)[:255]
    about.author = wording.clean(issuers)[:255]
    about.last_modified_by = ""
    about.comments = ""
    about.subject = ""
    about.language = layout.LANGUAGE
    about.identifier = fingerprint(document)
    about.revision = 1
    day = datetime.combine(document.issued_on, time(), UTC) if document.issued_on else None
    about.created = about.modified = day or datetime(document.year or 2000, 1, 1, tzinfo=UTC)
    settings = word.settings.element
    # Word opens it as a file of its own time, not «in compatibility mode».
    mode = make(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = make("compat")
        settings.append(compat)
    compat.append(mode)


def _packed(word: WordDocument) -> bytes:
    made, packed = BytesIO(), BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return packed.getvalue()
