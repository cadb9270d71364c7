"""Tables of tasks: a row of headings with "Cơ quan chủ trì", "Phối hợp", then a task a row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nhipcau.reader.blocks import Block
from nhipcau.reader.names import Name, read_names

BAR = re.compile(r"\s*\|\s*")
_WHO = r"(?:(?:cơ quan|đơn vị|sở|bộ|ngành|các|,|/)\s*)*"
# A heading cell and the part that the parties below it have.
HEADINGS = (
    (re.compile(rf"(?i){_WHO}chủ trì(?: .{{0,30}})?$"), "lead"),
    (re.compile(rf"(?i){_WHO}phối hợp(?: .{{0,30}})?$"), "coordinate"),
    (
        re.compile(r"(?i)(?:cơ quan|đơn vị|bộ phận|phân công) (?:.{0,20} )?thực hiện$"),
        "responsible",
    ),
    (re.compile(r"(?i)(?:thời gian|thời hạn|tiến độ)(?: .{0,30})?$"), "due"),
)


@dataclass(frozen=True, slots=True)
class Task:
    """The parties of a row by part, and its time limit as written."""

    parties: Mapping[str, Sequence[Name]]
    due: str


@dataclass(slots=True)
class TaskTable:
    """The headings that are in force while the rows of a document are read in order."""

    component: str = ""
    columns: dict[int, str] = field(default_factory=dict)

    def read(self, block: Block, component: str) -> Task | None:
        """Return the task of a row that names parties under headings; None for all else."""
        if component != self.component:
            self.component, self.columns = component, {}
        if "|" not in block.plain:
            return None
        headings = _columns(block)
        if "lead" in headings.values():
            self.columns = headings
            return None
        parties = dict(_parties(block, self.columns))
        return Task(parties, _due(block, self.columns)) if parties else None


def _cells(block: Block) -> list[tuple[int, int]]:
    """The spans of the cells of a row."""
    start, spans = 0, []
    for bar in BAR.finditer(block.plain):
        spans.append((start, bar.start()))
        start = bar.end()
    return [*spans, (start, len(block.plain))]


def _columns(block: Block) -> dict[int, str]:
    found = {}
    for place, (start, end) in enumerate(_cells(block)):
        cell = block.plain[start:end].strip()
        part = next((part for heading, part in HEADINGS if heading.match(cell)), "")
        if part:
            found[place] = part
    return found


def _parties(block: Block, columns: Mapping[int, str]) -> Iterator[tuple[str, Sequence[Name]]]:
    cells = _cells(block)
    for place, part in columns.items():
        if part == "due" or place >= len(cells):
            continue
        names, _ = read_names(block.plain, *cells[place], small=True)
        if names:
            yield part, names


def _due(block: Block, columns: Mapping[int, str]) -> str:
    cells = _cells(block)
    places = [place for place, part in columns.items() if part == "due" and place < len(cells)]
    return block.text[slice(*cells[places[0]])].strip() if places else ""
