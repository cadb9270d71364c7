"""Labelled lines: "Đơn vị chủ trì: …; cơ quan phối hợp: …", and lists below such a label."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nhipcau.reader.blocks import Block
from nhipcau.reader.outline import Node

_WHO = r"(?:(?:cơ quan|đơn vị|sở|ban|bộ|ngành|các|phân công|trách nhiệm|tổ chức|bên)[\s,/]+)"
_ROLE = (
    rf"(?:{_WHO}*(?P<role>chủ trì|phối hợp)|{_WHO}+(?P<doer>thực hiện))"
    r"(?:,? (?:thực hiện|tham mưu|chính|triển khai|soạn thảo))*"
)
LABEL = re.compile(rf"(?i)(?:^|(?<=[;.(]\s)|(?<=\())(?:{_ROLE})\s*:\s*")
BARE = re.compile(rf"(?i)(?:{_ROLE})\s*:?\s*")
PARTS = {"chủ trì": "lead", "phối hợp": "coordinate", "thực hiện": "responsible"}


@dataclass(frozen=True, slots=True)
class Label:
    """A part ("lead", "coordinate", "responsible") and the span that should hold its names."""

    part: str
    start: int
    end: int


def find_labels(block: Block, start: int) -> list[Label]:
    """Return the labels of a paragraph: at its beginning, or after a full stop or semicolon."""
    matches = list(LABEL.finditer(block.plain[start:]))
    if not matches:
        return []
    return list(_spans(matches, start, len(block.plain)))


def _spans(matches: list[re.Match[str]], start: int, length: int) -> Iterator[Label]:
    ends = [*(start + after.start() for after in matches[1:]), length]
    for match, end in zip(matches, ends, strict=True):
        yield Label(_part(match), start + match.end(), end)


def _part(match: re.Match[str]) -> str:
    return PARTS[(match["role"] or match["doer"]).lower()]


def label_above(node: Node) -> str:
    """Return the part that a label with nothing after it gives to what stands below it."""
    current = node.parent
    while current and current.style in {"bullet", "letter", "minor", "paren"}:
        bare = BARE.fullmatch(current.text_plain)
        if bare:
            return _part(bare)
        current = current.parent
    return ""
