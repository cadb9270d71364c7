"""Pages of plans."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from nhipcau.shell.access import requires

from .models import Plan


@requires("ledger.read_internal")
def plan_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One plan with its tasks."""
    plan = get_object_or_404(Plan.objects.visible_to(request.user), uuid=uuid)
    return render(request, "work/plan.html", {"plan": plan})
