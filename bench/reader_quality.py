"""How well documents are read: `python -m bench.reader_quality` scores the reader against gold
labels, looks at the order of numbering in the corpus, and renews the figures of `docs/reader.md`.
"""

import importlib.util
import json
import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Protocol, cast

from bench.reader import SHARED, corpus, programme
from nhipcau.language.sort import follows
from nhipcau.reader import Document, Provision, as_json, read_text
from nhipcau.reader.markers import find_marker, ordinal

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reader.md"
BEGIN, END = "<!-- reader -->", "<!-- /reader -->"
Triple = tuple[int, int, int]
# What is promised: measure, least F1.
PROMISED = {
    "outline strict": 0.99,
    "bases": 1.0,
    "number": 1.0,
    "date": 1.0,
    "lead exact": 0.90,
    "lead relaxed": 0.95,
    "coordinate exact": 0.85,
    "coordinate relaxed": 0.92,
}
LEAST_ORDER = 0.98
# Others on twelve documents of these kinds, as the README of the gold gives them (F1).
PEERS = {
    "outline strict": "0.781 / 0.457",
    "lead exact": "0.309",
    "lead relaxed": "0.457",
    "coordinate exact": "0.151",
    "coordinate relaxed": "0.430",
}
NAMED = re.compile(r"(?:Điều|Chương|Mục|Phần|Tiểu mục|Phụ lục|Mẫu số)\s")


class Scorer(Protocol):
    """The functions of the gold's own scorer that are used."""

    def score(self, gold: object, prediction: object) -> Mapping[str, Triple]: ...
    def prf(self, triple: Triple) -> tuple[float, float, float]: ...


@dataclass(frozen=True)
class Figures:
    """Everything that is printed and kept."""

    totals: Mapping[str, tuple[float, Triple]]
    documents: Mapping[str, Mapping[str, float]]
    traps: tuple[int, int]
    steps: tuple[int, int]
    breaks: tuple[str, ...]
    exceptions: int
    milliseconds: float
    seconds: float


def main() -> int:
    """Print the figures, renew the page; exit 1 where a promise is not kept, 2 without gold."""
    if not (SHARED / "gold").is_dir():
        print("Không có ../shared/gold bên cạnh kho mã: không có gì để chấm.", file=sys.stderr)
        return 2
    figures = take()
    table = "\n".join(_rows(figures))
    print(table)
    print("\n".join(figures.breaks))
    _renew(table)
    missed = [name for name, least in PROMISED.items() if figures.totals[name][0] < least]
    in_order = figures.steps[0] >= LEAST_ORDER * figures.steps[1]
    failed = missed or figures.traps[0] or figures.exceptions or not in_order
    return int(bool(failed))


def take() -> Figures:
    """Read everything and measure it."""
    scorer = _scorer()
    golds = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((SHARED / "gold").glob("*.json"))
    }
    read = {name: read_text(_text(gold["file"]), name) for name, gold in golds.items()}
    scores = {name: scorer.score(gold, as_json(read[name])) for name, gold in golds.items()}
    totals = {
        measure: cast(
            Triple, tuple(map(sum, zip(*(one[measure] for one in scores.values()), strict=True)))
        )
        for measure in next(iter(scores.values()))
    }
    traps = [taken for name, gold in golds.items() for taken in _traps(gold, read[name])]
    began = time.process_time()
    documents, failed = _read_corpus()
    seconds = time.process_time() - began
    steps = [step for name, document in documents.items() for step in _steps(name, document)]
    return Figures(
        totals={name: (scorer.prf(triple)[2], triple) for name, triple in totals.items()},
        documents={
            name: {
                measure: scorer.prf(triple)[2]
                for measure, triple in one.items()
                if triple[1:] != (0, 0)
            }
            for name, one in scores.items()
        },
        traps=(sum(traps), len(traps)),
        steps=(sum(not step for step in steps), len(steps)),
        breaks=tuple(step for step in steps if step),
        exceptions=failed,
        milliseconds=min(_once() for _ in range(7)),
        seconds=seconds,
    )


