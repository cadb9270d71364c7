"""With programme 922 loaded: every page of every role, in both widths and both schemes."""

import re
from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.roles import Role
from tests.programme_922 import load_922_and_a_draft

from . import places
from .browser import Visit, visiting
from .conftest import Site, serving

# Two people of one role get the same page but for these.
PERSONAL = re.compile(r'value="\w{64}"|<li class="who".*?</li>| aria-current="page"', re.S)

pytestmark = [pytest.mark.machine, pytest.mark.django_db]


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    with serving(django_db_blocker, load_922_and_a_draft) as served:
        yield served


@pytest.mark.parametrize("width", places.WIDTHS)
def test_public_pages_please_axe_and_the_console(browser: Browser, site: Site, width: int) -> None:
    with visiting(browser, width=width, site=site.url) as visit:
        assert examine(visit, places.public(), f"cong-khai-{width}") == []


@pytest.mark.parametrize("width", places.WIDTHS)
def test_every_page_of_every_role_pleases_axe_and_the_console(
    browser: Browser, site: Site, width: int
) -> None:
    faults, seen = [], set[str]()
    for role in Role:
        with visiting(browser, width=width, site=site.url, session=site.sessions[role]) as visit:
            chosen = [each for each in places.everything() if is_new(each, visit, seen)]
            faults += examine(visit, chosen, f"{role}-{width}")
    assert faults == []


@pytest.mark.parametrize("width", places.WIDTHS)
def test_english_pages_stay_in_the_window_and_please_the_console(
    browser: Browser, site: Site, width: int
) -> None:
    with visiting(browser, width=width, site=site.url) as visit:
        faults = []
        for place in places.public():
            visit.complaints.clear()
            visit.open(f"/en{place.address}", status=place.status)
            faults += [f"{place.address}: {each}" for each in visit.runs_out() + visit.complaints]
    assert faults == []


def examine(visit: Visit, chosen: Iterable[places.Place], kept_as: str) -> list[str]:
    """Open each place, keep its picture, and return everything that is wrong with it."""
    faults: list[str] = []
    for place in chosen:
        visit.complaints.clear()
        visit.open(place.address, status=place.status)
        found = visit.runs_out() + visit.faults()
        visit.picture(f"{kept_as}-{place.name}")
        faults += [f"{place.address}: {each}" for each in found + visit.complaints]
    return faults


def is_new(place: places.Place, visit: Visit, seen: set[str]) -> bool:
    """Whether this person gets a page or a menu here that looks unlike all that were seen before."""
    answer = visit.page.request.get(place.address, max_redirects=0)
    whole = PERSONAL.sub("", answer.text()) if answer.status == place.status else ""
    parts = {*re.findall("<main.*?</main>", whole, re.S), *re.findall("<nav.*?</nav>", whole, re.S)}
    if parts <= seen:
        return False
    seen |= parts
    return True
