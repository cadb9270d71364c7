"""The person behind a request, and the agency for which that person acts."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from .models import Agency, User


def person(request: HttpRequest) -> User:
    """Who is signed in; a view behind a permission may rely on it. Raises PermissionDenied."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def agency_of(request: HttpRequest) -> Agency:
    """On whose behalf the person acts; where several agencies are open, the one chosen.

    Raises PermissionDenied with its sentence. A write never comes here unchosen: see `acting`.
    """
    agency = person(request).acting_for
    if agency is None:
        raise PermissionDenied(
            _("Trang này chưa mở được: đề nghị chọn cơ quan để thay mặt trước, ở trang Tài khoản.")
        )
    return agency
