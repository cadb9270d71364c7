"""From paragraphs to provisions: which marker is whose child and whose sibling."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nhipcau.language.sort import follows
from nhipcau.language.syllables import place_tones
from nhipcau.reader.blocks import Block
from nhipcau.reader.markers import KINDS, Marker, find_marker, ordinal

# The usual order of the levels, from the top (Decree 30/2020, Phụ lục I, mục V, tables 6a, 6b).
RANK = {
    "attachment": 0,
    "part": 10,
    "chapter": 20,
    "section": 30,
    "subsection": 40,
    "article": 50,
    "capital": 60,
    "roman": 70,
    "number": 80,
    "decimal": 82,
    "paren": 90,
    "letter": 100,
    "minor": 110,
    "bullet": 120,
}
BULLET_RANK = {"-": 120, "–": 120, "—": 120, "+": 122, "*": 118}
# Rows that may begin below a provision of any form.
ROWS = frozenset({"number", "paren", "letter", "minor"})
TITLED = frozenset({"part", "chapter", "section", "subsection", "article"})


@dataclass(slots=True, eq=False)
class Node:
    """A provision in the making."""

    id: str
    parent: "Node | None"
    style: str
    rank: float
    value: str
    marker: str
    text: str
    blocks: list[Block] = field(default_factory=list)
    title_blocks: int = 1
    component: str = ""
    row: "list[Node]" = field(default_factory=list)
    numbers: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """The level by the decree's words."""
        return KINDS.get(self.style, self.style)

    @property
    def text_start(self) -> int:
        """Where, in its first paragraph, its marker ends."""
        return max(len(self.blocks[0].text) - len(self.text), 0) if self.title_blocks == 1 else 0

    @property
    def text_plain(self) -> str:
        """Its own text with tones placed one way."""
        return place_tones(self.text)

    @property
    def numbered(self) -> "Node":
        """Itself, or the numbered provision that its bullet stands in."""
        node = self
        while node.style == "bullet" and node.parent:
            node = node.parent
        return node

    @property
    def siblings_after(self) -> "list[Node]":
        """The provisions that follow it under the same parent."""
        row = self.parent.row if self.parent else []
        return row[row.index(self) + 1 :] if self in row else []

    @property
    def is_heading(self) -> bool:
        """Whether its text only names what stands below it."""
        if self.style in TITLED - {"article"} or self.style == "attachment":
            return True
        is_over_something = bool(self.row or len(self.blocks) > self.title_blocks)
        return self.text.isupper() or (
            is_over_something and bool(self.text) and self.text[-1] not in ".;"
        )


