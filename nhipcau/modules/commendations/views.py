"""Pages of emulation: what was launched, who registered, what is submitted and decided."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import agency_of, person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.public import Paper, Programme
from nhipcau.shell.access import requires

from . import actions
from .forms import ChosenForm, LaunchForm, RegisterForm
from .models import Award, Emulation, Nomination, own_agencies


@requires("commendations.read")
def emulation_list(request: HttpRequest) -> HttpResponse:
    """What was launched in the programmes that this person may read."""
    context = {
        "emulations": _emulations(request).select_related("launched_by", "programme"),
        "may_launch": person(request).may("commendations.launch"),
    }
    return render(request, "commendations/list.html", context)


@requires("commendations.read")
def award_list(request: HttpRequest) -> HttpResponse:
    """Kinds of awards with who gives them, their bases and what is to be verified."""
    return render(request, "commendations/awards.html", {"awards": Award.objects.all()})


@requires("commendations.launch")
def launch(request: HttpRequest) -> HttpResponse:
    """Launch an emulation for one's own agency."""
    by = person(request)
    programmes = Programme.objects.visible_to(by).filter(state=Programme.State.PUBLISHED)
    form = LaunchForm(
        request.POST or None, programmes=programmes, initial={"programme": programmes.first()}
    )
    if form.is_valid():
        try:
            made = actions.launch(agency=agency_of(request), by=by, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã soạn kế hoạch phát động thi đua."))
            return redirect(made)
    status = 422 if form.errors else 200
    return render(request, "commendations/launch.html", {"form": form}, status=status)


@requires("commendations.read")
def emulation_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One emulation: criteria, units, and the nominations that this person may see."""
    return _page(request, _shown(request, uuid), RegisterForm())


@require_POST
@requires("commendations.nominate")
def register(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One's own unit takes part."""
    emulation = _shown(request, uuid)
    form = RegisterForm(request.POST)
    if form.is_valid():
        try:
            actions.register(
                emulation=emulation, agency=agency_of(request), by=person(request),
                words=form.cleaned_data["words"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã đăng ký thi đua."))
            return redirect(emulation)
    return _page(request, emulation, form, status=422)


@require_POST
@requires("commendations.decide")
def submit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the submission to who is entitled."""
    return _draft(request, uuid, actions.submit)


@require_POST
@requires("commendations.decide")
def decision(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the decision with its list."""
    return _draft(request, uuid, actions.draft_decision)


def _draft(request: HttpRequest, uuid: UUID, action: Callable[..., Paper]) -> HttpResponse:
    emulation = _shown(request, uuid)
    form = ChosenForm(request.POST, nominations=_considered(request, emulation))
    if not form.is_valid():
        messages.error(
            request, _("Chưa soạn được: chưa chọn hồ sơ nào. Đề nghị chọn hồ sơ đã xét.")
        )
        return redirect(emulation)
    chosen = list(form.cleaned_data["chosen"])
    try:
        paper = action(
            emulation=emulation, agency=chosen[0].decided_at, nominations=chosen,
            by=person(request),
        )  # fmt: skip
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(emulation)
    return redirect(paper)


def _page(
    request: HttpRequest, emulation: Emulation, form: RegisterForm, *, status: int = 200
) -> HttpResponse:
    by = person(request)
    considered = _considered(request, emulation)
    context = {
        "emulation": emulation,
        "criteria": [line.strip() for line in emulation.criteria.splitlines() if line.strip()],
        "registrations": emulation.registrations.select_related("agency"),
        "nominations": Nomination.objects.visible_to(by).filter(emulation=emulation).for_page(),
        "form": form,
        "chosen_form": ChosenForm(nominations=considered) if considered else None,
        "may_nominate": by.may("commendations.nominate"),
        "may_decide": by.may("commendations.decide"),
    }
    return render(request, "commendations/emulation.html", context, status=status)


def _considered(request: HttpRequest, emulation: Emulation) -> "models.QuerySet[Nomination]":
    by = person(request)
    rows = Nomination.objects.visible_to(by).filter(
        emulation=emulation, state=Nomination.State.REVIEWED, decided_at__in=own_agencies(by)
    )
    return rows if by.may("commendations.decide") else rows.none()


def _emulations(request: HttpRequest) -> "models.QuerySet[Emulation]":
    readable = Programme.objects.visible_to(person(request))
    return Emulation.objects.filter(programme__in=readable)


def _shown(request: HttpRequest, uuid: UUID) -> Emulation:
    return get_object_or_404(_emulations(request), uuid=uuid)
