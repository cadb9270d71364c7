"""How fast documents are read: programme 922, and the 61 documents kept beside the repository.

Measured in the time of one core, whatever else the machine does.
"""

import time
from functools import cache
from pathlib import Path

from bench import measure
from nhipcau.reader import read_text

SHARED = Path(__file__).resolve().parents[2] / "shared"


@cache
def programme() -> str:
    """The signed text of programme 922."""
    return (SHARED / "programme/922-CTPH-BTTTT-UBDT.txt").read_text(encoding="utf-8")


@cache
def corpus() -> dict[str, str]:
    """The texts of the corpus by name."""
    paths = sorted((SHARED / "corpus/txt").glob("*.txt"))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


# The documents are not ours to copy: without them there is nothing to measure.
if SHARED.is_dir():

    @measure("reader.922", "ms", most=30)
    def time_of_programme_922() -> float:
        began = time.process_time()
        read_text(programme())
        return (time.process_time() - began) * 1000

    @measure("reader.corpus61", "s", n=3, most=4)
    def time_of_the_corpus() -> float:
        began = time.process_time()
        for name, text in corpus().items():
            read_text(text, name)
        return time.process_time() - began