class Outline:
    """Takes paragraphs in reading order and hangs each on its provision."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.stack: list[Node] = []
        self.taken: dict[str, int] = {}
        self.component = ""

    def open_component(self, label: str, block: Block, text: str) -> Node:
        """Start an attached document, whose numbering begins anew."""
        marker = Marker("attachment", label, label, "", 0)
        node = self._push(marker, block, None, RANK["attachment"], text)
        self.component = node.component = node.id
        return node

    def add(self, block: Block, marker: Marker | None = None) -> Node | None:
        """Hang `block` on the outline; return its node, None while there is none yet."""
        marker = marker or find_marker(block.plain)
        if marker:
            return self._open(marker, block)
        return self.add_paragraph(block)

    def add_paragraph(self, block: Block) -> Node | None:
        """Hang a paragraph without a marker on the provision that is open."""
        if not self.stack:
            return None
        node = self.stack[-1]
        if not node.text and node.style != "attachment" and len(node.blocks) == node.title_blocks:
            return self._add_title(node, block)
        if _goes_on_with_title(node, block):
            node.text = f"{node.text} {block.text}"
            node.title_blocks += 1
        node.blocks.append(block)
        return node

    def _add_title(self, node: Node, block: Block) -> Node:
        # "Chương I" or "1." alone on its line: the text stands on the next one.
        node.blocks.append(block)
        if node.style != "article" or len(block.text) < 120:
            node.text, node.title_blocks = block.text, len(node.blocks)
        return node

    def _open(self, marker: Marker, block: Block) -> Node:
        marker = self._mend(marker)
        rank = _rank(marker)
        parent, rank = self._find_place(marker, rank)
        return self._push(marker, block, parent, rank, block.text[marker.length :].strip())

    def _mend(self, marker: Marker) -> Marker:
        """Read "2.6" as 2 with footnote 6, and "9." below 2.8 as 2.9, where the row says so."""
        if marker.style == "decimal" and len(marker.numbers) == 2 and marker.numbers[1] > 1:
            number = Marker(
                "number",
                str(marker.numbers[0]),
                str(marker.numbers[0]),
                marker.written,
                marker.length,
            )
            is_known = any(
                node.style == "decimal" and node.numbers[:1] == marker.numbers[:1]
                for node in self.stack
            )
            if not is_known and self._find_sibling(number):
                return number
        if marker.style == "number" and not self._find_sibling(marker):
            row = next((node for node in reversed(self.stack) if node.style == "decimal"), None)
            value = ordinal("number", marker.value)
            if row and value == row.numbers[-1] + 1 and value > 4:
                numbers = (*row.numbers[:-1], value)
                return Marker(
                    "decimal", marker.label, marker.label, marker.written, marker.length, numbers
                )
        return marker

    def _push(
        self, marker: Marker, block: Block, parent: Node | None, rank: float, text: str
    ) -> Node:
        if marker.style == "attachment":
            self.stack.clear()
        while self.stack and self.stack[-1] is not parent:
            self.stack.pop()
        node = Node(
            self._make_id(marker, parent), parent, marker.style, rank, marker.value,
            marker.written, text, [block], component=self.component, numbers=marker.numbers,
        )  # fmt: skip
        if parent:
            parent.row.append(node)
        self.nodes.append(node)
        self.stack.append(node)
        return node

    def _make_id(self, marker: Marker, parent: Node | None) -> str:
        label = marker.label
        if marker.style == "bullet":
            label = f"-{1 + (len(parent.row) if parent else len(self.nodes))}"
        while parent and parent.style == "chapter":
            parent = parent.parent
        path = f"{parent.id}.{label}" if parent else label
        self.taken[path] = self.taken.get(path, 0) + 1
        return path if self.taken[path] == 1 else f"{path}#{self.taken[path]}"

    def _find_place(self, marker: Marker, rank: float) -> tuple[Node | None, float]:
        """Return the parent of a new marker, and the rank it takes there."""
        sibling = self._find_sibling(marker)
        if sibling:
            return sibling.parent, sibling.rank
        if _is_first(marker) and marker.style in ROWS:
            return self._nest(marker)
        open_nodes = [node for node in self.stack if node.rank < rank]
        if open_nodes and _belongs_elsewhere(open_nodes[-1], marker):
            open_nodes.pop()
        return (open_nodes[-1] if open_nodes else None), rank

    def _find_sibling(self, marker: Marker) -> Node | None:
        """The open node that this marker counts on from, deepest first."""
        for node in reversed(self.stack):
            if node.style == marker.style and _counts_on(node, marker):
                return node
        return None

    def _nest(self, marker: Marker) -> tuple[Node | None, float]:
        """A row that begins stands below the provision that is open, whatever its form."""
        rank = _rank(marker)
        above = [node for node in self.stack if node.style != "bullet"]
        same = [node for node in above if node.style == marker.style]
        if same and (above[-1] is same[-1] or self.stack[-1].style == "bullet"):
            return same[-1].parent, same[-1].rank
        if not above or (not same and above[-1].style == "decimal" and marker.style == "number"):
            return (above[-1] if above else None), rank
        return above[-1], max(rank, above[-1].rank + 0.5)


def _rank(marker: Marker) -> float:
    if marker.style == "bullet":
        return BULLET_RANK.get(marker.value, 121)
    if marker.style == "decimal":
        return RANK["number"] + len(marker.numbers) - 1
    return RANK[marker.style]


def _belongs_elsewhere(node: Node, marker: Marker) -> bool:
    """6.1 below an open 5: the clause 6 itself was left out."""
    if marker.style != "decimal" or node.style != "number":
        return False
    return ordinal("number", node.value) != marker.numbers[0]


def _is_first(marker: Marker) -> bool:
    return marker.value.lower() in {"1", "a", "i", "01", "thứ nhất"}


def _counts_on(node: Node, marker: Marker) -> bool:
    if marker.style == "bullet":
        return node.value == marker.value
    if marker.style == "decimal":
        return (
            node.numbers[:-1] == marker.numbers[:-1] and marker.numbers[-1] - node.numbers[-1] == 1
        )
    if marker.style in {"letter", "capital"}:
        return follows(marker.value, node.value)
    return ordinal(marker.style, marker.value) - ordinal(marker.style, node.value) == 1


def _goes_on_with_title(node: Node, block: Block) -> bool:
    return (
        node.style in TITLED
        and node.style != "article"
        and len(node.blocks) == node.title_blocks
        and node.text.isupper()
        and block.text.isupper()
    )


def outline_of(blocks: Sequence[Block]) -> Outline:
    """Return the outline of `blocks`. Total; paragraphs before the first marker are left out."""
    outline = Outline()
    for block in blocks:
        outline.add(block)
    return outline
