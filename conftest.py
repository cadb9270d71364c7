"""What every test relies on: a test database whose tables a transactional test may flush."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import settings
from pytest_django import DjangoDbBlocker

# How long an example takes says more about the machine than about the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

TRUNCATE_GUARDS = """
    SELECT tgrelid::regclass, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 <> 0
"""

OTHER_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let the flush after a transactional test through the guards against TRUNCATE.

    The tests of the guards enable them again, each in a transaction of its own. In the end the
    sessions that a served site left behind are closed, for the database goes then.
    """
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(TRUNCATE_GUARDS)
        for table, trigger in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
    yield
    with django_db_blocker.unblock():
        # A test that stood for a broken server may have ended this one too.
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute(OTHER_SESSIONS)


@pytest.fixture(autouse=True)
def speaking_vietnamese() -> Iterator[None]:
    """A request below /en/ leaves its language active in the thread; the next test begins anew."""
    yield
    translation.deactivate()
