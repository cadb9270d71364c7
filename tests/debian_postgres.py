"""Debian's own PostgreSQL 15, private and thrown away: the oldest server that we promise.

`python -m tests.debian_postgres COMMAND …` runs a command with NHIPCAU_TEST_SERVER set to it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from nhipcau.project.database.programs import Owner, Programs

FOLDER = Path("/usr/lib/postgresql/15/bin")
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


@contextmanager
def running() -> Iterator[str]:
    """A server with an empty database `nhipcau`; yields its DATABASE_URL."""
    programs = Programs(FOLDER, Owner.fitting())
    place = Path(tempfile.mkdtemp(prefix="nc15-"))
    programs.owner.take(place)
    folder = str(place / "cluster")
    options = " ".join([f"-k {place}", *(f"-c {setting}" for setting in QUICK)])
    programs.run(
        *("initdb", "-D", folder, "-U", "nhipcau", "-A", "trust", "--no-sync"),
        *("-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"),
    )
    control = ("pg_ctl", "-D", folder, "-s", "-w", "-l", str(place / "log"))
    programs.run(*control, "-o", options, "start")
    try:
        programs.run("createdb", "-h", str(place), "-U", "nhipcau", "nhipcau")
        yield f"postgresql://nhipcau@{quote(str(place), safe='')}/nhipcau"
    finally:
        programs.run(*control, "-m", "immediate", "stop", check=False)
        shutil.rmtree(place, ignore_errors=True)


def main(command: list[str]) -> int:
    with running() as url:
        return subprocess.run(command, env={**os.environ, "NHIPCAU_TEST_SERVER": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
