"""A platform for measuring: its own database, programme 922 in it, files collected as served."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nhipcau.project.environment import with_django
from nhipcau.project.serving import steps


@contextmanager
def running() -> Iterator[None]:
    """Set up once for all measures; nothing of it is left."""
    folder = Path(tempfile.mkdtemp(prefix="nhipcau-bench-"))
    folder.chmod(0o711)  # the database's own user passes through
    for name in ("DATABASE_URL", "NHIPCAU_SECRET_KEY_FILE", "DJANGO_SETTINGS_MODULE"):
        os.environ.pop(name, None)
    os.environ["NHIPCAU_HOME"] = str(folder)
    try:
        with with_django() as home:
            steps.migrate()
            steps.collect_static(home)
            steps.load_demo(home)
            rest()
            yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def rest() -> None:
    """What was loaded is on disk and counted: no measure shares the machine with that work."""
    from django.db import connection

    from nhipcau.project.simulation.year import settle

    settle()
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
