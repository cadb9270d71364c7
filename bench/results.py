"""What was measured, on which machine: on the screen, as JSON, and in the documentation."""

import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import Measure

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "bench" / "results.json"
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"


@dataclass(frozen=True)
class Result:
    """One figure."""

    measure: Measure
    value: float

    @property
    def is_over(self) -> bool:
        return self.measure.most is not None and self.value > self.measure.most

    @property
    def limit(self) -> str:
        return "" if self.measure.most is None else f"≤ {self.measure.most:g}"

    @property
    def line(self) -> str:
        warning = "  ✗" if self.is_over else ""
        figure = f"{self.value:10.1f} {self.measure.unit}"
        return f"{self.measure.name:28}{figure:18}{self.limit:8} n={self.measure.n}{warning}"


def write(taken: Sequence[Result]) -> None:
    """Renew `bench/results.json` and the table of `docs/performance.md`."""
    here = machine()
    kept = [
        {
            "name": result.measure.name,
            "value": round(result.value, 2),
            "unit": result.measure.unit,
            "n": result.measure.n,
            "machine": here,
        }
        for result in taken
    ]
    draft = KEPT.with_suffix(".json.tmp")
    draft.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    draft.replace(KEPT)
    page = PAGE.read_text()
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{_table(taken, here)}\n{END}{after}")


def _table(taken: Sequence[Result], here: str) -> str:
    rows = [
        f"| `{result.measure.name}` | {result.value:.1f} | {result.measure.unit} "
        f"| {result.limit} | {result.measure.n} |"
        for result in taken
    ]
    head = ["| Phép đo | Trung vị | Đơn vị | Giới hạn | n |", "|---|---:|---|---|---:|"]
    return "\n".join([*head, *rows, "", f"Máy đo: {here}."])


def machine() -> str:
    """The machine in one line: a figure without it says nothing."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    python = ".".join(map(str, sys.version_info[:3]))
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{_processor()}, {os.cpu_count()} nhân, {memory:.0f} GB; {system}; Python {python}"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return " ".join(line.split(":", 1)[1].split())
    return platform.machine()
