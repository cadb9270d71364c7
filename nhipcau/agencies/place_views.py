"""Pages about places: which of the 34 carry the 63, what a place became, what it is made of."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from . import questions
from .as_of import asked
from .models import CodeList, Level, Place


def place_list(request: HttpRequest) -> HttpResponse:
    """The provinces of today with those that they carry; a code is looked up in its list."""
    code, list_code = request.GET.get("ma", "").strip(), request.GET.get("danh-muc", "")
    fault = ""
    if code and CodeList.objects.filter(code=list_code).exists():
        try:
            return redirect(questions.by_code(code, list_code))
        except questions.ForeignCode as refusal:
            fault = str(refusal)
    context = {
        "carried": questions.carried(),
        "lists": CodeList.objects.order_by("level", "first_day"),
        "code": code,
        "list_code": list_code,
        "fault": fault,
    }
    return render(request, "agencies/place_list.html", context)


def place_page(request: HttpRequest, list_code: str, code: str) -> HttpResponse:
    """One place: its names and days, what became of it, what it is made of, who acts in it."""
    places = Place.objects.in_list(list_code).with_names()
    place = get_object_or_404(places, code=code)
    as_of = asked(request)
    is_province = place.list.level == Level.PROVINCE
    context = {
        "place": place,
        "as_of": as_of,
        "became": questions.became(place),
        "made_of": questions.made_of(place),
        "parts": place.parts.with_names().order_by("code"),
        "bodies": questions.bodies(place, on=as_of.day) if is_province else (),
        "border": getattr(place, "border", None),
    }
    return render(request, "agencies/place.html", context)
