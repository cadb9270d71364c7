"""Before anything is loaded: pages say what to do next, and please axe all the same."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.roles import Role

from . import places
from .browser import visiting
from .conftest import Site, serving
from .test_pages import examine, is_new

pytestmark = [pytest.mark.machine, pytest.mark.django_db]


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """Nobody has loaded anything yet; only people to sign in."""
    with serving(django_db_blocker, lambda: None) as served:
        yield served


@pytest.mark.parametrize("width", places.WIDTHS)
def test_empty_pages_please_axe_and_the_console(browser: Browser, site: Site, width: int) -> None:
    session, seen = site.sessions[Role.ADMINISTRATOR], set[str]()
    with visiting(browser, width=width, site=site.url) as visit:
        faults = examine(visit, places.public(), f"trong-{width}")
    with visiting(browser, width=width, site=site.url, session=session) as visit:
        chosen = [each for each in places.everything() if is_new(each, visit, seen)]
        faults += examine(visit, chosen, f"trong-quan-tri-{width}")
    assert faults == []
