"""A plan out to a spreadsheet and back, with every difference shown before it counts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import policies, sheet, taking_in
from .forms import SeenForm, SheetForm
from .list_views import XLSX
from .models import Plan
from .plan_views import plan_shown


@requires("ledger.read_internal")
def out(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The tasks of a plan as XLSX."""
    plan = plan_shown(request, uuid)
    content = sheet.write(taking_in.lines_of(plan))
    headers = {"Content-Disposition": f'attachment; filename="ke-hoach-{plan.year}.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@requires("work.write")
def back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A changed spreadsheet: shown row by row first, then written, all or nothing."""
    plan = plan_shown(request, uuid)
    seen = SeenForm(request.POST or None)
    if request.method == "POST" and "rows" in request.POST and seen.is_valid():
        return _write(request, plan, seen.cleaned_data["rows"])
    form = SheetForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"plan": plan, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            policies.check_can_write_plan(plan)
            lines = sheet.read(form.cleaned_data["file"])
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            ready = taking_in.preview(plan, lines, by=person(request))
            context["preview"] = ready
            if ready.found and not ready.faults:
                context["sealed"] = taking_in.seal(plan, lines)
    status = 422 if form.errors else 200
    return render(request, "work/sheet_back.html", context, status=status)


def _write(request: HttpRequest, plan: Plan, sealed: str) -> HttpResponse:
    try:
        lines = taking_in.unseal(plan, sealed)
        count = taking_in.write(plan, lines, by=person(request))
    except Refused as refusal:
        form = SheetForm()
        context = {"plan": plan, "form": form, "refused": str(refusal)}
        return render(request, "work/sheet_back.html", context, status=422)
    messages.success(request, _("Đã ghi %(count)s dòng.") % {"count": count})
    return redirect(plan)
