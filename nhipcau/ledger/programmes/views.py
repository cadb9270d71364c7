"""Pages of the signed text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .models import Programme


def programme_list(request: HttpRequest) -> HttpResponse:
    """The programmes that this person may read."""
    programmes = Programme.objects.visible_to(request.user).prefetch_related("parties")
    user = request.user
    may_enter = user.is_authenticated and user.may("ledger.enter")
    context = {"programmes": programmes, "may_enter": may_enter}
    return render(request, "programmes/programme_list.html", context)
