"""A document as PDF, set by Typst from the same lines as the Word file.

The template (`page.typ`) never changes with the document: its words are handed over as JSON, so no
text can become a command. The file is PDF/A-2a unless a letter is in none of the fonts.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Literal

import typst

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.columns import shares
from nhipcau.standards.nd30.document import (
    Annex,
    Block,
    Cell,
    Document,
    Heading,
    Level,
    Prose,
    Table,
)
from nhipcau.standards.nd30.json_form import Json

_TEMPLATE = Path(__file__).with_name("page.typ")
_ARCHIVAL: Literal["a-2a"] = "a-2a"
# The decree's font, fonts of the same measure with every Vietnamese letter, the one Typst carries.
FONTS = ("Times New Roman", "Tinos", "TeX Gyre Termes", "Libertinus Serif")
_FAST = "\N{NO-BREAK SPACE}"
_DEPTH = {Level.SECTION: 2, Level.ARTICLE: 3, Level.CLAUSE: 4, Level.POINT: 5}
_SIZES = {
    "text": layout.TEXT, "issuer": layout.ISSUER, "state": layout.STATE, "motto": layout.MOTTO,
    "number": layout.NUMBER, "place_date": layout.PLACE_DATE, "type_name": layout.TYPE_NAME,
    "subject": layout.SUBJECT, "letter_subject": layout.LETTER_SUBJECT, "box": layout.URGENCY,
    "page_number": layout.PAGE_NUMBER, "contact": layout.CONTACT, "caption": layout.CAPTION,
    "table": layout.TABLE_TEXT, "recipients_label": layout.RECIPIENTS_LABEL,
    "recipient": layout.RECIPIENT, "annex": layout.ANNEX, "annex_title": layout.ANNEX_TITLE,
    "annex_reference": layout.ANNEX_REFERENCE, "mark": layout.EDITION,
}  # fmt: skip


def to_pdf(
    document: Document, *, font_paths: Sequence[Path] = (), fonts: Sequence[str] = FONTS
) -> bytes:
    """Return `document` as a PDF in the layout of Decree 30/2020/NĐ-CP.

    `font_paths` are folders searched beside the system's fonts; the first of `fonts` that has a
    letter draws it. Raises ValueError on a table whose rows differ in length.
    """
    sheet = json.dumps(_sheet(document, fonts), ensure_ascii=False)
    paths = [str(path) for path in font_paths]
    day = datetime.combine(document.issued_on, time(), UTC) if document.issued_on else None
    made = day or datetime(document.year or 2000, 1, 1, tzinfo=UTC)

    try:
        return _compiled(sheet, paths, made, _ARCHIVAL)
    except typst.TypstError:
        # A letter that no font has, or a private one, has no place in an archival file.
        return _compiled(sheet, paths, made, None)


def _compiled(
    sheet: str, paths: list[str], made: datetime, standard: Literal["a-2a"] | None
) -> bytes:
    return typst.compile(
        str(_TEMPLATE), format="pdf", sys_inputs={"document": sheet}, font_paths=[*paths],
        pdf_standards=standard, timestamp=made,
    )  # fmt: skip


def _sheet(document: Document, fonts: Sequence[str]) -> dict[str, Json]:
    shown = _head(document) | _closing(document) | _frame(document)
    shown["fonts"] = list(fonts)
    shown["blocks"] = list(_blocks(document.blocks, closes=True))
    shown["annexes"] = [
        _annex(document, annex, place) for place, annex in enumerate(document.annexes, start=1)
    ]
    return shown


def _head(document: Document) -> dict[str, Json]:
    is_letter = not document.type_name and bool(document.subject)
    has_number = not document.is_minutes or bool(document.symbol)
    return {
        "state": wording.STATE_NAME,
        "motto": wording.MOTTO,
        "above": _text(wording.above_line(document)),
        "issuer": [_parted(line) for line in wording.issuer_lines(document)],
        "number": _text(wording.number_line(document)) if has_number else "",
        "place_date": "" if document.is_minutes else _text(wording.place_date_line(document)),
        "type_name": _text(document.type_name.upper()),
        "subject": _text(wording.subject_line(document)),
        "letter_subject": _text(wording.letter_subject_line(document)) if is_letter else "",
        "urgency": document.urgency.value if document.urgency else "",
        "urgency_mm": layout.URGENCY_WIDTHS[document.urgency.value] if document.urgency else 0,
        "circulation": _text(document.circulation.upper()),
        "addressee_label": wording.ADDRESSEE_LABEL,
        "addressees": [_text(line) for line in wording.addressee_lines(document)],
        "authority": _text(document.authority.upper()),
        "bases": [_text(line) for line in wording.basis_lines(document)],
        "enacting": _text(document.enacting.upper()),
    }


def _closing(document: Document) -> dict[str, Json]:
    return {
        "recipients_label": wording.RECIPIENTS_LABEL,
        "recipients": [_text(line) for line in wording.recipient_lines(document)],
        "signatures": [
            {
                "heading": _parted(each.heading.upper()),
                "lines": [_text(line.upper()) for line in each.lines],
                "name": _text(each.name),
            }
            for each in document.signatures
        ],
    }


def _frame(document: Document) -> dict[str, Json]:
    return {
        "title": wording.title(document),
        "author": _text("; ".join(issuer.name for issuer in document.issuers)),
        "example": wording.EXAMPLE_MARK if document.is_example else "",
        "edition": _text(wording.edition_line(document)),
        "contact": _lines(document.contact) if document.contact else [],
        "sizes": {name: element.size for name, element in _SIZES.items()},
        "page": {
            "top": layout.MARGIN_TOP.value,
            "bottom": layout.MARGIN_BOTTOM.value,
            "left": layout.MARGIN_LEFT.value,
            "right": layout.MARGIN_RIGHT.value,
            "head_left": layout.HEAD_LEFT.value,
            "indent": layout.INDENT_MM,
            "signing": layout.SIGNING_SPACE_PT,
        },
    }


def _annex(document: Document, annex: Annex, place: int) -> Json:
    ends_in_words = wording.last_prose(annex.blocks) is not None
    return {
        "heading": wording.annex_heading(place, len(document.annexes)),
        "title": _text(wording.annex_title(annex)),
        "reference": _text(wording.annex_reference(document)),
        "landscape": annex.is_landscape,
        "blocks": list(_blocks(annex.blocks, closes=ends_in_words)),
    }


def _blocks(blocks: tuple[Block, ...], *, closes: bool) -> Iterator[Json]:
    last = blocks[-1] if closes and blocks else None
    pending: Heading | None = None
    for block in blocks:
        if pending and not isinstance(block, Prose):
            yield _heading(pending)
            pending = None
        match block:
            case Heading() if not block.title:
                pending = block
                continue
            case Heading():
                yield _heading(block)
            case Prose():
                yield from _prose(block, pending, is_last=block is last)
            case Table():
                yield _table(block)
        pending = None
    if pending:
        yield _heading(pending)
    if closes and not isinstance(last, Prose):
        yield {"kind": "closing", "text": wording.END}


def _heading(heading: Heading) -> Json:
    lines = [_text(line) for line in wording.heading_lines(heading)]
    if heading.level is Level.PART:
        return {"kind": "part", "lines": list[Json](lines)}
    return {
        "kind": "heading",
        "level": _DEPTH[heading.level],
        "bold": heading.level is not Level.POINT,
        "text": " ".join(lines),
    }


def _prose(prose: Prose, heading: Heading | None, *, is_last: bool) -> Iterator[Json]:
    link = prose.link if prose.link.startswith(("https://", "http://")) else ""
    lines = prose.text.split("\n")
    for place, line in enumerate(lines):
        pieces: list[Json] = []
        if heading and place == 0:
            number = f"{wording.heading_number(heading)} "
            pieces.append(_piece(number, is_bold=heading.level in (Level.ARTICLE, Level.SECTION)))
        pieces.append(_piece(line, link=link))
        if is_last and place == len(lines) - 1:
            pieces.append(_piece(wording.closing_mark(prose.text)))
        yield {"kind": "prose", "pieces": pieces, "last": is_last and place == len(lines) - 1}


def _piece(text: str, *, is_bold: bool = False, link: str = "") -> Json:
    return {"text": _text(text), "bold": is_bold, "link": wording.clean(link)}


def _table(table: Table) -> Json:
    return {
        "kind": "table",
        "caption": _text(table.caption),
        "shares": list[Json](shares(table)),
        "head": [_text(words) for words in table.head],
        "rows": [
            [_cell(head, each) for head, each in zip(table.head, cells, strict=True)]
            for cells in table.rows
        ],
    }


def _cell(head: str, cell: Cell) -> Json:
    align = "right" if cell.is_number else "left"
    if head.upper() in wording.SERIAL:
        align = "center"
    return {"align": align, "lines": _lines(cell.text)}


def _lines(text: str) -> list[Json]:
    return [_text(line) for line in text.split("\n")]


def _parted(name: str) -> str:
    """A name that, where it needs two lines, breaks before its last «VÀ»."""
    first, joint, last = _text(name).rpartition(" VÀ ")
    return f"{first} VÀ{_FAST}{last.replace(' ', _FAST)}" if joint else last


def _text(text: str) -> str:
    """`text` for Typst: blanks that are to be filled in by hand keep their length."""
    return wording.clean(text).replace("  ", "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}")
