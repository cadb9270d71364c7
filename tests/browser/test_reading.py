"""A reader without a script, on paper, by keyboard, on a small screen."""

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.roles import Role
from tests.programme_922 import load_922

from . import places
from .browser import visiting
from .conftest import Site, serving

pytestmark = [pytest.mark.machine, pytest.mark.django_db]

PROGRAMME = "/chuong-trinh/922-ctph-btttt-ubdt/"
# Everything a thumb must hit; links inside running text are exempt (WCAG 2.5.8).
TARGETS = (
    ".top a, summary, .button, .outline.small a, .card h2 a, fieldset label, "
    "input:not([type=hidden], [type=radio], [type=checkbox])"
)


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    with serving(django_db_blocker, load_922) as served:
        yield served


def test_every_public_page_is_whole_without_a_script(browser: Browser, site: Site) -> None:
    with visiting(browser, width=360, site=site.url, script=False) as visit:
        for place in places.public():
            visit.open(place.address, status=place.status)
            expect(visit.page.locator("h1")).to_be_visible()
            visit.page.locator(".menu summary").click()
            expect(visit.page.locator(".menu nav a").first).to_be_visible()


def test_the_outline_of_a_small_screen_opens_without_a_script_and_leads_to_a_provision(
    browser: Browser, site: Site
) -> None:
    with visiting(browser, width=360, site=site.url, script=False) as visit:
        visit.open(PROGRAMME)
        visit.page.locator(".outline.small summary").click()
        visit.page.locator(".outline.small").get_by_role("link", name="IV.2").click()
        assert visit.page.url.endswith("#IV.2")


def test_a_provision_has_an_address_of_its_own(browser: Browser, site: Site) -> None:
    with visiting(browser, site=site.url) as visit:
        visit.open(f"{PROGRAMME}#IV.1.đ")
        expect(visit.page.locator(":target")).to_contain_text("Ngày Sách và Văn hóa đọc Việt Nam")
        expect(visit.page.locator(":target")).to_be_in_viewport()


def test_public_pages_load_no_script_and_set_no_cookie(browser: Browser, site: Site) -> None:
    with visiting(browser, site=site.url) as visit:
        scripts: list[str] = []
        visit.page.on(
            "request",
            lambda asked: scripts.append(asked.url) if asked.resource_type == "script" else None,
        )
        for place in places.public():
            if place.name != "account_login":
                visit.open(place.address, status=place.status)
        assert scripts == []
        assert visit.page.context.cookies() == []


def test_targets_on_a_phone_are_large_enough_for_a_thumb(browser: Browser, site: Site) -> None:
    with visiting(browser, width=360, site=site.url) as visit:
        small = []
        for place in places.public():
            visit.open(place.address, status=place.status)
            for summary in visit.page.locator("summary:visible").all():
                summary.click()
            small += [
                f"{place.address}: {target.inner_text()}"
                for target in visit.page.locator(TARGETS).all()
                if target.is_visible() and (box := target.bounding_box()) and box["height"] < 43.5
            ]
    assert small == []


def test_the_skip_link_is_the_first_stop_of_the_keyboard(browser: Browser, site: Site) -> None:
    with visiting(browser, site=site.url) as visit:
        visit.open(PROGRAMME)
        visit.page.keyboard.press("Tab")
        expect(visit.page.locator(".skip")).to_be_focused()
        expect(visit.page.locator(".skip")).to_be_in_viewport()
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator("main")).to_be_focused()


def test_a_programme_prints_as_a_document(browser: Browser, site: Site) -> None:
    with visiting(browser, site=site.url) as visit:
        visit.open(PROGRAMME)
        pages = pypdfium2.PdfDocument(visit.page.pdf(prefer_css_page_size=True))
        words = "".join(page.get_textpage().get_text_bounded() for page in pages)
        width, height = pages[0].get_size()
    assert (round(width), round(height)) == (595, 842), "A4"
    assert "Số: 922/CTPH-BTTTT-UBDT" in words
    assert "Hà Nội, ngày 04 tháng 6 năm 2024" in words
    assert "để tham khảo" in words
    assert "Đăng nhập" not in words
    assert "Mục lục" not in words


def test_the_line_does_not_run_longer_than_a_reader_can_follow(
    browser: Browser, site: Site
) -> None:
    with visiting(browser, site=site.url) as visit:
        visit.open(PROGRAMME)
        longest = visit.page.evaluate(
            """() => Math.max(...[...document.querySelectorAll('.words p')].map(p => {
                const range = document.createRange(); range.selectNodeContents(p);
                const rows = new Set([...range.getClientRects()].map(r => Math.round(r.bottom / 8)));
                return p.innerText.length / rows.size;
            }))"""
        )
    assert longest <= 80


def test_the_jobs_page_renews_itself_and_can_be_looked_at_again_without_a_script(
    browser: Browser, site: Site
) -> None:
    session = site.sessions[Role.ADMINISTRATOR]
    with visiting(browser, site=site.url, session=session) as visit:
        visit.open("/viec-nen/")
        with visit.page.expect_response("**/viec-nen/") as renewed:
            visit.page.get_by_role("button", name="Kiểm tra tính toàn vẹn").click()
            visit.page.wait_for_url("**/viec-nen/")
        assert renewed.value.ok
        with visit.page.expect_response(lambda answer: "hx-request" in answer.request.headers):
            pass
        expect(visit.page.get_by_role("link", name="Xem lại")).to_be_visible()
        assert visit.complaints == []
