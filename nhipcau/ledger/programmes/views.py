"""Pages of the signed text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .models import Programme


def programme_list(request: HttpRequest) -> HttpResponse:
    """The programmes that this person may read."""
    programmes = Programme.objects.visible_to(request.user).prefetch_related("parties")
    return render(request, "programmes/programme_list.html", {"programmes": programmes})
