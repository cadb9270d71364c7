"""The text: numbered places, paragraphs under control, tables with a head on every page."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nhipcau.standards.nd30 import layout, wording
from nhipcau.standards.nd30.columns import shares
from nhipcau.standards.nd30.document import Block, Cell, Heading, Level, Prose, Table
from nhipcau.standards.nd30.docx.xml import (
    Controls,
    Letters,
    Shape,
    Xml,
    cell,
    grid,
    hyperlink,
    make,
    paragraph,
    row,
    run,
    table_properties,
)

HEADINGS = {
    Level.PART: layout.PART,
    Level.SECTION: layout.SECTION,
    Level.ARTICLE: layout.ARTICLE,
    Level.CLAUSE: layout.CLAUSE,
    Level.POINT: layout.POINT,
}
_CELL_MARGIN = 70


@dataclass(slots=True)
class Body:
    """Draws blocks in order; knows the file's controls and the place where it is."""

    part: object
    controls: Controls = field(default_factory=Controls)
    place: str = ""
    count: int = 0

    def draw(self, blocks: tuple[Block, ...], width: int, *, closes: bool) -> list[Xml]:
        """Return the blocks `width` twips wide; with `closes` the last sentence ends «./.»."""
        last = blocks[-1] if closes and blocks else None
        made: list[Xml] = []
        pending: Heading | None = None
        for block in blocks:
            match block:
                case Heading() if not block.title:
                    made.extend(self._lone(pending))
                    pending = block
                    continue
                case Heading():
                    made.extend([*self._lone(pending), *self._heading(block)])
                case Prose():
                    made.extend(self._prose(block, pending, is_last=block is last))
                case Table():
                    made.extend([*self._lone(pending), *self._table(block, width)])
            pending = None
        made.extend(self._lone(pending))
        if closes and not isinstance(last, Prose):
            made.append(paragraph(layout.CLOSING, run(wording.END)))
        return made

    def _lone(self, heading: Heading | None) -> list[Xml]:
        return self._heading(heading) if heading else []

    def _heading(self, heading: Heading) -> list[Xml]:
        self._enter(heading)
        lines = wording.heading_lines(heading)
        made = [paragraph(HEADINGS[heading.level], run(line)) for line in lines[:1]]
        made.extend(
            paragraph(layout.PART_TITLE, run(line), shape=Shape(keeps_next=True))
            for line in lines[1:]
        )
        return made

    def _enter(self, heading: Heading) -> None:
        self.place, self.count = wording.heading_number(heading).rstrip(".)"), 0

    def _prose(self, prose: Prose, heading: Heading | None, *, is_last: bool) -> list[Xml]:
        """One paragraph, or several where the text has line ends; a number before it, and «./.»."""
        self.count += 1
        if heading:
            self._enter(heading)
        lines = prose.text.split("\n")
        element = layout.TEXT if prose.key else layout.FIXED
        made: list[Xml] = []
        for place, line in enumerate(lines):
            content: list[Xml] = []
            if heading and place == 0:
                is_article = heading.level in (Level.ARTICLE, Level.SECTION)
                number = f"{wording.heading_number(heading)} "
                content.append(run(number, Letters(is_bold=is_article)))
            words = self._words(line, prose.link)
            # The first line carries the key; what follows it belongs to it when it comes back.
            if prose.key and place == 0:
                content.extend(self.controls.around(prose.key, self._alias(), words))
            else:
                content.append(words)
            is_end = is_last and place == len(lines) - 1
            if is_end and (mark := wording.closing_mark(prose.text)):
                content.append(run(mark))
            shape = Shape(keeps_next=True) if is_end else None
            made.append(paragraph(element, *content, shape=shape))
        return made

    def _words(self, text: str, link: str) -> Xml:
        # A link is there for who follows it; on paper the sentence looks like every other.
        return hyperlink(self.part, link, run(text)) if link else run(text)

    def _alias(self) -> str:
        place = f"Mục {self.place}, đoạn" if self.place else "Đoạn"
        return f"{place} {self.count}"

    def _table(self, table: Table, width: int) -> Iterator[Xml]:
        widths = [round(share * width) for share in shares(table)]
        if table.caption:
            yield paragraph(layout.CAPTION, run(table.caption), shape=Shape(keeps_next=True))
        else:
            yield paragraph(layout.GAP, shape=Shape(before=6, keeps_next=True))
        head = [
            cell(size, paragraph(layout.TABLE_HEAD, run(words)), vertical="center")
            for words, size in zip(table.head, widths, strict=True)
        ]
        yield make(
            "tbl",
            table_properties(sum(widths), margin=_CELL_MARGIN, lines="single"),
            grid(widths),
            row(*head, repeats=True),
            *(
                row(*self._cells(table, cells, widths, place))
                for place, cells in enumerate(table.rows, start=1)
            ),
        )
        yield paragraph(layout.GAP, shape=Shape(before=3))

    def _cells(
        self, table: Table, cells: tuple[Cell, ...], widths: list[int], place: int
    ) -> Iterator[Xml]:
        for head, each, width in zip(table.head, cells, widths, strict=True):
            element = layout.TABLE_NUMBER if each.is_number else layout.TABLE_TEXT
            if head.upper() in wording.SERIAL:
                element = layout.TABLE_CENTRED
            content = [run(each.text)]
            if each.key:
                alias = f"{head}, dòng {place}"
                content = self.controls.around(each.key, alias, run(each.text))
            yield cell(width, paragraph(element, *content))
