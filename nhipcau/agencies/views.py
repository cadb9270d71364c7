"""Pages about agencies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .models import Agency


def agency_list(request: HttpRequest) -> HttpResponse:
    """Every agency that the platform knows, with its days, sources and doubts."""
    agencies = Agency.objects.filter(parent=None).prefetch_related("names", "units__names")
    return render(request, "agencies/agency_list.html", {"agencies": agencies})
