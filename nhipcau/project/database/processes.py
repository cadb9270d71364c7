"""Telling our processes from strangers that happen to carry the same number."""

import os
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


def running() -> list[int]:
    """The numbers of all processes of the machine."""
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]


def is_postgres_of(pid: int, cluster: Path) -> bool:
    """Whether this process is a PostgreSQL server program working in that cluster's folder."""
    try:
        program = os.readlink(PROC / str(pid) / "exe").removesuffix(" (deleted)")
        folder = os.readlink(PROC / str(pid) / "cwd")
    except OSError:
        return False
    return Path(program).name == "postgres" and Path(folder) == cluster.resolve()


def of_cluster(cluster: Path) -> list[int]:
    """Every server process of a cluster, also those whose parent was killed."""
    return [pid for pid in running() if is_postgres_of(pid, cluster)]


def carrying(mark: str) -> list[int]:
    """Every process that was started with this mark (NAME=value) in its environment."""
    return [pid for pid in running() if pid != os.getpid() and _carries(pid, mark.encode())]


def _carries(pid: int, mark: bytes) -> bool:
    try:
        return mark in (PROC / str(pid) / "environ").read_bytes().split(b"\0")
    except OSError:
        return False


def end(find: Callable[[], Iterable[int]], *signals: signal.Signals, seconds: float = 5) -> bool:
    """Send each signal in turn to what `find` finds, until nothing is left; say whether so."""
    for number in signals:
        for pid in find():
            _send(pid, number)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not list(find()):
                return True
            time.sleep(0.05)
    return not list(find())


def _send(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)
