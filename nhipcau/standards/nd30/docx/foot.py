"""The end of the text: who receives it, and who signs, together on one page."""

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.document import Document, Signature
from nhipcau.standards.nd30.docx.head import ruled
from nhipcau.standards.nd30.docx.xml import (
    Shape,
    Xml,
    borderless,
    cell,
    paragraph,
    row,
    run,
    twips,
)

_WHOLE = twips(layout.TEXT_WIDTH_MM)
_RECIPIENTS = round(_WHOLE * 0.45)
_GUTTER = twips(4)
_TIED = Shape(keeps_next=True)


def closing(document: Document) -> list[Xml]:
    """Cells 7 and 9b: one signature beside the recipients, several side by side above them."""
    recipients = _recipients(document)
    gap = paragraph(layout.GAP, shape=Shape(before=9, keeps_next=True))
    if len(document.signatures) > 1:
        return [gap, _side_by_side(document.signatures), *_below(recipients)]
    if not (document.signatures or recipients):
        return []
    signed = _signature(document.signatures[0]) if document.signatures else []
    widths = [_RECIPIENTS, _WHOLE - _RECIPIENTS]
    cells = (cell(widths[0], *recipients), cell(widths[1], *signed))
    return [gap, borderless(widths, row(*cells))]


def _side_by_side(signatures: tuple[Signature, ...]) -> Xml:
    width = _WHOLE // len(signatures)
    widths = [width] * len(signatures)
    # Bodies level, titles level, names level: one row for each.
    rows = [
        [cell(width, *_lines((each.heading,), width)) for each in signatures],
        [cell(width, *_lines(each.lines, width)) for each in signatures],
        [cell(width, _name(each, shape=_TIED)) for each in signatures],
    ]
    return borderless(widths, *(row(*cells) for cells in rows))


def _signature(signature: Signature) -> list[Xml]:
    width = _WHOLE - _RECIPIENTS
    return [*_lines((signature.heading, *signature.lines), width), _name(signature)]


def _lines(lines: tuple[str, ...], width: int) -> list[Xml]:
    spoken = tuple(line.upper() for line in lines if line)
    return ruled(layout.CAPACITY, spoken, width - _GUTTER) or [paragraph(layout.GAP, shape=_TIED)]


def _name(signature: Signature, shape: Shape | None = None) -> Xml:
    return paragraph(layout.SIGNER, run(signature.name), shape=shape)


def _recipients(document: Document) -> list[Xml]:
    lines = wording.recipient_lines(document)
    if not lines:
        return []
    label = paragraph(layout.RECIPIENTS_LABEL, run(wording.RECIPIENTS_LABEL), shape=_TIED)
    return [label, *(paragraph(layout.RECIPIENT, run(line), shape=_TIED) for line in lines)]


def _below(recipients: list[Xml]) -> list[Xml]:
    if not recipients:
        return []
    return [paragraph(layout.GAP, shape=Shape(before=12, keeps_next=True)), *recipients]
