"""The provinces as a table, as a spreadsheet and as dots."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nhipcau.agencies.people import person
from nhipcau.shell.access import requires

from . import sheet
from .asking import asked, programme_of
from .choosing import Chosen
from .dots import dots
from .focal_points import named_on, of_parties
from .models import ProvinceAction
from .policies import WRITE
from .table import table


@requires("ledger.read_internal")
def coverage(request: HttpRequest, slug: str) -> HttpResponse:
    """The provinces of a list on a day: how each carries the programme out, and what is lacking."""
    return render(request, "coverage/coverage.html", _context(request, slug))


@requires("ledger.read_internal")
def country(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as dots on the country."""
    context = _context(request, slug)
    context["drawing"] = dots(context["table"])
    rows = context["chosen"].rows
    held = ((way, [row for row in rows if row.way == way]) for way in ProvinceAction.Way)
    context["grouped"] = [(way, found) for way, found in held if found]
    return render(request, "coverage/country.html", context)


@requires("ledger.read_internal")
def spreadsheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The rows that were chosen, as XLSX."""
    context = _context(request, slug)
    found = context["table"]
    content = sheet.write(found, context["chosen"].rows)
    name = f"dia-phuong-{slug}-{found.list}-{found.on.isoformat()}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=sheet.XLSX, headers=headers)


def _context(request: HttpRequest, slug: str) -> dict[str, Any]:
    programme = programme_of(request, slug)
    what = asked(request)
    found = table(programme, year=what.year, on=what.as_of.day, list=what.list)
    ways = [(way, found.ways[way], found.documents[way]) for way in ProvinceAction.Way]
    return {
        "programme": programme,
        "as_of": what.as_of,
        "table": found,
        "chosen": Chosen(found, request.GET),
        "ways": ways,
        "focal": [
            (line, [named_on(each, found.on) for each in line.agencies])
            for line in of_parties(programme, on=found.on)
        ],
        "may_write": person(request).may(WRITE),
    }
