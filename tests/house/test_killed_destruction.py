"""`kill -9` while content is being destroyed leaves all or a list to finish; a later backup holds none."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import psycopg
import pytest

from nhipcau.project.archive import backup
from nhipcau.project.archive.manifest import DUMP
from nhipcau.project.database import Cluster
from nhipcau.project.database.programs import clients
from nhipcau.project.home import Home

pytestmark = pytest.mark.machine

MATTER = "TUYẾN TUẦN TRA QUẢNG UYÊN"
START = f"""
import django; django.setup()
import time
from types import SimpleNamespace
from uuid import uuid4
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from nhipcau import reader
from nhipcau.base import doomed_files
from nhipcau.base.models import Destruction, Redaction
from nhipcau.ledger.programmes import actions as programmes
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.shell.destruction import actions
from nhipcau.shell.destruction.subjects import find
TEXT = EXAMPLE.replace("đài truyền thanh", "{MATTER}")
def somebody():
    return SimpleNamespace(uuid=uuid4())
def stay():
    print("there", flush=True)
    time.sleep(60)
"""
ENTER = """
call_command("migrate", verbosity=0)
programme = programmes.enter(
    reader.read_text(TEXT), text=TEXT, file_name="vi-du.txt", by=None,
    file=ContentFile(TEXT.encode(), name="vi-du.txt"),
)
actions.propose(
    subject=find("programmes.programme", programme.uuid), ground=Redaction.Ground.SECRET,
    reason="Đã báo cáo riêng.", by=somebody(),
)
"""
BEFORE_THE_COMMIT = """
with transaction.atomic():
    actions.confirm(destruction=Destruction.objects.get(), by=somebody())
    stay()
"""
BEFORE_THE_UNLINK = """
doomed_files.default_storage = SimpleNamespace(delete=lambda name: stay())
actions.confirm(destruction=Destruction.objects.get(), by=somebody())
"""
LATER = "assert doomed_files.sweep() == 0"


def python(cluster: Cluster, home: Home, code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START + code],
        env={
            **os.environ,
            "DATABASE_URL": cluster.url,
            "NHIPCAU_HOME": str(home.folder),
            "DJANGO_SETTINGS_MODULE": "nhipcau.project.settings",
        },
        stdout=subprocess.PIPE,
        text=True,
    )


def done(cluster: Cluster, home: Home, code: str) -> bool:
    with python(cluster, home, code) as child:
        return child.wait(180) == 0


def killed(cluster: Cluster, home: Home, code: str) -> None:
    """A process that reached the given place and was killed there."""
    with python(cluster, home, code) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "there\n"
        child.kill()


def held(made: Path, folder: Path) -> str:
    """Everything that an archive holds, as one text."""
    with tarfile.open(made) as opened:
        opened.extractall(folder, filter="data")
    restored = clients().run("pg_restore", "-f", "-", "--no-owner", str(folder / DUMP))
    files = [each for each in folder.rglob("*") if each.is_file() and each.name != DUMP]
    return "\n".join([restored.stdout, *(each.read_text() for each in files)]).upper()


def words(cluster: Cluster) -> list[str | None]:
    with psycopg.connect(cluster.url) as connection:
        rows = connection.execute("SELECT text FROM programmes_signedtextwords").fetchall()
    return [text for (text,) in rows]


def test_a_killed_destruction_is_all_or_finished_later_and_no_later_backup_holds_it(
    cluster: Cluster, home: Home, tmp_path: Path
) -> None:
    cluster.start()
    assert done(cluster, home, ENTER)
    earlier = backup.make(home, cluster.url, tmp_path / "truoc.tar.gz")

    killed(cluster, home, BEFORE_THE_COMMIT)
    assert MATTER in str(words(cluster))
    assert list(home.files.rglob("*.txt"))

    killed(cluster, home, BEFORE_THE_UNLINK)
    assert words(cluster) == [None]
    assert list(home.files.rglob("*.txt"))  # not yet, but it is on the list
    assert done(cluster, home, LATER)
    assert not list(home.files.rglob("*.txt"))

    later = backup.make(home, cluster.url, tmp_path / "sau.tar.gz")
    assert MATTER in held(earlier, tmp_path / "truoc")  # which is why earlier ones must go too
    assert MATTER not in held(later, tmp_path / "sau")
