"""Pages of money: a line written, and the needs of a year."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import User
from nhipcau.agencies.people import agency_of, person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import called, houses, sums
from .actions import money
from .actions.money import STAGES
from .forms import MoneyForm
from .models import BudgetLine, Plan, Task
from .plan_views import plan_shown
from .task_views import shown

MOST = 500
MOST_PLANS = 12
# Needs of the next year are asked for after the yearly directive on the budget.
MONTHS_OF_NEEDS = (6, 7)


@requires("ledger.read_internal")
def money_of_year(request: HttpRequest) -> HttpResponse:
    """The money of one year near the person: by source and stage, then line by line."""
    today = clock.today()
    year = _year(request) or today.year
    lines = _seen(request).filter(year=year)
    context = {
        "year": year,
        "sums": sums.of(lines),
        "lines": lines.select_related("owner").prefetch_related("owner__names")[:MOST],
        "is_time_of_needs": today.month in MONTHS_OF_NEEDS,
        "next_year": today.year + 1,
        "plans": _plans_about(person(request), year),
        "may_write": person(request).may("work.write"),
    }
    return render(request, "work/money_year.html", context)


@requires("work.write")
def money_of_plan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A new line of a plan."""
    return _new(request, plan=plan_shown(request, uuid), task=None)


@requires("work.write")
def money_of_task(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A new line of a task."""
    return _new(request, plan=None, task=shown(request, uuid))


@requires("work.write")
def money_line(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One line, written anew."""
    line = get_object_or_404(_seen(request), uuid=uuid)
    owner = called.label(line.owner, on=clock.today())
    names = ("version", "year", "source", "source_words", "document")
    initial = {name: getattr(line, name) for name in names} | {"owner": owner}
    initial |= {stage: _shown(line, stage) for stage in STAGES}
    form = MoneyForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            money.write(
                funds=form.funds(), line=line, version=form.cleaned_data["version"],
                by=person(request),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi kinh phí."))
            return _back(line.task, line.plan)
    context = {"form": form, "line": line, "plan": line.plan, "task": line.task}
    status = 422 if form.errors else 200
    return render(request, "work/money_form.html", context, status=status)


@require_POST
@requires("work.write")
def money_drop(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a line away that was written by mistake."""
    line = get_object_or_404(_seen(request), uuid=uuid)
    task, plan = line.task, line.plan
    try:
        money.drop(line=line, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã bỏ dòng kinh phí."))
    return _back(task, plan)


def _new(request: HttpRequest, *, plan: Plan | None, task: Task | None) -> HttpResponse:
    year = plan.year if plan else (task.plan.year if task and task.plan else clock.today().year)
    owner = task.lead if task is not None else agency_of(request)
    initial: dict[str, object] = {"year": _year(request) or year}
    initial["owner"] = called.label(owner, on=clock.today())
    form = MoneyForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            money.write(funds=form.funds(), plan=plan, task=task, by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi kinh phí."))
            return _back(task, plan)
    context = {"form": form, "plan": plan, "task": task}
    status = 422 if form.errors else 200
    return render(request, "work/money_form.html", context, status=status)


def _year(request: HttpRequest) -> int | None:
    """The year that an address asks for."""
    written = request.GET.get("nam", "")
    return int(written) if written.isdecimal() and len(written) == 4 else None


def _plans_about(user: User, year: int) -> "QuerySet[Plan]":
    """Where money of a year is written: plans of that year and, for its needs, of the year before."""
    if not user.may("work.write"):
        return Plan.objects.none()
    plans = Plan.objects.visible_to(user).standing()
    return plans.filter(year__in=(year - 1, year))[:MOST_PLANS]


def _seen(request: HttpRequest) -> "QuerySet[BudgetLine]":
    """Lines of plans that the person may read, and those of the person's own house."""
    user = person(request)
    plans = Plan.objects.visible_to(user).values("pk")
    near = houses.near(user)
    return BudgetLine.objects.filter(
        Q(plan__in=plans) | Q(task__plan__in=plans) | Q(owner__in=near)
    ).select_related("plan", "task", "owner")


def _shown(line: BudgetLine, stage: str) -> str:
    amount = getattr(line, stage)
    return "" if amount is None else sums.dong(amount)


def _back(task: Task | None, plan: Plan | None) -> HttpResponse:
    where = task or plan
    return redirect(where) if where is not None else redirect("ledger:money-year")
