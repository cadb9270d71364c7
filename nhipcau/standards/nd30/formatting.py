"""What a paragraph of a Word file looks like in the end: defaults, styles and its own marks together."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from nhipcau.standards.nd30.package import MAIN, STYLES, Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look; `fonts` are the names for the scripts that Word tells apart."""

    text: str
    size: float
    is_bold: bool
    is_italic: bool
    fonts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its look: lengths in millimetres and points; where it stands in tables."""

    style: str
    runs: tuple[Run, ...]
    align: str
    first_line_mm: float
    left_mm: float
    right_mm: float
    before: float
    line: float  # as a multiple of single lines; 0 where it is an exact height
    has_rule: bool
    column: int = -1
    row: int = -1
    table: int = -1
    room_mm: float = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Formatting:
    """Reads a package's styles once and gives the paragraphs of a part with their look."""

    def __init__(self, package: Package) -> None:
        self.package = package
        root = package.tree(STYLES)
        self._styles = {} if root is None else {v(s, "styleId"): s for s in root.iter(f"{W}style")}
        self._defaults = [] if root is None else [*root.iter(f"{W}docDefaults")]

    def style_name(self, style_id: str) -> str:
        """The name of a style, "" where the file has none of this id."""
        found = self._styles.get(style_id)
        return "" if found is None else v(found.find(f"{W}name"), "val")

    def paragraphs(self, part: str = MAIN, room_mm: float = 0) -> Iterator[Paragraph]:
        """Every paragraph of `part` in order, those in cells with row and column."""
        root = self.package.tree(part)
        if root is None:
            return
        tables = {table: place for place, table in enumerate(root.iter(f"{W}tbl"))}
        for element in root.iter(f"{W}p"):
            cell = next(element.iterancestors(f"{W}tc"), None)
            yield self._paragraph(element, cell, tables, room_mm)

    def _paragraph(
        self,
        element: etree._Element,
        cell: etree._Element | None,
        tables: dict[etree._Element, int],
        room_mm: float,
    ) -> Paragraph:
        style_id = v(element.find(f"{W}pPr/{W}pStyle"), "val")
        chain = [*self._chain(style_id), element]
        column = row = table = -1
        if cell is not None:
            line = next(cell.iterancestors(f"{W}tr"))
            whole = next(cell.iterancestors(f"{W}tbl"))
            column = [*line.iter(f"{W}tc")].index(cell)
            row, table = [*whole.iter(f"{W}tr")].index(line), tables[whole]
            room_mm = mm(v(cell.find(f"{W}tcPr/{W}tcW"), "w"))
        rule = _find(chain, "pPr/pBdr/bottom")
        exact = _get(chain, "pPr/spacing", "lineRule") == "exact"
        return Paragraph(
            style=self.style_name(style_id),
            runs=tuple(self._run(run, chain[:-1]) for run in element.iter(f"{W}r") if _text(run)),
            align={"start": "left", "end": "right"}.get(
                found := _get(chain, "pPr/jc", "val"), found
            ),
            first_line_mm=mm(_get(chain, "pPr/ind", "firstLine")),
            left_mm=mm(_get(chain, "pPr/ind", "left") or _get(chain, "pPr/ind", "start")),
            right_mm=mm(_get(chain, "pPr/ind", "right") or _get(chain, "pPr/ind", "end")),
            before=_number(_get(chain, "pPr/spacing", "before")) / 20,
            line=0 if exact else _number(_get(chain, "pPr/spacing", "line")) / 240,
            has_rule=rule is not None and v(rule, "val") == "single",
            column=column,
            row=row,
            table=table,
            room_mm=room_mm,
        )

    def _chain(self, style_id: str) -> list[etree._Element]:
        """Defaults first, then the styles from the base to this one."""
        styles: list[etree._Element] = []
        while style_id in self._styles and self._styles[style_id] not in styles:
            styles.insert(0, self._styles[style_id])
            style_id = v(styles[0].find(f"{W}basedOn"), "val")
        defaults = [each for default in self._defaults for each in default]
        return [*defaults, *styles]

    def _run(self, run: etree._Element, styles: list[etree._Element]) -> Run:
        chain = [*styles, run]
        fonts = {_get(chain, "rPr/rFonts", script) for script in _SCRIPTS}
        return Run(
            _text(run),
            _number(_get(chain, "rPr/sz", "val")) / 2,
            _is_on(_find(chain, "rPr/b")),
            _is_on(_find(chain, "rPr/i")),
            frozenset(fonts),
        )


def v(element: etree._Element | None, name: str) -> str:
    """The attribute `w:name`, "" where element or attribute is not there."""
    return "" if element is None else element.get(f"{W}{name}", "")


def mm(twips: str) -> float:
    """A length in twentieths of a point as millimetres."""
    return _number(twips) / 1440 * 25.4


def _find(chain: list[etree._Element], path: str) -> etree._Element | None:
    where = "/".join(f"{W}{step}" for step in path.split("/"))
    found = [each.find(where) for each in chain]
    return next((each for each in reversed(found) if each is not None), None)


def _get(chain: list[etree._Element], path: str, attribute: str) -> str:
    where = "/".join(f"{W}{step}" for step in path.split("/"))
    found = [v(each.find(where), attribute) for each in chain]
    return next((each for each in reversed(found) if each), "")


def _is_on(mark: etree._Element | None) -> bool:
    return mark is not None and v(mark, "val") not in ("0", "false", "none")


def _text(run: etree._Element) -> str:
    return "".join(each.text or "" for each in run.iter(f"{W}t"))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0
