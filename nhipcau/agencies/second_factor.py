"""Roles that open only to those who sign in with a second factor."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from .acting import is_personal
from .models import User

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SecondFactor:
    """Middleware: who holds such a role sets the second factor up before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        # A key for programs would go round the second factor: its page is no way to set one up.
        opens = is_personal(request) and _name(request) != "own-keys"
        if opens or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if not isinstance(request.user, User) or not lacks(request.user):
            return None
        messages.warning(
            request,
            _(
                "Vai trò của tài khoản này cần xác thực hai lớp. "
                "Đề nghị bật một cách xác thực dưới đây rồi tiếp tục."
            ),
        )
        return redirect("mfa_index")


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def lacks(user: User) -> bool:
    """Whether a role of today needs a second factor that the person has not set up yet."""
    roles = {role.role for role in user.roles_today}
    return bool(roles & settings.SECOND_FACTOR_ROLES) and not is_mfa_enabled(user, FACTORS)
