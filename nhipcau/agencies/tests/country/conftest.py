"""The whole country, loaded once for the tests of this folder; ordinary tests use factories."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from nhipcau.agencies import loading

DATA = Path(__file__).resolve().parents[4] / "data"


@pytest.fixture(scope="package")
def country(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[loading.Loaded]:
    """Every agency and place of the project's data, gone after the last test of the folder.

    What a test marked with django_db writes is a savepoint inside, taken back after the test.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield loading.load_all(DATA, by=None)
        transaction.set_rollback(True)
