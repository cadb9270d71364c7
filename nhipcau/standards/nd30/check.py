"""Holds a Word file to the layout: every element of the decree, in the file as it is.

`faults` looks at the file only, not at the document that it was made of, and finds the elements by the
names of their styles; each fault is one line: the element, what is there, what should be.
"""

import re
from collections.abc import Callable, Iterator

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.formatting import Formatting, Paragraph, W, mm, v
from nhipcau.standards.nd30.layout import Element
from nhipcau.standards.nd30.looks import looks, of, within
from nhipcau.standards.nd30.metrics import balanced_pt, width_pt
from nhipcau.standards.nd30.package import MAIN, PROPERTIES, STYLES, Package

Faults = Iterator[str]
_NUMBER = re.compile(r"Số:( {6}| \d{2,})/(…|\S+)")
_DAY = r"ngày( {6}| 0[1-9] | [12]\d | 3[01] )tháng( {6}| 0[12] | [3-9] | 1[0-2] )năm( \d{4}| {7})?"
_PLACE_DATE = re.compile(rf"(\S.*, )?{_DAY}")
_REFERENCE = re.compile(rf"\(Kèm theo \S.* số( {{6}}| \d{{2,}})/\S+ {_DAY}( của .+)?\)")
_HONOURS = re.compile(r"^(GS|PGS|TS|ThS|TSKH|Ông|Bà|Đồng chí|NGND|NGƯT)\b[. ]", re.IGNORECASE)
_ORDER = (
    (layout.CIRCULATION,), (layout.ABOVE, layout.ISSUER), (layout.STATE,), (layout.MOTTO,),
    (layout.NUMBER,), (layout.LETTER_SUBJECT,), (layout.URGENCY,), (layout.PLACE_DATE,),
    (layout.TYPE_NAME,), (layout.SUBJECT,), (layout.ADDRESSEE,), (layout.AUTHORITY,),
    (layout.BASIS,), (layout.ENACTING,),
    (layout.TEXT, layout.FIXED, layout.SECTION, layout.ARTICLE, layout.CLAUSE, layout.POINT,
     layout.PART, layout.PART_TITLE, layout.CLOSING),
    (layout.CAPACITY, layout.SIGNER, layout.RECIPIENTS_LABEL, layout.RECIPIENT),
)  # fmt: skip


def faults(content: bytes) -> list[str]:
    """Return what in the DOCX is not as Decree 30 asks, [] where all is. Raises NotTaken."""
    formatting = Formatting(Package(content))
    all_of = [each for each in formatting.paragraphs(MAIN, layout.TEXT_WIDTH_MM) if each.style]
    first_annex = next(
        (place for place, each in enumerate(all_of) if each.style == layout.ANNEX.style),
        len(all_of),
    )
    main = all_of[:first_annex]
    found: list[str] = []
    for paragraph in all_of:
        found.extend(looks(paragraph))
    for check in _CHECKS:
        found.extend(check(main))
    found.extend(_annexes(all_of[first_annex:]))
    found.extend(_pages(formatting))
    found.extend(_tables(formatting))
    found.extend(_properties(formatting))
    return found


def _head(main: list[Paragraph]) -> Faults:
    for element, text in ((layout.STATE, wording.STATE_NAME), (layout.MOTTO, wording.MOTTO)):
        if [each.text for each in of(main, element)] != [text]:
            yield f"{element.name}: not once «{text}»"
    if not of(main, layout.ISSUER):
        yield f"{layout.ISSUER.name}: missing"
    left = of(
        main, layout.ABOVE, layout.ISSUER, layout.NUMBER, layout.LETTER_SUBJECT, layout.URGENCY
    )
    right = of(main, layout.STATE, layout.MOTTO, layout.PLACE_DATE, layout.CIRCULATION)
    for paragraphs, column in ((left, 0), (right, 1)):
        for each in paragraphs:
            if each.column != column:
                yield f"{each.style}: in column {each.column}, wanted {column}"
    rows = {each.row for each in of(main, layout.NUMBER, layout.PLACE_DATE)}
    if len(rows) > 1:
        yield "Số, ký hiệu and Địa danh, thời gian: not on the same line"


def _number_and_day(main: list[Paragraph]) -> Faults:
    kinds = [each.text for each in of(main, layout.TYPE_NAME)]
    is_minutes = kinds == ["BIÊN BẢN"]
    numbers, days = of(main, layout.NUMBER), of(main, layout.PLACE_DATE)
    if len(numbers) != 1 and not is_minutes:
        yield f"{layout.NUMBER.name}: {len(numbers)} of them"
    if len(days) != (0 if is_minutes else 1):
        yield f"{layout.PLACE_DATE.name}: {len(days)} of them"
    yield from _patterns(numbers, _NUMBER)
    yield from _patterns(days, _PLACE_DATE)


