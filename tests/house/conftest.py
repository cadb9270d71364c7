"""Homes and clusters that a test may break."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from nhipcau.project.database import Cluster
from nhipcau.project.home import Home


@pytest.fixture
def home() -> Iterator[Home]:
    """A data folder with spaces in its name, outside pytest's own closed folder."""
    folder = Path(tempfile.mkdtemp(prefix="nhà mới "))
    folder.chmod(0o711)
    made = Home(folder)
    made.prepare()
    yield made
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cluster(home: Home) -> Iterator[Cluster]:
    """A cluster of one's own; stopped at the end, whatever the test did to it."""
    made = Cluster.throw_away(home)
    yield made
    made.stop()
