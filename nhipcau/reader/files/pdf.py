"""PDF files with text: lines by their place on the page, joined to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2 as pdfium

from nhipcau.language.syllables import place_tones
from nhipcau.reader.blocks import breaks_between, glue
from nhipcau.reader.refusal import Refused

PAGE_NUMBER = re.compile(r"^(?:trang\s+)?[-–]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–]?$", re.I)
LEAST_TEXT = 20
# Letters looked at to say how high a line stands.
SAMPLE = 7


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line: text, page, left and right edge, height of its base above the bottom (of
    its first and of its last letter: a word cut by a hyphen goes on below), in points."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    last_bottom: float
    first_word: float


def open_pdf(content: bytes, name: str) -> "pdfium.PdfDocument":
    """Open a PDF. Raises Refused on a password and on a broken file."""
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused(f"tệp «{name}» có mật khẩu", "bỏ mật khẩu của tệp rồi gửi lại") from error
        raise Refused(f"tệp «{name}» bị hỏng, không mở được", "gửi lại tệp gốc") from error


def read_pdf(document: "pdfium.PdfDocument", name: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a PDF, and its page furniture (numbers, running heads); no text
    at all where every page is a picture. Raises Refused on a page that cannot be read."""
    try:
        lines = [line for number, page in enumerate(document) for line in _page_lines(page, number)]
    except pdfium.PdfiumError as error:
        raise Refused(f"tệp «{name}» có trang bị hỏng", "gửi lại tệp gốc") from error
    furniture = _furniture(lines)
    body = [line for line in lines if line not in furniture]
    return list(_join(body)), [line.text for line in lines if line in furniture]


def has_text(lines: Sequence[str]) -> bool:
    """Say whether a PDF holds text and not only pictures of it."""
    return sum(len(line) for line in lines) >= LEAST_TEXT


def _page_lines(page: Any, number: int) -> Iterator[PdfLine]:
    textpage = page.get_textpage()
    # A hyphen at the end of a line comes as a sign of its own.
    text = textpage.get_text_range().replace("\ufffe", "-").replace("\x02", "-")
    start = 0
    for line in text.split("\r\n"):
        if line.strip():
            yield _measure(textpage, line, start, number)
        start += len(line) + 2
    textpage.close()


def _measure(textpage: Any, line: str, start: int, number: int) -> PdfLine:
    first = start + len(line) - len(line.lstrip())
    last = start + len(line.rstrip()) - 1
    word = first + len(line.split(maxsplit=1)[0]) - 1
    left, right = textpage.get_charbox(first)[0], textpage.get_charbox(last)[2]
    width = textpage.get_charbox(word)[2] - left
    ends = (range(first, min(first + SAMPLE, last + 1)), range(max(first, last - SAMPLE), last + 1))
    bottom, last_bottom = (_bottom(textpage, letters) for letters in ends)
    return PdfLine(line.strip(), number, left, right, bottom, last_bottom, width)


def _bottom(textpage: Any, letters: range) -> float:
    """The usual base of some letters: one from another font stands a little lower or higher."""
    return float(median(textpage.get_charbox(letter, loose=True)[1] for letter in letters))


def _furniture(lines: Sequence[PdfLine]) -> set[PdfLine]:
    """Page numbers, and first or last lines that come back on page after page."""
    pages: dict[int, list[PdfLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [line for page in pages.values() for line in (page[0], page[-1])]
    often = {text for text, count in Counter(line.text for line in edges).items() if count > 2}
    return {
        line
        for line in edges
        if PAGE_NUMBER.match(line.text) or (line.text in often and line.page > 0)
    }


def _join(lines: Sequence[PdfLine]) -> Iterator[str]:
    if not lines:
        return
    page = _measure_page(lines)
    paragraph = [lines[0]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, page):
            paragraph.append(line)
        else:
            yield glue([each.text for each in paragraph])
            paragraph = [line]
    yield glue([each.text for each in paragraph])


@dataclass(frozen=True, slots=True)
class PageShape:
    """Where lines end at the right, and how far apart they usually stand, in points."""

    margin: float
    pitch: float


def _measure_page(lines: Sequence[PdfLine]) -> PageShape:
    rights = sorted(line.right for line in lines)
    steps = sorted(
        before.last_bottom - line.bottom
        for before, line in pairwise(lines)
        if before.page == line.page and before.last_bottom - line.bottom > 1
    )
    pitch = steps[len(steps) // 10] if steps else 0.0
    return PageShape(rights[int(0.95 * (len(rights) - 1))], pitch)


def _goes_on(before: PdfLine, line: PdfLine, page: PageShape) -> bool:
    """Say whether `line` goes on with the paragraph of the line before it."""
    if breaks_between(place_tones(before.text), place_tones(line.text)):
        return False
    step = before.last_bottom - line.bottom
    if before.page == line.page and (step < 1 or step > 1.2 * page.pitch):
        return False
    # The first word of this line would not have fitted at the end of the line before.
    return before.right + line.first_word + 2 > page.margin
