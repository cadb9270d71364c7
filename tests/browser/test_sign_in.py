"""Signing in with Chromium: a code of an app, a passkey, an agency's own service; no CSP complaint."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.factories import PASSWORD, MembershipFactory
from nhipcau.agencies.roles import Role
from nhipcau.agencies.tests.people import openid_provider

from .browser import Visit, visiting
from .conftest import Site, serving

pytestmark = [pytest.mark.machine, pytest.mark.django_db]

VIRTUAL_KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


# One person for each test, with committed rows: the site that serves them has its own connection.
BY_APP, BY_KEY, BY_SERVICE = (f"{way}@vidu.nhipcau.example" for way in ("ma", "khoa", "dich-vu"))


def fill() -> None:
    for email in (BY_APP, BY_KEY, BY_SERVICE):
        MembershipFactory.create(role=Role.CLERK, user__email=email)


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    with serving(django_db_blocker, fill) as served:
        # A passkey belongs to a name, never to a number.
        yield Site(served.url.replace("127.0.0.1", "localhost"), served.sessions)


@contextmanager
def quiet(browser: Browser, site: Site, *, width: int = 1280) -> Iterator[Visit]:
    """A window in which nothing is complained about, least of all a broken content policy."""
    with visiting(browser, site=site.url, width=width) as visit:
        yield visit
        assert visit.complaints == []


def sign_in(page: Page, email: str) -> None:
    page.goto("/dang-nhap/")
    page.get_by_label("Thư điện tử").fill(email)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(lambda address: "/dang-nhap/" not in address)


def sign_out(page: Page) -> None:
    page.goto("/dang-xuat/")
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url(lambda address: "/dang-xuat/" not in address)


def confirm(page: Page) -> None:
    """Say once more who one is."""
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Xác nhận").click()


def code(secret: str, *, later: int = 0) -> str:
    """What the telephone shows now, or some half-minutes later: a code opens only once."""
    now = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, now + later)))


def test_a_code_of_an_app_is_set_up_and_then_asked_for(browser: Browser, site: Site) -> None:
    with quiet(browser, site) as visit:
        page = visit.page
        sign_in(page, BY_APP)
        page.goto("/tai-khoan/")
        page.get_by_role("link", name="Xem, thay đổi").click()
        page.get_by_role("link", name="Bật ứng dụng tạo mã").click()
        confirm(page)
        picture = page.get_by_alt_text("Mã QR để quét bằng ứng dụng tạo mã")
        assert picture.evaluate("image => image.naturalWidth") > 0
        visit.picture("bat-ung-dung-tao-ma")
        secret = page.get_by_label("Dãy chữ để nhập tay").input_value()
        page.get_by_label("Mã 6 số ứng dụng đang hiện").fill(code(secret))
        page.get_by_role("button", name="Bật").click()
        expect(page.get_by_role("heading", name="Mã khôi phục")).to_be_visible()
        visit.picture("ma-khoi-phuc")
        sign_out(page)

        sign_in(page, BY_APP)
        page.get_by_label("Mã xác thực").fill("000000")
        page.get_by_role("button", name="Tiếp tục").click()
        expect(page.get_by_role("alert").filter(has_text="Mã chưa đúng")).to_be_visible()
        visit.picture("nhap-ma")
        page.get_by_label("Mã xác thực").fill(code(secret, later=1))
        page.get_by_role("button", name="Tiếp tục").click()
        page.wait_for_url(site.url + "/")
        page.goto("/tai-khoan/")
        expect(page.get_by_text(BY_APP)).to_be_visible()


def test_a_passkey_is_added_and_signs_in_alone(browser: Browser, site: Site) -> None:
    with quiet(browser, site) as visit:
        page = visit.page
        devices = page.context.new_cdp_session(page)
        devices.send("WebAuthn.enable")
        devices.send("WebAuthn.addVirtualAuthenticator", {"options": VIRTUAL_KEY})
        sign_in(page, BY_KEY)
        page.goto("/tai-khoan/hai-lop/")
        page.get_by_role("link", name="Thêm khóa").click()
        confirm(page)
        page.get_by_label("Tên gọi của khóa").fill("Điện thoại cơ quan")
        page.get_by_label("Đăng nhập chỉ bằng khóa này").check()
        page.get_by_role("button", name="Thêm khóa").click()
        page.wait_for_url("**/ma-khoi-phuc/")
        page.goto("/tai-khoan/hai-lop/khoa/")
        expect(page.get_by_text("Điện thoại cơ quan")).to_be_visible()
        visit.picture("khoa-truy-cap")
        sign_out(page)

        page.goto("/dang-nhap/")
        page.get_by_role("button", name="Dùng khóa đăng nhập").click()
        page.wait_for_url(site.url + "/")
        page.goto("/tai-khoan/")
        expect(page.get_by_text(BY_KEY)).to_be_visible()


def test_a_passkey_that_is_not_there_is_said_on_the_page(browser: Browser, site: Site) -> None:
    with quiet(browser, site, width=360) as visit:
        page = visit.page
        devices = page.context.new_cdp_session(page)
        devices.send("WebAuthn.enable")
        devices.send("WebAuthn.addVirtualAuthenticator", {"options": VIRTUAL_KEY})
        page.goto("/dang-nhap/")
        page.get_by_role("button", name="Dùng khóa đăng nhập").click()
        expect(page.get_by_role("alert")).to_contain_text("Chưa dùng được khóa đăng nhập")
        visit.picture("khoa-truc-trac-360")


def test_an_agency_s_own_service_leads_there_and_back(browser: Browser, site: Site) -> None:
    claims = {"sub": "can-bo", "email": BY_SERVICE, "email_verified": True}
    with openid_provider.provider([claims]) as address:
        policy = deepcopy(settings.CONTENT_SECURITY_POLICY)
        policy["DIRECTIVES"]["form-action"].append(address)
        provider = openid_provider.settings_for(address)
        with (
            override_settings(SOCIALACCOUNT_PROVIDERS=provider, CONTENT_SECURITY_POLICY=policy),
            quiet(browser, site) as visit,
        ):
            page = visit.page
            page.goto("/dang-nhap/")
            visit.picture("dang-nhap-co-dich-vu")
            page.get_by_role("button", name="Đăng nhập bằng Cổng cán bộ tỉnh").click()
            page.wait_for_url(address + "/**")
            page.get_by_role("button", name="can-bo").click()
            page.wait_for_url(site.url + "/")
            visit.complaints.clear()  # the provider's own page is not ours to judge
            page.goto("/tai-khoan/")
            expect(page.get_by_text(BY_SERVICE)).to_be_visible()
