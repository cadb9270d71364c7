"""Pages of directives: what was received, and the tasks that it started."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from nhipcau.agencies.people import agency_of, person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import houses
from .actions import directives
from .forms import DirectiveForm, TaskForm
from .listing import rows_of
from .models import Directive, Task

ROWS = 50
MOST = 200


@requires("ledger.read_internal")
def directive_list(request: HttpRequest) -> HttpResponse:
    """What was received, the latest first, each with how many tasks it started."""
    user = person(request)
    keys = Directive.objects.visible_to(user).order_by().values("pk")
    found = Directive.objects.filter(pk__in=keys).annotate(tasks_count=Count("tasks"))
    found = found.order_by("-issued_on", "-id")
    if request.GET.get("loai") in Directive.Kind.values:
        found = found.filter(kind=request.GET["loai"])
    context = {
        "directives": Paginator(found, ROWS).get_page(request.GET.get("trang")),
        "kinds": Directive.Kind.choices,
        "may_write": user.may("work.write"),
    }
    return render(request, "work/directive_list.html", context)


@requires("ledger.read_internal")
def directive_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One directive and its tasks."""
    directive = directive_shown(request, uuid)
    user = person(request)
    tasks = Task.objects.visible_to(user).filter(directive=directive)
    keys = tasks.order_by("code", "id").values_list("pk", flat=True)[:MOST]
    context = {
        "directive": directive,
        "rows": rows_of(keys, user, on=clock.today()),
        "may_write": user.may("work.write") and houses.speaks_for(user, directive.agency),
    }
    return render(request, "work/directive.html", context)


@requires("work.write")
def directive_new(request: HttpRequest) -> HttpResponse:
    """Record what was received."""
    user = person(request)
    form = DirectiveForm(request.POST or None, user=user, initial={"issued_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            made = directives.record(
                programme=form.cleaned_data["programme"], said=form.said(),
                agency=agency_of(request), by=user,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận. Đề nghị giao nhiệm vụ từ văn bản này."))
            return redirect(made)
    status = 422 if form.errors else 200
    return render(request, "work/directive_form.html", {"form": form}, status=status)


@requires("work.write")
def directive_edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say anew what was recorded."""
    directive = directive_shown(request, uuid)
    user = person(request)
    names = ("version", "kind", "issuer", "number", "issued_on", "arrival_number", "arrived_on",
             "summary", "due", "programme")  # fmt: skip
    initial = {name: getattr(directive, name) for name in names}
    initial["provision"] = directive.provision.address if directive.provision else ""
    form = DirectiveForm(request.POST or None, user=user, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            directives.retell(
                directive=directive, version=form.cleaned_data["version"] or 0,
                said=form.said(held=directive), by=user,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(directive)
    context = {"form": form, "directive": directive}
    status = 422 if form.errors else 200
    return render(request, "work/directive_form.html", context, status=status)


@requires("work.write")
def directive_task(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask a task of somebody because of a directive."""
    directive = directive_shown(request, uuid)
    initial = {
        "title": directive.summary, "due": directive.due,
        "provision": directive.provision.address if directive.provision else "",
    }  # fmt: skip
    form = TaskForm(request.POST or None, programme=directive.programme, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = directives.task_of(directive=directive, change=form.change(), by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã giao nhiệm vụ %(code)s.") % {"code": made.code})
            return redirect(directive)
    context = {"form": form, "directive": directive}
    status = 422 if form.errors else 200
    return render(request, "work/task_form.html", context, status=status)


def directive_shown(request: HttpRequest, uuid: UUID) -> Directive:
    """The directive, where this person may read it."""
    found = Directive.objects.visible_to(request.user).select_related(
        "programme", "provision", "agency", "paper"
    )
    return get_object_or_404(found, uuid=uuid)
