"""The layout says what the decree says: each figure of nd30.json against each fact of `layout`."""

from typing import Any

import pytest

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.docx.xml import style_id
from nhipcau.standards.nd30.layout import Align, Element
from nhipcau.standards.nd30.tests.shared import elements, figures, needs_figures

BY_NAME = {element.name: element for element in layout.ELEMENTS}
# One entry of nd30.json for a whole annex, with its parts inside.
PARTS = {
    ("Phụ lục", "heading"): layout.ANNEX,
    ("Phụ lục", "title"): layout.ANNEX_TITLE,
    ("Phụ lục", "reference_line"): layout.ANNEX_REFERENCE,
    ("Nơi nhận", "label"): layout.RECIPIENTS_LABEL,
    ("Nơi nhận", "list"): layout.RECIPIENT,
}
FLAT = [
    (each["name"], each) for each in elements() if "size" in each and "8 (" not in each["cell"]
] + [
    (part.name, each[key])
    for each in elements()
    for (name, key), part in PARTS.items()
    if name == each["name"]
]


@needs_figures
def test_every_element_of_the_decree_is_drawn_or_made_outside() -> None:
    drawn = {*BY_NAME, *(name for name, _ in PARTS)}
    for each in elements():
        assert each["name"] in drawn or each["cell"] in layout.MADE_OUTSIDE, each["name"]


@needs_figures
@pytest.mark.parametrize(("name", "said"), FLAT)
def test_size_weight_and_place_are_those_of_the_decree(name: str, said: dict[str, Any]) -> None:
    if name in {"Ký hiệu người soạn thảo, số lượng bản"}:
        return
    element = BY_NAME[name]
    size = said["size"] if isinstance(said["size"], list) else [said["size"], said["size"]]
    assert list(element.sizes) == size
    assert size[0] <= element.size <= size[1]
    assert element.is_bold is said.get("bold", False)
    assert element.is_italic is said.get("italic", False)
    if "case" in said:
        assert element.is_upper is (said["case"] == "upper")
    if "align" in said:
        _stands(element, said["align"])
    if "rule" in said:
        assert element.rule is not None


def _stands(element: Element, said: str) -> None:
    if said.startswith("centre"):
        assert element.align is Align.CENTRE
    if said == "justify":
        assert element.align is Align.JUSTIFY


@needs_figures
def test_the_page_is_that_of_the_decree() -> None:
    page = figures()["page"]
    assert [layout.PAGE_WIDTH.value, layout.PAGE_HEIGHT.value] == page["size_mm"]
    for side in ("top", "bottom", "left", "right"):
        length = getattr(layout, f"MARGIN_{side.upper()}")
        assert [length.low, length.high] == page["margin_mm"][side]
        assert length.low <= length.value <= length.high
    assert figures()["font"]["name"] == layout.FONT
    assert list(layout.PAGE_NUMBER.sizes) == figures()["page_number"]["size"]


@needs_figures
def test_the_text_stands_as_the_decree_says() -> None:
    text = next(each for each in elements() if each["name"] == "Nội dung")
    assert [layout.FIRST_LINE.low, layout.FIRST_LINE.high] == text["first_line_indent_cm"]
    assert layout.BETWEEN_PARAGRAPHS.low == text["paragraph_spacing_pt_min"]
    assert [layout.BETWEEN_LINES.low, layout.BETWEEN_LINES.high] == text["line_spacing"]
    for element in (layout.TEXT, layout.FIXED, layout.BASIS):
        assert element.before >= layout.BETWEEN_PARAGRAPHS.low
        assert element.first_line_mm == layout.FIRST_LINE.value * 10


@needs_figures
def test_the_fixed_words_are_those_of_the_decree() -> None:
    by_name = {each["name"]: each for each in elements()}
    assert by_name["Quốc hiệu"]["text"] == wording.STATE_NAME
    assert by_name["Tiêu ngữ"]["text"] == wording.MOTTO
    assert set(by_name["Dấu chỉ mức độ khẩn"]["values"]) == set(layout.URGENCY_WIDTHS)


def test_every_style_has_its_own_name_and_id() -> None:
    styles = {element.style for element in layout.ELEMENTS}
    assert len(styles) == len({style_id(each) for each in layout.ELEMENTS}) == len(layout.ELEMENTS)
    assert not any("," in style for style in styles)


def test_every_figure_that_the_decree_gives_names_its_clause() -> None:
    lengths = [each for each in vars(layout).values() if isinstance(each, layout.Length)]
    assert all(
        each.where.startswith("Nghị định") for each in lengths if each is not layout.TO_FOOTER
    )
    assert all(each.low <= each.value <= each.high for each in lengths)
    assert all(element.where or element.cell in ("6", "-") for element in layout.ELEMENTS)
