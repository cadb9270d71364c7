"""From paragraphs to the parts of a document: front, body, closing, and what is attached."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nhipcau.reader.blocks import Block
from nhipcau.reader.head import BASIS
from nhipcau.reader.kinds import kind_named
from nhipcau.reader.markers import find_marker

RECIPIENTS = re.compile(r"(?i)^\W*nơi nhận\b")
SIGNING = re.compile(r"^(?:TM|KT|TL|TUQ|Q)\s?\.\s?[^\Wa-z]|^(?:THỪA LỆNH|THAY MẶT|ĐẠI DIỆN)\b")
END = re.compile(r"\.\s?/\s?\.?['\"”]?$")
WITH = re.compile(r"(?i)^\W*(?:ban hành )?kèm theo\b")
APPENDIX = re.compile(r"(?i)^(?P<name>phụ lục|mẫu số|biểu mẫu số|biểu số)\b\s*(?P<value>[\w.-]*)")
MAJOR = frozenset({"part", "chapter", "section", "article", "roman", "capital"})
OFFICE = re.compile(
    r"^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|CHỦ NHIỆM|CHÁNH|CỤC TRƯỞNG"
    r"|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG|TRƯỞNG|BÍ THƯ|HIỆU TRƯỞNG|CHỈ HUY|TỔNG|TƯ LỆNH)\b"
)


@dataclass(slots=True)
class Part:
    """One document of the file: the main one (`label` "") or one attached to it."""

    label: str = ""
    title: list[Block] = field(default_factory=list)
    front: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    closing: list[Block] = field(default_factory=list)


def split_parts(blocks: Sequence[Block]) -> list[Part]:
    """Return the parts of a file; each block is in exactly one list of one part. Total."""
    start = _body_start(blocks)
    parts = [Part(front=list(blocks[:start]))]
    closing, attached = start == len(blocks) and bool(blocks), 0
    for place in range(start, len(blocks)):
        block, part = blocks[place], parts[-1]
        label = _attachment_label(blocks, place, closed=closing, count=attached)
        if label:
            attached += label.startswith("KT")
            parts.append(Part(label, [block]))
            closing = False
        elif closing and _reopens(block):
            closing = _reopen(parts, block, attached)
            attached += len(parts[-1].label) > 0 and parts[-1] is not part
        elif _is_title_of(part, block):
            part.title.append(block)
        elif closing or _closes(block, part):
            closing = True
            part.closing.append(block)
        else:
            part.body.append(block)
            closing = bool(END.search(block.plain)) and _nothing_follows(blocks, place + 1)
    return parts


def _body_start(blocks: Sequence[Block]) -> int:
    """The place of the first provision: after the last basis that stands before a main mark."""
    main = next((n for n, block in enumerate(blocks) if _is_major(block)), len(blocks))
    bases = [n for n in range(main) if BASIS.match(blocks[n].plain)]
    first = bases[-1] + 1 if bases and bases[-1] < 60 else 0
    for place in range(first, main):
        marker = find_marker(blocks[place].plain)
        if marker and marker.style in {"number", "decimal", "letter"}:
            return place
    return main


def _is_major(block: Block) -> bool:
    marker = find_marker(block.plain)
    return bool(marker and marker.style in MAJOR)


def _reopens(block: Block) -> bool:
    """A provision after the signature: of an attachment that does not say what it is, or of the
    document itself, where what looked like its end was none."""
    marker = find_marker(block.plain)
    return marker is not None and marker.style not in {"bullet", "paren", "minor", "letter"}


def _reopen(parts: list[Part], block: Block, attached: int) -> bool:
    """Take the capitals before `block` as the title of an attachment; without any, go on."""
    part = parts[-1]
    title: list[Block] = []
    while part.closing and _is_untitled_heading(part.closing[-1]):
        title.insert(0, part.closing.pop())
    if title:
        parts.append(Part(f"KT{attached + 1}", title, body=[block]))
    else:
        part.body += [*part.closing, block]
        part.closing.clear()
    return False


def _is_untitled_heading(block: Block) -> bool:
    is_heading = block.plain.isupper() and len(block.plain) > 6
    return is_heading and not (SIGNING.match(block.plain) or OFFICE.match(block.plain))


def _closes(block: Block, part: Part) -> bool:
    return bool(part.body) and bool(
        RECIPIENTS.match(block.plain) or SIGNING.match(block.plain) or OFFICE.match(block.plain)
    )


def _nothing_follows(blocks: Sequence[Block], place: int) -> bool:
    """After "./." the text is over unless the next paragraph opens a provision."""
    if place >= len(blocks):
        return True
    marker = find_marker(blocks[place].plain)
    return marker is None or marker.style == "bullet"


def _attachment_label(blocks: Sequence[Block], place: int, *, closed: bool, count: int) -> str:
    """Return "KT1", "Phụ lục II", … where a new document begins at `place`, else ""."""
    block = blocks[place]
    appendix = APPENDIX.match(block.plain)
    if appendix and _is_heading(blocks, place):
        value = appendix["value"].strip(".").upper()
        name = appendix["name"].capitalize()
        return f"{name} {value}".strip()
    if not block.plain.isupper() or not kind_named(block.plain):
        return ""
    follows = any(
        WITH.search(after.plain) or "èm theo" in after.plain
        for after in blocks[place + 1 : place + 7]
    )
    return f"KT{count + 1}" if closed or follows else ""


def _is_heading(blocks: Sequence[Block], place: int) -> bool:
    text = blocks[place].plain
    return (
        len(text) < 100
        and not text.endswith((";", ".", ","))
        and (text.isupper() or len(text) < 20 or text[:7].isupper())
    )


def _is_title_of(part: Part, block: Block) -> bool:
    """Capitals and "(Ban hành kèm theo …)" below the first line of an attached document."""
    if not part.title or part.body or part.closing:
        return False
    title, brackets, reference = block.plain.partition("(")
    if WITH.match(block.plain) or (brackets and title.isupper() and WITH.match(reference)):
        return True
    return block.plain.isupper() and not find_marker(block.plain)
