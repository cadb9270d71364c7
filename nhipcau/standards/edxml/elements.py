"""Finding parts of a message whatever the sender calls and places them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TypeVar

from lxml import etree

from .faults import BadValue, EdxmlFault, MissingPart
from .parsing import line_of

Code = TypeVar("Code", bound=Enum)

_DAY = re.compile(
    r"(?:(?P<y>\d{4})[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4}))"
    r"(?:[T\s]+(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """An element with its path; names are compared without prefix, case, and the letter l for I."""

    element: etree._Element
    path: str

    @classmethod
    def of_root(cls, root: etree._Element) -> "Part":
        return cls(root, _shown(root))

    @property
    def words(self) -> str:
        """All text in it, comments left out, blanks at the ends too."""
        return str(self.element.xpath("string()")).strip()

    @property
    def name(self) -> str:
        return _plain(_shown(self.element))

    def children(self) -> Iterator["Part"]:
        """The elements in it, in their order."""
        for each in self.element:
            if isinstance(each.tag, str):
                yield Part(each, f"{self.path}/{_shown(each)}")

    def all(self, *names: str) -> list["Part"]:
        """Children of any of these names."""
        wanted = {_plain(name) for name in names}
        return [each for each in self.children() if each.name in wanted]

    def first(self, *names: str) -> "Part | None":
        return next(iter(self.all(*names)), None)

    def deep(self, *names: str) -> "Part | None":
        """The first of these names anywhere below."""
        wanted = {_plain(name) for name in names}
        waiting = list(self.children())
        while waiting:
            each = waiting.pop(0)
            if each.name in wanted:
                return each
            waiting.extend(each.children())
        return None

    def text(self, *names: str) -> str:
        """What a child says; "" where there is none."""
        found = self.first(*names)
        return found.words if found else ""

    def needed(self, *names: str) -> "Part":
        """A child that must be there. Raises MissingPart."""
        found = self.first(*names)
        if found is None:
            raise self.missing(names[0])
        return found

    def missing(self, name: str) -> EdxmlFault:
        path = f"{self.path}/{name}"
        return MissingPart("thiếu phần tử này", path=path, line=line_of(self.element))

    def bad(self, text: str) -> EdxmlFault:
        return BadValue(text, path=self.path, line=line_of(self.element))

    def day(self, *names: str) -> date | None:
        """A child's day, in any of the forms that are sent; None where nothing is said."""
        moment = self.moment(*names)
        return moment.date() if moment else None

    def moment(self, *names: str) -> datetime | None:
        """A child's moment in the time of Việt Nam. Raises BadValue for what is none."""
        found = self.first(*names)
        if found is None or not found.words:
            return None
        try:
            return _moment(found.words)
        except ValueError:
            raise found.bad(f"“{found.words[:40]}” không phải là ngày có thật") from None

    def number(self, *names: str) -> int | None:
        """A child's whole number. Raises BadValue for anything else."""
        found = self.first(*names)
        if found is None or not found.words:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", found.words):
            raise found.bad(f"“{found.words[:40]}” không phải là số nguyên")
        return int(found.words)

    def coded(self, kind: type[Code], *names: str, default: Code | None = None) -> Code:
        """A child's code, with or without a leading zero. Raises MissingPart or BadValue."""
        found = self.first(*names)
        if found is None or not found.words:
            if default is None:
                raise self.missing(names[0])
            return default
        for code in kind:
            if str(code.value).lstrip("0") == found.words.lstrip("0"):
                return code
        raise found.bad(f"mã “{found.words[:40]}” không có trong danh mục")


def _shown(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _plain(name: str) -> str:
    """«Organld», «OrganID» and «OrganId» as one; «Business» and «Bussiness» too."""
    return name.lower().replace("l", "i").replace("ss", "s")


def _moment(written: str) -> datetime:
    found = _DAY.match(written.strip())
    if found is None:
        raise ValueError(written)
    part = found.groupdict()
    year, month, day = (int(part[key] or part[f"{key}2"]) for key in ("y", "m", "d"))
    hour, minute, second = (int(part[key] or 0) for key in ("H", "M", "S"))
    moment = datetime(year, month, day, hour, minute, second)
    zone = part["zone"]
    if not zone:
        return moment
    zone = "+0000" if zone == "Z" else zone.replace(":", "")
    offset = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:]))
    return moment - offset + timedelta(hours=7)
