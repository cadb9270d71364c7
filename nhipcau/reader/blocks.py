"""From lines to paragraphs: hard-wrapped lines are joined, with a way back to every line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nhipcau.reader.kinds import NAMES
from nhipcau.reader.lines import SourceLine
from nhipcau.reader.markers import find_marker

# Wrapped lines are no longer than a page is wide; wider ones are paragraphs already.
WIDEST = 125
# In a wrapped file many lines begin in the middle of a sentence; elsewhere almost none do.
MIDWAY_SHARE = 0.15
# Lines that open something new however full the line before them is.
OPENING = re.compile(
    r"(?:Căn cứ|Theo đề nghị|Xét|Nơi nhận|Kính gửi|Số\s*:|PHỤ LỤC|CỘNG HÒA|Độc lập|Phụ lục)\b"
    r"|(?:TM|KT|TL|TUQ|Q)\.|\(?(?:Ban hành k|K)èm theo"
)
_INSTRUMENT = re.compile(rf"(?:{NAMES})\b")
CLOSING = re.compile(r"[.;:!?…/]['\"”»)]*$")
CUT = re.compile(r"(?:[^\W_]/|[A-ZĐ]-)$")
COLON = re.compile(r"(?::|\.\s?/\s?\.?)['\"”]?$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: one line, or the lines that a hard wrap cut it into."""

    lines: tuple[SourceLine, ...]
    text: str
    plain: str

    @property
    def first(self) -> int:
        """Return the number of its first line."""
        return self.lines[0].number

    @property
    def last(self) -> int:
        """Return the number of its last line."""
        return self.lines[-1].number


def join_lines(lines: Sequence[SourceLine]) -> tuple[Block, ...]:
    """Return the paragraphs of `lines`; each line is in exactly one. Total."""
    width = _wrap_width(lines)
    gaps = bool(width) and _has_paragraph_gaps(lines)
    groups: list[list[SourceLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, width, gaps=gaps):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_make_block(group) for group in groups)


def _make_block(group: list[SourceLine]) -> Block:
    if len(group) == 1:
        return Block((group[0],), group[0].text, group[0].plain)
    return Block(
        tuple(group), glue([line.text for line in group]), glue([line.plain for line in group])
    )


def glue(lines: Sequence[str]) -> str:
    """Return `lines` as one, a blank between them unless a number was cut: "10/ | 2022"."""
    parts = [lines[0]]
    for before, line in pairwise(lines):
        parts += [line] if CUT.search(before) else [" ", line]
    return "".join(parts)


def _wrap_width(lines: Sequence[SourceLine]) -> int:
    """Return the width that the text was wrapped at, 0 where it was not."""
    midway = sum(line.text[0].islower() and not find_marker(line.text) for line in lines)
    is_narrow = midway > 1 and all(len(line.text) <= WIDEST for line in lines)
    if len(lines) < 8 or (midway < MIDWAY_SHARE * len(lines) and not is_narrow):
        return 0
    lengths = sorted(len(line.text) for line in lines if len(line.text) <= WIDEST)
    return lengths[int(0.98 * (len(lengths) - 1))] if lengths else 0


def _has_paragraph_gaps(lines: Sequence[SourceLine]) -> bool:
    """Say whether blank lines or indents set paragraphs apart (and not every line)."""
    return 0.02 * len(lines) < sum(line.gap for line in lines) < 0.7 * len(lines)


def _goes_on(before: SourceLine, line: SourceLine, width: int, *, gaps: bool) -> bool:
    if " | " in before.text or " | " in line.text:
        # Rows of a table stand for themselves.
        return False
    is_open = not CLOSING.search(before.text)
    if line.text[0].islower() and is_open and not _is_capitals(before.text):
        return not find_marker(line.text)
    if not width or (gaps and line.gap) or COLON.search(before.text):
        return False
    if breaks_between(before.plain, line.plain) or _opens_item(before.plain, line.plain):
        return False
    is_full = len(before.text) + 1 + len(line.text.split(" ", 1)[0]) > width
    return is_full or before.text.endswith(",")


def _opens_item(before: str, line: str) -> bool:
    """After a semicolon a capital opens a new item, unless another instrument is named."""
    return before.endswith(";") and not line[0].islower() and not _INSTRUMENT.match(line)


def breaks_between(before: str, line: str) -> bool:
    """Say whether `line` opens a paragraph whatever room there was at the end of `before`:
    a marker, a word of the front or the closing, a change from or to capitals."""
    is_open = not CLOSING.search(before)
    marker = find_marker(line)
    # "Việt Nam | - Lào": a dash inside a sentence that the wrap put first opens nothing.
    if marker and not (marker.style == "bullet" and is_open):
        return True
    if _is_capitals(before) and any(char.islower() for char in line):
        return True
    return bool(OPENING.match(line)) or (_is_capitals(line) and not before.isupper())


def _is_capitals(text: str) -> bool:
    return len(text) > 25 and text.isupper()
