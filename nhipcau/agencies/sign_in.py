"""Signing in: closed to strangers, and noted in the audit like any other write."""

from typing import Any, ClassVar

import qrcode
from allauth.account import signals as account
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa import signals as mfa
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from nhipcau.base import audit

from .acting import must_choose
from .models import User
from .tokens import take_all_back

WAYS = {
    "reauthenticate": _("Dùng mật khẩu"),
    "mfa_reauthenticate": _("Dùng mã xác thực"),
    "mfa_reauthenticate_webauthn": _("Dùng khóa đăng nhập"),
}


class ClosedSignUp(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    """Accounts are opened by an administrator; nobody signs up."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "enter_current_password": _("Mật khẩu đang dùng chưa đúng."),
        "incorrect_code": _("Mã chưa đúng."),
        "invalid_password_reset": _("Liên kết đặt mật khẩu không còn dùng được."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Other ways to confirm that it is still the same person, in our words."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [{**way, "description": WAYS.get(way["id"], way["description"])} for way in ways]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("own-account")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Who acts for several agencies says first for which."""
        address = resolve_url("first-page")
        if isinstance(request.user, User) and must_choose(request.user):
            return f"{reverse('own-agency')}?{urlencode({'next': address})}"
        return address


class KnownPeopleOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Signing in through an agency's own service: opens an account that is here, never a new one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: Any) -> tuple[User, str] | None:
        """The account of the address that the service says it verified, and says so plainly."""
        verified = [each.email for each in sociallogin.email_addresses if each.verified is True]
        for email in verified:
            if user := User.objects.filter(email__iexact=email).first():
                # The empty string: the password stays. The library empties it, for fear that a
                # stranger signed up with the address before; here nobody signs up.
                return user, ""
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """No account, no way in; and no account is ever tied to one elsewhere."""
        if sociallogin.is_existing and sociallogin.state.get("process") in {None, "login"}:
            return
        is_verified = any(each.verified is True for each in sociallogin.email_addresses)
        told = {"is_verified": is_verified}
        page = render(request, "socialaccount/no_account.html", told, status=403)
        raise ImmediateHttpResponse(page)


def services() -> list[Any]:
    """The sign-in services of agencies that this installation names; asked by the template."""
    providers: list[Any] = KnownPeopleOnly().list_providers(context.request)
    return providers


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """What second factors are called, and what may go wrong with them, in our words."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Chưa tắt được cách xác thực này."),
        "cannot_generate_recovery_codes": _(
            "Chưa tạo được mã khôi phục: đề nghị bật ứng dụng tạo mã hoặc khóa đăng nhập trước."
        ),
        "incorrect_code": _(
            "Mã chưa đúng. Đề nghị xem lại giờ của điện thoại rồi nhập mã đang hiện."
        ),
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return str(_("Khóa đăng nhập %(number)s") % {"number": count + 1})

    def build_totp_svg(self, url: str) -> str:
        """Black on white, whatever the colours of the page: a telephone has to read it."""
        drawn: str = qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")
        return drawn

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Nhịp Cầu"}


# In the words of the audit, which are Vietnamese whatever language the page has.
FACTORS = {
    Authenticator.Type.TOTP: "ứng dụng tạo mã",
    Authenticator.Type.WEBAUTHN: "khóa đăng nhập",
    Authenticator.Type.RECOVERY_CODES: "mã khôi phục",
}


def _note(verb: str, user: User, note: str = "") -> None:
    with transaction.atomic():
        audit.record(verb, by=user, target=user, note=note)


@receiver(user_logged_in)
def note_sign_in(sender: object, user: User, **kwargs: Any) -> None:
    _note("agencies.signed_in", user)


@receiver(user_logged_out)
def note_sign_out(sender: object, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        _note("agencies.signed_out", user)


@receiver([account.password_set, account.password_changed, account.password_reset])
def note_password(sender: object, user: User, **kwargs: Any) -> None:
    _note("agencies.password_changed", user)
    take_all_back(user=user, by=user)


@receiver(mfa.authenticator_added)
def note_factor_added(sender: object, user: User, authenticator: Any, **kwargs: Any) -> None:
    _note("agencies.factor_added", user, FACTORS[authenticator.type])


@receiver(mfa.authenticator_removed)
def note_factor_removed(sender: object, user: User, authenticator: Any, **kwargs: Any) -> None:
    _note("agencies.factor_removed", user, FACTORS[authenticator.type])


@receiver(mfa.authenticator_reset)
def note_factor_renewed(sender: object, user: User, authenticator: Any, **kwargs: Any) -> None:
    _note("agencies.factor_renewed", user, FACTORS[authenticator.type])
