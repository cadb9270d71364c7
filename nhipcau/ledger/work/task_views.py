"""Pages of one task."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from nhipcau.shell.access import requires

from .models import Task


@requires("ledger.read_internal")
def task_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One task with its history."""
    task = get_object_or_404(Task.objects.visible_to(request.user).with_page(), uuid=uuid)
    return render(request, "work/task.html", {"task": task})
