"""Pages of the destruction of content, for those entitled."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.base import destroying
from nhipcau.base.audit import Actor
from nhipcau.base.models import Destruction, Redaction
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import actions
from .forms import AddressForm, ConfirmationForm, ProposalForm
from .subjects import Subject, at_address, find


@requires("shell.redact")
def destructions(request: HttpRequest) -> HttpResponse:
    """What was proposed and done, what waits first; and the way to propose by an address."""
    form = AddressForm(request.GET if "dia_chi" in request.GET else None)
    found = at_address(form.cleaned_data["dia_chi"]) if form.is_valid() else []
    page = Paginator(Destruction.objects.newest_first(), 25).get_page(request.GET.get("trang"))
    names = _names(page.object_list)
    lines = [(each, names.get(each.proposed_by, "")) for each in page]
    context = {"page": page, "lines": lines, "form": form, "found": found}
    return render(request, "destruction/list.html", context)


@requires("shell.redact")
def propose(request: HttpRequest, kind: str, uuid: UUID) -> HttpResponse:
    """What would be destroyed, and the form that asks for it."""
    subject = _subject(kind, uuid)
    form = ProposalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            destruction = actions.propose(
                subject=subject,
                ground=Redaction.Ground(form.cleaned_data["ground"]),
                reason=form.cleaned_data["reason"],
                by=_person(request),
            )
        except Refused as refused:
            form.add_error("reason", str(refused))
        else:
            messages.success(request, _("Đã ghi nhận đề nghị. Chưa có gì bị hủy."))
            return redirect(destruction)
    context = {"subject": subject, "extent": _extent(subject), "form": form}
    return render(request, "destruction/propose.html", context)


@requires("shell.redact")
def destruction(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One proposal: for the second person to look at, or as it was carried out."""
    held = get_object_or_404(Destruction, uuid=uuid)
    return _shown(request, held, ConfirmationForm())


@require_POST
@requires("shell.redact")
def confirm(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Destroy, as the second person."""
    held = get_object_or_404(Destruction, uuid=uuid)
    form = ConfirmationForm(request.POST)
    if not form.is_valid():
        return _shown(request, held, form)
    try:
        actions.confirm(destruction=held, by=_person(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Đã hủy nội dung. Đề nghị xử lý các bản sao lưu trước đó."))
    return redirect(held)


@require_POST
@requires("shell.redact")
def drop(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Leave the content as it is."""
    held = get_object_or_404(Destruction, uuid=uuid)
    try:
        actions.drop(destruction=held, by=_person(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Đề nghị hủy không được thực hiện; nội dung giữ nguyên."))
    return redirect(held)


def _shown(request: HttpRequest, held: Destruction, form: ConfirmationForm) -> HttpResponse:
    subject = find(held.kind, held.object)
    names = _names([held])
    context = {
        "destruction": held,
        "subject": subject,
        "extent": _extent(subject) if subject and held.is_open else [],
        "form": form,
        "is_own": held.proposed_by == _person(request).uuid,
        "proposer": names.get(held.proposed_by, ""),
        "decider": names.get(held.decided_by, "") if held.decided_by else "",
    }
    return render(request, "destruction/one.html", context)


def _extent(subject: Subject) -> list[tuple[str, int]]:
    """What goes, in words; what the audit says of it is counted last."""
    said = len(destroying.audit_of(subject.row, subject.copies))
    audit = [(_("Nội dung ghi trong nhật ký (ai, việc gì, lúc nào vẫn còn)"), said)]
    return subject.extent() + (audit if said else [])


def _subject(kind: str, uuid: UUID) -> Subject:
    subject = find(kind, uuid)
    if subject is None:
        raise Http404
    return subject


def _person(request: HttpRequest) -> Actor:
    return cast(Actor, request.user)  # let in by `requires`


def _names(held: "list[Destruction] | object") -> dict[UUID, str]:
    """The names of those who proposed and decided."""
    rows = cast("list[Destruction]", held)
    wanted = {uuid for each in rows for uuid in (each.proposed_by, each.decided_by) if uuid}
    people = get_user_model()._default_manager.filter(uuid__in=wanted)
    return {cast(Actor, person).uuid: str(person) for person in people}
