"""After the visit: recommendations, what was done about them, who confirmed it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import User
from nhipcau.agencies.name_field import known_names
from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import actions, policies
from .forms import RecommendationForm, WordsForm
from .models import Inspection, Recommendation
from .views import shown


@requires("inspections.write")
def recommend(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Recommend something to a unit."""
    inspection = shown(request, uuid)
    form = RecommendationForm(
        request.POST or None,
        people=_people(inspection),
        initial={"to": inspection.unit.full_name},
    )
    if form.is_valid():
        try:
            actions.recommend(inspection=inspection, by=person(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi kiến nghị."))
            return redirect(inspection)
    context = {"inspection": inspection, "form": form, "agencies": known_names()}
    status = 422 if form.errors else 200
    return render(request, "inspections/recommend.html", context, status=status)


@requires("inspections.read")
def recommendation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One recommendation, and what each person may do next."""
    return _page(request, _shown(request, uuid), WordsForm())


@require_POST
@requires("inspections.answer")
def mend(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The unit says what it did."""
    return _act(
        request, uuid,
        lambda found, words, version, by: actions.mend(
            recommendation=found, remedy=words, version=version, by=by
        ),
        done=_("Đã gửi kết quả khắc phục, chờ người theo dõi xác nhận."),
    )  # fmt: skip


@require_POST
@requires("inspections.read")
def confirm(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The named person confirms."""
    found = _shown(request, uuid)
    asked = request.POST.get("version", "")
    version = int(asked) if asked.isdecimal() else 0
    try:
        actions.confirm(recommendation=found, version=version, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã xác nhận kết quả khắc phục."))
    return redirect("inspections:recommendation", uuid)


@require_POST
@requires("inspections.read")
def return_remedy(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The named person asks for more, with a reason."""
    return _act(
        request, uuid,
        lambda found, words, version, by: actions.return_remedy(
            recommendation=found, reason=words, version=version, by=by
        ),
        done=_("Đã đề nghị đơn vị khắc phục tiếp."),
    )  # fmt: skip


def _act(
    request: HttpRequest,
    uuid: UUID,
    action: Callable[[Recommendation, str, int, User], object],
    *,
    done: str,
) -> HttpResponse:
    found = _shown(request, uuid)
    form = WordsForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    said = form.cleaned_data
    try:
        action(found, said["words"], said["version"] or 0, person(request))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, found, form, status=409)
    messages.success(request, done)
    return redirect("inspections:recommendation", uuid)


def _page(
    request: HttpRequest, found: Recommendation, form: Any, *, status: int = 200
) -> HttpResponse:
    by = person(request)
    context = {
        "recommendation": found,
        "inspection": found.inspection,
        "form": form,
        "may_mend": by.may("inspections.answer")
        and policies.allows(policies.check_can_mend, by, found),
        "may_confirm": policies.allows(policies.check_can_confirm, by, found),
        "is_overdue": found.is_overdue(on=clock.today()),
    }
    return render(request, "inspections/recommendation.html", context, status=status)


def _shown(request: HttpRequest, uuid: UUID) -> Recommendation:
    """For whoever sees the inspection, and for the unit that it is addressed to."""
    by = person(request)
    rows = Recommendation.objects.select_related("inspection__unit", "to", "follower")
    seen = Inspection.objects.visible_to(by).values("pk")
    own = [agency.pk for agency in by.agencies()]
    return get_object_or_404(rows.filter(inspection__in=seen) | rows.filter(to__in=own), uuid=uuid)


def _people(inspection: Inspection) -> QuerySet[User]:
    """Those who act for an agency of the team."""
    agencies = {inspection.leads_id} | {each.agency_id for each in inspection.members.all()}
    today = clock.today()
    return User.objects.filter(
        memberships__agency__in=agencies, memberships__first_day__lte=today, is_active=True
    ).distinct()
