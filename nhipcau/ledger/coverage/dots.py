"""The country as dots: each province a mark by its way, over the points of the communes.

Values with coordinates, drawn by the template as SVG; the table beside it is its text.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Avg, Max

from nhipcau.agencies.models import Place, PlaceChange
from nhipcau.agencies.questions.places import NEW_COMMUNES, OLD_PROVINCES

from .choosing import plain_name
from .table import LISTS, Row, Table

# Degrees of the west and north edge, pixels for a degree; longitudes are narrower at 16° N.
WEST, NORTH, SCALE, NARROW = 101.6, 23.75, 42.0, math.cos(math.radians(16))
WIDTH, HEIGHT = 620, 660
RADIUS, APART = 7.0, 15.5
SPECIAL = "Đặc khu"
# Shown with their names whatever is recorded: the special zones of Hoàng Sa and Trường Sa.
ISLANDS = {"20333": "Hoàng Sa", "22736": "Trường Sa"}
LETTER, LINE = 6.3, 12

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside its mark."""

    text: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A province where it lies, with its way."""

    row: Row
    x: float
    y: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Island:
    """Hoàng Sa or Trường Sa, with the province that it belongs to."""

    name: str
    of: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks over the points of the communes."""

    ground: str
    marks: tuple[Mark, ...]
    islands: tuple[Island, ...]
    width: int = WIDTH
    height: int = HEIGHT

    def __bool__(self) -> bool:
        return bool(self.marks)


def dots(table: Table) -> Drawing:
    """The provinces of a table as marks; without places that have points, an empty drawing."""
    points = _points(LISTS[table.list], _state())
    rows = [row for row in table.rows if row.place.pk in points]
    spots = _apart([points[row.place.pk] for row in rows])
    labels = _labels([plain_name(row) for row in rows], spots)
    marks = (Mark(row, *spot, label) for row, spot, label in zip(rows, spots, labels, strict=True))
    return Drawing(_ground(_state()), tuple(marks), tuple(_islands(table)))


def _state() -> tuple[int, int]:
    """What changes when places are loaded: points are never written over."""
    place = Place.objects.aggregate(last=Max("pk"))["last"] or 0
    return place, PlaceChange.objects.aggregate(last=Max("pk"))["last"] or 0


@lru_cache(maxsize=4)
def _points(list_code: str, state: tuple[int, int]) -> dict[int, Point]:
    """The middle of the communes of each province; the old ones' are where they are today."""
    if list_code == OLD_PROVINCES:
        changes = PlaceChange.objects.filter(
            is_default=True,
            old__parent__parent__list__code=OLD_PROVINCES,
            new__latitude__isnull=False,
        ).exclude(new__unit_type=SPECIAL)
        means = changes.order_by().values_list("old__parent__parent")
        rows = means.annotate(north=Avg("new__latitude"), east=Avg("new__longitude"))
        return {key: _project(north, east) for key, north, east in rows}
    communes = Place.objects.in_list(NEW_COMMUNES).filter(latitude__isnull=False)
    means_now = communes.exclude(unit_type=SPECIAL).order_by().values_list("parent")
    found = means_now.annotate(north=Avg("latitude"), east=Avg("longitude"))
    return {key: _project(north, east) for key, north, east in found if key}


@lru_cache(maxsize=2)
def _ground(state: tuple[int, int]) -> str:
    """Every commune as a dot of one path: the shape of the country."""
    communes = Place.objects.in_list(NEW_COMMUNES).filter(latitude__isnull=False)
    found = {
        (round(x), round(y))
        for north, east in communes.values_list("latitude", "longitude")
        if north is not None and east is not None
        for x, y in [_project(north, east)]
    }
    steps, at = [], (0, 0)
    for x, y in sorted(found, key=lambda spot: (spot[1] // 6, spot)):
        steps.append(f"m{x - at[0]} {y - at[1]}h0")
        at = (x, y)
    return "".join(steps)


def _islands(table: Table) -> Iterator[Island]:
    communes = Place.objects.in_list(NEW_COMMUNES).filter(code__in=ISLANDS, latitude__isnull=False)
    for place in communes.select_related("parent").prefetch_related("parent__names"):
        if place.latitude is not None and place.longitude is not None:
            x, y = _project(place.latitude, place.longitude)
            of = place.parent.name if place.parent else ""
            yield Island(ISLANDS[place.code], of, round(x, 1), round(y, 1))


def _project(north: float, east: float) -> Point:
    return (east - WEST) * SCALE * NARROW, (NORTH - north) * SCALE


def _apart(points: list[Point]) -> list[Point]:
    """Marks moved a little, so that none lies on another; always the same for the same points."""
    spots = [list(point) for point in points]
    for _ in range(60):
        moved = False
        for turn, one in enumerate(spots):
            for other in spots[turn + 1 :]:
                dx, dy = other[0] - one[0], other[1] - one[1]
                far = math.hypot(dx, dy) or 0.01
                if far < APART:
                    push = (APART - far) / 2 / far
                    one[0], one[1] = one[0] - dx * push, one[1] - dy * push
                    other[0], other[1] = other[0] + dx * push, other[1] + dy * push
                    moved = True
        if not moved:
            break
    return [(round(x, 1), round(y, 1)) for x, y in spots]


Box = tuple[float, float, float, float]


def _labels(names: list[str], spots: list[Point]) -> list[Label | None]:
    """A name beside each mark where there is room; a name without room is in the table."""
    taken: list[Box] = [(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in spots]
    labels: list[Label | None] = []
    for name, (x, y) in zip(names, spots, strict=True):
        found = next((each for each in _beside(name, x, y) if _is_free(each[1], taken)), None)
        if found:
            taken.append(found[1])
        labels.append(found[0] if found else None)
    return labels


def _beside(name: str, x: float, y: float) -> Iterator[tuple[Label, Box]]:
    wide, gap = len(name) * LETTER, RADIUS + 4
    yield Label(name, x + gap, y + 4, "start"), (x + gap, y - 6, x + gap + wide, y + 6)
    yield Label(name, x - gap, y + 4, "end"), (x - gap - wide, y - 6, x - gap, y + 6)
    for up in (-1, 1):
        level = y + up * (gap + LINE / 2)
        box = (x - wide / 2, level - 6, x + wide / 2, level + 6)
        yield Label(name, x, level + 4, "middle"), box


def _is_free(box: Box, taken: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and right <= WIDTH and top >= 0 and bottom <= HEIGHT
    return inside and all(
        right < other[0] or left > other[2] or bottom < other[1] or top > other[3]
        for other in taken
    )
