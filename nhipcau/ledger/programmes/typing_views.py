"""Pages on which a programme is typed in: its head, its parties, its lines."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import Agency
from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.language.fold import fold
from nhipcau.shell.access import requires

from . import typing_in
from .models import Transcript
from .typing_forms import TypedHeadForm, TypedPartyForm

MOST_FOUND = 12


@requires("ledger.enter")
def transcript_list(request: HttpRequest) -> HttpResponse:
    """What is being typed in, and the way to begin."""
    transcripts = Transcript.objects.open().prefetch_related("lines", "parties")
    return render(request, "programmes/transcript_list.html", {"transcripts": transcripts})


@requires("ledger.enter")
def begin(request: HttpRequest) -> HttpResponse:
    """Type the head of a programme in."""
    form = TypedHeadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(typing_in.begin(head=form.head(), by=person(request)))
    return _head(request, form)


@requires("ledger.enter")
def rewrite_head(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Type the head anew."""
    transcript = shown(uuid)
    form = TypedHeadForm.showing(transcript) if request.method != "POST" else None
    form = form or TypedHeadForm(request.POST)
    if form.is_bound and form.is_valid():
        try:
            typing_in.rewrite_head(
                transcript=transcript,
                version=form.cleaned_data["version"] or 0,
                head=form.head(),
                by=person(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(transcript)
    return _head(request, form, transcript)


@requires("ledger.enter")
def transcript_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Everything typed so far; each line with its address and with what can be done to it."""
    transcript = shown(uuid)
    asked = request.GET.get("tim", "").strip()
    rows = zip(transcript.lines.all(), typing_in.addresses(transcript), strict=True)
    context = {
        "transcript": transcript,
        "rows": list(rows),
        "last": transcript.lines.count(),
        "asked": asked,
        "found": agencies_called(asked),
        "party_form": TypedPartyForm(initial={"name": asked}),
    }
    return render(request, "programmes/transcript.html", context)


@require_POST
@requires("ledger.enter")
def add_party(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Name a party, as an agency that was found or by its name alone."""
    transcript = shown(uuid)
    form = TypedPartyForm(request.POST)
    if not form.is_valid():
        messages.error(
            request, " ".join(str(text) for each in form.errors.values() for text in each)
        )
        return redirect(transcript)
    agency = Agency.objects.filter(pk=form.cleaned_data["agency"]).first()
    name = form.cleaned_data["name"]
    _do(request, typing_in.add_party, transcript=transcript, name=name, agency=agency)
    return redirect(f"{transcript.get_absolute_url()}#ben-ky-ket")


@require_POST
@requires("ledger.enter")
def drop_party(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a party out again."""
    transcript = shown(uuid)
    name = request.POST.get("name", "")
    _do(request, typing_in.drop_party, transcript=transcript, name=name)
    return redirect(f"{transcript.get_absolute_url()}#ben-ky-ket")


@require_POST
@requires("ledger.enter")
def discard(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Throw a transcript away."""
    transcript = shown(uuid)
    try:
        version = int(request.POST.get("version", ""))
    except ValueError:
        version = 0
    if _do(request, typing_in.discard, transcript=transcript, version=version):
        messages.success(request, _("Đã xóa bản nhập tay."))
        return redirect("ledger:transcripts")
    return redirect(transcript)


def shown(uuid: UUID) -> Transcript:
    """One that is not entered yet."""
    transcripts = Transcript.objects.open().prefetch_related("lines", "parties__agency__names")
    return get_object_or_404(transcripts, uuid=uuid)


def agencies_called(asked: str) -> list[Agency]:
    """Agencies that ever bore a name with these words, marks or no marks."""
    if len(asked) < 2:
        return []
    found = Agency.objects.ever_called(fold(asked)).prefetch_related("names")
    return list(found.order_by("-level", "code")[:MOST_FOUND])


def _head(
    request: HttpRequest, form: TypedHeadForm, transcript: Transcript | None = None
) -> HttpResponse:
    context = {"form": form, "transcript": transcript}
    status = 422 if form.errors else 200
    return render(request, "programmes/transcript_head.html", context, status=status)


def _do(request: HttpRequest, act: Any, **said: Any) -> bool:
    try:
        act(by=person(request), **said)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    return True
