"""When: recurrences and time limits that a task names, in its own words."""

import re

from nhipcau.reader.blocks import Block
from nhipcau.reader.outline import Node

RECURRENCE = re.compile(
    r"(?i)\b(?:hằng|hàng)\s+(?P<unit>năm|quý|tháng|tuần|ngày)\b"
    r"|\bđịnh kỳ\s+(?:(?P<count>\d+)\s+)?(?P<every>năm|quý|tháng|tuần)"
)
DUE = re.compile(
    r"(?i)\b(?:trước|chậm nhất(?: là)?(?: vào)?|đến hết|hoàn thành (?:trong|trước)|xong trước|trong"
    r"|vào|đến(?!\s+năm))\s+(?:ngày\s+\d{1,2}(?:[/-]\d{1,2}(?:[/-]\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?"
    r"|\s+(?:hằng|hàng) (?:tháng|quý|năm))?|\d{1,2}/\d{1,2}/\d{4}|(?:tháng|quý)\s+[\dIV]+(?:[/-]\d{4}|\s+năm"
    r"\s+\d{4})?|năm\s+\d{4})"
)
TIME_LABEL = re.compile(r"(?i)(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành))?\s*:\s*")


def find_recurrences(plain: str) -> list[tuple[str, str]]:
    """Return the units of recurrences ("năm", "6 tháng") with the words that say them."""
    found = []
    for match in RECURRENCE.finditer(plain):
        unit = (match["unit"] or match["every"]).lower()
        found.append((f"{match['count']} {unit}" if match["count"] else unit, match[0]))
    return found


def find_recurrence(plain: str) -> str:
    """Return the unit of the first recurrence, or ""."""
    return next((unit for unit, _ in find_recurrences(plain)), "")


def find_due(node: Node, block: Block) -> str:
    """Return the time limit of a task as written: its own, or that of a labelled line beside it
    ("c) Thời gian thực hiện: …"), or ""."""
    own = DUE.search(block.plain)
    if own:
        return block.text[own.start() : own.end()]
    for beside in node.numbered.siblings_after:
        label = TIME_LABEL.match(beside.text_plain)
        if label:
            return beside.text[label.end() :].strip(" .;")
    return ""
