"""The first page: the programmes that everybody may read, and the way in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nhipcau.ledger.programmes.models import Programme


def first_page(request: HttpRequest) -> HttpResponse:
    programmes = Programme.objects.visible_to(request.user).prefetch_related("parties")
    return render(request, "project/first_page.html", {"programmes": programmes})
