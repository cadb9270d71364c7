"""The end of the text: who receives it, and who signs, together on one page."""

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.document import Document, Signature
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
    # Titles level on top, names level below: one row for each.
    titles = [cell(width, *_titles(each)) for each in signatures]
    names = [cell(width, _name(each)) for each in signatures]
    return borderless(widths, row(*titles), row(*names))


def _signature(signature: Signature) -> list[Xml]:
    return [*_titles(signature), _name(signature)]


def _titles(signature: Signature) -> list[Xml]:
    lines = wording.signature_lines(signature)
    return [paragraph(layout.CAPACITY, run(line), shape=_TIED) for line in lines]


def _name(signature: Signature) -> Xml:
    return paragraph(layout.SIGNER, run(signature.name))


def _recipients(document: Document) -> list[Xml]:
    lines = wording.recipient_lines(document)
    if not lines:
        return []
    label = paragraph(layout.RECIPIENTS_LABEL, run(wording.RECIPIENTS_LABEL), shape=_TIED)
    return [label, *(paragraph(layout.RECIPIENT, run(line), shape=_TIED) for line in lines)]


def _below(recipients: list[Xml]) -> list[Xml]:
    if not recipients:
        return []
    return [paragraph(layout.GAP, shape=Shape(before=12)), *recipients]
