"""Marks of state secrets: the level words where a document carries its stamp."""

import re
from collections.abc import Iterator

from nhipcau.language.fold import fold

HEADING_LINES = 15
# Not folded: without its marks «mật» is also «mặt», «mắt», «mất».
LEVEL = r"(?:tuyệt\s*mật|tối\s*mật|mật)"
# A frame, but no dash or semicolon: «- Tối mật;» is a line of a list that explains the levels.
FRAME = r"[\s()\[\]{}*_\"“”«»]*"
STAMP = re.compile(rf"{FRAME}{LEVEL}{FRAME}")
LABELLED = re.compile(rf"\W*(?:mức |cấp )?độ\s+mật\s*:\W*{LEVEL}\b.*")
IN_BRACKETS = re.compile(r"[(\[]\s*(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)\s*[)\]]")
URGENCY = re.compile(r"\b(?:thuong khan|hoa toc(?: hen gio)?|khan)\b")
# Stamps stand apart: behind a tabulator, in a cell, or after a wide gap.
GAP = re.compile(r"\t|\||\s{3,}")
SPACED_OUT = re.compile(r"(?:\w\s+){2,}\w")


def find(lines: list[str]) -> Iterator[tuple[int, int]]:
    """(line, column) of every mark, counted from 0, in lines that are in NFC."""
    for number, line in enumerate(lines):
        column = _in_line(line, is_heading=number < HEADING_LINES)
        if column is not None:
            yield number, column


def is_in(text: str, *, is_heading: bool) -> bool:
    """Whether a paragraph or a cell, which may have lines, carries a mark."""
    return any(_in_line(line, is_heading=is_heading) is not None for line in text.splitlines())


def is_mark(text: str) -> bool:
    """Whether a line or a cell is nothing but a mark: «TỐI MẬT», «Độ mật: Mật», «MẬT – HỎA TỐC»."""
    plain = _without_urgency(_closed_up(text.strip().lower()))
    return bool(STAMP.fullmatch(plain) or LABELLED.fullmatch(plain))


def _in_line(line: str, *, is_heading: bool) -> int | None:
    if "ậ" not in line and "Ậ" not in line:
        return None
    if is_mark(line):
        return len(line) - len(line.lstrip())
    start = 0
    for gap in [*GAP.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if is_mark(line[start:end]):
            return start
        start = gap.end() if gap else end
    bracketed = IN_BRACKETS.search(line) if is_heading else None
    return bracketed.start() if bracketed else None


def _closed_up(text: str) -> str:
    """«m ậ t» as «mật»."""
    return "".join(text.split()) if SPACED_OUT.fullmatch(text) else text


def _without_urgency(text: str) -> str:
    """«mật – hỏa tốc» as «mật»: the two stamps often share a line."""
    head, level, tail = text.partition("mật")
    return head + level if URGENCY.fullmatch(fold(tail).strip(" -–—,./")) else text
