"""Automatic numbering of Word: the marker that Word shows and does not write into the text."""

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMANS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts: from where, in which figures, shown how ("%1.%2.")."""

    start: int
    format: str
    text: str
    is_legal: bool
    restart: int | None


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def next_marker(self, list_id: str, depth: int) -> str:
        """Count one on in list `list_id` at `depth` (from 0) and return the marker shown, ""
        where the list shows none."""
        abstract = self.abstract.get(list_id)
        level = self.levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None:
            return ""
        counts = self.counts.setdefault(abstract, {})
        counts[depth] = self._value(list_id, depth, level, counts)
        for deeper in [each for each in counts if each > depth]:
            if self._restarts(abstract, deeper, depth):
                del counts[deeper]
        if level.format == "bullet":
            return "-"
        return self._show(abstract, level, depth, counts)

    def _value(self, list_id: str, depth: int, level: Level, counts: dict[int, int]) -> int:
        override = self.starts.get(list_id, {}).get(depth)
        if override is not None and (list_id, depth) not in self.started:
            self.started.add((list_id, depth))
            return override
        return counts[depth] + 1 if depth in counts else level.start

    def _restarts(self, abstract: str, deeper: int, depth: int) -> bool:
        level = self.levels[abstract].get(deeper)
        return (
            level is None or level.restart is None or (level.restart != 0 and depth < level.restart)
        )

    def _show(self, abstract: str, level: Level, depth: int, counts: dict[int, int]) -> str:
        def figure(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shown = self.levels[abstract].get(place)
            if not shown:
                return ""
            count = counts.get(place, shown.start)
            return write_number(
                count, "decimal" if level.is_legal and place < depth else shown.format
            )

        return re.sub(r"%(\d)", figure, level.text).strip()


def write_number(count: int, format_: str) -> str:
    """Return `count` in the figures of Word's `format_`: 4 → "iv", "d", "04"."""
    if format_ in {"upperRoman", "lowerRoman"}:
        roman = _roman(count)
        return roman if format_ == "upperRoman" else roman.lower()
    if format_ in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (count - 1) % 26) * (1 + (count - 1) // 26)
        return letter if format_ == "upperLetter" else letter.lower()
    if format_ == "decimalZero":
        return f"{count:02d}"
    return "" if format_ == "none" else str(count)


def _roman(count: int) -> str:
    shown = ""
    for worth, sign in _ROMANS:
        shown += sign * (count // worth)
        count %= worth
    return shown


def read_numbering(root: etree._Element | None) -> Numbering:
    """Read numbering.xml; a document without lists has none."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in root.iter(f"{W}abstractNum"):
        key = abstract.get(f"{W}abstractNumId", "")
        numbering.levels[key] = {
            _int(level.get(f"{W}ilvl")): _read_level(level) for level in abstract.iter(f"{W}lvl")
        }
    for number in root.iter(f"{W}num"):
        _read_list(numbering, number)
    return numbering


def _read_list(numbering: Numbering, number: etree._Element) -> None:
    list_id = number.get(f"{W}numId", "")
    numbering.abstract[list_id] = _value(number, "abstractNumId") or ""
    for override in number.iter(f"{W}lvlOverride"):
        start = _value(override, "startOverride")
        if start is not None:
            depth = _int(override.get(f"{W}ilvl"))
            numbering.starts.setdefault(list_id, {})[depth] = _int(start)


def _read_level(level: etree._Element) -> Level:
    restart = _value(level, "lvlRestart")
    return Level(
        start=_int(_value(level, "start"), 1),
        format=_value(level, "numFmt") or "decimal",
        text=_value(level, "lvlText") or "",
        is_legal=level.find(f"{W}isLgl") is not None,
        restart=None if restart is None else _int(restart),
    )


def _value(parent: etree._Element, tag: str) -> str | None:
    child = parent.find(f"{W}{tag}")
    return None if child is None else child.get(f"{W}val")


def _int(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else default
