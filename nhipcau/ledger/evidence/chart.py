"""The path of an effect indicator as a small drawing: what was seen, and what is aimed at."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .models import EffectValue
from .numbers import say

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 400, 130, 30, 60, 24, 30


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the drawing with its words."""

    x: int
    y: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Coordinates for the template: it holds no numbers of its own."""

    seen: tuple[Dot, ...]
    aims: tuple[Dot, ...]
    years: tuple[Dot, ...]
    base: int = HEIGHT - BOTTOM
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def seen_path(self) -> str:
        """The measured values as one line."""
        return " ".join(f"{dot.x},{dot.y}" for dot in self.seen)

    @property
    def aim_path(self) -> str:
        """From the first measured value to the targets."""
        return " ".join(f"{dot.x},{dot.y}" for dot in (*self.seen[:1], *self.aims))


def draw(values: Sequence[EffectValue]) -> Chart | None:
    """The drawing of one indicator; None while nothing is known of it."""
    numbers = [each.value for each in values if each.value is not None]
    aims = [each.target for each in values if each.target is not None]
    if not numbers and not aims:
        return None
    most = max([*numbers, *aims]) or Decimal(1)
    years = [each.year for each in values]
    first, span = min(years), max(max(years) - min(years), 1)

    def dot(year: int, value: Decimal) -> Dot:
        x = LEFT + (WIDTH - LEFT - RIGHT) * (year - first) // span
        return Dot(x, round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / most), say(value))

    return Chart(
        tuple(dot(each.year, each.value) for each in values if each.value is not None),
        tuple(dot(each.year, each.target) for each in values if each.target is not None),
        tuple(Dot(dot(each.year, Decimal(0)).x, HEIGHT - 8, str(each.year)) for each in values),
    )
