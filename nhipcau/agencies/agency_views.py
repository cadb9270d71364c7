"""Pages about agencies over time; the day they speak of is in their address."""

from datetime import date

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from nhipcau.base import clock

from . import questions
from .as_of import asked
from .drawings.family import family
from .drawings.timeline import timeline
from .models import Agency

TO_REORGANISE = "agencies.reorganise"


def agency_list(request: HttpRequest) -> HttpResponse:
    """Agencies as they stand on a day, those that ended before it, and a search by any name."""
    as_of = asked(request)
    words = request.GET.get("tim", "").strip()
    context = {
        "as_of": as_of,
        "words": words,
        "found": questions.search(words, on=as_of.day) if words else None,
        "may_reorganise": may_reorganise(request),
        **_listed(as_of.day),
    }
    return render(request, "agencies/agency_list.html", context)


def agency_page(request: HttpRequest, code: str) -> HttpResponse:
    """One agency: its names, who came before and after it, who answers for what it did."""
    agencies = Agency.objects.select_related("parent", "instance_of")
    agency = get_object_or_404(agencies.prefetch_related("names", "identifiers"), code=code)
    as_of = asked(request)
    lineage = questions.Lineage.current()
    steps = [*lineage.came_from(agency), *lineage.became(agency)]
    relatives = [each for step in steps for each in (step.old, step.new) if each is not None]
    function = request.GET.get("chuc-nang", "").strip()
    context = {
        "agency": agency,
        "as_of": as_of,
        "steps": steps,
        "answer": lineage.answering(agency, function, on=as_of.day),
        "functions": _functions(agency, lineage),
        "timeline": timeline(agency, relatives, on=as_of.day, today=clock.today()),
        "family": family(agency, steps),
        "units": agency.units.existing(on=as_of.day).prefetch_related("names"),
        "places": agency.places.with_names(),
        "may_reorganise": may_reorganise(request),
    }
    return render(request, "agencies/agency.html", context)


def may_reorganise(request: HttpRequest) -> bool:
    """Whether to offer the pages that record a reorganisation."""
    return request.user.is_authenticated and request.user.may(TO_REORGANISE)


def _listed(day: date) -> dict[str, list[Agency] | list[questions.Answer]]:
    """The agencies of the list in its three parts; of those that ended, who answers now."""
    units = Agency.objects.existing(on=day).filter(is_type=False).prefetch_related("names")
    lineage = questions.Lineage.current()
    agencies = Agency.objects.filter(instance_of=None).prefetch_related("names")
    ended = agencies.filter(last_day__lt=day).select_related("parent")
    ended = ended.prefetch_related("parent__names").order_by("-last_day", "parent__code", "code")
    top = agencies.filter(parent=None, is_type=False).existing(on=day)
    return {
        "central": list(top.prefetch_related(Prefetch("units", queryset=units))),
        "kinds": list(agencies.filter(is_type=True).existing(on=day)),
        "ended": [lineage.answering(each, on=day) for each in ended],
    }


def _functions(agency: Agency, lineage: questions.Lineage) -> list[str]:
    """What can be asked about: what it did, and what others took over from it."""
    taken = [each for step in lineage.onward.get(agency.pk, []) for each in step.functions]
    return list(dict.fromkeys([*agency.functions, *taken]))
