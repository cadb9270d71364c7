"""An agreement that dies in the middle leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from django.db import connection

from nhipcau.ledger.programmes import agreeing
from nhipcau.ledger.programmes.models import Amendment, AmendmentConsent, Provision

from .signed_922 import focal_point_of, issue, signed_922, small_amendment

pytestmark = pytest.mark.machine

SLOW = """
CREATE FUNCTION slow_insert() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(2); RETURN NEW; END $$;
CREATE TRIGGER slow_insert BEFORE INSERT ON programmes_provision
    FOR EACH ROW EXECUTE FUNCTION slow_insert();
"""
FAST = "DROP TRIGGER slow_insert ON programmes_provision; DROP FUNCTION slow_insert();"

# Another process, as a worker of the web server is one, agrees for the other side.
AGREE = """
import django
django.setup()
from django.db import connection
from nhipcau.agencies.models import User
from nhipcau.ledger.programmes import agreeing
from nhipcau.ledger.programmes.models import Amendment
amendment = Amendment.objects.get()
agreeing.agree(
    amendment=amendment, version=amendment.version, by=User.objects.get(pk={person})
)
"""


@pytest.fixture
def slow_provisions() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(SLOW)
    yield
    with connection.cursor() as cursor:
        cursor.execute(FAST)


def sleeping() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND wait_event = 'PgSleep'"
        )
        return int(cursor.fetchone()[0])


def wait_until(count: int) -> None:
    deadline = time.monotonic() + 60
    while sleeping() != count:
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_a_process_killed_while_agreeing_leaves_nothing(slow_provisions: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE programmes_provision DISABLE TRIGGER slow_insert")
    amendment = small_amendment(signed_922())
    recorded = agreeing.record(
        amendment=amendment, version=amendment.version, issue=issue(), by=focal_point_of("mic")
    )
    other = focal_point_of("cema")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE programmes_provision ENABLE TRIGGER slow_insert")
    settings = connection.settings_dict
    database = f"postgresql:///{settings['NAME']}?host={settings['HOST']}&user={settings['USER']}"
    process = subprocess.Popen(
        [sys.executable, "-c", AGREE.format(person=other.pk)],
        env=os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    )
    wait_until(1)
    process.send_signal(signal.SIGKILL)
    process.wait()
    wait_until(0)
    recorded.refresh_from_db()
    assert recorded.state == Amendment.State.RECORDED
    assert AmendmentConsent.objects.count() == 1
    assert not Provision.objects.exclude(amendment=None).exists()
