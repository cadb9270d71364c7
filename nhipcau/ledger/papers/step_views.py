"""Every step of a paper as a form that is sent: asked, agreed, sent back, submitted, recorded."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import SigningCapacity, User
from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import actions
from .actions.signing import capacities_for
from .forms import (
    ArrivalForm,
    EditionForm,
    ReasonForm,
    RecordForm,
    SendBackForm,
    SignatoryForm,
    VersionForm,
)
from .models import Paper, PaperRecipient
from .views import show, shown_paper

Act = Callable[[Paper, User, dict[str, Any]], Model | None]


@require_POST
@requires("papers.draft")
def ask(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Send the draft out for opinion."""
    return _act(
        request,
        uuid,
        VersionForm(request.POST),
        lambda paper, by, said: actions.ask_opinion(paper=paper, by=by, **said),
        done=_("Đã gửi lấy ý kiến."),
    )


@require_POST
@requires("papers.agree")
def consent(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Agree to the edition that was read."""
    return _act(
        request,
        uuid,
        EditionForm(request.POST),
        lambda paper, by, said: actions.consent(paper=paper, by=by, **said),
        done=_("Đã ghi nhận thống nhất."),
    )


@require_POST
@requires("papers.agree")
def send_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask for changes, with the reason."""
    return _act(
        request,
        uuid,
        SendBackForm(request.POST),
        lambda paper, by, said: actions.send_back(paper=paper, by=by, **said),
        done=_("Đã gửi đề nghị sửa đổi, bổ sung."),
        name="send_back_form",
    )


@require_POST
@requires("papers.draft")
def submit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Submit for signature."""
    return _act(
        request,
        uuid,
        VersionForm(request.POST),
        lambda paper, by, said: actions.submit(paper=paper, by=by, **said),
        done=_("Đã ghi nhận trình ký. Việc ký, cấp số thực hiện ngoài hệ thống này."),
    )


@require_POST
@requires("papers.draft")
def take_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take back to the draft."""
    return _with_reason(request, uuid, actions.take_back, done=_("Đã rút lại để sửa dự thảo."))


@require_POST
@requires("papers.draft")
def drop(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Stop the work on a paper."""
    return _with_reason(request, uuid, actions.drop, done=_("Đã dừng soạn thảo văn bản này."))


@require_POST
@requires("papers.draft")
def delete(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Delete an own draft that was never sent."""
    paper = shown_paper(request, uuid)
    try:
        actions.delete(paper=paper, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(paper)
    messages.success(request, _("Đã xóa dự thảo."))
    return redirect("ledger:papers")


@require_POST
@requires("papers.record")
def record(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Record number and day of what was issued outside, with the signed file."""
    return _act(
        request,
        uuid,
        RecordForm(request.POST, request.FILES),
        lambda paper, by, said: actions.record(paper=paper, by=by, **said),
        done=_("Đã ghi nhận số, ngày ban hành."),
        name="record_form",
    )


@require_POST
@requires("papers.record")
def arrival(request: HttpRequest, uuid: UUID, recipient: UUID) -> HttpResponse:
    """Record the number of arrival at one receiver."""
    row = get_object_or_404(PaperRecipient, paper=shown_paper(request, uuid), uuid=recipient)
    return _act(
        request,
        uuid,
        ArrivalForm(request.POST),
        lambda paper, by, said: _arrive(row, by, said),
        done=_("Đã ghi nhận số đến."),
    )


@require_POST
@requires("papers.draft")
def signatory(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say who is to sign for a side."""
    paper = shown_paper(request, uuid)
    side = get_object_or_404(paper.sides, pk=_number(request.POST.get("side", "")))
    side.paper = paper
    found = capacities_for(side, on=clock.today())
    chosen = {str(each.uuid): each for each in found}

    def act(paper: Paper, by: User, said: dict[str, Any]) -> Paper:
        capacity: SigningCapacity | None = chosen.get(said["capacity"])
        return actions.choose_signatory(
            side=side, capacity=capacity, version=said["version"], by=by
        )

    form = SignatoryForm(request.POST, capacities=found)
    return _act(request, uuid, form, act, done=_("Đã ghi nhận người ký."))


@require_POST
@requires("papers.draft")
def replace(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the paper that will replace an issued one."""
    return _begin(request, uuid, actions.replace)


@require_POST
@requires("papers.draft")
def correct(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the letter that corrects the form of an issued paper."""
    return _begin(request, uuid, actions.correct)


def _with_reason(
    request: HttpRequest, uuid: UUID, action: Callable[..., Paper], *, done: str
) -> HttpResponse:
    return _act(
        request,
        uuid,
        ReasonForm(request.POST),
        lambda paper, by, said: action(paper=paper, reason=said["reason"], by=by),
        done=done,
        name="reason_form",
    )


def _begin(request: HttpRequest, uuid: UUID, action: Callable[..., Paper]) -> HttpResponse:
    paper = shown_paper(request, uuid)
    try:
        return redirect(action(paper=paper, by=person(request)))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(paper)


def _arrive(row: PaperRecipient, by: User, said: dict[str, Any]) -> PaperRecipient:
    return actions.record_arrival(recipient=row, number=said["number"], day=said["day"], by=by)


def _act(
    request: HttpRequest, uuid: UUID, form: forms.Form, act: Act, *, done: str, name: str = ""
) -> HttpResponse:
    """Do it and go back to the page; a refused form with words comes back as it was sent."""
    paper = shown_paper(request, uuid)
    if form.is_valid():
        try:
            act(paper, person(request), form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return redirect(paper)
    if name:
        return show(request, shown_paper(request, uuid), **{name: form})
    messages.error(request, " ".join(str(each) for row in form.errors.values() for each in row))
    return redirect(paper)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0
