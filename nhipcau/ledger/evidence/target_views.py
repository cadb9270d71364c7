"""What a task is to reach, counted: said on a page of the task, shown beside what was measured."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.work import countings
from nhipcau.ledger.work.models import Task
from nhipcau.shell.access import requires

from . import actions, attribution
from .models import TaskTarget
from .target_forms import TargetForm


@requires("work.write")
def task_targets(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Set, move or take away a task's target for one indicator."""
    rows = Task.objects.visible_to(request.user).with_page()
    task: Task = get_object_or_404(rows, uuid=uuid)
    form = TargetForm(request.POST or None, task=task, chosen=request.GET.get("chi-tieu", ""))
    if request.method == "POST" and form.is_valid():
        try:
            _aim(request, task, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi chỉ tiêu của nhiệm vụ."))
            return redirect(f"{task.get_absolute_url()}#chi-tieu")
    context = {
        "task": task,
        "form": form,
        "counted": countings.of(task),
        "may_aim": attribution.may_aim(person(request), task),
        "may_measure": person(request).may("evidence.measure"),
    }
    status = 422 if form.errors else 200
    return render(request, "evidence/task_targets.html", context, status=status)


def _aim(request: HttpRequest, task: Task, form: TargetForm) -> None:
    said, user = form.cleaned_data, person(request)
    indicator = form.indicators[said["indicator"]]
    anew = TaskTarget.objects.filter(task=task, indicator=indicator).exists()
    attribution.check_may_aim(user, task, anew=anew)
    actions.aim(
        task=task, indicator=indicator, target=form.number, reason=said["reason"],
        shown=said["shown"], by=user,
    )  # fmt: skip
