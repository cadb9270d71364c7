"""Short names that a text defines for itself: "(gọi tắt là …)", "(viết gọn là …)", "(TTĐN)"."""

import re
from collections.abc import Iterable, Iterator

from nhipcau.language.fold import fold
from nhipcau.language.syllables import SYLLABLE
from nhipcau.reader.blocks import Block
from nhipcau.reader.tree import Abbreviation

CALLED = re.compile(
    r"[,(]?\s*(?:sau đây\s+)?(?:được\s+)?(?:gọi (?:tắt|chung) là|viết (?:gọn|tắt) là)\s*:?\s*"
    r"[“\"]?(?P<short>[^)“”\"(;.]{1,60})"
)
INITIALS = re.compile(r"\(\s*(?P<short>[A-ZĐ][A-ZĐƯ&-]{1,14})\s*\)")
# Words without a letter of their own in an acronym: "Thông tin và Truyền thông" is TTTT.
SILENT = frozenset({"va", "cua", "cac", "ve", "-"})
LONGEST = 16
# How far before its short name a full name may begin, in characters.
FARTHEST = 400
CLAUSE = re.compile(r"[;:.](?=\s)|[()]")


def read_abbreviations(blocks: Iterable[Block]) -> tuple[Abbreviation, ...]:
    """Return the short names that the text defines, in reading order, each once."""
    found: dict[str, Abbreviation] = {}
    for block in blocks:
        for short, full in (*_called(block), *_spelled(block)):
            found.setdefault(short, Abbreviation(short, full, block.first))
    return tuple(found.values())


def _called(block: Block) -> Iterator[tuple[str, str]]:
    if "gọi" not in block.plain and "viết" not in block.plain:
        return
    for match in CALLED.finditer(block.plain):
        short = match["short"].strip(" ,")
        full = _full_name(_before(block, match), short)
        if short and full:
            yield block.text[match.start("short") :][: len(short)], full


def _before(block: Block, match: re.Match[str]) -> str:
    return block.text[max(0, match.start() - FARTHEST) : match.start()]


def _full_name(before: str, short: str) -> str:
    """The end of `before` from where the first word of `short` last begins, else its clause."""
    words = before.split()
    firsts = [fold(word).strip(",;:") for word in words]
    head = fold(short).split()[:2]
    for place in range(len(words) - 1, -1, -1):
        if firsts[place : place + len(head)] == head and len(words) - place > len(short.split()):
            return " ".join(words[place:]).strip(" ,")
    return CLAUSE.split(before)[-1].strip(" ,")


def _spelled(block: Block) -> Iterator[tuple[str, str]]:
    for match in INITIALS.finditer(block.text):
        full = _words_of(_before(block, match), match["short"])
        if full:
            yield match["short"], full


def _words_of(before: str, short: str) -> str:
    """The last words of `before` whose initials spell `short`, or ""."""
    letters = fold(re.sub(r"[&-]", "", short))
    words = list(SYLLABLE.finditer(before))[-LONGEST:]
    spelled = ""
    for word in reversed(words):
        own = fold(word[0])
        if own in SILENT and not letters.endswith(own[:1] + spelled):
            continue
        spelled = own[:1] + spelled
        if not letters.endswith(spelled):
            return ""
        if spelled == letters:
            return before[word.start() :].strip()
    return ""
