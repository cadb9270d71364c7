"""Pages of plans: listed, begun, read as a dense table, named."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import agency_of, person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import turns
from nhipcau.ledger.papers.models import Paper
from nhipcau.shell.access import requires

from . import policies, sums
from .actions import plans
from .forms import PlanForm, PlanHeadForm
from .listing import Asked, Listing, rows_of
from .models import Plan, Task
from .task_views import shown

ROWS = "100"


@requires("ledger.read_internal")
def plan_list(request: HttpRequest) -> HttpResponse:
    """Every plan that the person may read, the latest year first."""
    found = Plan.objects.visible_to(request.user).select_related("programme", "paper", "place")
    context = {
        "plans": found.annotate(tasks_count=Count("tasks")).prefetch_related("agency__names"),
        "may_write": person(request).may("work.write"),
    }
    return render(request, "work/plan_list.html", context)


@requires("work.write")
def plan_new(request: HttpRequest) -> HttpResponse:
    """Begin a plan, with a task for each obligation."""
    user = person(request)
    initial = {"year": clock.today().year, "programme": request.GET.get("chuong-trinh")}
    form = PlanForm(request.POST or None, user=user, initial=initial)
    context: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        own = said.pop("own")
        try:
            plan = plans.begin(**said, agency=agency_of(request) if own else None, by=user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            if isinstance(refusal, policies.AlreadyBegun):
                context["held"] = Plan.objects.visible_to(user).filter(pk=refusal.plan.pk).first()
        else:
            return redirect(plan)
    status = 422 if form.errors else 200
    return render(request, "work/plan_new.html", context, status=status)


@requires("ledger.read_internal")
def plan_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One plan: whose turn it is, its tasks as a dense table, its money by source and stage."""
    plan = plan_shown(request, uuid)
    user = person(request)
    asked = Asked.of({**request.GET.dict(), "ke-hoach": str(plan.uuid), "dong": ROWS})
    listing = Listing(user, asked, on=clock.today())
    context = {
        "plan": plan,
        "listing": listing,
        "sums": sums.of_plan(plan),
        "turn": turn_of(plan.paper),
        "may_write": may_write(request, plan),
        "elsewhere": _elsewhere(plan) if not listing.count else 0,
    }
    return render(request, "work/plan.html", context)


@requires("work.write")
def plan_head(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """How a plan is called, and which days it covers."""
    plan = plan_shown(request, uuid)
    initial = {
        "version": plan.version, "title": plan.title, "first_day": plan.first_day,
        "last_day": plan.last_day,
    }  # fmt: skip
    form = PlanHeadForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            plans.retell(
                plan=plan, version=form.cleaned_data["version"],
                title=form.cleaned_data["title"], span=form.span(), by=person(request),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(plan)
    status = 422 if form.errors else 200
    return render(request, "work/plan_head.html", {"plan": plan, "form": form}, status=status)


@require_POST
@requires("work.write")
def plan_fill(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Bring in what the programme asks for and the plan has not yet."""
    plan = plan_shown(request, uuid)
    try:
        added = plans.bring_in_obligations(plan=plan, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _filled(added))
    return redirect(plan)


@requires("ledger.read_internal")
def task_row(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One line of the table of a plan, as it stands."""
    task = shown(request, uuid)
    context: dict[str, Any] = {
        "rows": rows_of([task.pk], person(request), on=clock.today()),
        "may_write": person(request).may("work.write"),
    }
    return render(request, "work/_plan_rows.html", context)


def plan_shown(request: HttpRequest, uuid: UUID) -> Plan:
    """The plan, where this person may read it."""
    found = Plan.objects.visible_to(request.user).select_related(
        "programme", "agency", "place", "paper__drafted_by"
    )
    return get_object_or_404(found, uuid=uuid)


def may_write(request: HttpRequest, plan: Plan) -> bool:
    """Whether the person may say what the plan asks for now."""
    user = person(request)
    if policies.is_settled(plan) or not user.may("work.write"):
        return False
    return plans.may_write(user, plan)


def _filled(added: int) -> str:
    if added:
        return _("Đã thêm %(count)s nhiệm vụ.") % {"count": added}
    return _(
        "Không có nội dung phối hợp nào cần thêm: các nội dung đã xác nhận đều có nhiệm vụ "
        "trong năm, hoặc đã hoàn thành."
    )


def _elsewhere(plan: Plan) -> int:
    """How many tasks other plans of the same year hold."""
    others = Task.objects.filter(plan__year=plan.year, plan__programme=plan.programme)
    return others.exclude(plan=plan).count()


def turn_of(paper: Paper | None) -> str:
    """Whose turn it is with a plan's paper, as one line."""
    return str(turns.waiting_for(paper)) if paper is not None else ""