def _patterns(paragraphs: list[Paragraph], pattern: re.Pattern[str]) -> Faults:
    for each in paragraphs:
        if not pattern.fullmatch(each.text):
            yield f"{each.style}: «{each.text}» is not of the form"


def _name_and_subject(main: list[Paragraph]) -> Faults:
    names, subjects = of(main, layout.TYPE_NAME), of(main, layout.SUBJECT)
    letters = of(main, layout.LETTER_SUBJECT)
    if bool(names) == bool(letters):
        yield "Tên loại: a document has either a name or «V/v»"
    if names and not subjects:
        yield f"{layout.SUBJECT.name}: missing"
    for each in letters:
        if not each.text.startswith("V/v "):
            yield f"{layout.LETTER_SUBJECT.name}: «{each.text}» does not begin with «V/v»"
        if each.before != layout.UNDER_NUMBER.value:
            yield f"{layout.LETTER_SUBJECT.name}: {each.before} pt under the number, wanted 6"


def _rules(main: list[Paragraph]) -> Faults:
    for element in (layout.MOTTO, layout.ISSUER, layout.SUBJECT):
        lines = [place for place, each in enumerate(main) if each.style == element.style]
        if lines:
            yield from _rule_under(element, [main[place] for place in lines], main[lines[-1] + 1 :])


def _rule_under(element: Element, lines: list[Paragraph], after: list[Paragraph]) -> Faults:
    rule = after[0] if after else None
    if rule is None or not rule.has_rule or element.rule is None:
        yield f"{element.name}: no rule under it"
        return
    length = rule.room_mm - rule.left_mm - rule.right_mm
    share = length / max(_line_mm(element, each) for each in lines)
    if not element.rule.low - 0.02 <= share <= element.rule.high + 0.02:
        yield f"{element.name}: rule of {share:.2f} of the line"


def _line_mm(element: Element, line: Paragraph) -> float:
    """How long the longest line of a text is where it stands."""
    room = (line.room_mm - line.left_mm - line.right_mm) / 25.4 * 72
    whole = width_pt(line.text, element.size, is_bold=element.is_bold)
    longest = whole if whole <= room else balanced_pt(line.text, element.size, room, is_bold=True)
    return longest / 72 * 25.4


def _order(main: list[Paragraph]) -> Faults:
    last = -1
    ranks = {element.style: rank for rank, row in enumerate(_ORDER) for element in row}
    for each in main:
        rank = ranks.get(each.style, last)
        if rank < last:
            yield f"{each.style}: stands after {_ORDER[last][0].name}"
        last = max(rank, last)


def _lists(main: list[Paragraph]) -> Faults:
    for element in (layout.BASIS, layout.RECIPIENT):
        lines = [each.text for each in of(main, element)]
        for place, line in enumerate(lines, start=1):
            if not line.endswith("." if place == len(lines) else ";"):
                yield f"{element.name}: «{line}» ends with another mark"
    recipients = [each.text for each in of(main, layout.RECIPIENT)]
    if any(not line.startswith("- ") for line in recipients):
        yield f"{layout.RECIPIENT.name}: a line without «- »"
    if recipients and not recipients[-1].startswith("- Lưu: "):
        yield f"{layout.RECIPIENT.name}: the last line is not «Lưu»"
    labels = [each.text for each in of(main, layout.RECIPIENTS_LABEL)]
    if labels != [wording.RECIPIENTS_LABEL] * bool(recipients):
        yield f"{layout.RECIPIENTS_LABEL.name}: {labels}"


def _addressees(main: list[Paragraph]) -> Faults:
    lines = [each.text for each in of(main, layout.ADDRESSEE)]
    if not lines:
        return
    if not lines[0].startswith(wording.ADDRESSEE_LABEL):
        yield f"{layout.ADDRESSEE.name}: does not begin with «Kính gửi:»"
    for place, line in enumerate(lines[1:], start=2):
        if not (line.startswith("- ") and line.endswith("." if place == len(lines) else ";")):
            yield f"{layout.ADDRESSEE.name}: «{line}»"


