"""Pages of the amendments of a programme: listed, typed in, recorded, agreed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import User
from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import agreeing, amending
from . import amendment_policies as policies
from .amendment_forms import HeadForm, IssueForm, ReasonForm, VersionForm
from .consolidated import END_OF_TIME, as_of
from .difference import in_paragraphs
from .models import Amendment, Programme
from .sides import sides_of


def amendment_list(request: HttpRequest, slug: str) -> HttpResponse:
    """What amended a programme, and how the programme stands."""
    programme = shown_programme(request, slug)
    amendments = Amendment.objects.of(programme).with_changes()
    if not _may_enter(request):
        amendments = amendments.in_force()
    context = {
        "programme": programme,
        "amendments": amendments,
        "standings": programme.standings.select_related("replaced_by"),
        "may_enter": _may_enter(request) and not programme.is_draft,
    }
    return render(request, "programmes/amendment_list.html", context)


def amendment_page(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One amendment: the document, each change with its difference, what each side said."""
    return _page(request, shown_amendment(request, slug, uuid))


@requires("ledger.enter")
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin to type an amendment in."""
    programme = shown_programme(request, slug)
    form = HeadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            begun = amending.draft(programme=programme, by=person(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(begun)
    context = {"programme": programme, "form": form}
    status = 422 if form.errors else 200
    return render(request, "programmes/amendment_new.html", context, status=status)


@require_POST
@requires("ledger.enter")
def record(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Record number and days of the issued document."""
    amendment = shown_amendment(request, slug, uuid)
    form = IssueForm(request.POST, request.FILES)
    return _act(
        request,
        amendment,
        form,
        lambda by, version: agreeing.record(
            amendment=amendment, version=version, issue=form.issue(), by=by
        ),
        done=_("Đã ghi nhận số, ngày ban hành. Văn bản chờ các bên còn lại xác nhận."),
    )


@require_POST
@requires("ledger.enter")
def agree(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Agree for the other side."""
    amendment = shown_amendment(request, slug, uuid)
    return _act(
        request,
        amendment,
        VersionForm(request.POST),
        lambda by, version: agreeing.agree(amendment=amendment, version=version, by=by),
        done=_("Đã ghi nhận thống nhất."),
    )


@require_POST
@requires("ledger.enter")
def send_back(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Return the recorded edition to typing, with a reason."""
    amendment = shown_amendment(request, slug, uuid)
    form = ReasonForm(request.POST)
    return _act(
        request,
        amendment,
        form,
        lambda by, version: agreeing.send_back(
            amendment=amendment, version=version, reason=form.cleaned_data["reason"], by=by
        ),
        done=_("Đã gửi đề nghị nhập lại."),
    )


def shown_programme(request: HttpRequest, slug: str) -> Programme:
    """The programme, where this person may read it."""
    return get_object_or_404(Programme.objects.visible_to(request.user), slug=slug)


def shown_amendment(request: HttpRequest, slug: str, uuid: UUID) -> Amendment:
    """The amendment; one that does not count yet only for those who enter them."""
    amendments = Amendment.objects.of(shown_programme(request, slug)).with_changes()
    if not _may_enter(request):
        amendments = amendments.in_force()
    return get_object_or_404(amendments.select_related("programme"), uuid=uuid)


def _page(request: HttpRequest, amendment: Amendment, **said: Any) -> HttpResponse:
    """The page, with forms as they were sent where one was refused."""
    version = {"version": amendment.version}
    context = {
        "programme": amendment.programme,
        "amendment": amendment,
        "changes": _changes(amendment),
        "consents": amendment.consents.select_related("party").prefetch_related("words"),
        "issue_form": IssueForm(initial=version),
        "reason_form": ReasonForm(initial=version),
        **_rights(request, amendment),
        **said,
    }
    status = 422 if said else 200
    return render(request, "programmes/amendment.html", context, status=status)


def _rights(request: HttpRequest, amendment: Amendment) -> dict[str, Any]:
    """What the page may offer to this person."""
    if not isinstance(request.user, User) or not _may_enter(request):
        return {}
    sides = sides_of(request.user, amendment.programme, on=clock.today())
    given = agreeing.consents(amendment)
    return {
        "may_write": amendment.is_draft,
        "sides": sides,
        "may_agree": policies.can_agree(amendment, sides=sides, by=request.user.uuid, given=given),
        "may_send_back": policies.can_send_back(amendment, sides=sides),
        "waiting": [each for each in amendment.programme.parties.all() if each.pk not in given],
    }


def _changes(amendment: Amendment) -> list[dict[str, Any]]:
    """Each change with the difference it makes to what stood just before it."""
    day = amendment.effective_on or END_OF_TIME
    text = as_of(amendment.programme, day, with_draft=amendment)
    steps = {
        (step.act.value, each.address): step
        for each in text.places
        for step in each.steps
        if step.amendment.key == str(amendment.uuid)
    }
    found = []
    for change in amendment.changes.all():
        step = steps.get((change.act, change.place))
        before = step.before if step else ()
        lines = in_paragraphs(before, change.all_paragraphs)
        found.append({"change": change, "lines": lines, "is_lost": step is None})
    return found


def _act(
    request: HttpRequest,
    amendment: Amendment,
    form: Any,
    act: Callable[[User, int], object],
    *,
    done: str,
) -> HttpResponse:
    """Do it and go back to the page; refused, the page comes back with what was typed."""
    names: dict[type, str] = {IssueForm: "issue_form", ReasonForm: "reason_form"}
    kept = {name: form for kind, name in names.items() if isinstance(form, kind)}
    if form.is_valid():
        try:
            act(person(request), form.cleaned_data["version"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
            if not kept:
                messages.error(request, str(refusal))
                return redirect(amendment)
            amendment.refresh_from_db()
        else:
            messages.success(request, done)
            return redirect(amendment)
    return _page(request, amendment, **kept) if kept else redirect(amendment)


def _may_enter(request: HttpRequest) -> bool:
    return request.user.is_authenticated and request.user.may("ledger.enter")
