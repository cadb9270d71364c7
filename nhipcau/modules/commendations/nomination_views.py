"""Pages of one nomination: the unit writes and sends, others attest, consider, return."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import User
from nhipcau.agencies.name_field import known_names
from nhipcau.agencies.people import agency_of, person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.public import Programme
from nhipcau.shell.access import requires

from . import actions, policies
from .forms import AttestForm, NominationForm, ReasonForm, VersionForm, VoteForm
from .models import Emulation, Nomination

READ, NOMINATE, DECIDE = "commendations.read", "commendations.nominate", "commendations.decide"


@requires(NOMINATE)
def nominate(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin a nomination for one's own unit."""
    readable = Programme.objects.visible_to(person(request))
    emulation = get_object_or_404(Emulation.objects.filter(programme__in=readable), uuid=uuid)
    form = NominationForm(request.POST or None)
    if form.is_valid():
        try:
            made = actions.nominate(
                emulation=emulation, unit=agency_of(request), proposed=form.proposed(),
                by=person(request),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã lưu dự thảo đề nghị; chưa gửi."))
            return redirect(made)
    context = {"emulation": emulation, "form": form, "agencies": known_names()}
    status = 422 if form.errors else 200
    return render(request, "commendations/nominate.html", context, status=status)


@requires(NOMINATE)
def change(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change a nomination that was not sent, or was returned."""
    nomination = _shown(request, uuid)
    form = NominationForm(request.POST or None, initial=_held(nomination))
    version = request.POST.get("version", "")
    if form.is_valid():
        try:
            actions.change(
                nomination=nomination, proposed=form.proposed(), by=person(request),
                version=int(version) if version.isdecimal() else 0,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã lưu đề nghị khen thưởng."))
            return redirect(nomination)
    context = {
        "emulation": nomination.emulation, "nomination": nomination, "form": form,
        "agencies": known_names(),
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "commendations/nominate.html", context, status=status)


@requires(READ)
def nomination_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One nomination, with what this person may do next."""
    return _page(request, _shown(request, uuid))


@require_POST
@requires(NOMINATE)
def attach_evidence(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Attach the list of the unit's own evidence."""
    nomination = _shown(request, uuid)
    try:
        count = actions.attach_evidence(nomination=nomination, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã kèm %(count)02d minh chứng của đơn vị.") % {"count": count})
    return redirect(nomination)


@require_POST
@requires(NOMINATE)
def send(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Send it to the agency that considers it."""
    return _act(request, uuid, VersionForm, actions.send, done=_("Đã gửi đề nghị khen thưởng."))


@require_POST
@requires(NOMINATE)
def withdraw(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take it back."""
    return _act(request, uuid, VersionForm, actions.withdraw, done=_("Đã rút đề nghị."))


@require_POST
@requires(DECIDE)
def attest(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The managing agency's opinion."""
    return _act(request, uuid, AttestForm, actions.attest, done=_("Đã ghi ý kiến hiệp y."))


@require_POST
@requires(DECIDE)
def give_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return it, with the reason."""
    done = _("Đã trả lại hồ sơ để đơn vị hoàn thiện.")
    return _act(request, uuid, ReasonForm, actions.give_back, done=done)


@require_POST
@requires(DECIDE)
def vote(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """How the council voted."""
    return _act(request, uuid, VoteForm, actions.vote, done=_("Đã ghi kết quả xét."))


@require_POST
@requires(DECIDE)
def close(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """End it without an award."""
    return _act(request, uuid, ReasonForm, actions.close, done=_("Đã kết thúc hồ sơ."))


def _act(
    request: HttpRequest,
    uuid: UUID,
    shape: type[forms.Form],
    action: Callable[..., object],
    *,
    done: str,
) -> HttpResponse:
    nomination = _shown(request, uuid)
    form = shape(request.POST)
    if not form.is_valid():
        return _page(request, nomination, status=422, faults=form)
    try:
        action(nomination=nomination, by=person(request), **form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, nomination, status=409, faults=form)
    messages.success(request, done)
    return redirect(nomination)


def _page(
    request: HttpRequest, nomination: Nomination, *, status: int = 200, faults: Any = None
) -> HttpResponse:
    by = person(request)
    version = {"version": nomination.version}
    considers = by.may(DECIDE) and policies.allows(policies.check_can_return, by, nomination)
    sent = nomination.state == Nomination.State.SENT
    context = {
        "nomination": nomination,
        "faults": faults,
        "may_write": by.may(NOMINATE) and _may(policies.check_can_write, by, nomination),
        "may_withdraw": by.may(NOMINATE) and _may(policies.check_can_withdraw, by, nomination),
        "attest_form": AttestForm(initial=version)
        if by.may(DECIDE) and _may(policies.check_can_attest, by, nomination)
        else None,
        "vote_form": VoteForm(initial=version) if considers and sent else None,
        "return_form": ReasonForm(initial=version) if considers else None,
    }
    return render(request, "commendations/nomination.html", context, status=status)


def _may(check: object, by: User, nomination: Nomination) -> bool:
    return policies.allows(check, by, nomination)


def _shown(request: HttpRequest, uuid: UUID) -> Nomination:
    rows = Nomination.objects.visible_to(person(request))
    return get_object_or_404(rows.for_page(), uuid=uuid)


def _held(nomination: Nomination) -> dict[str, object]:
    held = {
        name: getattr(nomination, name)
        for name in ("name", "post", "award", "route", "achievement")
    }
    managing = nomination.managing
    return {
        **held,
        "is_collective": "1" if nomination.is_collective else "0",
        "decided_at": nomination.decided_at.full_name,
        "managing": managing.full_name if managing else "",
    }
