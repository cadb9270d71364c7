"""Linking a province's own points to the central text, and who linked what."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Provision
from nhipcau.shell.access import requires

from . import policies
from .actions import links
from .asking import programme_of
from .forms import ReasonForm, reason_of
from .linking import Point, linked_to, points
from .models import PointLink, ProvinceAction
from .policies import WRITE


@requires("ledger.read_internal")
def linked(request: HttpRequest, slug: str) -> HttpResponse:
    """Every central point that some province linked to, with who did."""
    programme = programme_of(request, slug)
    address = request.GET.get("dieu-khoan", "")[:60]
    context = {
        "programme": programme,
        "address": address,
        "links": linked_to(programme, address),
    }
    return render(request, "coverage/linked.html", context)


@requires(WRITE)
def link(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The own points of one action beside the central ones: suggested here, confirmed by a person."""
    actions = ProvinceAction.objects.visible_to(request.user).with_all()
    action = get_object_or_404(actions, programme__slug=slug, uuid=uuid)
    own = points(action)
    if request.method == "POST":
        try:
            count = _confirm(request, action, own)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            done = ngettext("Đã xác nhận %(count)s điểm.", "Đã xác nhận %(count)s điểm.", count)
            messages.success(request, done % {"count": count})
        return redirect("ledger:point-links", slug, uuid)
    context = {
        "programme": action.programme,
        "action": action,
        "place": action.place,
        "points": own,
        "provisions": action.programme.provisions.signed().filter(is_heading=False),
        "may_write": policies.may_write_for(person(request), action.place),
    }
    return render(request, "coverage/point_links.html", context)


@require_POST
@requires(WRITE)
def unlink(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take one link back, with the reason."""
    programme = programme_of(request, slug)
    found = get_object_or_404(PointLink, action__programme=programme, uuid=uuid)
    try:
        links.unlink(link=found, reason=reason_of(ReasonForm(request.POST)), by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã rút lại; ghi nhận cũ vẫn còn trong nhật ký."))
    return redirect("ledger:point-links", slug, found.action.uuid)


@transaction.atomic
def _confirm(request: HttpRequest, action: ProvinceAction, own: tuple[Point, ...]) -> int:
    """What was picked for each point, all of it or nothing. Raises Refused."""
    held = {each.address: each for each in Provision.objects.filter(programme=action.programme)}
    picked = [
        (point.own, held[address])
        for point in own
        for address in request.POST.getlist(point.key)
        if address in held
    ]
    if not picked:
        raise Refused(
            _("Chưa ghi nhận được: chưa chọn điểm nào. Đề nghị đánh dấu điểm cần xác nhận.")
        )
    for mine, to in picked:
        links.link(action=action, own=mine, to=to, by=person(request))
    return len(picked)
