"""Signing in through an agency's own service, against a real OpenID Connect provider."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from nhipcau.agencies.factories import PASSWORD, UserFactory
from nhipcau.agencies.models import User
from nhipcau.base.models import AuditEvent

from . import openid_provider
from .openid_provider import Claims, consent

pytestmark = pytest.mark.django_db

ADDRESS = "hoa@vidu.nhipcau.example"
PEOPLE: list[Claims] = [
    {"sub": "hoa", "email": "HOA@vidu.nhipcau.example", "email_verified": True},
    {"sub": "chua-xac-nhan", "email": ADDRESS, "email_verified": False},
    {"sub": "noi-bang-chu", "email": ADDRESS, "email_verified": "false"},
    {"sub": "nguoi-la", "email": "la@vidu.nhipcau.example", "email_verified": True},
]


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    with openid_provider.provider(PEOPLE) as address:
        yield address


@pytest.fixture(autouse=True)
def set_up(service: str, settings: Settings) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = openid_provider.settings_for(service)


@pytest.fixture
def user() -> User:
    return UserFactory.create(email=ADDRESS)


def begin(client: Client, query: str = "") -> str:
    """Press the button; gives the provider's address to which it leads."""
    address = reverse("openid_connect_login", args=["co-quan"])
    return str(client.post(address + query).headers["Location"])


def return_as(client: Client, sub: str, query: str = "") -> HttpResponse:
    """Say who one is at the provider, and come back."""
    return client.get(consent(begin(client, query), sub=sub))  # type: ignore[return-value]


def is_in(client: Client) -> bool:
    return client.get(reverse("own-account")).status_code == 200


def test_the_sign_in_page_names_the_service(client: Client) -> None:
    assert (
        "Đăng nhập bằng Cổng cán bộ tỉnh" in client.get(reverse("account_login")).content.decode()
    )


def test_a_verified_address_opens_its_account_and_ties_nothing(client: Client, user: User) -> None:
    answer = return_as(client, "hoa")
    assert answer.headers["Location"] == "/"
    assert is_in(client)
    assert AuditEvent.objects.get(verb="agencies.signed_in").actor == user.uuid
    assert not SocialAccount.objects.exists()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize("sub", ["chua-xac-nhan", "noi-bang-chu"])
def test_an_address_that_the_service_did_not_verify_opens_nothing(
    client: Client, user: User, sub: str
) -> None:
    answer = return_as(client, sub)
    assert answer.status_code == 403
    assert "không xác nhận địa chỉ thư" in answer.content.decode()
    assert not is_in(client)


def test_nobody_gets_an_account_by_signing_in(client: Client, user: User) -> None:
    answer = return_as(client, "nguoi-la")
    assert answer.status_code == 403
    assert "chưa có tài khoản ở đây" in answer.content.decode()
    assert list(User.objects.all()) == [user]


def test_a_second_factor_is_asked_for_all_the_same(client: Client, user: User) -> None:
    TOTP.activate(user, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    assert return_as(client, "hoa").headers["Location"] == reverse("mfa_authenticate")
    assert not is_in(client)


def test_a_closed_account_stays_closed(client: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert return_as(client, "hoa").headers["Location"] == reverse("account_inactive")
    assert not is_in(client)


def test_accounts_are_not_tied_together_by_the_way(client: Client, user: User) -> None:
    client.force_login(user)
    assert return_as(client, "hoa", "?process=connect").status_code == 403
    assert not SocialAccount.objects.exists()


def test_a_person_who_declines_is_told_so_and_may_try_again(client: Client) -> None:
    answer = client.get(consent(begin(client), action="deny"), follow=True)
    assert "không xác nhận được lần này" in answer.content.decode()


def test_an_answer_to_a_question_of_another_browser_is_refused(client: Client, user: User) -> None:
    back = consent(begin(Client()), sub="hoa")
    assert "Chưa đăng nhập được" in client.get(back).content.decode()
    assert not is_in(client)


def test_the_code_is_bound_to_the_browser_that_asked(client: Client) -> None:
    asked = parse_qs(urlsplit(begin(client)).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert asked["redirect_uri"] == [
        "http://testserver/tai-khoan/dang-nhap-mot-lan/co-quan/tro-ve/"
    ]
