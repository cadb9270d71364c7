"""Assignments: who leads, joins, guides and carries out, paragraph by paragraph.

Reads "chủ trì", "phối hợp", "hướng dẫn" and their kin with the party before or after them, and
labelled lines. What only looks like an assignment is left alone (see `leads`, `coordinates`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from nhipcau.reader import lexicon as words
from nhipcau.reader.blocks import Block
from nhipcau.reader.coordinates import WITH, joined_after, joined_between
from nhipcau.reader.deadlines import find_due, find_recurrence
from nhipcau.reader.found import Found, Place
from nhipcau.reader.guides import GUIDE, HELP, take_executor, take_guide, take_help
from nhipcau.reader.labels import Label, find_labels, label_above
from nhipcau.reader.leads import LEAD, appoints, lead_names, leaves_subject_out
from nhipcau.reader.names import Name, read_names
from nhipcau.reader.outline import Node
from nhipcau.reader.subjects import (
    TASKED,
    Subject,
    clause_start,
    colon_subject,
    heading_subject,
    mentions_of,
    task_subject,
)
from nhipcau.reader.tasks import Task, TaskTable
from nhipcau.reader.tree import Assignment, PartyMention

# No paragraph of a real document says "chủ trì" more often.
MOST_IN_A_PARAGRAPH = 40
# What a programme is for and rests on binds nobody to do it.
PURPOSE = re.compile(
    r"(?i)(?:mục đích|nguyên tắc|phạm vi|yêu cầu|quan điểm|mục tiêu|đối tượng|kinh phí|căn cứ)"
)
STARTS_WITH_VERB = re.compile(
    r"(?i)(?:(?:hằng|hàng) (?:năm|quý|tháng),?\s|định kỳ\s)?"
    rf"(?:{words.VERBS}|{words.SHORT_VERBS})(?![^\W_])"
)


def read_assignments(nodes: Sequence[Node], *, joint: bool) -> Iterator[Assignment]:
    """Yield the assignments of all provisions; `joint` documents may leave both parties out."""
    table = TaskTable()
    for node in nodes:
        for number, block in enumerate(node.blocks):
            task = table.read(block, node.component)
            if task:
                yield _of_task(node, block, task)
            elif node.style != "attachment":
                yield from _of_paragraph(node, block, first=number == 0, joint=joint)


def _of_paragraph(node: Node, block: Block, *, first: bool, joint: bool) -> Iterator[Assignment]:
    found = _read(_place(node, block, first=first))
    is_heading = first and node.is_heading
    implied = joint and not is_heading and _leaves_all_out(node, block, found)
    if found.is_strict or found.responsible or implied:
        yield _freeze(node, block, found, implied=implied)


def _of_task(node: Node, block: Block, task: Task) -> Assignment:
    found = Found(words=[block.text])
    for part, names in task.parties.items():
        found.add(part, mentions_of(block, names))
    return replace(_freeze(node, block, found, implied=False), due=task.due)


def _place(node: Node, block: Block, *, first: bool) -> Place:
    start = node.text_start if first else 0
    is_heading = first and node.is_heading and not node.text.endswith(":")
    return Place(node, block, start, is_heading, _inherited(node, own=not first))


def _freeze(node: Node, block: Block, found: Found, *, implied: bool) -> Assignment:
    return Assignment(
        provision=node.numbered.id,
        line=block.first,
        lead=tuple(found.lead),
        coordinate=tuple(found.coordinate),
        guide=tuple(found.guide),
        guided=tuple(found.guided),
        support=tuple(found.support),
        participate=tuple(found.participate),
        executor=tuple(found.executor),
        responsible=tuple(found.responsible),
        implied_both=implied,
        strict=found.is_strict,
        recurrence=find_recurrence(block.plain),
        due=find_due(node, block),
        words=" … ".join(found.words),
    )


def _leaves_all_out(node: Node, block: Block, found: Found) -> bool:
    if found.is_strict or found.responsible or _is_purpose(node):
        return False
    start = node.text_start if block is node.blocks[0] else 0
    return bool(STARTS_WITH_VERB.match(block.plain, start))


def _is_purpose(node: Node | None) -> bool:
    while node:
        if PURPOSE.match(node.text_plain):
            return True
        node = node.parent
    return False


def _inherited(node: Node, *, own: bool) -> Subject:
    """The party that the nearest heading above names."""
    current = node if own else node.parent
    while current:
        block = current.blocks[0]
        subject = heading_subject(block, current.text_start)
        subject = subject or task_subject(block, current.text_start)
        if subject:
            return subject
        current = current.parent
    return Subject()


def _read(place: Place) -> Found:
    found = Found()
    block, start = place.block, place.start
    if place.is_heading and heading_subject(block, start):
        return found
    labels = find_labels(block, start)
    if labels:
        _take_labels(found, place, labels)
        return found
    above = label_above(place.node)
    names, end = read_names(block.plain, start, len(block.plain)) if above else ((), start)
    if names and not block.plain[end:].strip(" .;,"):
        found.add(above, mentions_of(block, names))
        return found
    _read_sentences(found, place)
    return found


def _take_labels(found: Found, place: Place, labels: Sequence[Label]) -> None:
    block = place.block
    for label in labels:
        if LEAD.search(block.plain, label.start, label.end):
            inner = Place(place.node, block, label.start, False, Subject())
            _read_sentences(found, inner)
            continue
        names, _ = read_names(block.plain, label.start, label.end, small=True)
        found.add(label.part, mentions_of(block, names))
    found.words.append(block.text[place.start :])


def _read_sentences(found: Found, place: Place) -> None:
    own, after = colon_subject(place.block, place.start)
    inner = Place(place.node, place.block, after, place.is_heading, own or place.subject)
    for pattern, take in (
        (LEAD, _take_lead),
        (WITH, _take_coordinate),
        (GUIDE, take_guide),
        (HELP, take_help),
    ):
        for match in islice(pattern.finditer(place.block.plain, after), MOST_IN_A_PARAGRAPH):
            take(found, inner, match)
    take_executor(found, inner)
    if not found.lead and not place.is_heading:
        _take_responsible(found, inner)


def _take_lead(found: Found, place: Place, match: re.Match[str]) -> None:
    plain = place.block.plain
    if not appoints(plain, match, is_heading=place.is_heading, start=place.start):
        return
    names = lead_names(plain, place.start, match)
    if names:
        found.add("lead", mentions_of(place.block, names))
    elif leaves_subject_out(plain, place.start, match):
        found.add("lead", _last_subject(found, place))
    if found.lead:
        begin = clause_start(plain, place.start, match.start())
        found.words.append(place.block.text[begin : match.end()].strip())
        found.add("coordinate", mentions_of(place.block, joined_between(plain, match.end())))


def _last_subject(found: Found, place: Place) -> Sequence[PartyMention]:
    """Who the paragraph has spoken of so far: its lead, its own subject, its heading."""
    if found.lead:
        return found.lead
    names, end = read_names(place.block.plain, place.start, len(place.block.plain))
    opens = names and not place.subject and STARTS_WITH_VERB.match(place.block.plain[end:].lstrip())
    return mentions_of(place.block, names) if opens else place.subject.mentions


def _take_coordinate(found: Found, place: Place, match: re.Match[str]) -> None:
    names = joined_after(place.block.plain, place.start, match)
    if names:
        found.add("coordinate", mentions_of(place.block, names))
        found.words.append(place.block.text[match.start() : names[-1].end])


def _take_responsible(found: Found, place: Place) -> None:
    """The subject of the first sentence, else whoever the heading names."""
    plain = place.block.plain
    opening = None if found.executor else TASKED.match(plain, place.start)
    names, end = read_names(plain, opening.end() if opening else place.start, len(plain))
    if names and plain[end:].strip(" .;:,"):
        found.add("responsible", mentions_of(place.block, names))
    elif place.subject:
        found.add("responsible", place.subject.mentions)
    else:
        found.add("responsible", mentions_of(place.block, _subject_after_comma(plain, place.start)))


def _subject_after_comma(plain: str, start: int) -> tuple[Name, ...]:
    """ "Trong quá trình thực hiện, …, Lãnh đạo A và B trao đổi": the name before the verb."""
    opening = re.compile(r"(?:Trong|Khi|Hằng|Hàng|Định kỳ|Căn cứ|Ngoài|Quá trình|Nếu|Trường hợp)\b")
    if not opening.match(plain, start):
        return ()
    end = min(clause_start(plain, len(plain), len(plain)), len(plain))
    for comma in re.finditer(r",\s*", plain[start:end]):
        place = start + comma.end()
        names, stop = read_names(plain, place, end)
        verb = re.compile(r"\s*(?:sẽ |có trách nhiệm |kịp thời )*")
        gap = verb.match(plain, stop)
        if names and STARTS_WITH_VERB.match(plain, gap.end() if gap else stop):
            return names
    return ()
