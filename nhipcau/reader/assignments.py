"""Assignments: who leads, joins, guides and carries out, sentence by sentence.

Reads "chủ trì", "phối hợp", "hướng dẫn" and their kin with the party before or after them. What
only looks like an assignment is left alone: "do X chủ trì" about another document, "cơ quan chủ
trì" for whoever it may be, "chủ trì" inside the name of a group.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nhipcau.reader import lexicon as words
from nhipcau.reader.blocks import Block
from nhipcau.reader.names import Name, read_names
from nhipcau.reader.outline import Node
from nhipcau.reader.subjects import (
    TASKED,
    Subject,
    clause_start,
    colon_subject,
    heading_subject,
    mentions_of,
    subject_before,
)
from nhipcau.reader.tree import Assignment, PartyMention

LEAD = re.compile(r"(?i)\bchủ trì\b")
LABEL = re.compile(
    r"(?i)^(?:(?:cơ quan|đơn vị|sở|ngành|các|bộ)[\s,/]+)*(?P<role>chủ trì|phối hợp|thực hiện)"
    r"(?:\s+(?:thực hiện|tham mưu|chính))?\s*:\s*"
)
WITH = re.compile(
    r"(?i)\bphối hợp(?:,? (?:chặt chẽ|thường xuyên|kịp thời|đồng bộ|hiệu quả|tích cực))?"
    r"\s+(?:(?:với|cùng với|cùng)\s+)?"
)
NOUN_BEFORE = re.compile(
    r"(?i)(?:việc|sự|công tác|quan hệ|cơ chế|quy chế|trong|nội dung|chương trình)\s$"
)
JOINS = re.compile(r"(?i)\s*(?:cùng\s+)?phối hợp\b")
GUIDE = re.compile(r"(?i)\bhướng dẫn(?:, hỗ trợ)?\b")
RELATIVE = re.compile(r"(?i)\bdo\s$")
ANYBODY = re.compile(r"(?i)(?<!là )(?:cơ quan|đơn vị|người|vai trò|bên)\s$")
STARTS_WITH_VERB = re.compile(
    rf"(?i)(?:(?:hằng|hàng) (?:năm|quý|tháng),?\s|định kỳ\s)?(?:{words.VERBS}|{words.SHORT_VERBS})(?![^\W_])"
)
GIVEN = re.compile(r"(?i)(?:được|đã) (?:phân công|giao)(?: nhiệm vụ)?\s$")
OPENS = re.compile(
    r"(?i)(?:giao|đề nghị|yêu cầu|phân công|và|thì|đồng thời|trong đó|cho|hiện|nay|nội dung)$"
)
PURPOSE = re.compile(
    r"(?i)^(?:mục đích|nguyên tắc|phạm vi|yêu cầu|quan điểm|mục tiêu|đối tượng|kinh phí)"
)
DIRECTS = re.compile(r"(?i)^(?:chỉ đạo|giao|đôn đốc|yêu cầu)\s+")


@dataclass(slots=True)
class Found:
    """What one paragraph says, in the making."""

    lead: list[PartyMention] = field(default_factory=list)
    coordinate: list[PartyMention] = field(default_factory=list)
    guide: list[PartyMention] = field(default_factory=list)
    guided: list[PartyMention] = field(default_factory=list)
    executor: list[PartyMention] = field(default_factory=list)
    responsible: list[PartyMention] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def read_assignments(nodes: Sequence[Node], *, joint: bool) -> Iterator[Assignment]:
    """Yield the assignments of all provisions; `joint` documents may leave both parties out."""
    for node in nodes:
        if node.style == "attachment":
            continue
        for place, block in enumerate(node.blocks):
            start = len(block.text) - len(node.text) if place == 0 else 0
            yield from _read_block(node, block, max(start, 0), first=place == 0, joint=joint)


def _read_block(
    node: Node, block: Block, start: int, *, first: bool, joint: bool
) -> Iterator[Assignment]:
    is_heading = first and node.is_heading
    if is_heading and heading_subject(block, start):
        return
    inherited = _inherited(node, own=not first)
    found = Found()
    label = LABEL.match(block.plain[start:])
    subject, after = (Subject(), start) if label else colon_subject(block, start)
    _read_clauses(found, block, after, subject or inherited, is_heading=is_heading)
    if not found.lead:
        _take_responsible(found, block, after, subject or inherited, is_heading=is_heading)
    is_strict = bool(found.lead or found.coordinate or found.guide)
    implied = (
        joint
        and not is_heading
        and not _names_anyone(found)
        and bool(STARTS_WITH_VERB.match(block.plain, start))
        and not _is_purpose(node)
    )
    if is_strict or found.responsible or implied:
        yield Assignment(
            _numbered(node).id, block.first,
            lead=tuple(found.lead), coordinate=tuple(found.coordinate), guide=tuple(found.guide),
            guided=tuple(found.guided), executor=tuple(found.executor),
            responsible=tuple(found.responsible), implied_both=implied, strict=is_strict,
            words=" … ".join(found.words),
        )  # fmt: skip


def _names_anyone(found: Found) -> bool:
    return bool(found.lead or found.coordinate or found.guide or found.responsible)


def _numbered(node: Node) -> Node:
    while node.style == "bullet" and node.parent:
        node = node.parent
    return node


def _is_purpose(node: Node | None) -> bool:
    while node:
        if PURPOSE.match(node.blocks[0].plain[len(node.blocks[0].text) - len(node.text) :]):
            return True
        node = node.parent
    return False


def _inherited(node: Node, *, own: bool) -> Subject:
    """The party that the nearest heading above names."""
    current = node if own else node.parent
    while current:
        block = current.blocks[0]
        subject = heading_subject(block, max(len(block.text) - len(current.text), 0))
        if subject:
            return subject
        current = current.parent
    return Subject()


def _read_clauses(
    found: Found, block: Block, start: int, subject: Subject, *, is_heading: bool
) -> None:
    label = LABEL.match(block.plain[start:])
    if label:
        _take_label(found, block, start + label.end(), label["role"].lower())
        return
    for match in LEAD.finditer(block.plain, start):
        _take_lead(found, block, start, match, subject, is_heading=is_heading)
    for match in WITH.finditer(block.plain, start):
        _take_coordinate(found, block, match)
    for match in GUIDE.finditer(block.plain, start):
        _take_guide(found, block, start, match)
    if found.coordinate and not found.lead:
        _take_executor(found, block, start)


def _take_label(found: Found, block: Block, place: int, role: str) -> None:
    names, _ = read_names(block.plain, place, len(block.plain))
    target = {"chủ trì": found.lead, "phối hợp": found.coordinate}.get(role, found.responsible)
    target += mentions_of(block, names)
    found.words.append(block.text)


def _take_lead(
    found: Found,
    block: Block,
    start: int,
    match: re.Match[str],
    subject: Subject,
    *,
    is_heading: bool,
) -> None:
    plain = block.plain
    if ANYBODY.search(plain[: match.start()]):
        return
    begin = clause_start(plain, start, match.start())
    names = subject_before(plain, begin, match.start())
    if is_heading and "trách nhiệm" not in plain[begin : match.start()]:
        return
    if names:
        if _only_describes(plain, begin, names[0].start, match):
            return
        _add(found.lead, mentions_of(block, names))
    elif not plain[begin : match.start()].strip() and plain[begin - 1 : begin] != "(":
        _add(found.lead, subject.mentions)
    if found.lead:
        found.words.append(block.text[begin : match.end()].strip())
        _take_joining(found, block, match.end())


def _only_describes(plain: str, begin: int, name: int, match: re.Match[str]) -> bool:
    """The words do not assign: "do X chủ trì", "báo cáo các sở chủ trì dự án", brackets."""
    if RELATIVE.search(plain[:name]) or _in_brackets(plain, begin, match.end()):
        return True
    if GIVEN.search(plain[: match.start()]):
        return True
    before = plain[begin:name].strip()
    opens = not before or before.endswith(",") or bool(OPENS.search(before))
    return not opens and not re.match(r",?\s*phối hợp", plain[match.end() :])


def _in_brackets(plain: str, begin: int, end: int) -> bool:
    """Inside brackets "chủ trì" describes, unless the brackets assign: "(Giao X chủ trì, …)"."""
    if plain[begin - 1 : begin] != "(":
        return False
    return not TASKED.match(plain, begin) and not re.match(r"[\s,]*phối hợp", plain[end:])


def _take_joining(found: Found, block: Block, place: int) -> None:
    """ "A chủ trì, B phối hợp …": the name between the two is who joins."""
    comma = re.match(r",?\s*", block.plain[place:])
    place += comma.end() if comma else 0
    names, end = read_names(block.plain, place, len(block.plain))
    if names and JOINS.match(block.plain, end):
        _add(found.coordinate, mentions_of(block, names))


def _take_coordinate(found: Found, block: Block, match: re.Match[str]) -> None:
    if NOUN_BEFORE.search(block.plain[: match.start()]):
        return
    names, end = read_names(block.plain, match.end(), len(block.plain))
    if names:
        _add(found.coordinate, mentions_of(block, names))
        found.words.append(block.text[match.start() : end])


def _take_guide(found: Found, block: Block, start: int, match: re.Match[str]) -> None:
    begin = clause_start(block.plain, start, match.start())
    guides = subject_before(block.plain, begin, match.start())
    names, end = read_names(block.plain, match.end() + 1, len(block.plain))
    if not guides or guides[0].start > begin + 1:
        return
    if not names:
        names = _party_at(block.plain, match.end())
    if names:
        _add(found.guide, mentions_of(block, guides))
        _add(found.guided, mentions_of(block, names))
        found.words.append(block.text[begin:end])
        if re.search(r"(?i)phối hợp,", block.plain[guides[-1].end : match.start()]):
            _add(found.coordinate, mentions_of(block, guides))


def _party_at(plain: str, place: int) -> tuple[Name, ...]:
    at = re.compile(r"\b(?:tại|cho)\s").search(plain, place)
    return read_names(plain, at.end(), len(plain))[0] if at else ()


def _take_executor(found: Found, block: Block, start: int) -> None:
    match = DIRECTS.match(block.plain[start:])
    if match:
        names, _ = read_names(block.plain, start + match.end(), len(block.plain))
        _add(found.executor, mentions_of(block, names))


def _take_responsible(
    found: Found, block: Block, start: int, subject: Subject, *, is_heading: bool
) -> None:
    if is_heading or found.responsible:
        return
    opening = None if found.executor else TASKED.match(block.plain, start)
    place = opening.end() if opening else start
    names, end = read_names(block.plain, place, len(block.plain))
    if names and block.plain[end:].strip(" .;:,"):
        found.responsible += mentions_of(block, names)
    elif subject:
        found.responsible += subject.mentions


def _add(target: list[PartyMention], mentions: Sequence[PartyMention]) -> None:
    known = {(each.name, each.from_line) for each in target}
    target += [each for each in mentions if (each.name, each.from_line) not in known]
