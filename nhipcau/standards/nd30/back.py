"""A Word file comes back: which words and numbers stand under which key now.

Keys are found by content control, or by the bookmark beside it where a program dropped the tag of the
control. What somebody typed is never left out: a new paragraph belongs to the key before it, and what
belongs to no key is among the problems with its text. Tracked changes count as accepted.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from nhipcau.standards.nd30.changes import File, Line, Place, lines_of
from nhipcau.standards.nd30.document import Block, Document, Prose, Table
from nhipcau.standards.nd30.docx import to_docx
from nhipcau.standards.nd30.docx.xml import bookmark_name, key_of_bookmark
from nhipcau.standards.nd30.package import Package
from nhipcau.standards.nd30.wording import END, without_closing

# «Điều 1. », «1. », «a) » before a paragraph under control.
_NUMBER = re.compile(r"(?:Điều\s+\d+\.|[IVXLC]+\.|\d+(?:\.\d+)*\.|[a-zđ]\))\s*")


class Problem(Enum):
    """What a person has to look at before the words are taken in."""

    PROSE_LOST = "prose_lost"  # the control of a paragraph is gone
    NUMBER_LOST = "number_lost"  # the control of a number is gone, others of its table are there
    TABLE_REBUILT = "table_rebuilt"  # a table is there without any of the controls that it had
    TABLE_LOST = "table_lost"  # the controls are gone, and so is the table
    KEY_TWICE = "key_twice"  # copied with its control: the first one counts
    KEY_UNKNOWN = "key_unknown"  # a control that this document never had
    TEXT_WITHOUT_KEY = "text_without_key"  # typed, or reworded, where no key takes it
    LINE_LOST = "line_lost"  # a line without a key that went out did not come back


@dataclass(frozen=True, slots=True)
class Found:
    """One problem at a place: the n-th table for tables and their cells, else the n-th line of the
    file, both from 1 (for what is lost: of the file that went out). `text` are the words at stake."""

    problem: Problem
    position: int
    key: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back: words and numbers by key in the order of the file, and the problems.

    `fingerprint` is that of the document which the file was made of, "" where the file lost it.
    """

    prose: dict[str, str]
    numbers: dict[str, str]
    problems: tuple[Found, ...] = ()
    fingerprint: str = ""


def read_back(content: bytes, sent: Document | None = None) -> Returned:
    """Return the words and numbers of a DOCX that `to_docx` made and somebody worked on.

    With `sent`, the document that went out, lost keys, rebuilt tables, reworded fixed lines and keys
    whose bookmark had to be shortened are found too. Raises NotTaken on a file that is refused.
    """
    file = lines_of(Package(content))
    reading = _Reading(_Sent(sent), file.tags)
    for line in file.lines:
        reading.read(line)
    if sent is not None:
        reading.look_for_the_lost(file)
    return Returned(reading.prose, reading.numbers, tuple(reading.problems), file.fingerprint)


class _Sent:
    """What is known of the document that went out; of none, only what a file says itself."""

    def __init__(self, document: Document | None) -> None:
        self.is_known = document is not None
        blocks = list(_blocks(document))
        self.prose = {each.key: each for each in blocks if isinstance(each, Prose) and each.key}
        self.tables = [
            [cell.key for cells in each.rows for cell in cells if cell.key]
            for each in blocks
            if isinstance(each, Table)
        ]
        self.numbers = {key for table in self.tables for key in table}
        self.by_bookmark = {bookmark_name(key): key for key in (*self.prose, *self.numbers)}
        # The lines without a key, read from the file as it went out.
        lines = lines_of(Package(to_docx(document))).lines if document is not None else ()
        self.fixed = Counter(_plain(line.text) for line in lines if not line.places)
        # A text of several paragraphs carries its key on the first.
        more = (line for each in self.prose.values() for line in each.text.split("\n")[1:])
        self.fixed -= Counter(_plain(line) for line in more)
        self.positions = {
            place.tag: line.table or line.position for line in lines for place in line.places
        }

    def key(self, bookmark: str) -> str:
        """The key behind a bookmark of ours, or "" where nobody knows it."""
        return self.by_bookmark.get(bookmark, "" if self.is_known else key_of_bookmark(bookmark))

    def knows(self, key: str) -> bool:
        return not self.is_known or key in self.prose or key in self.numbers

    def is_number(self, key: str, line: Line) -> bool:
        return key in self.numbers if self.is_known else line.table > 0

    def restored(self, key: str, text: str) -> str:
        """The words as they went out where only «./.» or blanks differ."""
        original = self.prose[key].text if key in self.prose else text
        return original if _plain(original) == _plain(text) else text


