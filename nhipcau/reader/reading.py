"""The way from a text to its tree: lines → paragraphs → parts → outline → what it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from nhipcau.reader.abbreviations import read_abbreviations
from nhipcau.reader.assignments import read_assignments
from nhipcau.reader.bases import read_bases
from nhipcau.reader.blocks import Block, join_lines
from nhipcau.reader.closing import read_recipients, read_signers
from nhipcau.reader.doubts import read_doubts
from nhipcau.reader.head import Head, is_letterhead, read_head
from nhipcau.reader.lines import split_lines
from nhipcau.reader.names import read_names
from nhipcau.reader.outline import Node, Outline
from nhipcau.reader.parts import Part, split_parts
from nhipcau.reader.quotes import find_quoted
from nhipcau.reader.statements import (
    read_citations,
    read_period,
    read_times,
)
from nhipcau.reader.tree import Document, Line, Provision


@dataclass(frozen=True, slots=True)
class Source:
    """What a file gives: its text, a paragraph or a wrapped line each; what stood in the margins
    of its pages; whether the letters were recognised in a picture."""

    text: str
    name: str = ""
    furniture: tuple[str, ...] = ()
    is_scan: bool = False


@dataclass(slots=True)
class Reading:
    """Everything found so far, on its way to the frozen tree."""

    parts: list[Part]
    head: Head
    outline: Outline
    lines: list[Line]


def read_text(text: str, name: str = "") -> Document:
    """Return the tree of `text`; `name` is kept for messages. Total: any text gives a tree, and
    every non-blank line of it belongs to exactly one node."""
    return read_source(Source(text, name))


def read_source(source: Source) -> Document:
    """Return the tree of what a file gave. Total, as `read_text`."""
    front, margins = _letterhead(source)
    lines = split_lines("\n".join([*front, source.text]) if front else source.text)
    blocks = join_lines(lines)
    parts = split_parts(blocks)
    reading = Reading(parts, read_head(parts[0].front), Outline(), [])
    for part in parts:
        _read_part(reading, part)
    last = lines[-1].number if lines else 0
    for number, line in enumerate(split_lines("\n".join(margins)), start=last + 1):
        reading.lines.append(Line(number, line.text, "page"))
    return _freeze(reading, blocks, source)


def _letterhead(source: Source) -> tuple[list[str], list[str]]:
    """Tell a front that was set in the page header from running heads and page numbers."""
    front = [line for line in source.furniture if is_letterhead(line)]
    return front, [line for line in source.furniture if line not in front]


def _read_part(reading: Reading, part: Part) -> None:
    if part.label:
        text = " ".join(block.text for block in part.title)
        node = reading.outline.open_component(part.label, part.title[0], text)
        node.blocks = list(part.title)
        node.title_blocks = len(part.title)
        _place(reading, part.title, "provision", node)
    else:
        for block, role in zip(part.front, reading.head.roles, strict=True):
            _place(reading, [block], role, None)
    quoted = find_quoted(part.body)
    for place, block in enumerate(part.body):
        count = len(reading.outline.nodes)
        add = reading.outline.add_paragraph if place in quoted else reading.outline.add
        node_or_none = add(block)
        is_new = len(reading.outline.nodes) > count
        role = "provision" if is_new else "paragraph" if node_or_none else "text"
        _place(reading, [block], role, node_or_none)
    _read_closing(reading, part)


def _read_closing(reading: Reading, part: Part) -> None:
    role = "signature"
    for block in part.closing:
        if block.plain.lower().startswith("nơi nhận"):
            role = "recipient"
        elif role == "recipient" and not block.plain.startswith(("-", "–", "+")):
            role = "signature" if block.plain.isupper() or "." in block.plain[:4] else role
        _place(reading, [block], role, None)


def _place(reading: Reading, blocks: Sequence[Block], role: str, node: Node | None) -> None:
    for block in blocks:
        for line in block.lines:
            reading.lines.append(Line(line.number, line.text, role, node.id if node else ""))


def _freeze(reading: Reading, blocks: Sequence[Block], source: Source) -> Document:
    head, nodes = reading.head, reading.outline.nodes
    front = reading.parts[0].front
    issuers = head.issuers or _promulgators(front)
    joint = len(issuers) > 1
    assignments = tuple(read_assignments(nodes, joint=joint))
    return Document(
        name=source.name, kind=head.kind, number=head.number, symbol=head.number.partition("/")[2],
        date=head.date, date_written=head.date_written, place=head.place, issuers=issuers,
        title=head.title, period=read_period(head.title), signers=read_signers(reading.lines),
        recipients=read_recipients(reading.lines), legal_bases=tuple(read_bases(front)),
        citations=read_citations(nodes), abbreviations=read_abbreviations(blocks),
        provisions=tuple(_provision(node) for node in nodes), assignments=assignments,
        times=read_times(nodes), doubts=tuple(read_doubts(head, reading.outline, assignments, is_scan=source.is_scan)),
        lines=tuple(reading.lines),
    )  # fmt: skip


def _promulgators(front: Sequence[Block]) -> tuple[str, ...]:
    for block in reversed(front):
        names, _ = read_names(block.plain, 0, len(block.plain))
        if names:
            return tuple(block.text[each.start : each.end] for each in names)
    return ()


def _provision(node: Node) -> Provision:
    own = node.blocks[: node.title_blocks]
    rest = node.blocks[node.title_blocks :]
    return Provision(
        id=node.id, parent=node.parent.id if node.parent else "", marker=node.marker,
        kind=node.kind, heading=node.is_heading, text=node.text,
        paragraphs=tuple(block.text for block in rest), first_line=own[0].first,
        last_line=node.blocks[-1].last, component=node.component,
    )  # fmt: skip
