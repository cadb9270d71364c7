"""The web server and the worker: started apart, watched, and found again after any accident."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nhipcau.project.database import processes
from nhipcau.project.failure import NotDone

MARK = "NHIPCAU_RUN"
LONGEST_LOG = 5 * 1024 * 1024
DEATHS_FORGIVEN = 5
FORGET_AFTER = 300  # seconds


def web(host: str, port: int) -> list[str]:
    """The web server: two processes of two threads keep a small machine busy."""
    options = "--interface wsgi --workers 2 --blocking-threads 2 --backpressure 64"
    place = ["--host", host, "--port", str(port), "--log-level", "warning"]
    return [
        *(sys.executable, "-m", "granian", *options.split(), *place),
        *("--respawn-failed-workers", "--workers-kill-timeout", "10"),
        "nhipcau.project.wsgi:application",
    ]


def worker() -> list[str]:
    """One worker for what is done in the background."""
    return [sys.executable, "-m", "django", "procrastinate", "worker"]


@dataclass
class Child:
    """One process of ours in a process group of its own."""

    name: str
    command: list[str]
    log: Path
    environment: Mapping[str, str]
    deaths: list[float] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; the mark in its environment finds it again, and every child of its own."""
        if self.log.exists() and self.log.stat().st_size > LONGEST_LOG:
            self.log.replace(self.log.with_suffix(".old.log"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own program
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.log.parent,
                env=dict(self.environment),
                start_new_session=True,
            )

    @property
    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def keep_alive(self) -> bool:
        """Start it again if it died; say whether that was needed.

        Raises NotDone when it dies again and again.
        """
        if self.is_alive:
            return False
        now = time.monotonic()
        self.deaths = [death for death in self.deaths if now - death < FORGET_AFTER] + [now]
        if len(self.deaths) > DEATHS_FORGIVEN:
            raise NotDone(
                "Phục vụ", f"{self.name} dừng liên tục", f"xem nhật ký {self.log} rồi chạy lại"
            )
        self.start()
        return True

    def last_words(self) -> str:
        """The end of its log, for a person who has to find out."""
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])
        except OSError:
            return ""


def mark_of(run: Path) -> str:
    """What every process of this installation carries; another installation has another."""
    return f"{MARK}={run.resolve()}"


def environment(run: Path) -> dict[str, str]:
    """Our own environment with the mark."""
    name, value = mark_of(run).split("=", 1)
    return {**os.environ, name: value, "PYTHONUNBUFFERED": "1"}


def end_all(run: Path, seconds: float = 12) -> bool:
    """End every marked process, leftovers of a `kill -9` too; say whether all are gone."""
    mark = mark_of(run)
    return processes.end(
        lambda: processes.carrying(mark), signal.SIGTERM, signal.SIGKILL, seconds=seconds
    )
