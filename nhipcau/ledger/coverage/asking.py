"""What the address of a page of this room asks for: programme, province, day, year, list."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from nhipcau.agencies.as_of import AsOf
from nhipcau.agencies.as_of import asked as asked_day
from nhipcau.agencies.models import Place
from nhipcau.ledger.programmes.models import Programme

from .choosing import LIST, YEAR
from .forms import FIRST_YEAR, LAST_YEAR
from .table import LISTS, list_on


@dataclass(frozen=True, slots=True)
class Asked:
    """The day, the year and the list of a page, each with what holds where nothing is asked."""

    as_of: AsOf
    year: int
    list: str


def asked(request: HttpRequest) -> Asked:
    """What a page of the table is about; what is not understood falls back to the day's own."""
    as_of = asked_day(request)
    year = request.GET.get(YEAR, "")
    known = year.isascii() and year.isdigit() and FIRST_YEAR <= int(year[:4]) <= LAST_YEAR
    which = request.GET.get(LIST, "")
    return Asked(
        as_of,
        int(year[:4]) if known else as_of.day.year,
        which if which in LISTS else list_on(as_of.day),
    )


def programme_of(request: HttpRequest, slug: str) -> Programme:
    """The programme of an address, for whoever may see it. Raises Http404."""
    programme: Programme = get_object_or_404(Programme.objects.visible_to(request.user), slug=slug)
    return programme


def province_of(list_code: str, code: str) -> Place:
    """The province of an address. Raises Http404 for a place of another level."""
    if list_code not in LISTS.values():
        raise Http404
    place: Place = get_object_or_404(Place.objects.in_list(list_code).with_names(), code=code)
    return place
