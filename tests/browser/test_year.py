"""A year of the programme, lived through its pages by everybody who takes part in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from nhipcau.ledger.programmes.models import Programme

from .conftest import serving
from .year import PARTS
from .year.world import Year, fill_year, people

pytestmark = [pytest.mark.machine, pytest.mark.django_db]


# Wider than the test, so that the site is filled before the test's own transaction begins.
@pytest.fixture(scope="module")
def year(
    browser: Browser,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Year]:
    """One site for the whole year."""
    with serving(django_db_blocker, fill_year) as served:
        programme = Programme.objects.get(number__startswith="922/")
        folder = tmp_path_factory.mktemp("nam")
        yield Year(browser, served.url, programme, people(), folder)


def test_the_year_from_its_directive_to_the_plan_of_the_next(year: Year) -> None:
    # One test: its parts go on from each other, so they may not be run apart, in another order
    # or by another process; no part writes a row itself.
    for part in PARTS:
        print(part.__module__.rpartition(".")[2], part.__name__)
        part(year)
