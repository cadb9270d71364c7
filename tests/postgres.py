"""A pytest plugin: every run has a database server of its own, and skips are never quiet.

Loaded with `-p tests.postgres`, before Django reads its settings. `NHIPCAU_TEST_SERVER` names
another server to run on; `NHIPCAU_NOTHING_SKIPPED=1` turns every skip into a failure.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from nhipcau.project.database import Cluster, abandon
from nhipcau.project.home import Home

PREFIX = "nhipcau-test-"
WORKER = "PYTEST_XDIST_WORKER"


def _start() -> None:
    """Workers inherit the environment of the controlling process, and with it the server."""
    if WORKER in os.environ:
        return
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    folder.chmod(0o711)  # the database's own user passes through
    home = Home(folder)
    home.prepare()
    os.environ["NHIPCAU_HOME"] = str(folder)
    os.environ["NHIPCAU_SECRET_KEY_FILE"] = str(home.secret_key())
    if server := os.environ.get("NHIPCAU_TEST_SERVER"):
        os.environ["DATABASE_URL"] = server
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return
    cluster = Cluster.throw_away(home)
    atexit.register(_stop, cluster, os.getpid())
    cluster.start()
    os.environ["DATABASE_URL"] = cluster.url


def _stop(cluster: Cluster, started_by: int) -> None:
    if os.getpid() == started_by:
        cluster.stop()
        shutil.rmtree(cluster.folder.parent, ignore_errors=True)


def _sweep() -> None:
    """A run that was killed could not stop its server: the next one does."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        owner = folder.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdigit() and not Path("/proc", owner).exists() and _is_mine(folder):
            abandon(folder / "cluster")
            shutil.rmtree(folder, ignore_errors=True)


def _is_mine(folder: Path) -> bool:
    return folder.stat().st_uid == os.geteuid()


_start()


def _nothing_is_skipped() -> bool:
    return os.environ.get("NHIPCAU_NOTHING_SKIPPED") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, a skip is a failure that names its reason."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and _nothing_is_skipped():
        report.outcome = "failed"
        report.longrepr = f"Skipped where nothing may be skipped: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file that skips itself."""
    report = yield
    if report.skipped and _nothing_is_skipped():
        report.outcome = "failed"
        report.longrepr = f"Skipped where nothing may be skipped: {report.longrepr}"
    return report


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Only -m and -k may leave tests out; a conftest may not do it quietly."""
    option = items[0].config.option if items else None
    if option and _nothing_is_skipped() and not (option.markexpr or option.keyword):
        left_out = ", ".join(item.nodeid for item in items)
        raise pytest.UsageError(f"Deselected where nothing may be skipped: {left_out}")
