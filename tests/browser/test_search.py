"""The page of search as people meet it: typing, by keyboard, without a script, on a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.roles import Role
from tests.programme_922 import load_922

from .browser import visiting
from .conftest import Site, serving

pytestmark = [pytest.mark.machine, pytest.mark.django_db]

STATES = {"co": "dong bao", "khong-co": "voi ma mút", "ngan": "đ", "chua-tim": ""}


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    with serving(django_db_blocker, load_922) as served:
        yield served


@pytest.mark.parametrize("width", [1280, 360])
def test_every_state_of_the_page_is_sound(browser: Browser, site: Site, width: int) -> None:
    faults = []
    with visiting(browser, width=width, site=site.url) as visit:
        for name, typed in STATES.items():
            visit.open(f"/tim-kiem/?q={typed}")
            faults += visit.faults() + visit.runs_out()
            visit.picture(f"tim-kiem-{name}-{width}")
    assert faults + visit.complaints == []


def test_results_come_as_one_types_and_the_address_follows(browser: Browser, site: Site) -> None:
    session = site.sessions[Role.OFFICER]
    with visiting(browser, site=site.url, session=session) as visit:
        visit.open("/tim-kiem/")
        expect(visit.page.get_by_role("searchbox")).to_be_focused()
        visit.page.keyboard.type("ma doc")
        expect(visit.page.locator("mark").first).to_have_text("mã độc")
        expect(visit.page).to_have_url(re.compile(r"\?q=ma(\+|%20)doc$"))
        expect(visit.page.get_by_role("searchbox")).to_be_focused()
        assert visit.complaints == []


def test_the_same_results_come_without_a_script_by_keyboard_alone(
    browser: Browser, site: Site
) -> None:
    with visiting(browser, site=site.url, script=False) as visit:
        visit.open("/co-quan/")
        visit.page.get_by_role("searchbox", name="Tìm trong Nhịp Cầu").focus()
        visit.page.keyboard.type("ma doc")
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator("mark").first).to_have_text("mã độc")
        visit.page.get_by_role("link", name=re.compile("Điều khoản")).click()
        visit.page.locator(".found a").first.click()
        assert "/chuong-trinh/922-ctph-btttt-ubdt/#" in visit.page.url


def test_a_phone_finds_from_its_menu(browser: Browser, site: Site) -> None:
    with visiting(browser, width=360, site=site.url, script=False) as visit:
        visit.open("/co-quan/")
        visit.page.locator(".menu summary").click()
        visit.page.locator(".menu").get_by_role("searchbox").first.fill("UBDT")
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator(".found li").first).to_be_visible()
