"""What a page must do without: data, a script, a screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.roles import Role

from . import places
from .browser import visiting
from .conftest import Site, serving
from .test_pages import examine

pytestmark = [pytest.mark.machine, pytest.mark.django_db]


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """Nobody has loaded anything yet; only people to sign in."""
    with serving(django_db_blocker, lambda: None) as served:
        yield served


@pytest.mark.parametrize("width", places.WIDTHS)
def test_empty_pages_please_axe_and_the_console(browser: Browser, site: Site, width: int) -> None:
    seen: set[str] = set()
    with visiting(browser, width=width, site=site.url) as visit:
        faults = examine(visit, places.public(), f"trong-{width}", seen)
    session = site.sessions[Role.ADMINISTRATOR]
    with visiting(browser, width=width, site=site.url, session=session) as visit:
        faults += examine(visit, places.inside(Role.ADMINISTRATOR), f"trong-{width}", seen)
    assert faults == []
