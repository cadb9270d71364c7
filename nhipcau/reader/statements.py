"""Smaller things that a document states: citations, abbreviations, times, signers, doubts."""

import re
from collections.abc import Sequence

from nhipcau.language.dates import find_dates
from nhipcau.reader.blocks import Block
from nhipcau.reader.citations import find_cited
from nhipcau.reader.head import Head
from nhipcau.reader.outline import Node
from nhipcau.reader.tree import (
    Abbreviation,
    Assignment,
    Citation,
    Doubt,
    Line,
    Signer,
    TimeMention,
)

PERIOD = re.compile(
    r"(?i)giai đoạn\s+(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:[-–—]|đến(?: năm)?)\s*(\d{4})"
)
RECURRING = re.compile(
    r"(?i)\b(?:hằng|hàng)\s+(?P<unit>năm|quý|tháng|tuần|ngày)\b|\bđịnh kỳ\s+(?:(?P<count>\d+)\s+)?(?P<every>năm|quý|tháng|tuần)"
)
SHORT = re.compile(
    r"(?P<full>[^,;.()]{3,200})\s*\(\s*(?:sau đây\s+)?(?:gọi (?:tắt|chung) là|viết (?:gọn|tắt) là)"
    r"\s*:?\s*[“\"]?(?P<short>[^)“”\"]{1,60})[”\"]?\s*\)"
)
NAME = re.compile(r"^[^\W\d_][^\W\d_]*(?: [^\W\d_]+){1,6}$")


def read_period(title: str) -> tuple[int, int] | None:
    """Return first and last year of "giai đoạn 2024 - 2030"."""
    match = PERIOD.search(title)
    return (int(match[1]), int(match[2])) if match else None


def read_citations(nodes: Sequence[Node]) -> tuple[Citation, ...]:
    """Return the instruments that provisions name."""
    return tuple(
        Citation(
            node.id, one.kind, one.number, one.date, one.issuer, one.start, one.end, block.first
        )
        for node in nodes
        for block in node.blocks
        for one in find_cited(block.text, block.plain)
    )


def read_abbreviations(blocks: Sequence[Block]) -> tuple[Abbreviation, ...]:
    """Return the short names that the text defines."""
    found = []
    for block in blocks:
        for match in SHORT.finditer(block.plain):
            found.append(Abbreviation(match["short"].strip(), match["full"].strip(), block.first))
    return tuple(found)


def read_times(nodes: Sequence[Node]) -> tuple[TimeMention, ...]:
    """Return dates and recurrences of the provisions."""
    found = []
    for node in nodes:
        for block in node.blocks:
            for day in find_dates(block.plain):
                value = day.value.isoformat() if day.value else ""
                found.append(TimeMention("date", value, day.written, node.id, block.first))
            for match in RECURRING.finditer(block.plain):
                unit = match["unit"] or match["every"]
                found.append(TimeMention("recurring", unit, match[0], node.id, block.first))
    return tuple(found)


def read_signers(lines: Sequence[Line]) -> tuple[Signer, ...]:
    """Return the signers: a name in ordinary letters below a title in capitals."""
    titles: list[str] = []
    signers = []
    for line in lines:
        if line.role != "signature":
            continue
        if line.text.isupper():
            titles.append(line.text)
        elif titles and NAME.match(line.text):
            signers.append(Signer(line.text, titles[-1], " ".join(titles[:-1])))
            titles = []
    return tuple(signers)


def read_recipients(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the recipients, one a line."""
    rows = [line.text.strip("-–+ ;.") for line in lines if line.role == "recipient"]
    return tuple(row for row in rows if row and not row.lower().startswith("nơi nhận"))


def read_doubts(
    head: Head, nodes: Sequence[Node], assignments: Sequence[Assignment]
) -> tuple[Doubt, ...]:
    """Return what only a person can know."""
    found = []
    if head.date_written and not head.date:
        found.append(
            Doubt(
                "date",
                f"Ngày «{head.date_written}» không có trong lịch, giữ như trong văn bản.",
                "",
                0,
            )
        )
    found += [
        Doubt(
            "implied_both",
            "Không nêu chủ thể: có thể là cả hai bên. Cần người xác nhận.",
            each.provision,
            each.line,
        )
        for each in assignments
        if each.implied_both
    ]
    found += [
        Doubt(
            "repeated",
            f"Ký hiệu «{node.marker}» lặp lại trong cùng một mục.",
            node.id,
            node.blocks[0].first,
        )
        for node in nodes
        if "#" in node.id.rsplit(".", 1)[-1]
    ]
    return tuple(found)
