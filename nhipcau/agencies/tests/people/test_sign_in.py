"""Signing in: closed to strangers, limited, recoverable, and with a second factor where it must."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from pytest_django import Settings

from nhipcau.agencies.factories import PASSWORD, UserFactory, person_with
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.base.models import AuditEvent

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def user() -> User:
    return UserFactory.create(email="hoa@vidu.nhipcau.example")


def sign_in(client: Client, user: User, password: str = PASSWORD) -> str:
    """Where a sign-in with a password leads, or the page that refuses it."""
    answer = client.post(reverse("account_login"), {"login": user.email, "password": password})
    return str(answer.headers.get("Location", answer.content.decode()))


def code_of(secret: str) -> str:
    """What the telephone shows now."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_nobody_signs_up() -> None:
    for name in ("account_signup", "socialaccount_signup", "mfa_signup_webauthn"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    names = {str(name) for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert not {name for name in names if "signup" in name}


def test_a_wrong_password_says_so_without_saying_which_half_was_wrong(
    client: Client, user: User
) -> None:
    assert "địa chỉ thư điện tử hoặc mật khẩu không đúng" in sign_in(client, user, "sai")
    stranger = User(email="khong-co@vidu.nhipcau.example")
    assert "địa chỉ thư điện tử hoặc mật khẩu không đúng" in sign_in(client, stranger)


def test_an_account_is_guessed_at_five_times_and_no_more(client: Client, user: User) -> None:
    for _ in range(5):
        sign_in(client, user, "sai")
    assert "nhập sai quá nhiều lần" in sign_in(client, user)
    assert sign_in(client, person_with(Role.OFFICER)) == "/"


def test_signing_in_and_out_is_noted(client: Client, user: User) -> None:
    sign_in(client, user)
    client.post(reverse("account_logout"))
    verbs = AuditEvent.objects.filter(actor=user.uuid).values_list("verb", flat=True)
    assert list(verbs) == ["agencies.signed_in", "agencies.signed_out"]


def test_a_forgotten_password_is_set_anew_by_a_link_in_the_mail(
    client: Client, user: User, mailoutbox: list[EmailMessage]
) -> None:
    client.post(reverse("account_reset_password"), {"email": user.email})
    (link,) = re.findall(r"https?://\S+/dat-lai/\S+", str(mailoutbox[0].body))
    assert str(mailoutbox[0].subject) == "[Nhịp Cầu] Đặt lại mật khẩu"
    form = client.get(link, follow=True)
    said = {"password1": "suoi-trong-mua-he-2026", "password2": "suoi-trong-mua-he-2026"}
    client.post(form.redirect_chain[-1][0], said)
    assert sign_in(client, user, "suoi-trong-mua-he-2026") == "/"
    assert AuditEvent.objects.filter(verb="agencies.password_changed").count() == 1
    assert "địa chỉ mạng" in str(mailoutbox[1].body)


def test_a_stranger_gets_no_mail_and_learns_nothing(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": "la@vidu.nhipcau.example"})
    assert answer.headers["Location"] == reverse("account_reset_password_done")
    assert not mailoutbox


def test_who_has_a_second_factor_is_asked_for_it(client: Client, user: User) -> None:
    TOTP.activate(user, SECRET)
    assert sign_in(client, user) == reverse("mfa_authenticate")
    assert client.get(reverse("own-account")).status_code == 302
    answer = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Mã chưa đúng" in answer.content.decode()
    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(SECRET)})
    assert answer.headers["Location"] == "/"


def test_a_recovery_code_opens_once(client: Client, user: User) -> None:
    TOTP.activate(user, SECRET)
    code = RecoveryCodes.activate(user).generate_codes()[0]
    sign_in(client, user)
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.get(reverse("own-account")).status_code == 200
    again = Client()
    sign_in(again, user)
    assert (
        "Mã chưa đúng" in again.post(reverse("mfa_authenticate"), {"code": code}).content.decode()
    )


def test_a_role_that_needs_a_second_factor_opens_nothing_before_it_is_set_up(
    client: Client, settings: Settings
) -> None:
    settings.SECOND_FACTOR_ROLES = frozenset({"administrator"})
    administrator = person_with(Role.ADMINISTRATOR)
    sign_in(client, administrator)
    answer = client.get("/", follow=True)
    assert answer.redirect_chain == [(reverse("mfa_index"), 302)]
    assert "cần xác thực hai lớp" in answer.content.decode()
    TOTP.activate(administrator, SECRET)
    assert client.get("/").status_code == 200
    officer = Client()
    sign_in(officer, person_with(Role.OFFICER))
    assert officer.get("/").status_code == 200


def test_a_lost_telephone_is_cleared_by_the_administrator(client: Client) -> None:
    administrator = person_with(Role.ADMINISTRATOR)
    role = administrator.memberships.get()
    user = UserFactory.create()
    user.memberships.create(agency=role.agency, role=Role.OFFICER, first_day=role.first_day)
    TOTP.activate(user, SECRET)
    client.force_login(administrator)
    client.post(reverse("people:clear-factors", args=[role.agency.code, user.uuid]))
    assert not Authenticator.objects.filter(user=user).exists()
    assert AuditEvent.objects.get(verb="agencies.factors_cleared").actor == administrator.uuid
    assert sign_in(Client(), user) == "/"


def test_a_closed_account_is_out_at_once(client: Client, user: User) -> None:
    sign_in(client, user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(reverse("own-account")).status_code == 302


def test_other_places_can_be_signed_out(client: Client, user: User) -> None:
    elsewhere = Client(HTTP_USER_AGENT="Máy ở nhà")
    sign_in(elsewhere, user)
    sign_in(client, user)
    page = client.get(reverse("usersessions_list"))
    assert "Máy ở nhà" in page.content.decode()
    client.post(reverse("usersessions_list"))
    assert elsewhere.get(reverse("own-account")).status_code == 302
    assert client.get(reverse("own-account")).status_code == 200


def test_the_sign_in_page_names_no_service_where_none_is_set(client: Client) -> None:
    assert "Đăng nhập bằng" not in client.get(reverse("account_login")).content.decode()
    assert client.post("/tai-khoan/dang-nhap-mot-lan/co-quan/").status_code == 404
