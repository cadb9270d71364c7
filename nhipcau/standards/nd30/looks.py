"""How one paragraph looks, held to its element in the layout."""

from collections.abc import Iterator

from nhipcau.standards.nd30 import layout
from nhipcau.standards.nd30.formatting import Paragraph
from nhipcau.standards.nd30.layout import Element, Length

_BY_STYLE = {element.style: element for element in layout.ELEMENTS}
_SPACED = (layout.TEXT, layout.FIXED, layout.BASIS, layout.CLAUSE, layout.ARTICLE, layout.POINT)


def of(paragraphs: list[Paragraph], *elements: Element) -> list[Paragraph]:
    """Those of `paragraphs` that are in the style of one of `elements`."""
    names = {element.style for element in elements}
    return [each for each in paragraphs if each.style in names]


def looks(paragraph: Paragraph) -> Iterator[str]:
    """Font, size, weight, slant, case and place of one paragraph."""
    element = _BY_STYLE.get(paragraph.style)
    if element is None or element in (layout.RULE, layout.GAP):
        return
    name, low, high = element.name, *element.sizes
    for run in paragraph.runs:
        if run.fonts != {layout.FONT}:
            yield f"{name}: font {sorted(run.fonts)}, wanted {layout.FONT}"
        if not low <= run.size <= high:
            yield f"{name}: size {run.size}, wanted {low} to {high}"
        # The number before an article or section is bold where the words after it are not.
        if run.is_bold != element.is_bold and not (run.is_bold and element in _SPACED):
            yield f"{name}: bold {run.is_bold}, wanted {element.is_bold}"
        if run.is_italic != element.is_italic:
            yield f"{name}: italic {run.is_italic}, wanted {element.is_italic}"
    if element.is_upper and paragraph.text != paragraph.text.upper():
        yield f"{name}: «{paragraph.text}» is not in capitals"
    if paragraph.align != element.align.value:
        yield f"{name}: stands {paragraph.align or 'left'}, wanted {element.align.value}"
    if element in _SPACED:
        yield from _spacing(name, paragraph)


def _spacing(name: str, paragraph: Paragraph) -> Iterator[str]:
    yield from within(f"{name}: first line", paragraph.first_line_mm / 10, layout.FIRST_LINE)
    if paragraph.before < layout.BETWEEN_PARAGRAPHS.low:
        yield f"{name}: {paragraph.before} pt above, wanted at least 6"
    yield from within(f"{name}: line", paragraph.line, layout.BETWEEN_LINES)


def within(name: str, value: float, length: Length) -> Iterator[str]:
    """Say where `value` is outside of what the decree allows, a hair either way left out."""
    if not length.low - 0.05 <= value <= length.high + 0.05:
        yield f"{name} {value:.2f} {length.unit}, wanted {length.low} to {length.high}"
