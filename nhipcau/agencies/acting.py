"""On whose behalf a person acts: chosen once a session by those who act for two agencies."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from .models import Agency, User

CHOSEN = "thay-mat"
# Pages of one's own account: they are nobody's but the person's.
PERSONAL = ("account_", "mfa_", "usersessions_", "openid_connect_", "own-")


class ActingFor:
    """Middleware: tells the person of a request which agency was chosen in this session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Without a session nobody is asked, so that public pages stay the same for everybody.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and isinstance(request.user, User):
            request.user.chosen_agency = request.session.get(CHOSEN)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """A write in the name of an agency waits until it is known which."""
        if request.method in {"GET", "HEAD", "OPTIONS"} or is_personal(request):
            return None
        user = request.user
        if not isinstance(user, User) or user.acting_for or not user.roles_today:
            return None
        messages.warning(
            request,
            _(
                "Chưa thực hiện được: tài khoản đang có vai trò ở nhiều cơ quan. "
                "Đề nghị chọn cơ quan để thay mặt, rồi thực hiện lại."
            ),
        )
        return _to_choice(request)


def choose(request: HttpRequest, agency: Agency) -> None:
    """Act for an agency from now on in this session; the caller has asked `may_act_for`."""
    request.session[CHOSEN] = agency.pk
    if isinstance(request.user, User):
        request.user.chosen_agency = agency.pk


def may_act_for(user: User, agency: Agency) -> bool:
    """Whether one of today's roles is a role for this agency."""
    return any(role.agency_id == agency.pk for role in user.roles_today)


def must_choose(user: User) -> bool:
    """Whether roles for several agencies are open and none was chosen."""
    return bool(user.roles_today) and user.acting_for is None


def is_personal(request: HttpRequest) -> bool:
    """Whether the page belongs to the person's own account, whoever the person acts for."""
    match = request.resolver_match
    return match is not None and match.view_name.startswith(PERSONAL)


def _to_choice(request: HttpRequest) -> HttpResponse:
    address = reverse("own-agency")
    if request.headers.get("HX-Request"):
        return HttpResponse(status=403, headers={"HX-Redirect": address})
    back = request.headers.get("Referer", "")
    query = f"?{urlencode({'next': back})}" if back else ""
    return redirect(f"{address}{query}")
