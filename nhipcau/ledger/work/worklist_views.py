"""The page of what waits, and how a person has it sent: as a calendar, as a mail."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.shell.access import requires

from . import digests, feeds, worklist
from .models import Digest

SECRET = "lich-rieng"  # noqa: S105  a name in the session: the address is shown once


@requires("ledger.read_internal")
def work_list(request: HttpRequest) -> HttpResponse:
    """What waits for the person, and why; the late first."""
    user = person(request)
    secret = request.session.pop(SECRET, "") if SECRET in request.session else ""
    found = worklist.items(user, clock.today())
    context = {
        "items": found,
        "late": sum(item.tone == "late" for item in found),
        "calendar": _address(request, secret) if secret else "",
        "feed": feeds.held_by(user),
        "digest": Digest.objects.filter(user=user).first(),
    }
    return render(request, "work/work_list.html", context)


@require_POST
@requires("ledger.read_internal")
def calendar_make(request: HttpRequest) -> HttpResponse:
    """A new secret address of the person's calendar."""
    request.session[SECRET] = feeds.make(user=person(request))
    return redirect(f"{reverse('ledger:work-list')}#lich")


@require_POST
@requires("ledger.read_internal")
def calendar_take_back(request: HttpRequest) -> HttpResponse:
    """End the address."""
    feeds.take_back(user=person(request))
    messages.success(request, _("Đã thu hồi địa chỉ lịch riêng."))
    return redirect("ledger:work-list")


@require_POST
@requires("ledger.read_internal")
def digest_choose(request: HttpRequest) -> HttpResponse:
    """Whether the person wants a mail each working morning."""
    wanted = request.POST.get("is_wanted") == "1"
    digests.choose(user=person(request), is_wanted=wanted)
    done = _("Đã bật thư tóm tắt hằng ngày.") if wanted else _("Đã tắt thư tóm tắt hằng ngày.")
    messages.success(request, done)
    return redirect("ledger:work-list")


@never_cache
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar itself; the secret is the door, and an ended one opens nothing."""
    user = feeds.whose(secret)
    if user is None:
        raise Http404
    root = f"{request.scheme}://{request.get_host()}"
    content = feeds.calendar(user, root=root)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _address(request: HttpRequest, secret: str) -> str:
    return request.build_absolute_uri(reverse("ledger:calendar", args=[secret]))
