"""Speed and weight, measured the same way every time: `make bench`."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Run = Callable[[], float | None]
TIMES = 20


@dataclass(frozen=True)
class Measure:
    """One thing measured: a function that is timed (ms), or that answers the figure itself."""

    name: str
    unit: str
    run: Run
    n: int
    most: float | None

    def take(self) -> float:
        """The median of `n` runs after one that warms up."""
        self.run()
        return statistics.median(self._once() for _ in range(self.n))

    def _once(self) -> float:
        began = time.perf_counter()
        answered = self.run()
        return (time.perf_counter() - began) * 1000 if answered is None else answered


MEASURES: dict[str, Measure] = {}


def measure(
    name: str, unit: str, *, n: int = TIMES, most: float | None = None
) -> Callable[[Run], Run]:
    """Register a function: one that answers nothing is timed in ms, a number is taken as it is.

    `most` is the limit that we promise; preparation belongs into a cached function.
    """

    def register(run: Run) -> Run:
        if name in MEASURES:
            raise ValueError(f"Two measures are named {name}.")
        MEASURES[name] = Measure(name, unit, run, n, most)
        return run

    return register
