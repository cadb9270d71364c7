"""Who runs the programme for each party and in each province, and the letter that settles it."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import Agency, Place, User
from nhipcau.agencies.people import agency_of, person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import letters, policies
from .actions import focal_units
from .asking import asked, programme_of
from .focal_points import named_on, of_parties
from .forms import ReasonForm, reason_of
from .models import FocalUnit
from .people_forms import FocalUnitForm
from .policies import WRITE
from .table import LISTS


@requires("ledger.read_internal")
def focal_points(request: HttpRequest, slug: str) -> HttpResponse:
    """The focal unit of each party and province on a day, with the document that named it."""
    programme, user = programme_of(request, slug), person(request)
    what = asked(request)
    day = what.as_of.day
    parties = of_parties(programme, on=day)
    units = FocalUnit.objects.filter(programme=programme)
    units = units.select_related("place__list").prefetch_related("place__names")
    held = list(units.standing(on=day))
    places = Place.objects.in_list(LISTS[what.list]).prefetch_related("names").order_by("code")
    named = {each.place_id for each in held}
    named |= set(Place.objects.filter(made_of__old__in=named).values_list("pk", flat=True))
    context = {
        "programme": programme,
        "as_of": what.as_of,
        "parties": [(each, _names(each.agencies, day)) for each in parties],
        "unnamed": [each for each in parties if each.must_be_named],
        "units": [(each, policies.may_write_for(user, each.place)) for each in held],
        "others": [each for each in units if each not in held],
        "lacking": [place for place in places if place.pk not in named],
        "may_write": user.may(WRITE),
        "may_name": user.may("ledger.enter"),
        "may_draft": letters.can_begin(user),
    }
    return render(request, "coverage/focal_points.html", context)


@requires(WRITE)
def name(request: HttpRequest, slug: str) -> HttpResponse:
    """Record the focal unit of a province."""
    programme, user = programme_of(request, slug), person(request)
    form = FocalUnitForm(request.POST or None, places=_own_places(user))
    if request.method == "POST" and form.is_valid():
        try:
            focal_units.name(programme=programme, by=user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận đầu mối của địa phương."))
            return redirect("ledger:focal-points", slug)
    context = {
        "programme": programme,
        "form": form,
        "title": _("Ghi nhận đầu mối của địa phương"),
        "lead": _("Ghi tên đơn vị và văn bản giao; không ghi họ tên, số điện thoại cá nhân."),
        "back": "focal-points",
    }
    status = 422 if form.errors else 200
    return render(request, "coverage/simple_form.html", context, status=status)


@require_POST
@requires(WRITE)
def withdraw(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a naming back, with the reason."""
    programme = programme_of(request, slug)
    unit = get_object_or_404(FocalUnit, programme=programme, uuid=uuid)
    try:
        reason = reason_of(ReasonForm(request.POST))
        focal_units.withdraw(unit=unit, reason=reason, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã rút lại; ghi nhận cũ vẫn còn trong nhật ký."))
    return redirect("ledger:focal-points", slug)


@require_POST
@requires("papers.draft")
def letter(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the letter that settles who runs the programme."""
    programme = programme_of(request, slug)
    try:
        paper = letters.begin(
            programme=programme, drafted_by=agency_of(request), by=person(request)
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("ledger:focal-points", slug)
    messages.success(request, _("Đã lập dự thảo công văn; đề nghị hoàn thiện trước khi trình ký."))
    return redirect(paper)


def _names(agencies: Iterable[Agency], day: date) -> list[tuple[Agency, str]]:
    return [(each, named_on(each, day)) for each in agencies]


def _own_places(user: User) -> QuerySet[Place]:
    places = Place.objects.filter(list__code__in=LISTS.values()).prefetch_related("names")
    places = places.select_related("list").order_by("-list__first_day", "code")
    if policies.is_central_focal_point(user):
        return places
    return places.filter(Q(pk__in=policies.own_provinces(user)))
