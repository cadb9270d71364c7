"""The review of a draft as a whole: what is still asked, and the way to publishing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.actions import name_party
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import actions, reading, review_page
from .choosing import agency_called
from .forms import NameFormSet, PartyForm, names_asked
from .models import NameMeaning, Obligation
from .policies import can_publish
from .questions import open_questions
from .review_page import draft


@requires("ledger.enter")
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """What is decided, what is still asked, and the way to publishing."""
    programme = draft(request, slug)
    questions = open_questions(programme)
    context = {
        "page": reading.of(programme, with_proposals=True),
        "rows": [reading.shown(each) for each in Obligation.objects.of(programme)],
        "questions": questions,
        "names": names_asked(questions.names),
        "party_forms": [
            (party, PartyForm(initial={"party": party.pk, "agency": party.name_as_signed}))
            for party in questions.parties
        ],
        "agencies": review_page.agency_names(programme),
        "may_publish": can_publish(programme, questions),
        "first_open": next(iter(questions.obligations), None),
    }
    return render(request, "obligations/review.html", context)


@require_POST
@requires("ledger.enter")
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add an obligation that the reader did not see, in a provision that the person names."""
    programme = draft(request, slug)
    address = request.POST.get("address", "").strip()
    provision = programme.provisions.filter(address=address).first()
    if provision is None:
        sentence = _("Chưa thêm được: văn bản không có điều khoản “%(place)s”.")
        messages.error(request, sentence % {"place": address})
        return redirect("ledger:review", slug)
    added = actions.add(provision=provision, by=person(request))
    return redirect("ledger:review-one", slug, added.uuid)


@require_POST
@requires("ledger.enter")
def say_names(request: HttpRequest, slug: str) -> HttpResponse:
    """Say whom names of the text mean: what is clear is kept, the rest is said so, name by name."""
    programme = draft(request, slug)
    forms = NameFormSet(request.POST, prefix="names")
    kept = 0
    for form in forms:
        if not form.is_valid():
            messages.error(request, _("Nội dung gửi lên không đọc được. Đề nghị thực hiện lại."))
            continue
        try:
            _say(programme, form.cleaned_data, request)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            kept += 1
    if kept:
        messages.success(request, _("Đã ghi nhận %(count)s tên gọi.") % {"count": kept})
    return redirect("ledger:review", slug)


def _say(programme: Programme, said: dict[str, Any], request: HttpRequest) -> None:
    meaning = NameMeaning.Meaning(said["meaning"])
    named = meaning == NameMeaning.Meaning.AGENCY and said["agency"].strip()
    agency = agency_called(said["agency"].strip(), on=_day_of(programme)) if named else None
    actions.say_meaning(
        programme=programme, name=said["name"], meaning=meaning, agency=agency, by=person(request)
    )


@require_POST
@requires("ledger.enter")
def say_party(request: HttpRequest, slug: str) -> HttpResponse:
    """Say which agency signed under a name, and which unit runs the programme for it."""
    programme = draft(request, slug)
    form = PartyForm(request.POST)
    return _answer(request, slug, form, lambda said: _name_party(programme, said, request))


def _name_party(programme: Programme, said: dict[str, Any], request: HttpRequest) -> None:
    party = get_object_or_404(programme.parties, pk=said["party"])
    unit = said["focal_point"].strip()
    name_party(
        party=party,
        agency=agency_called(said["agency"].strip(), on=_day_of(programme)),
        focal_point=agency_called(unit, on=_day_of(programme)) if unit else None,
        by=person(request),
    )


@require_POST
@requires("ledger.enter")
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a reviewed programme into use, for those inside."""
    programme = draft(request, slug)
    if not _moved(request, actions.publish, programme):
        return redirect("ledger:review", slug)
    messages.success(request, _("Chương trình đã được đưa vào sử dụng trong nội bộ."))
    return redirect("ledger:programme", slug)


@require_POST
@requires("ledger.make_public")
def make_public(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a published programme to everybody: an act of its own."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user), slug=slug)
    if _moved(request, actions.make_public, programme):
        messages.success(request, _("Chương trình đã được công khai."))
    return redirect("ledger:programme", slug)


def _moved(request: HttpRequest, act: Callable[..., None], programme: Programme) -> bool:
    try:
        version = int(request.POST.get("version", ""))
        act(programme=programme, version=version, by=person(request))
    except ValueError:
        messages.error(request, _("Nội dung gửi lên không đọc được. Đề nghị thực hiện lại."))
    except (Refused, actions.Stale) as refusal:
        messages.error(request, str(refusal))
    else:
        return True
    return False


def _answer(
    request: HttpRequest, slug: str, form: Any, act: Callable[[dict[str, Any]], None]
) -> HttpResponse:
    if not form.is_valid():
        sentences = (str(text) for each in form.errors.values() for text in each)
        messages.error(request, " ".join(sentences))
    else:
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận."))
    return redirect("ledger:review", slug)


def _day_of(programme: Programme) -> date:
    return programme.signed_on or clock.today()
