"""Pages of the instruments: which there are, what became of each, who rests on and cites it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.shell.access import requires

from . import instruments
from .ended import ended_uses
from .instrument_forms import EventForm, InstrumentForm
from .models import Citation, Instrument, Life, Programme

ROWS = 50


def instrument_list(request: HttpRequest) -> HttpResponse:
    """The instruments that this person may know of, with the state of each today."""
    today = clock.today()
    held = Instrument.objects.visible_to(request.user).with_life()
    rows = [
        (each, each.life_on(today))
        for each in held.used_by(Programme.objects.visible_to(request.user))
    ]
    chosen = request.GET.get("trang-thai", "")
    lives = [(life, sum(found == life for _each, found in rows)) for life in Life]
    shown = [row for row in rows if chosen not in Life.values or row[1] == chosen]
    context = {
        "page": Paginator(shown, ROWS).get_page(request.GET.get("trang")),
        "lives": [(life, count) for life, count in lives if count],
        "chosen": chosen,
        "total": len(rows),
        "may_enter": _may_enter(request),
    }
    return render(request, "programmes/instrument_list.html", context)


def instrument_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One instrument: its life, and what leads to it."""
    instrument = _instrument(request, slug)
    programmes = Programme.objects.visible_to(request.user)
    today = clock.today()
    context = {
        "instrument": instrument,
        "life": instrument.life_on(today),
        "end": instrument.end_by(today),
        "bases": instrument.bases.filter(programme__in=programmes).select_related("programme"),
        "provisions": _citing(instrument, request),
        "does": instrument.does.filter(
            instrument__in=Instrument.objects.visible_to(request.user)
        ).select_related("instrument"),
        "may_enter": _may_enter(request),
    }
    return render(request, "programmes/instrument.html", context)


def ended(request: HttpRequest) -> HttpResponse:
    """Legal bases and citations that lead to what has ended."""
    uses = ended_uses(Programme.objects.visible_to(request.user), on=clock.today())
    return render(request, "programmes/ended.html", {"uses": uses})


@requires("ledger.enter")
def hold(request: HttpRequest) -> HttpResponse:
    """Hold an instrument that no programme has named yet."""
    form = InstrumentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            held = instruments.hold(by=person(request), **form.cleaned_data)
        except instruments.NotHeld as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(held)
    return _form(request, form, _("Thêm văn bản"))


@requires("ledger.enter")
def tell(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what became of an instrument."""
    instrument = _instrument(request, slug)
    form = EventForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            instruments.tell(instrument=instrument, by=person(request), **form.said())
        except instruments.NotHeld as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(instrument)
    return _form(request, form, _("Ghi nhận hiệu lực"), instrument)


def _form(
    request: HttpRequest, form: Any, title: Any, instrument: Instrument | None = None
) -> HttpResponse:
    context = {"form": form, "title": title, "instrument": instrument}
    status = 422 if form.errors else 200
    return render(request, "programmes/instrument_form.html", context, status=status)


def _instrument(request: HttpRequest, slug: str) -> Instrument:
    held = Instrument.objects.visible_to(request.user).with_life()
    return get_object_or_404(held, slug=slug)


def _citing(instrument: Instrument, request: HttpRequest) -> list[Any]:
    """The provisions that cite it, each once, in the order of their texts."""
    programmes = Programme.objects.visible_to(request.user)
    cited = Citation.objects.filter(instrument=instrument, provision__programme__in=programmes)
    found = cited.select_related("provision__programme").order_by(
        "provision__programme_id", "provision__order"
    )
    return list(dict.fromkeys(each.provision for each in found))


def _may_enter(request: HttpRequest) -> bool:
    return request.user.is_authenticated and request.user.may("ledger.enter")
