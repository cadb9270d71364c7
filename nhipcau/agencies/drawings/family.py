"""A family tree of agencies, from left to right: who came before, who took over what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from nhipcau.agencies.models import Agency, Succession

WIDTH, GAP_X, GAP_Y, PADDING, LINE = 236, 72, 18, 12, 19
LETTERS = 26


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a name, and where it stands."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Node:
    """An agency in its box."""

    agency: Agency
    lines: tuple[Line, ...]
    x: int
    y: int
    height: int
    is_asked: bool

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    @property
    def right(self) -> int:
        return self.x + WIDTH

    @property
    def text_x(self) -> int:
        return self.x + PADDING

    @property
    def days_y(self) -> int:
        return self.y + self.height - PADDING


@dataclass(frozen=True, slots=True)
class Edge:
    """A succession as a curve between two boxes."""

    path: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Boxes and curves with the size of the whole."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    box: int = WIDTH

    def __bool__(self) -> bool:
        return bool(self.edges)


def family(asked: Agency, steps: Iterable[Succession]) -> Family:
    """The tree of an agency by the successions before and after it."""
    drawn = [step for step in steps if step.new is not None]
    layers = _layers(asked, drawn)
    heights = [sum(_height(each) + GAP_Y for each in layer) - GAP_Y for layer in layers]
    tallest = max(heights)
    nodes: dict[int, Node] = {}
    for turn, (layer, height) in enumerate(zip(layers, heights, strict=True)):
        y = (tallest - height) // 2 + 1
        for agency in layer:
            nodes[agency.pk] = _node(agency, turn * (WIDTH + GAP_X) + 1, y, agency == asked)
            y += _height(agency) + GAP_Y
    edges = tuple(
        _edge(nodes[step.old_id], nodes[step.new_id], step) for step in drawn if step.new_id
    )
    width = len(layers) * (WIDTH + GAP_X) - GAP_X + 2
    return Family(tuple(nodes.values()), edges, width, tallest + 2)


def _layers(asked: Agency, steps: Sequence[Succession]) -> list[list[Agency]]:
    """Agencies by the longest way that leads to them; a function that came back adds no layer."""
    agencies = {asked.pk: asked}
    depth = {asked.pk: 0}
    for step in sorted(steps, key=lambda each: (each.day, each.pk)):
        for agency in (step.old, step.new):
            if agency is not None:
                agencies.setdefault(agency.pk, agency)
    for _ in agencies:
        for step in steps:
            if step.new_id is not None:
                after = depth.get(step.old_id, 0) + 1
                if after < len(agencies):
                    depth[step.new_id] = max(depth.get(step.new_id, 0), after)
    layers: dict[int, list[Agency]] = {}
    for key, agency in agencies.items():
        layers.setdefault(depth.get(key, 0), []).append(agency)
    return [sorted(layers[each], key=lambda agency: agency.code) for each in sorted(layers)]


def _node(agency: Agency, x: int, y: int, is_asked: bool) -> Node:
    lines = tuple(
        Line(text, y + PADDING + 12 + turn * LINE) for turn, text in enumerate(_words(agency))
    )
    return Node(agency, lines, x, y, _height(agency), is_asked)


def _words(agency: Agency) -> list[str]:
    """The name in as few lines as it needs, of about one length."""
    name = agency.full_name
    fewest = len(wrap(name, LETTERS))
    widths = range(len(name) // fewest, LETTERS + 1)
    return next(
        (lines for width in widths if len(lines := wrap(name, width)) == fewest),
        wrap(name, LETTERS),
    )


def _height(agency: Agency) -> int:
    """Its name, and a line for its days."""
    return 2 * PADDING + LINE * (len(_words(agency)) + 1) - 4


def _edge(old: Node, new: Node, step: Succession) -> Edge:
    bend = max((new.x - old.right) // 2, 24)
    start, end = f"{old.right} {old.middle}", f"{new.x} {new.middle}"
    curve = f"{old.right + bend} {old.middle} {new.x - bend} {new.middle}"
    return Edge(f"M{start}C{curve} {end}", bool(step.doubt))
