"""The list of tasks over all plans, out of the platform, and by province."""

from io import BytesIO

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render

from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import export, filters, province_lines, rollup
from .listing import Asked, Listing

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires("ledger.read_internal")
def task_list(request: HttpRequest) -> HttpResponse:
    """Tasks of every plan, filtered as the address says."""
    listing = asked_for(request)
    context = {
        "listing": listing,
        "asked": listing.asked,
        "filters": filters.of(listing),
        "may_write": person(request).may("work.write"),
    }
    return render(request, "work/task_list.html", context)


@requires("ledger.read_internal")
def tasks_csv(request: HttpRequest) -> HttpResponseBase:
    """The same tasks as CSV, sent while they are read."""
    listing = asked_for(request)
    lines = export.as_csv(listing.tasks, listing.user, on=listing.on)
    headers = {"Content-Disposition": 'attachment; filename="nhiem-vu.csv"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


@requires("ledger.read_internal")
def tasks_xlsx(request: HttpRequest) -> HttpResponseBase:
    """The same tasks as XLSX."""
    listing = asked_for(request)
    held = BytesIO()
    export.as_xlsx(listing.tasks, listing.user, on=listing.on, into=held)
    headers = {"Content-Disposition": 'attachment; filename="nhiem-vu.xlsx"'}
    return HttpResponse(held.getvalue(), content_type=XLSX, headers=headers)


@requires("ledger.read_internal")
def tasks_by_province(request: HttpRequest) -> HttpResponse:
    """The same tasks counted by province, with their money."""
    listing = asked_for(request)
    rolled = rollup.by_province(listing.parts, listing.user, on=listing.on)
    table = province_lines.of(rolled)
    context = {"listing": listing, "asked": listing.asked, "rolled": rolled, "table": table}
    return render(request, "work/by_province.html", context)


@requires("ledger.read_internal")
def provision_work(request: HttpRequest, slug: str, address: str) -> HttpResponse:
    """What is done for one place of the text: states, money, provinces, and the way to the tasks."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user), slug=slug)
    provision = get_object_or_404(programme.provisions.all(), address=address)
    listing = asked_for(request, {"chuong-trinh": slug, "dieu-khoan": address})
    rolled = rollup.by_province(listing.parts, listing.user, on=listing.on)
    context = {
        "programme": programme,
        "provision": provision,
        "listing": listing,
        "asked": listing.asked,
        "rolled": rolled,
        "table": province_lines.of(rolled),
    }
    return render(request, "work/provision_work.html", context)


def asked_for(request: HttpRequest, given: dict[str, str] | None = None) -> Listing:
    """The list that an address asks for."""
    query = {**request.GET.dict(), **(given or {})}
    return Listing(person(request), Asked.of(query), on=clock.today())
