"""Evaluation: at most fifteen effect indicators, at the baseline, mid-term and the end."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import actions, proposed_effects
from .asking import indicator_of, programme_of
from .chart import draw
from .figure_policies import MOST_EFFECTS
from .indicator_forms import EffectForm
from .models import EffectValue

Point = EffectValue.Point


@requires("ledger.read_internal")
def evaluation(request: HttpRequest, slug: str) -> HttpResponse:
    """Effect against a baseline, never output only."""
    programme = programme_of(request, slug)
    indicators = programme.indicators.filter(is_effect=True).prefetch_related("effects")
    shown = []
    for each in indicators:
        held = {value.point: value for value in each.effects.all()}
        points = [(point, held.get(point)) for point in Point]
        shown.append((each, points, draw(list(each.effects.all()))))
    context = {
        "programme": programme,
        "shown": shown,
        "most": MOST_EFFECTS,
        "proposed": proposed_effects.of(programme),
        "may_measure": person(request).may("evidence.measure"),
    }
    return render(request, "evidence/evaluation.html", context)


@requires("evidence.measure")
def effect(request: HttpRequest, uuid: UUID, point: str) -> HttpResponse:
    """What an effect indicator was, or is to be, at one point."""
    indicator = indicator_of(request, uuid)
    if point not in Point.values or not indicator.is_effect:
        raise Http404
    held = indicator.effects.filter(point=point).first()
    year = years_of(indicator.programme)[Point(point)]
    form = EffectForm.showing(indicator, held, year, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.set_effect(
                indicator=indicator, point=Point(point), year=said["year"],
                value=form.number("value"), target=form.number("target"),
                source=said["source"], doubt=said["doubt"], by=person(request),
                version=said["version"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi giá trị hiệu quả."))
            return redirect("ledger:evaluation", indicator.programme.slug)
    context = {
        "programme": indicator.programme,
        "indicator": indicator,
        "form": form,
        "title": f"{Point(point).label.capitalize()}",
        "list": "",
        "suggestions": [],
    }
    status = 422 if form.errors else 200
    return render(request, "evidence/indicator_form.html", context, status=status)


def years_of(programme: Programme) -> dict[Point, int]:
    """The three years of a programme: of 2024–2030 these are 2024, 2027 and 2030."""
    first = programme.first_year or (programme.signed_on.year if programme.signed_on else 2024)
    last = programme.last_year or first + 6
    return {Point.BASELINE: first, Point.MIDTERM: (first + last) // 2, Point.FINAL: last}
