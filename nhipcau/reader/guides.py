"""Who guides, supports, takes part and carries out: "A hướng dẫn, hỗ trợ B", "Chỉ đạo B …"."""

import re

from nhipcau.reader.found import Found, Place
from nhipcau.reader.names import Name, read_names
from nhipcau.reader.subjects import clause_start, mentions_of, subject_before

GUIDE = re.compile(r"(?i)\bhướng dẫn(?:, hỗ trợ)?\b")
HELP = re.compile(r"(?i)\b(?P<part>hỗ trợ|tham gia)\b")
HELPS = {"hỗ trợ": "support", "tham gia": "participate"}
AT = re.compile(r"\b(?:tại|cho)\s")
DIRECTS = re.compile(r"(?i)(?:chỉ đạo|giao|đôn đốc|yêu cầu)\s+")


def take_guide(found: Found, place: Place, match: re.Match[str]) -> None:
    block, plain = place.block, place.block.plain
    begin = clause_start(plain, place.start, match.start())
    guides = subject_before(plain, begin, match.start())
    names, end = read_names(plain, match.end() + 1, len(plain))
    if not guides and place.subject and names and not plain[place.start : match.start()].strip():
        found.add("guide", place.subject.mentions)
        found.add("guided", mentions_of(block, names))
        return
    if not guides or guides[0].start > begin + 1:
        return
    names = names or _party_at(plain, match.end())
    if names:
        found.add("guide", mentions_of(block, guides))
        found.add("guided", mentions_of(block, names))
        found.words.append(block.text[begin : max(end, names[-1].end)].strip())
        if re.search(r"(?i)phối hợp,", plain[guides[-1].end : match.start()]):
            found.add("coordinate", mentions_of(block, guides))


def take_help(found: Found, place: Place, match: re.Match[str]) -> None:
    """ "A hỗ trợ …", "A chủ trì, B phối hợp, tham gia …": the subject of the clause."""
    plain = place.block.plain
    begin = clause_start(plain, place.start, match.start())
    names = subject_before(plain, begin, match.start())
    if not names:
        return
    before = plain[begin : names[0].start].strip()
    if not before or before.endswith("chủ trì,"):
        found.add(HELPS[match["part"].lower()], mentions_of(place.block, names))


def _party_at(plain: str, place: int) -> tuple[Name, ...]:
    at = AT.search(plain, place)
    return read_names(plain, at.end(), len(plain))[0] if at else ()


def take_executor(found: Found, place: Place) -> None:
    match = DIRECTS.match(place.block.plain, place.start)
    if match and place.subject and not found.lead:
        names, _ = read_names(place.block.plain, match.end(), len(place.block.plain))
        found.add("executor", mentions_of(place.block, names))
