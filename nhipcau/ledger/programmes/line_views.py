"""Typing one provision: its address is shown before it is saved."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import transcribed, typing_in
from .models import Transcript, TranscriptLine
from .transcribed import NotRead
from .typing_forms import TypedLineForm
from .typing_views import shown


@requires("ledger.enter")
def insert(request: HttpRequest, uuid: UUID, after: int) -> HttpResponse:
    """A new line after the one at `after`; 0 is the beginning."""
    transcript = shown(uuid)
    if after > transcript.lines.count():
        raise Http404
    form = _form(request, transcript)
    if not form.is_bound or not form.is_valid() or "xem" in request.POST:
        return _page(request, transcript, form, after + 1, is_new=True)
    try:
        typing_in.insert_line(
            transcript=transcript,
            version=form.cleaned_data["version"],
            after=after,
            line=form.line(),
            by=person(request),
        )
    except (Refused, NotRead) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, transcript, form, after + 1, is_new=True)
    if "tiep" in request.POST:
        return redirect("ledger:line-new", uuid, after + 1)
    return redirect(f"{transcript.get_absolute_url()}#dong-{after + 1}")


@requires("ledger.enter")
def change(request: HttpRequest, uuid: UUID, order: int) -> HttpResponse:
    """A line written anew."""
    transcript = shown(uuid)
    row = _row(transcript, order)
    form = _form(request, transcript, row)
    if not form.is_bound or not form.is_valid() or "xem" in request.POST:
        return _page(request, transcript, form, order, is_new=False)
    try:
        typing_in.change_line(
            transcript=transcript,
            version=form.cleaned_data["version"],
            order=order,
            line=form.line(),
            by=person(request),
        )
    except (Refused, NotRead) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, transcript, form, order, is_new=False)
    return redirect(f"{transcript.get_absolute_url()}#dong-{order}")


@require_POST
@requires("ledger.enter")
def drop(request: HttpRequest, uuid: UUID, order: int) -> HttpResponse:
    """A line taken out."""
    transcript = shown(uuid)
    _row(transcript, order)
    try:
        version = int(request.POST.get("version", "0") or 0)
        typing_in.drop_line(transcript=transcript, version=version, order=order, by=person(request))
    except (Refused, NotRead, ValueError) as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{transcript.get_absolute_url()}#dong-{max(order - 1, 1)}")


def _form(
    request: HttpRequest, transcript: Transcript, row: TranscriptLine | None = None
) -> TypedLineForm:
    if request.method == "POST":
        return TypedLineForm(request.POST)
    initial: dict[str, object] = {"version": transcript.version}
    if row is not None:
        initial |= {"marker": row.marker, "text": "\n".join(row.paragraphs)}
    return TypedLineForm(initial=initial)


def _row(transcript: Transcript, order: int) -> TranscriptLine:
    found = next((row for row in transcript.lines.all() if row.order == order), None)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, transcript: Transcript, form: TypedLineForm, order: int, *, is_new: bool
) -> HttpResponse:
    """The form, with the address that the line would have, and the line that stands before it."""
    lines = list(transcript.lines.all())
    context = {
        "transcript": transcript,
        "form": form,
        "order": order,
        "is_new": is_new,
        "before": lines[order - 2] if order >= 2 else None,
        "address": _address(transcript, form, order, is_new=is_new),
    }
    status = 422 if form.errors else 200
    return render(request, "programmes/transcript_line.html", context, status=status)


def _address(transcript: Transcript, form: TypedLineForm, order: int, *, is_new: bool) -> str:
    """Where the line would stand; the form says why not, where it cannot be read."""
    if not form.is_bound or not form.is_valid():
        return ""
    lines = typing_in.typed_lines(transcript)
    lines[order - 1 : order if not is_new else order - 1] = [form.line()]
    try:
        return transcribed.addresses(typing_in.head_of(transcript), lines)[order - 1]
    except NotRead as fault:
        if not form.non_field_errors():
            form.add_error(None, str(fault))
        return ""