@dataclass(slots=True)
class _Reading:
    """Goes through the lines in order and remembers the last key."""

    sent: _Sent
    tags: frozenset[str]
    prose: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    problems: list[Found] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    last: str = ""

    def read(self, line: Line) -> None:
        """Take the line under its key or keys, or as one without."""
        keyed = [(key, place) for place in line.places if (key := self._key(place))]
        if len({key for key, _ in keyed}) == 1:
            self._take(keyed[0][0], _own_words(line, keyed[0][1]), line)
        elif keyed:
            for key, place in keyed:
                self._take(key, line.text[place.start : place.end], line)
        elif line.text.strip():
            self._read_free(line)

    def _key(self, place: Place) -> str:
        if place.tag:
            return place.tag
        # A bookmark speaks only for a key whose control lost its tag.
        key = self.sent.key(place.bookmark)
        return "" if key in self.tags else key

    def _take(self, key: str, text: str, line: Line) -> None:
        if key in self.prose or key in self.numbers:
            self._report(Problem.KEY_TWICE, line, key, text)
        elif not self.sent.knows(key):
            self._report(Problem.KEY_UNKNOWN, line, key, text)
        elif self.sent.is_number(key, line):
            self.numbers[key] = text.strip()
        else:
            self.prose[key] = self.sent.restored(key, text)
            self.last = key

    def _read_free(self, line: Line) -> None:
        """A line without a key: one of those that went out, or newly typed."""
        plain = _plain(line.text)
        is_fixed = self.seen[plain] < self.sent.fixed[plain]
        if is_fixed or (not self.sent.is_known and (line.is_fixed or line.table)):
            self.seen[plain] += 1
            self.last = "" if line.ends_a_place else self.last
        elif self.last and not line.table and not line.is_form:
            whole = "\n".join(filter(None, (self.prose[self.last], _words(line.text))))
            self.prose[self.last] = self.sent.restored(self.last, whole)
        else:
            self._report(Problem.TEXT_WITHOUT_KEY, line, "", line.text.strip())

    def _report(self, problem: Problem, line: Line, key: str, text: str) -> None:
        self.problems.append(Found(problem, line.table or line.position, key, text))

    def look_for_the_lost(self, file: File) -> None:
        """Compare with what went out: keys, tables, lines without a key."""
        there = {*self.prose, *self.numbers}
        for key in self.sent.prose.keys() - there:
            self.problems.append(Found(Problem.PROSE_LOST, self.sent.positions[key], key))
        for place, keys in enumerate(self.sent.tables, start=1):
            self.problems.extend(_lost_numbers(place, keys, there, file.tables))
        for text in self.sent.fixed - self.seen:
            if text:
                self.problems.append(Found(Problem.LINE_LOST, 0, text=text))


def _lost_numbers(place: int, keys: list[str], there: set[str], tables: int) -> Iterable[Found]:
    lost = [key for key in keys if key not in there]
    if not lost:
        return
    if len(lost) == len(keys):
        problem = Problem.TABLE_REBUILT if place <= tables else Problem.TABLE_LOST
        yield Found(problem, place, lost[0])
        return
    for key in lost:
        yield Found(Problem.NUMBER_LOST, place, key)


def _blocks(document: Document | None) -> Iterable[Block]:
    if document is None:
        return ()
    return (*document.blocks, *(each for annex in document.annexes for each in annex.blocks))


def _own_words(line: Line, place: Place) -> str:
    """The words of a line with one key: those in its control and those typed beside it."""
    before, after = line.text[: place.start], line.text[place.end :]
    number = _NUMBER.match(before)
    before = before[number.end() :] if number else before
    inside = line.text[place.start : place.end]
    if after.strip() in ("/.", END):
        after = ""
    return _words(before + inside + after)


def _words(text: str) -> str:
    return without_closing(text).strip()


def _plain(text: str) -> str:
    """A text for comparing: without «./.», its full stop, and the kind and number of blanks."""
    spaced = " ".join(unicodedata.normalize("NFC", without_closing(text)).split())
    return spaced.removesuffix(".")
