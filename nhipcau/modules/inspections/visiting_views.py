"""The visit itself: the unit's report, the checklist on a phone, results, minutes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import actions, policies
from .actions import Noted
from .forms import AnswersForm, CheckForm, NotedForm, ResultForm, WordsForm
from .models import Check, Result
from .views import act, shown


@requires("inspections.answer")
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The unit answers the outline."""
    inspection = shown(request, uuid)
    form = AnswersForm(request.POST or None, questions=inspection.questions.all())
    if form.is_valid():
        try:
            actions.report(inspection=inspection, answers=form.answers(), by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã gửi báo cáo cho đoàn kiểm tra."))
            return redirect(inspection)
    context = {"inspection": inspection, "form": form}
    return render(request, "inspections/report.html", context, status=422 if form.errors else 200)


@requires("inspections.write")
def checklist(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The checklist as it is carried on a phone: one form, one button, nothing lost."""
    inspection = shown(request, uuid)
    sent = request.POST if request.method == "POST" else None
    lines = [
        (check, NotedForm(sent, prefix=str(check.order), initial=_held(check)))
        for check in inspection.checks.all()
    ]
    status = 200
    if sent is not None and all(
        [form.is_valid() for _check, form in lines]  # noqa: C419  every line says its fault
    ):
        noted = [
            Noted(check, **form.cleaned_data) for check, form in lines if _changed(check, form)
        ]
        try:
            count = actions.note_checks(inspection=inspection, noted=noted, by=person(request))
        except Refused as refusal:
            messages.error(request, str(refusal))
            status = 409
        else:
            messages.success(request, _("Đã ghi %(count)02d nội dung.") % {"count": count})
            return redirect("inspections:checklist", uuid)
    elif sent is not None:
        status = 422
    context = {
        "inspection": inspection,
        "lines": lines,
        "form": CheckForm(),
        "may_note": policies.allows(policies.check_can_note, person(request), inspection),
    }
    return render(request, "inspections/checklist.html", context, status=status)


@require_POST
@requires("inspections.write")
def add_check(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add a line to the checklist."""
    inspection = shown(request, uuid)
    form = CheckForm(request.POST)
    try:
        if form.is_valid():
            actions.list_check(
                inspection=inspection, words=form.cleaned_data["words"], provision=None,
                by=person(request),
            )  # fmt: skip
            messages.success(request, _("Đã thêm nội dung kiểm tra."))
        else:
            messages.error(request, _sentences(form))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("inspections:checklist", uuid)


@requires("inspections.write")
def results(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Write results down: what was achieved first."""
    inspection = shown(request, uuid)
    form = ResultForm(request.POST or None)
    if form.is_valid():
        said = {**form.cleaned_data, "kind": Result.Kind(form.cleaned_data["kind"])}
        try:
            actions.find(inspection=inspection, by=person(request), **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi kết quả kiểm tra."))
            return redirect("inspections:results", uuid)
    context = {
        "inspection": inspection,
        "form": form,
        "may_close": policies.allows(policies.check_can_close_minutes, person(request), inspection),
    }
    return render(request, "inspections/results.html", context, status=422 if form.errors else 200)


@requires("inspections.answer")
def explain(request: HttpRequest, uuid: UUID, result: UUID) -> HttpResponse:
    """The unit's explanation of one result."""
    inspection = shown(request, uuid)
    found = get_object_or_404(Result, inspection=inspection, uuid=result)
    form = WordsForm(request.POST or None, initial={"words": found.explanation})
    if form.is_valid():
        try:
            actions.explain(result=found, words=form.cleaned_data["words"], by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi giải trình của đơn vị."))
            return redirect(inspection)
    context = {"inspection": inspection, "result": found, "form": form}
    return render(request, "inspections/explain.html", context, status=422 if form.errors else 200)


@require_POST
@requires("inspections.write")
def close_minutes(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The minutes were read to both sides."""
    inspection = shown(request, uuid)
    return act(
        request, inspection, None, lambda by: actions.close_minutes(inspection=inspection, by=by),
        done=_("Đã kết thúc biên bản. Bước tiếp theo: kiến nghị và thông báo kết quả."),
    )  # fmt: skip


def _held(check: Check) -> dict[str, object]:
    return {name: getattr(check, name) for name in ("outcome", "note", "version")}


def _changed(check: Check, form: NotedForm) -> bool:
    said = form.cleaned_data
    return any(said[name] != getattr(check, name) for name in ("outcome", "note"))


def _sentences(form: CheckForm) -> str:
    return " ".join(str(fault) for faults in form.errors.values() for fault in faults)
