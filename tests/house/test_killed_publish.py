"""`kill -9` in the middle of a publish leaves all or nothing, whether it hits the web or the database."""

import os
import signal
import subprocess
import sys

import psycopg
import pytest

from nhipcau.project.database import Cluster

pytestmark = pytest.mark.machine

START = "import django; django.setup()\n"
DRAFT = (
    START
    + """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme
Programme.objects.create(slug="x", kind="Kế hoạch", number="01/KH-VD", title="Ví dụ")
"""
)
# A publish that has written everything and not yet committed, and stays there.
PUBLISH = (
    START
    + """
import time
from django.db import transaction
from nhipcau.ledger.obligations import actions
from nhipcau.ledger.programmes.models import Programme
programme = Programme.objects.get()
with transaction.atomic():
    actions.publish(programme=programme, version=programme.version, by=None)
    print("written", flush=True)
    time.sleep(PAUSE)
"""
)


def python(cluster: Cluster, code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, "DATABASE_URL": cluster.url, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        stdout=subprocess.PIPE,
        text=True,
    )


def done(child: subprocess.Popen[str]) -> bool:
    with child:
        return child.wait(180) == 0


def halfway(cluster: Cluster) -> subprocess.Popen[str]:
    """A process that stands in the middle of a publish."""
    child = python(cluster, PUBLISH.replace("PAUSE", "60"))
    assert child.stdout is not None
    assert child.stdout.readline() == "written\n"
    return child


def outcome(cluster: Cluster) -> tuple[str, int]:
    """The state of the programme, and how many events say that it was published."""
    with psycopg.connect(cluster.url) as connection:
        state = connection.execute("SELECT state FROM programmes_programme").fetchone()
        events = connection.execute(
            "SELECT count(*) FROM base_auditevent WHERE verb = 'ledger.programme_published'"
        ).fetchone()
    assert state is not None
    assert events is not None
    return str(state[0]), int(events[0])


def postmaster(cluster: Cluster) -> int:
    return int((cluster.folder / "postmaster.pid").read_text().splitlines()[0])


@pytest.mark.parametrize("victim", ["web", "database"])
def test_a_publish_that_is_killed_leaves_nothing_and_succeeds_the_next_time(
    cluster: Cluster, victim: str
) -> None:
    cluster.start()
    assert done(python(cluster, DRAFT))
    with halfway(cluster) as child:
        if victim == "database":
            os.kill(postmaster(cluster), signal.SIGKILL)
        child.kill()
    cluster.start()
    assert outcome(cluster) == ("draft", 0)
    assert done(python(cluster, PUBLISH.replace("PAUSE", "0")))
    assert outcome(cluster) == ("published", 1)
