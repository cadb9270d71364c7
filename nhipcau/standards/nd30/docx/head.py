"""The first page's head: issuer and Quốc hiệu, number and place, name and subject, addressees."""

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.document import Document
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
from nhipcau.standards.nd30.layout import Element
from nhipcau.standards.nd30.metrics import balanced_pt, width_pt

_LEFT = twips(layout.HEAD_LEFT.value)
_RIGHT = twips(layout.HEAD_RIGHT_MM)
_WHOLE = twips(layout.TEXT_WIDTH_MM)
_RULE_LINE_PT = 4.0
# A cell's text never touches the other cell's.
_GUTTER = twips(2)
# A line is measured, not set: another font of the same name may be wider by a hair.
_AIR = 120


def head_table(document: Document) -> Xml:
    """Cells 1 to 4, 5b, 10b and 11: two columns whose lines stand level."""
    circulation = _circulation(document)
    rows = [
        row(cell(_LEFT, *_issuer(document)), cell(_RIGHT, *_state())),
        row(cell(_LEFT, *_number(document)), cell(_RIGHT, *_place_date(document))),
    ]
    if circulation is not None:
        rows.insert(0, row(cell(_LEFT, paragraph(layout.GAP)), cell(_RIGHT, circulation)))
    return borderless([_LEFT, _RIGHT], *rows)


def opening(document: Document) -> list[Xml]:
    """What stands between the head and the text: name, subject, addressees, authority, bases."""
    made: list[Xml] = []
    if document.type_name:
        made.append(paragraph(layout.TYPE_NAME, run(document.type_name.upper())))
        if document.subject:
            made.extend(ruled(layout.SUBJECT, (wording.subject_line(document),), _WHOLE))
    made.extend(_addressees(document))
    if document.authority:
        made.append(paragraph(layout.AUTHORITY, run(document.authority.upper())))
    made.extend(paragraph(layout.BASIS, run(line)) for line in wording.basis_lines(document))
    if document.enacting:
        made.append(paragraph(layout.ENACTING, run(document.enacting.upper())))
    return made


def ruled(element: Element, lines: tuple[str, ...], room: int) -> list[Xml]:
    """Centred lines, each broken into parts about equally long, and the rule that the decree puts
    under them; `room` in twips."""
    measures = [min(_length(element, line), room) for line in lines]
    made = []
    for place, line in enumerate(lines):
        shape = Shape(keeps_next=True)
        # Only a text that needs more lines is held narrower; one line has the whole room.
        if _length(element, line) > room:
            narrow = balanced_pt(line, element.size, room / 20 - 12, is_bold=element.is_bold)
            measures[place] = min(narrow * 20, room)
            shape = centred(measures[place], room)
        made.append(paragraph(element, run(line), shape=shape))
    if element.rule:
        made.append(rule(max(measures) * element.rule.share, room))
    return made


def centred(measure: float, room: int) -> Shape:
    """A paragraph `measure` twips wide in the middle of `room`, tied to what follows."""
    side = max(int((room - measure) / 2) - _AIR, 0)
    return Shape(left=side, right=side, keeps_next=True)


def _length(element: Element, text: str) -> float:
    return width_pt(text, element.size, is_bold=element.is_bold, is_italic=element.is_italic) * 20


def rule(length: float, room: int) -> Xml:
    """A solid line `length` twips long in the middle of `room`."""
    side = max(round((room - length) / 2), 0)
    shape = Shape(left=side, right=side, line_pt=_RULE_LINE_PT, border="bottom")
    return paragraph(layout.RULE, shape=shape)


def _issuer(document: Document) -> list[Xml]:
    above, room = wording.above_line(document), _LEFT - _GUTTER
    made = [paragraph(layout.ABOVE, run(above))] if above else []
    return made + ruled(layout.ISSUER, wording.issuer_lines(document), room)


def _state() -> list[Xml]:
    state = paragraph(layout.STATE, run(wording.STATE_NAME))
    return [state, *ruled(layout.MOTTO, (wording.MOTTO,), _RIGHT)]


def _number(document: Document) -> list[Xml]:
    made: list[Xml] = []
    if not document.is_minutes or document.symbol:
        made.append(paragraph(layout.NUMBER, run(wording.number_line(document))))
    if not document.type_name and document.subject:
        text = run(wording.letter_subject_line(document))
        made.append(paragraph(layout.LETTER_SUBJECT, text, shape=Shape(right=_GUTTER)))
    if document.urgency:
        words = document.urgency.value
        width = layout.URGENCY_WIDTHS[words]
        made.append(_box(layout.URGENCY, words, width, _LEFT, layout.URGENCY_COLOUR))
    return made or [paragraph(layout.GAP)]


def _place_date(document: Document) -> list[Xml]:
    if document.is_minutes:
        return [paragraph(layout.GAP)]
    return [paragraph(layout.PLACE_DATE, run(wording.place_date_line(document)))]


def _circulation(document: Document) -> Xml | None:
    if not document.circulation:
        return None
    words = document.circulation.upper()
    element = layout.CIRCULATION
    width = width_pt(words, element.size, is_bold=True) / 72 * 25.4 + 8
    return _box(element, words, width, _RIGHT, "auto")


def _box(element: Element, words: str, width_mm: float, room: int, colour: str) -> Xml:
    """Words in a frame of a single line, 8 mm high, in the middle of `room`."""
    line, space = 15.0, 3.8  # together 8 mm
    side = max(round((room - twips(width_mm)) / 2), 0)
    shape = Shape(
        left=side, right=side, line_pt=line, border="box", border_colour=colour,
        border_space=round(space),
    )  # fmt: skip
    return paragraph(element, run(words), shape=shape)


def _addressees(document: Document) -> list[Xml]:
    lines = wording.addressee_lines(document)
    element = layout.ADDRESSEE
    if not lines:
        return []
    label = width_pt(wording.ADDRESSEE_LABEL, element.size) * 20
    before = 18.0
    if len(lines) == 1:
        text = f"{wording.ADDRESSEE_LABEL} {lines[0]}"
        left = _centred_left(width_pt(text, element.size) * 20)
        shape = Shape(left=round(left + label + 80), hanging=round(label + 80), before=before)
        return [paragraph(element, run(text), shape=shape), _after_addressees()]
    # The dashes stand under the colon (mục II.9.d).
    colon = label - width_pt(":", element.size) * 20
    longest = max(width_pt(line, element.size) for line in lines) * 20
    left = _centred_left(colon + longest)
    dash = width_pt("- ", element.size) * 20
    made = [
        paragraph(
            element, run(wording.ADDRESSEE_LABEL), shape=Shape(left=round(left), before=before)
        )
    ]
    hung = Shape(left=round(left + colon + dash), hanging=round(dash))
    made.extend(paragraph(element, run(line), shape=hung) for line in lines)
    return [*made, _after_addressees()]


def _after_addressees() -> Xml:
    return paragraph(layout.GAP, shape=Shape(before=6))


def _centred_left(width: float) -> float:
    return max((_WHOLE - width) / 2, twips(layout.INDENT_MM))
