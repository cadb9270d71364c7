"""Each step of a report: words, numbers, to the leader, sent, received, returned, gathered."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import User
from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import consolidating, sending, writing
from .forms import LineForm, NumberForm, OwnLineForm, ReplaceForm, ReturnForm, StepForm
from .models import Report, ReportLine
from .views import page, shown


@require_POST
@requires("reports.write")
def write_line(request: HttpRequest, uuid: UUID, line: UUID) -> HttpResponse:
    """Save the words of one line, or take the records' sentence again."""
    report, row = _line(request, uuid, line)
    form = LineForm(request.POST)
    if "back" in request.POST:
        return _act(request, report, form, lambda by, version: writing.back_to_records(
            line=row, version=version, by=by), _("Đã khôi phục câu lập từ hồ sơ."))  # fmt: skip
    return _act(request, report, form, lambda by, version: writing.write_line(
        line=row, version=version, words=form.cleaned_data["words"], by=by),
        _("Đã lưu dự thảo."), line_form=form, line_of_form=row)  # fmt: skip


@require_POST
@requires("reports.write")
def add_line(request: HttpRequest, uuid: UUID, section: str) -> HttpResponse:
    """Add a paragraph of one's own to a section."""
    report = shown(request, uuid)
    place = get_object_or_404(report.sections, key=section)
    form = OwnLineForm(request.POST)
    return _act(request, report, form, lambda by, _version: writing.add_line(
        section=place, words=form.cleaned_data["words"], by=by),
        _("Đã lưu dự thảo."), own_line=form, section_of_form=section)  # fmt: skip


@require_POST
@requires("reports.write")
def give_number(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Report another number than the platform's, or use the platform's again."""
    report = shown(request, uuid)
    form = NumberForm(request.POST)
    if "drop" in request.POST:
        writing.drop_number(report=report, key=request.POST.get("key", ""), by=person(request))
        messages.success(request, _("Đã dùng lại số của nền tảng."))
        return redirect(report)
    return _act(request, report, form, lambda by, _version: writing.give_number(
        report=report, key=form.cleaned_data["key"], theirs=form.cleaned_data["theirs"],
        reason=form.cleaned_data["reason"], by=by),
        _("Đã ghi số đơn vị báo cáo."), number_form=form)  # fmt: skip


@require_POST
@requires("reports.write")
def submit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Lay it before one's own leader."""
    report = shown(request, uuid)
    return _act(request, report, StepForm(request.POST), lambda by, version: sending.submit(
        report=report, version=version, by=by), _("Đã trình lãnh đạo."))  # fmt: skip


@require_POST
@requires("reports.send")
def send(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Freeze it and send it."""
    report = shown(request, uuid)
    return _act(request, report, StepForm(request.POST), lambda by, version: sending.send(
        report=report, version=version, by=by), _("Đã gửi báo cáo."))  # fmt: skip


@require_POST
@requires("reports.receive")
def receive(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say that it has come in."""
    report = shown(request, uuid)
    return _act(request, report, StepForm(request.POST), lambda by, version: sending.receive(
        report=report, version=version, by=by), _("Đã tiếp nhận báo cáo."))  # fmt: skip


@require_POST
@requires("reports.receive")
def send_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return it, whole or in some sections."""
    report = shown(request, uuid)
    sections = [(each.key, str(each)) for each in report.sections.all()]
    form = ReturnForm(request.POST, sections=sections)
    return _act(request, report, form, lambda by, version: sending.send_back(
        report=report, version=version, reason=form.cleaned_data["reason"],
        sections=form.cleaned_data["sections"], by=by),
        _("Đã trả lại báo cáo."), return_form=form)  # fmt: skip


@require_POST
@requires("reports.receive")
def consolidate(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take it into the report above."""
    report = shown(request, uuid)
    return _act(request, report, StepForm(request.POST), lambda by, version:
        consolidating.consolidate(report=report, version=version, by=by),
        _("Đã tổng hợp báo cáo."))  # fmt: skip


@require_POST
@requires("reports.send")
def replace(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the report that takes its place."""
    report = shown(request, uuid)
    form = ReplaceForm(request.POST)
    return _act(request, report, form, lambda by, version: sending.replace(
        report=report, version=version, reason=form.cleaned_data["reason"], by=by),
        _("Đã lập báo cáo thay thế."), replace_form=form)  # fmt: skip


def _line(request: HttpRequest, uuid: UUID, line: UUID) -> tuple[Report, ReportLine]:
    report = shown(request, uuid)
    return report, get_object_or_404(ReportLine, section__report=report, uuid=line)


def _act(
    request: HttpRequest,
    report: Report,
    form: forms.Form,
    act: Callable[[User, int], object],
    done: str,
    **kept: Any,
) -> HttpResponse:
    """Do it and go back to the page; refused, the page comes back with what was typed."""
    if form.is_valid():
        try:
            made = act(person(request), form.cleaned_data.get("version", 0))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return redirect(made if isinstance(made, Report) else report)
    if kept:
        report.refresh_from_db()
        return page(request, report, **kept)
    for fault in form.non_field_errors():
        messages.error(request, str(fault))
    return redirect(report)
