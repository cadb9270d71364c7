"""From lines to paragraphs: hard-wrapped lines are joined, with a way back to every line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nhipcau.reader.lines import SourceLine
from nhipcau.reader.markers import find_marker

# A file is hard-wrapped when no line is longer than a typewriter page is wide.
WIDEST = 140
# Lines of front and closing matter that never go on with the line before.
OPENING = re.compile(
    r"(?i:căn cứ|thực hiện|theo đề nghị|xét|nơi nhận|kính gửi|số\s*:|phụ lục|cộng hòa xã hội"
    r"|độc lập|kèm theo|\(ban hành)\b|(?:TM|KT|TL|TUQ|Q)\.|\(?(?i:kèm theo)"
)
CLOSING = re.compile(r"[.;:!?…/]['\"”»)]*$")


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
    groups: list[list[SourceLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_make_block(group) for group in groups)


def _make_block(group: list[SourceLine]) -> Block:
    if len(group) == 1:
        return Block((group[0],), group[0].text, group[0].plain)
    text = " ".join(line.text for line in group)
    return Block(tuple(group), text, " ".join(line.plain for line in group))


def _wrap_width(lines: Sequence[SourceLine]) -> int:
    """Return the width that the text was wrapped at, 0 where it was not."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 8 or lengths[-1] > WIDEST or lengths[-1] < 40:
        return 0
    full = [length for length in lengths if length > 0.8 * lengths[-1]]
    return lengths[-1] if len(full) >= 0.3 * len(lengths) else 0


def _goes_on(before: SourceLine, line: SourceLine, width: int) -> bool:
    if not width:
        return _is_cut(before.text, line.text)
    if find_marker(line.text) or OPENING.match(line.plain) or CLOSING.search(before.text):
        return False
    if before.text.isupper() != line.text.isupper():
        return False
    return len(before.text) + 1 + len(line.text.split(" ", 1)[0]) > width


def _is_cut(before: str, line: str) -> bool:
    # In a file that is not wrapped, only a lower-case beginning shows that a line was cut.
    if not line[0].islower() or CLOSING.search(before) or before.isupper():
        return False
    return not find_marker(line)
