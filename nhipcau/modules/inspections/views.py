"""Pages of inspections: the year's list, one inspection, its team, its outline, its papers."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import User
from nhipcau.agencies.name_field import known_names
from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.public import Programme
from nhipcau.shell.access import requires

from . import actions, policies
from .forms import MemberForm, OutlineForm, PlanForm
from .models import Inspection, Member
from .papers import KINDS


@requires("inspections.read")
def inspection_list(request: HttpRequest) -> HttpResponse:
    """The inspections of a year that this person may see."""
    year = _year(request)
    rows = Inspection.objects.visible_to(person(request)).of_year(year).for_page()
    context = {
        "year": year,
        "inspections": rows,
        "may_write": person(request).may("inspections.write"),
    }
    return render(request, "inspections/list.html", context)


@requires("inspections.write")
def new(request: HttpRequest) -> HttpResponse:
    """Put an inspection into the year's plan."""
    by = person(request)
    programmes = Programme.objects.visible_to(by).filter(state=Programme.State.PUBLISHED)
    own = by.acting_for
    initial = {
        "year": _year(request),
        "programme": programmes.first(),
        "leads": own.full_name if own else "",
    }
    form = PlanForm(request.POST or None, programmes=programmes, initial=initial)
    if form.is_valid():
        try:
            made = actions.plan(
                programme=form.cleaned_data["programme"], planned=form.planned(), by=by
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã đưa vào kế hoạch kiểm tra."))
            return redirect(made)
    context = {"form": form, "agencies": known_names()}
    return render(request, "inspections/new.html", context, status=422 if form.errors else 200)


@requires("inspections.read")
def inspection_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One inspection: how far it is, whose turn, its team, papers, results, recommendations."""
    return page(request, shown(request, uuid))


@require_POST
@requires("inspections.write")
def add_member(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Name a member of the team."""
    inspection = shown(request, uuid)
    form = MemberForm(request.POST)
    return act(
        request, inspection, form,
        lambda by: actions.name_member(
            inspection=inspection, by=by,
            **{**form.cleaned_data, "role": Member.Role(form.cleaned_data["role"])},
        ),
        done=_("Đã thêm thành viên đoàn."), named="member_form",
    )  # fmt: skip


@require_POST
@requires("inspections.write")
def drop_member(request: HttpRequest, uuid: UUID, pk: int) -> HttpResponse:
    """Take a member off the team."""
    inspection = shown(request, uuid)
    member = get_object_or_404(Member, inspection=inspection, pk=pk)
    return act(
        request, inspection, None, lambda by: actions.drop_member(member=member, by=by),
        done=_("Đã bỏ thành viên khỏi đoàn."),
    )  # fmt: skip


@require_POST
@requires("inspections.write")
def outline(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Write what the unit is asked to report on."""
    inspection = shown(request, uuid)
    form = OutlineForm(request.POST)
    return act(
        request, inspection, form,
        lambda by: actions.ask(
            inspection=inspection, questions=form.cleaned_data["questions"], by=by
        ),
        done=_("Đã lưu đề cương."), named="outline_form",
    )  # fmt: skip


@require_POST
@requires("inspections.write")
def announce(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Let the unit see the inspection and its outline."""
    inspection = shown(request, uuid)
    return act(
        request, inspection, None, lambda by: actions.announce(inspection=inspection, by=by),
        done=_("Đơn vị đã thấy thông báo và đề cương."),
    )  # fmt: skip


@require_POST
@requires("inspections.write")
def begin_paper(request: HttpRequest, uuid: UUID, kind: str) -> HttpResponse:
    """Begin one of the papers, or open the one begun."""
    inspection = shown(request, uuid)
    if kind not in dict(KINDS):
        raise Http404
    try:
        paper = actions.begin_paper(inspection=inspection, kind=kind, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(inspection)
    return redirect(paper)


def shown(request: HttpRequest, uuid: UUID) -> Inspection:
    """The inspection, for those who may see it; for others there is none."""
    rows = Inspection.objects.filter(
        pk__in=Inspection.objects.visible_to(person(request)).values("pk")
    )
    return get_object_or_404(rows.for_page(), uuid=uuid)


def act(
    request: HttpRequest,
    inspection: Inspection,
    form: Any,
    action: Callable[[User], object],
    *,
    done: str,
    named: str = "",
) -> HttpResponse:
    """Do it and come back; a fault keeps what was typed, on the same page."""
    if form is not None and not form.is_valid():
        return page(request, inspection, status=422, **({named: form} if named else {}))
    try:
        action(person(request))
    except Refused as refusal:
        if form is None or not named:
            messages.error(request, str(refusal))
            return redirect(inspection)
        form.add_error(None, str(refusal))
        return page(request, inspection, status=409, **{named: form})
    messages.success(request, done)
    return redirect(inspection)


def page(
    request: HttpRequest, inspection: Inspection, *, status: int = 200, **forms: Any
) -> HttpResponse:
    """The page of one inspection, with forms as they were typed."""
    by = person(request)
    context = {
        "inspection": inspection,
        "papers": [(kind, label, inspection.paper_of(kind)) for kind, label in KINDS],
        "is_inspecting": policies.is_inspecting(by, inspection) and by.may("inspections.write"),
        "is_unit": policies.is_of_unit(by, inspection) and by.may("inspections.answer"),
        "may_write": by.may("inspections.write")
        and policies.allows(policies.check_can_write, by, inspection),
        "may_announce": policies.allows(policies.check_can_announce, by, inspection),
        "member_form": MemberForm(),
        "outline_form": OutlineForm(
            initial={"questions": "\n".join(q.words for q in inspection.questions.all())}
        ),
        "agencies": known_names(),
        "today": clock.today(),
        **forms,
    }
    return render(request, "inspections/inspection.html", context, status=status)


def _year(request: HttpRequest) -> int:
    asked = request.GET.get("nam", "")
    return int(asked) if asked.isdecimal() and len(asked) == 4 else clock.today().year
