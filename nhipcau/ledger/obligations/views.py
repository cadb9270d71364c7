"""The programme as a text, with who answers for each provision."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from nhipcau.ledger.programmes.models import Programme

from . import reading


def programme_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The signed text itself; beside each provision, who has which part in it."""
    visible = Programme.objects.visible_to(request.user).with_text()
    programme = get_object_or_404(visible, slug=slug)
    return render(request, "obligations/programme.html", {"page": reading.of(programme)})
