"""Closed doors: a view that asks for a permission that some module declares."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from nhipcau.registry.modules import registry

View = Callable[..., HttpResponseBase]


def requires(permission: str) -> Callable[[View], View]:
    """Let in those who have the permission; others sign in first, or read why not."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _ask_to_sign_in(request)
            if not request.user.may(permission):
                raise PermissionDenied(refusal(permission))
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def refusal(permission: str) -> str:
    """The sentence for one who lacks a permission: which right, and whom to ask."""
    return _(
        "Trang này chưa mở được: vai trò hiện tại của tài khoản không có quyền “%(right)s”. "
        "Đề nghị liên hệ quản trị hệ thống của đơn vị."
    ) % {"right": registry.permissions()[permission].label}


def is_partial(request: HttpRequest) -> bool:
    """Whether a page asks for a piece of itself, to put in place."""
    return bool(getattr(request, "htmx", False))


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """A partial gets 401 and no sign-in page inside a card; a page gets the way in."""
    if is_partial(request):
        return HttpResponse(status=401, headers={"HX-Refresh": "true"})
    return redirect_to_login(request.get_full_path())
