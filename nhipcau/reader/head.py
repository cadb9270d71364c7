"""The front of a document: who issues, number, place and date, type, title (Decree 30/2020,
Phụ lục I, mục II.1–5)."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from nhipcau.language.dates import parse_date
from nhipcau.reader.blocks import Block
from nhipcau.reader.heads import begins_agency
from nhipcau.reader.kinds import NAMES, kind_named

MOTTO = re.compile(r"(?i)cộng hòa xã hội chủ nghĩa việt nam|độc lập\s*[-–—]\s*tự do|đảng cộng sản")
NUMBER = re.compile(
    r"(?i:\bsố)\s*[:.]?\s*(?P<number>\d\w*\s?[-/]\s?(?:\d{4}\s?/\s?)?[^\W\d_][\w&/–-]*"
    r"(?:\s?[-–]\s?[\w&]+)*)"
)
BARE_NUMBER = re.compile(r"^\d\w*(?:\s?[/-]\s?[\w&]+)+$")
NUMBER_LABEL = re.compile(r"(?i)^\W*số\s*:?\s*$")
PLACE_DATE = re.compile(
    r"(?:^|[|_]\s*)(?P<place>[^\d,;:|_]{2,60}),\s*(?P<date>(?i:ngày)\b.{0,40}?(?i:năm)\b\s*(?:\d{4})?)"
)
PLACE = re.compile(r"(?i)(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn)\s")
KIND_FIRST = re.compile(rf"(?P<kind>{NAMES})\s+(?=\S)")
JOINT = re.compile(r"(?i)phối hợp|liên tịch|liên ngành|thỏa thuận|hợp tác")
AUTHORITY_END = re.compile(r"(?i)^(?:quyết định|quyết nghị|nghị quyết|chỉ thị)\s*:$|\bđiện\s*:$")
BASIS = re.compile(
    r"(?i)^[-–+*]?\s*(?P<word>căn cứ|thực hiện|thi hành|theo đề nghị|xét đề nghị|xét tờ trình|xét"
    r"|trên cơ sở)\b"
)


@dataclass(slots=True)
class Head:
    """What the front says; `roles` gives each of its blocks its role, in order."""

    roles: list[str]
    kind: str = ""
    number: str = ""
    date: datetime.date | None = None
    date_written: str = ""
    place: str = ""
    issuers: tuple[str, ...] = ()
    title: str = ""

    @property
    def is_joint(self) -> bool:
        """Whether several agencies sign: by its type, or by the parts of its symbol."""
        parts = re.split(r"[-–/]", self.number.partition("/")[2])
        return bool(JOINT.search(self.kind)) or len(parts) > 2


def read_head(blocks: Sequence[Block]) -> Head:
    """Read the blocks before the first provision. Total: what is not there stays empty."""
    head = Head(roles=_Roles(blocks).assign())
    for block, role in zip(blocks, head.roles, strict=True):
        if role in {"basis", "promulgation", "title", "text"}:
            continue
        _take_number(head, block.text)
        _take_place_and_date(head, block.text)
        head.kind = head.kind or (kind_named(block.text) if role == "kind" else "")
    head.title = _join(blocks, head.roles, "title")
    if not head.kind:
        _take_kind_of_first_line(head, blocks)
    head.issuers = _issuers(blocks, head.roles)
    if not head.is_joint:
        # Above the issuing agency stands the one it belongs to (mục II.2.a).
        head.issuers = head.issuers[-1:]
    return head


def _take_kind_of_first_line(head: Head, blocks: Sequence[Block]) -> None:
    """Copies without a front begin with type and title on one line: "Thông tư quy định …"."""
    kind = KIND_FIRST.match(blocks[0].text) if blocks and head.roles[0] == "text" else None
    if kind:
        head.kind, head.title = kind_named(kind["kind"]), blocks[0].text
        head.roles[0] = "title"


def is_letterhead(line: str) -> bool:
    """Say whether a line of a page header belongs to the front of the document."""
    return bool(MOTTO.search(line) or PLACE_DATE.search(line) or NUMBER.match(line.strip()))


def _take_number(head: Head, text: str) -> None:
    if head.number:
        return
    labelled = NUMBER.search(text)
    bare = BARE_NUMBER.match(text)
    if labelled or bare:
        written = labelled["number"] if labelled else text
        head.number = re.sub(r"\s+", "", written).strip(".,;/-")


def _take_place_and_date(head: Head, text: str) -> None:
    match = PLACE_DATE.search(text)
    if not match or head.date_written:
        return
    found = parse_date(match["date"])
    head.place = match["place"].strip()
    head.date_written = found.written if found else match["date"].strip()
    head.date = found.value if found else None


def _join(blocks: Sequence[Block], roles: Sequence[str], role: str) -> str:
    return " ".join(block.text for block, own in zip(blocks, roles, strict=True) if own == role)


def _issuers(blocks: Sequence[Block], roles: Sequence[str]) -> tuple[str, ...]:
    names: list[str] = []
    for block, role in zip(blocks, roles, strict=True):
        if role != "issuer":
            continue
        name = NUMBER.split(block.text.split("|")[0])[0].strip(" _-–—*|")
        if names and (not begins_agency(block.plain) or PLACE.match(block.plain)):
            names[-1] = f"{names[-1]} {name}"
        elif name:
            names.append(name)
    return tuple(names)


class _Roles:
    """Gives each block of the front its role, from the top."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.has_kind = self.has_title = self.has_basis = False
        self.last = ""

    def assign(self) -> list[str]:
        """Return one role a block."""
        roles = []
        for place, block in enumerate(self.blocks):
            self.last = self._role(place, block)
            roles.append(self.last)
        return roles

    def _role(self, place: int, block: Block) -> str:
        plain = block.plain
        if AUTHORITY_END.search(plain):
            return "authority"
        if not self.has_kind:
            return self._before_kind(place, block)
        if plain.isupper() and not self.has_basis:
            return self._capitals(place, block)
        if BASIS.match(plain):
            self.has_title = self.has_basis = True
            return "basis"
        if not self.has_title:
            self.has_title = True
            return "title"
        return "promulgation" if self.has_basis else "text"

    def _before_kind(self, place: int, block: Block) -> str:
        plain = block.plain
        if kind_named(plain) and plain.isupper():
            self.has_kind = True
            return "kind"
        if "|" in plain and MOTTO.search(plain):
            # The whole front in one row of a table.
            return "issuer"
        if PLACE_DATE.search(plain):
            return "place_date"
        if NUMBER_LABEL.match(plain) or BARE_NUMBER.match(plain):
            return "number"
        if NUMBER.match(plain.lstrip(" *_")):
            return "number"
        if MOTTO.search(plain):
            return "motto"
        if plain.isupper() and begins_agency(plain):
            return "issuer"
        return self._unknown(place, block)

    def _unknown(self, place: int, block: Block) -> str:
        if BASIS.match(block.plain):
            self.has_kind = self.has_title = self.has_basis = True
            return "basis"
        if NUMBER.search(block.plain) and "|" in block.text:
            return "issuer"
        if not block.plain.isupper():
            return "text"
        # The second line of an agency's name; other capitals are the title of a lone appendix.
        return "issuer" if self.last == "issuer" else "title"

    def _capitals(self, place: int, block: Block) -> str:
        after = self.blocks[place + 1].plain if place + 1 < len(self.blocks) else ""
        is_authority = begins_agency(block.plain) and (BASIS.match(after) or self.has_title)
        if is_authority and self.has_title:
            return "authority"
        if BASIS.match(after) or not after.isupper():
            self.has_title = self.has_title or not is_authority
        return "title"
