"""Pages of one task: read, written, moved from state to state."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.name_field import known_names
from nhipcau.agencies.people import person
from nhipcau.agencies.questions import Lineage
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import is_partial, requires

from . import countings, histories, steps, visibility, words
from .actions import tasks
from .actions.changes import TaskChange, differences
from .forms import MoveForm, TaskForm, initial_of
from .listing import rows_of
from .models import Plan, Task
from .policies import Stale

MOST_CHILDREN = 200


@requires("ledger.read_internal")
def task_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One task: what, who, until when; what happened to it; the steps that are open now."""
    return _page(request, shown(request, uuid))


@requires("work.write")
def task_new(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A new task in a plan."""
    plan = get_object_or_404(Plan.objects.visible_to(request.user), uuid=uuid)
    form = TaskForm(request.POST or None, programme=plan.programme, initial={"version": 0})
    if request.method == "POST" and form.is_valid():
        try:
            made = tasks.add(plan=plan, change=form.change(), by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã thêm nhiệm vụ %(code)s.") % {"code": made.code})
            return redirect(f"{plan.get_absolute_url()}#{made.code}")
    context = {"plan": plan, "form": form, "agencies": known_names()}
    return render(request, "work/task_form.html", context, status=422 if form.errors else 200)


@requires("work.write")
def task_edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Write a task; in its row of the table, or on a page of its own."""
    task = _written_on(request, uuid)
    if request.method == "POST":
        form = TaskForm(request.POST, programme=task.programme, held=task)
    else:
        form = TaskForm(programme=task.programme, initial=initial_of(task))
    context: dict[str, Any] = {"task": task, "plan": task.plan, "form": form}
    if request.method == "POST" and form.is_valid():
        to = form.change()
        try:
            tasks.change(task=task, version=form.cleaned_data["version"], to=to, by=person(request))
        except Stale as stale:
            context |= _both(request, task, to, str(stale))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _written(request, task)
    template = "work/_row_form.html" if is_partial(request) else "work/task_form.html"
    failed = bool(context["form"].errors) and not is_partial(request)
    context["agencies"] = [] if is_partial(request) else known_names()
    return render(request, template, context, status=422 if failed else 200)


@require_POST
@requires("work.write")
def task_do(request: HttpRequest, uuid: UUID, act: str) -> HttpResponse:
    """A step of the unit that leads: begin, propose done, ask for a later day."""
    return _move(request, shown(request, uuid), steps.OWN.get(act))


@require_POST
@requires("work.confirm")
def task_decide(request: HttpRequest, uuid: UUID, act: str) -> HttpResponse:
    """A step of who asked for it: confirm, decide on a later day, pause, take out, reopen."""
    return _move(request, shown(request, uuid), steps.ASKERS.get(act))


def shown(request: HttpRequest, uuid: UUID) -> Task:
    """The task, where this person may read it."""
    tasks_seen = Task.objects.visible_to(request.user).with_page()
    task: Task = get_object_or_404(tasks_seen, uuid=uuid)
    return task


def _written_on(request: HttpRequest, uuid: UUID) -> Task:
    """The task for a form of it, without what only its page shows.

    Of one in a plan it is asked only whether the person may read that plan.
    """
    rows = Task.objects.filter(uuid=uuid).select_related(
        "programme", "plan", "provision", "lead", "asked_by"
    )
    task: Task = get_object_or_404(rows)
    plans = Plan.objects.visible_to(request.user)
    if task.plan_id is None or not plans.filter(pk=task.plan_id).exists():
        task = get_object_or_404(rows.visible_to(request.user))
    return task


def _move(request: HttpRequest, task: Task, step: "steps.Step | None") -> HttpResponse:
    form = MoveForm(request.POST)
    if step is None or not form.is_valid():
        faults = [str(text) for each in form.errors.values() for text in each]
        messages.error(request, " ".join(faults) or _("Chưa thực hiện được: không có bước này."))
        return redirect(task)
    try:
        step.take(task, person(request), form.cleaned_data)
    except Refused as refusal:
        return _page(request, task, refused=str(refusal), refused_step=step.code, form=form)
    messages.success(request, f"{task.code}: {step.done}")
    return redirect(task)


def _page(request: HttpRequest, task: Task, **said: Any) -> HttpResponse:
    user, on = person(request), clock.today()
    sees = bool(visibility.sight_of(user).seen_among({task.lead_id}))
    children = Task.objects.visible_to(user).filter(parent=task).order_by("code", "id")
    context = {
        "task": task,
        "status": words.status(task, on=on, with_lateness=sees),
        "tone": words.tone(task, on=on, with_lateness=sees).value,
        "lead_now": _lead_now(task, on),
        "children": rows_of(children.values_list("pk", flat=True)[:MOST_CHILDREN], user, on=on),
        "history": histories.of(task),
        "steps": steps.open_to(user, task),
        "counted": countings.of(task),
        "money": task.budget_lines.select_related("owner").prefetch_related("owner__names"),
        "may_write": user.may("work.write")
        and tasks.may_write(user, task.plan, task.lead, task.asker, task.programme),
        "obligations": task.obligations.select_related("provision"),
        **said,
    }
    return render(request, "work/task.html", context, status=422 if said else 200)


def _lead_now(task: Task, on: date) -> list[str]:
    """Who answers for an agency that has ended by the day; nobody where it still leads."""
    if task.lead.exists_on(on):
        return []
    return [each.name_on(on) for each in Lineage.current().answering(task.lead, on=on).agencies]


def _both(request: HttpRequest, task: Task, to: TaskChange, sentence: str) -> dict[str, Any]:
    """What was typed stays in the form; beside it stands what is held by now."""
    current = shown(request, task.uuid)
    typed = request.POST.copy()
    typed["version"] = str(current.version)
    form = TaskForm(typed, programme=current.programme)
    form.is_valid()
    form.add_error(None, sentence)
    held = differences(TaskChange.of(current), to)
    labels = {name: form.fields[name].label for name in held if name in form.fields}
    beside = [(labels[name], old) for name, (old, _new) in held.items() if name in labels]
    return {"form": form, "beside": beside, "task": current}


def _written(request: HttpRequest, task: Task) -> HttpResponse:
    if is_partial(request):
        rows = rows_of([task.pk], person(request), on=clock.today())
        return render(request, "work/_plan_rows.html", {"rows": rows, "may_write": True})
    messages.success(request, _("Đã ghi nhiệm vụ %(code)s.") % {"code": task.code})
    if task.plan is not None:
        return redirect(f"{task.plan.get_absolute_url()}#{task.code}")
    return redirect(task)