def _read_corpus() -> tuple[dict[str, Document], int]:
    """Read the 61 documents; count those that raise, which none may."""
    documents, failed = {}, 0
    for name, text in corpus().items():
        try:
            documents[name] = read_text(text, name)
        except Exception as error:  # the figure is how often this happens
            failed += 1
            print(f"{name}: {error!r}", file=sys.stderr)
    return documents, failed


def _scorer() -> Scorer:
    path = SHARED / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Scorer, module)


def _text(file: str) -> str:
    return (SHARED / file).read_text(encoding="utf-8")


def _once() -> float:
    began = time.process_time()
    read_text(programme())
    return (time.process_time() - began) * 1000


def _traps(gold: Mapping[str, list[dict[str, object]]], document: Document) -> Iterator[bool]:
    """Yield for each trap of the gold whether a lead or a partner was read on its line."""
    for one in gold["assignments"]:
        if "trap" in one:
            lines = cast(list[int], one["lines"])
            yield any(
                found.line in lines and bool(found.lead or found.coordinate)
                for found in document.assignments
            )


def _steps(name: str, document: Document) -> Iterator[str]:
    """Yield "" for each pair of siblings in order, a description for each that is not."""
    rows: dict[tuple[str, str, str], list[Provision]] = {}
    for each in document.outline:
        marker = find_marker(f"{each.marker} x") if each.marker else None
        if marker and each.kind != "attachment":
            # Articles count on through chapters and sections, everything else below its parent.
            parent = each.component if marker.style in {"article", "chapter"} else each.parent
            rows.setdefault((each.component, parent, marker.style), []).append(each)
    for (_, _, style), row in rows.items():
        first = row[0]
        if ordinal(style, _value(first)) > 1 or (
            _value(first) not in {"a", "A", "1", "I", "01", "i"} and style in {"letter", "capital"}
        ):
            yield f"{name}:{first.first_line} begins with {first.marker} ({first.id})"
        for before, after in pairwise(row):
            yield (
                ""
                if _counts_on(style, before, after)
                else (f"{name}:{after.first_line} {before.marker} → {after.marker} ({after.id})")
            )


def _value(one: Provision) -> str:
    marker = find_marker(f"{one.marker} x")
    return marker.value if marker else ""


def _counts_on(style: str, before: Provision, after: Provision) -> bool:
    last, value = _value(before), _value(after)
    if style in {"letter", "capital"}:
        return follows(value, last) or (last.lower(), value.lower()) in {("d", "e"), ("a", "b")}
    if after.marker.rstrip(".:/) ").endswith(("a", "b", "c")) and ordinal(style, value) == ordinal(
        style, last
    ):
        return True
    return ordinal(style, value) - ordinal(style, last) == 1


def _rows(figures: Figures) -> Iterator[str]:
    yield "| Measure (F1) | This reader | Promised | Others | tp, predicted, gold |"
    yield "|---|---:|---:|---:|---|"
    for name, (f1, triple) in figures.totals.items():
        promised = f"≥ {PROMISED[name]:.2f}" if name in PROMISED else ""
        yield f"| {name} | {f1:.3f} | {promised} | {PEERS.get(name, '')} | {triple} |"
    yield f"| traps taken for an assignment | {figures.traps[0]} | 0 | | of {figures.traps[1]} |"
    right, steps = figures.steps
    yield f"| siblings in order, 61 documents | {right / steps:.4f} | ≥ {LEAST_ORDER} | | {right} of {steps} |"
    yield f"| exceptions, 61 documents | {figures.exceptions} | 0 | | |"
    yield f"| programme 922, ms | {figures.milliseconds:.1f} | ≤ 30 | | best of 7 |"
    yield f"| 61 documents, s | {figures.seconds:.2f} | ≤ 4 | | once, one core |"
    yield ""
    yield "| Document | outline | bases | lead | coordinate |"
    yield "|---|---:|---:|---:|---:|"
    for name, one in figures.documents.items():
        columns = ("outline strict", "bases", "lead exact", "coordinate exact")
        yield (
            f"| {name} | "
            + " | ".join(f"{one[key]:.3f}" if key in one else "none" for key in columns)
            + " |"
        )
    yield ""
    yield f"Taken on {date.today().isoformat()}."


def _renew(table: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