def _closing(main: list[Paragraph]) -> Faults:
    words = [each.text for each in of(main, layout.TEXT, layout.FIXED, layout.CLOSING)]
    if words and not words[-1].endswith(wording.END):
        yield f"Nội dung: «…{words[-1][-20:]}» does not end with «./.»"
    signers = of(main, layout.SIGNER)
    if not of(main, layout.CAPACITY) or not signers:
        yield f"{layout.CAPACITY.name}: no signature block"
    for each in signers:
        if _HONOURS.match(each.text):
            yield f"{layout.SIGNER.name}: «{each.text}» has a title before the name"
    tables = {each.table for each in signers}
    for each in of(main, layout.RECIPIENTS_LABEL):
        if each.table in tables and each.column != 0:
            yield f"{layout.RECIPIENTS_LABEL.name}: not at the left margin"


_CHECKS: tuple[Callable[[list[Paragraph]], Faults], ...] = (
    _head, _number_and_day, _name_and_subject, _rules, _order, _lists, _addressees, _closing,
)  # fmt: skip


def _annexes(paragraphs: list[Paragraph]) -> Faults:
    headings = [each.text for each in of(paragraphs, layout.ANNEX)]
    wanted = [wording.annex_heading(place, len(headings)) for place in range(1, len(headings) + 1)]
    if headings != wanted:
        yield f"{layout.ANNEX.name}: {headings}, wanted {wanted}"
    references = of(paragraphs, layout.ANNEX_REFERENCE)
    if len(references) != len(headings):
        yield f"{layout.ANNEX_REFERENCE.name}: {len(references)} for {len(headings)} annexes"
    yield from _patterns(references, _REFERENCE)


def _pages(formatting: Formatting) -> Faults:
    root = formatting.package.tree(MAIN)
    sections = [] if root is None else [*root.iter(f"{W}sectPr")]
    annexes = [] if root is None else [
        each for each in root.iter(f"{W}pStyle") if _is_annex(formatting, v(each, "val"))
    ]  # fmt: skip
    if len(sections) != 1 + len(annexes):
        yield f"Trang: {len(sections)} sections for {len(annexes)} annexes"
    for place, section in enumerate(sections):
        size = section.find(f"{W}pgSz")
        sides = sorted((mm(v(size, "w")), mm(v(size, "h"))))
        if [round(side) for side in sides] != [layout.PAGE_WIDTH.value, layout.PAGE_HEIGHT.value]:
            yield f"Trang: {sides}, wanted A4"
        margin = section.find(f"{W}pgMar")
        for side, length in _MARGINS.items():
            yield from within(f"Lề {side}:", mm(v(margin, side)), length)
        if section.find(f"{W}titlePg") is None:
            yield "Số trang: the first page is not apart"
        if place and v(section.find(f"{W}pgNumType"), "start") != "1":
            yield "Số trang: an annex does not count for itself"
    yield from _page_numbers(formatting)


_MARGINS = {
    "top": layout.MARGIN_TOP,
    "bottom": layout.MARGIN_BOTTOM,
    "left": layout.MARGIN_LEFT,
    "right": layout.MARGIN_RIGHT,
}


def _is_annex(formatting: Formatting, style_id: str) -> bool:
    return formatting.style_name(style_id) == layout.ANNEX.style


def _page_numbers(formatting: Formatting) -> Faults:
    headers = [name for name in formatting.package.names if re.search(r"/header\d*\.xml$", name)]
    numbered = [name for name in headers if _has_field(formatting, name)]
    if len(numbered) != 1:
        yield f"Số trang: {len(numbered)} headers with a page number, wanted the one of later pages"
    for name in numbered:
        for each in formatting.paragraphs(name):
            yield from looks(each)


def _has_field(formatting: Formatting, part: str) -> bool:
    root = formatting.package.tree(part)
    codes = [] if root is None else [each.text or "" for each in root.iter(f"{W}instrText")]
    return any("PAGE" in code for code in codes)


def _tables(formatting: Formatting) -> Faults:
    root = formatting.package.tree(MAIN)
    for table in [] if root is None else root.iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblBorders") is None:
            continue
        rows = table.findall(f"{W}tr")
        if rows and rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield "Bảng: the head is not repeated on the next page"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield "Bảng: a row may be split between pages"


def _properties(formatting: Formatting) -> Faults:
    styles = formatting.package.tree(STYLES)
    language = None if styles is None else styles.find(f".//{W}rPrDefault//{W}lang")
    if v(language, "val") != layout.LANGUAGE:
        yield f"Ngôn ngữ: {v(language, 'val')}, wanted {layout.LANGUAGE}"
    about = formatting.package.tree(PROPERTIES)
    title = "" if about is None else about.findtext("{http://purl.org/dc/elements/1.1/}title")
    if not (title or "").strip():
        yield "Thuộc tính: no title"
