"""Typing one change of an amendment: first the place, then the words."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import amending
from .amending import Said
from .amendment_forms import InsertionForm, PlaceForm, VersionForm, WordsForm
from .amendment_views import shown_amendment
from .consolidated import END_OF_TIME, as_of
from .consolidation import Act, Consolidation
from .models import Amendment, Provision


@requires("ledger.enter")
def choose(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Which place is changed, and how."""
    amendment = shown_amendment(request, slug, uuid)
    form = PlaceForm(request.GET or None, text=_text(amendment))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        return redirect("ledger:change-words", slug, uuid, said["act"], said["place"])
    context = {"programme": amendment.programme, "amendment": amendment, "form": form}
    return render(request, "programmes/change_place.html", context)


@requires("ledger.enter")
def words(request: HttpRequest, slug: str, uuid: UUID, act: str, place: str) -> HttpResponse:
    """The words of one change; a repeal asks for none."""
    amendment = shown_amendment(request, slug, uuid)
    if act not in Act.values:
        return redirect("ledger:change-place", slug, uuid)
    text = _text(amendment)
    if text.at(place) is None or (act != Act.INSERT and not _has_a_row(amendment, place)):
        messages.error(request, _("Đề nghị chọn lại điều khoản: %s chưa sửa được.") % place)
        return redirect("ledger:change-place", slug, uuid)
    form = _form(request, amendment, Act(act), place, text)
    if request.method == "POST" and form.is_valid():
        try:
            amending.change(
                amendment=amendment,
                version=form.cleaned_data["version"],
                said=_said(form, amendment, Act(act), place),
                by=person(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(amendment)
    context = {
        "programme": amendment.programme,
        "amendment": amendment,
        "form": form,
        "act": Act(act),
        "found": text.at(place),
        "place": place,
    }
    status = 422 if form.errors else 200
    return render(request, "programmes/change_words.html", context, status=status)


@require_POST
@requires("ledger.enter")
def drop(request: HttpRequest, slug: str, uuid: UUID, order: int) -> HttpResponse:
    """Take one change out of the draft."""
    amendment = shown_amendment(request, slug, uuid)
    form = VersionForm(request.POST)
    if form.is_valid():
        try:
            amending.drop(
                amendment=amendment,
                version=form.cleaned_data["version"],
                order=order,
                by=person(request),
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
    return redirect(amendment)


def _has_a_row(amendment: Amendment, place: str) -> bool:
    """Not so for what this very draft inserts: that is dropped and written anew."""
    return Provision.objects.filter(programme=amendment.programme, address=place).exists()


def _text(amendment: Amendment) -> Consolidation:
    """What will stand when everything agreed so far, and this draft, is in force."""
    return as_of(amendment.programme, END_OF_TIME, with_draft=amendment)


def _form(
    request: HttpRequest, amendment: Amendment, act: Act, place: str, text: Consolidation
) -> Any:
    sent = request.POST if request.method == "POST" else None
    initial: dict[str, Any] = {"version": amendment.version}
    if act is Act.INSERT:
        initial["where"] = "after"
        return InsertionForm(
            sent, initial=initial, programme=amendment.programme, text=text, place=place
        )
    if act is Act.REPEAL:
        return VersionForm(sent, initial=initial)
    found = text.at(place)
    initial["text"] = "\n".join(found.place.paragraphs) if found else ""
    return WordsForm(sent, initial=initial)


def _said(form: Any, amendment: Amendment, act: Act, place: str) -> Said:
    if act is Act.INSERT:
        said: Said = form.cleaned_data["said"]
        return said
    held = Provision.objects.filter(programme=amendment.programme)
    paragraphs = form.paragraphs() if act is Act.REPLACE else ()
    return Said(act, provision=get_object_or_404(held, address=place), paragraphs=paragraphs)
