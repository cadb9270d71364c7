"""Lists whose cells run into each other, as the text of a PDF gives them: known by head and rows."""

import re
from collections.abc import Iterator

from nhipcau.language.fold import fold

from . import peoples

LONGEST_HEAD = 150
ROWS = 12
# A head is words only: with a stop, a comma or a colon it is a sentence.
SENTENCE = re.compile(r"[.,;:!?“”]\s|[.,;:!?…]$")
PERSON = re.compile(r"\bho (?:va )?ten\b")
ETHNIC = re.compile(r"\b(?:dan toc|dtts)\b")
# «Ban Dân tộc», «công tác dân tộc» …: the word belongs to a name.
NOT_ALONE = re.compile(r"\b(?:ban|bo|vu|cong tac|chinh sach|linh vuc) dan toc\b")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def heads(lines: list[str]) -> Iterator[int]:
    """Numbers, from 0, of lines that head a list of persons by ethnic origin."""
    for number, line in enumerate(lines):
        if len(line) > LONGEST_HEAD or "n" not in line.lower() or SENTENCE.search(line):
            continue
        words = fold(line)
        if PERSON.search(words) and ETHNIC.search(words) and not NOT_ALONE.search(words):
            rows = lines[number + 1 : number + 1 + ROWS]
            if sum(map(_tells_of_a_person, rows)) >= 2:
                yield number


def _tells_of_a_person(line: str) -> bool:
    """A row begins with its number, is no sentence, and names a group after a name."""
    if len(line) > LONGEST_HEAD or not line.lstrip()[:1].isdigit():
        return False
    words = WORD.findall(line)
    return len(words) > 2 and any(each[0].isupper() and peoples.is_one(each) for each in words[2:])
