"""What every test relies on: a test database whose tables a transactional test may flush."""

import pytest
from django.db import connection
from hypothesis import settings
from pytest_django import DjangoDbBlocker

# How long an example takes says more about the machine than about the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

TRUNCATE_GUARDS = """
    SELECT tgrelid::regclass, tgname FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 <> 0
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let the flush after a transactional test through the guards against TRUNCATE.

    The tests of the guards enable them again, each in a transaction of its own.
    """
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(TRUNCATE_GUARDS)
        for table, trigger in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
