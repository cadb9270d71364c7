"""Every step of a paper as a form that is sent: asked, agreed, sent back, submitted, recorded."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import SigningCapacity, User
from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import View, requires

from . import actions
from .actions.signing import capacities_for
from .forms import (
    ArrivalForm,
    EditionForm,
    ReasonForm,
    RecordForm,
    SendBackForm,
    SignatoryForm,
    SubmitForm,
    VersionForm,
)
from .models import Paper, PaperRecipient
from .views import show, shown_paper

Act = Callable[[Paper, User, dict[str, Any]], Model | None]


def _step(
    permission: str,
    form: type[forms.Form],
    action: Callable[..., Model],
    *,
    done: "str | Promise",
    shown_as: str = "",
) -> View:
    """One step that is a form: what it says goes to the action by name.

    A refused form is shown again on the page as `shown_as`; without a name, as a message.
    """

    def act(paper: Paper, by: User, said: dict[str, Any]) -> Model:
        return action(paper=paper, by=by, **said)

    def view(request: HttpRequest, uuid: UUID) -> HttpResponse:
        sent = form(request.POST, request.FILES)
        return _act(request, uuid, sent, act, done=done, shown_as=shown_as)

    return require_POST(requires(permission)(view))


ask = _step("papers.draft", VersionForm, actions.ask_opinion, done=_("Đã gửi lấy ý kiến."))
consent = _step("papers.agree", EditionForm, actions.consent, done=_("Đã ghi nhận thống nhất."))
send_back = _step(
    "papers.agree", SendBackForm, actions.send_back,
    done=_("Đã gửi đề nghị sửa đổi, bổ sung."), shown_as="send_back_form",
)  # fmt: skip
submit = _step(
    "papers.draft", SubmitForm, actions.submit,
    done=_("Đã ghi nhận trình ký. Việc ký, cấp số thực hiện ngoài hệ thống này."),
)  # fmt: skip
take_back = _step(
    "papers.draft", ReasonForm, actions.take_back,
    done=_("Đã rút lại để sửa dự thảo."), shown_as="reason_form",
)  # fmt: skip
drop = _step(
    "papers.draft", ReasonForm, actions.drop,
    done=_("Đã dừng soạn thảo văn bản này."), shown_as="reason_form",
)  # fmt: skip
record = _step(
    "papers.record", RecordForm, actions.record,
    done=_("Đã ghi nhận số, ngày ban hành."), shown_as="record_form",
)  # fmt: skip


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
    request: HttpRequest,
    uuid: UUID,
    form: forms.Form,
    act: Act,
    *,
    done: "str | Promise",
    shown_as: str = "",
) -> HttpResponse:
    """Do it and go back to the page; a refused form with words comes back as it was sent."""
    paper = shown_paper(request, uuid)
    if form.is_valid():
        try:
            act(paper, person(request), form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, str(done))
            return redirect(paper)
    if shown_as:
        return show(request, shown_paper(request, uuid), **{shown_as: form})
    messages.error(request, " ".join(str(each) for row in form.errors.values() for each in row))
    return redirect(paper)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0
