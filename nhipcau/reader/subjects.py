"""Who a sentence is about: a heading that names a party, a name before the colon, the subject of
the clause."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nhipcau.reader import lexicon as words
from nhipcau.reader.blocks import Block
from nhipcau.reader.heads import find_heads
from nhipcau.reader.names import Name, read_names
from nhipcau.reader.tree import PartyMention

_EDGE = r"(?![^\W_])"
BODY = re.compile(rf"(?i)(?:{words.BODIES}|{words.OFFICES}){_EDGE}")
HEADING = re.compile(
    r"(?i)(?:(?:trách nhiệm|nhiệm vụ|quyền hạn)(?:(?:,| và) (?:trách nhiệm|nhiệm vụ|quyền hạn))*"
    r"\s+(?:của\s+)?|đề nghị\s+|giao\s+|yêu cầu\s+|đối với\s+|về phía\s+|nội dung\s+"
    r"|các nhiệm vụ của\s+)?"
)
TASKED = re.compile(
    r"(?i)\s*(?:trong đó,?\s+)?(?:đề nghị|giao|yêu cầu|phân công|chỉ đạo)\s+(?:cho\s+)?"
)
FILLER = re.compile(
    # Possessive: what was taken is not given back, so no text makes the search explode.
    rf"(?i)(?:[\s,]|\([^()]*\)|(?:{words.DUTIES}|{words.VERBS}|{words.SHORT_VERBS}|và){_EDGE})*+"
)
_DUTY_COLON = re.compile(
    r"(?i)\s*(?:\([^)]*\)\s*)?(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)?\s*:"
)
_CLAUSE = re.compile(r"[.;:!?](?=\s|$)|[(“]")
_SENTENCE = re.compile(r"[.:!?](?=\s|$)|[(“]")
# How far back a sentence is looked for, in characters; real ones are shorter.
LONGEST_SENTENCE = 3000
# A body that stands for whoever it may be: a rule for all, an assignment for nobody.
NOBODY = re.compile(
    r"(?i)(?:cơ quan|đơn vị|tổ chức|người|cá nhân|bên|bộ|địa phương|sở|ngành|một cơ quan|sở, ngành"
    r"|cơ quan, đơn vị|cơ quan, tổ chức|bộ, ngành|một cơ quan, đơn vị|cơ quan, tổ chức, đơn vị)"
    r"(?: (?:đó|nào|này|trên|khác|được giao|được phân công|thì|mình|nêu trên))?"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Parties with the paragraph they are named in."""

    mentions: tuple[PartyMention, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.mentions)


def mentions_of(block: Block, names: Iterable[Name]) -> tuple[PartyMention, ...]:
    """Return the spans as mentions, named as written."""
    return tuple(
        PartyMention(block.text[name.start : name.end], name.start, name.end, block.first)
        for name in names
        if not NOBODY.fullmatch(block.plain[name.start : name.end])
    )


def heading_subject(block: Block, start: int) -> Subject:
    """Return the parties when the paragraph from `start` is nothing but their names."""
    opening = HEADING.match(block.plain, start)
    place = opening.end() if opening else start
    if block.plain[start:].isupper() and not _is_body_in_capitals(block.plain[place:]):
        return Subject()
    names, end = read_names(block.plain, place, len(block.plain), small=place > start)
    if names and not block.plain[end:].strip(" :.;"):
        return Subject(mentions_of(block, names))
    return Subject()


def _is_body_in_capitals(text: str) -> bool:
    # In a heading all of capitals nothing shows what is an acronym: only known heads count.
    return bool(BODY.match(text)) and not text.startswith(("TỔ CHỨC", "BÁO CÁO"))


def task_subject(block: Block, start: int) -> Subject:
    """ "Giao Sở X là đầu mối, chủ trì …:" → the parties that open a sentence ending in a colon."""
    if not block.plain.endswith(":"):
        return Subject()
    opening = TASKED.match(block.plain, start)
    names, end = read_names(block.plain, opening.end() if opening else start, len(block.plain))
    return Subject(mentions_of(block, names)) if names and end < len(block.plain) else Subject()


def colon_subject(block: Block, start: int) -> tuple[Subject, int]:
    """ "Sở Tư pháp: phối hợp với …" → the parties, and the place after the colon."""
    opening = TASKED.match(block.plain, start)
    place = opening.end() if opening else start
    names, end = read_names(block.plain, place, len(block.plain))
    duty = _DUTY_COLON.match(block.plain, end) if names else None
    if duty:
        return Subject(mentions_of(block, names)), duty.end()
    return Subject(), start


def clause_start(plain: str, start: int, end: int) -> int:
    """Return where the clause that holds `end` begins."""
    return _last_end(_CLAUSE, plain, start, end)


def sentence_start(plain: str, start: int, end: int) -> int:
    """Return where the sentence that holds `end` begins; a semicolon does not end it."""
    return _last_end(_SENTENCE, plain, start, end)


def _last_end(pattern: re.Pattern[str], plain: str, start: int, end: int) -> int:
    last = start = max(start, end - LONGEST_SENTENCE)
    for boundary in pattern.finditer(plain, start, end):
        closing = {"(": ")", "“": "”"}.get(boundary.group())
        if closing is None or closing not in plain[boundary.end() : end]:
            last = boundary.end()
    return last


def subject_before(plain: str, start: int, end: int) -> tuple[Name, ...]:
    """Return the names that end right before `end`, with nothing but duties between."""
    for head in find_heads(plain, start, end):
        names, stop = read_names(plain, head, end)
        if names and FILLER.fullmatch(plain, stop, end):
            return names
    return ()
