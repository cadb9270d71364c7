"""The way from a programme that was typed in to its review."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.actions import NotEntered
from nhipcau.ledger.programmes.transcribed import NotRead
from nhipcau.ledger.programmes.typing_views import shown
from nhipcau.shell.access import requires

from .actions.transcripts import take_in_typed


@require_POST
@requires("ledger.enter")
def take_in(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Enter what was typed as a draft, and go on to its review."""
    transcript = shown(uuid)
    version = request.POST.get("version", "")
    try:
        programme = take_in_typed(
            transcript=transcript,
            version=int(version) if version.isdecimal() else 0,
            by=person(request),
        )
    except (Refused, NotRead, NotEntered) as refusal:
        messages.error(request, str(refusal))
        return redirect(transcript)
    return redirect("ledger:review", programme.slug)
