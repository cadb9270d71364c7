"""Files of work: the list, one with its contents, its spreadsheet, opening and changing it."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from nhipcau.agencies.people import agency_of, person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import contents_sheet, policies
from .actions import case_files as actions
from .asking import programme_of
from .contents import contents
from .models import CaseFile
from .people_forms import FilingForm
from .policies import WRITE
from .sheet import XLSX


@requires("ledger.read_internal")
def case_files(request: HttpRequest, slug: str) -> HttpResponse:
    """The files of a programme, the latest year first."""
    programme = programme_of(request, slug)
    rows = CaseFile.objects.visible_to(request.user).filter(programme=programme)
    context = {
        "programme": programme,
        "rows": rows.select_related("agency", "programme").prefetch_related("agency__names"),
        "may_write": person(request).may(WRITE),
    }
    return render(request, "coverage/case_files.html", context)


@requires("ledger.read_internal")
def case_file(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One file with what lies in it."""
    row = _case_file(request, slug, uuid)
    entries = contents(row, user=person(request))
    context = {
        "programme": row.programme,
        "file": row,
        "entries": entries,
        "fields": contents_sheet.fields_of(row, len(entries)),
        "late_since": _to_hand_over(row),
        "may_write": policies.may_write_for_agency(person(request), row.agency),
    }
    return render(request, "coverage/case_file.html", context)


@requires("ledger.read_internal")
def spreadsheet(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The contents as XLSX."""
    row = _case_file(request, slug, uuid)
    content = contents_sheet.write(row, contents(row, user=person(request)))
    name = f"muc-luc-ho-so-{slug}-{row.year}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@requires(WRITE)
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Open the file of a year."""
    programme, user = programme_of(request, slug), person(request)
    today = clock.today()
    title = "Hồ sơ thực hiện %(programme)s năm %(year)s"
    initial = {
        "year": today.year,
        "opened_on": today,
        "creator": user.name[:30],
        "title": title % {"programme": programme, "year": today.year},
    }
    form = FilingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.begin(
                programme=programme, agency=agency_of(request), filing=form.filing(), by=user,
                year=form.cleaned_data["year"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã lập hồ sơ."))
            return redirect(row)
    context = {
        "programme": programme,
        "form": form,
        "title": _("Lập hồ sơ công việc"),
        "lead": _("Văn bản trong hồ sơ được nền tảng liệt kê; tại đây chỉ ghi về hồ sơ."),
        "back": "case-files",
    }
    status = 422 if form.errors else 200
    return render(request, "coverage/simple_form.html", context, status=status)


@requires(WRITE)
def change(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say otherwise what a file is, that it was closed or handed over."""
    row = _case_file(request, slug, uuid)
    form = FilingForm(request.POST or None, initial=FilingForm.showing(row))
    # A file stays with its year.
    form.fields["year"].disabled = True
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(
                case_file=row, filing=form.filing(), by=person(request),
                version=form.cleaned_data["version"] or 0,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi; nội dung cũ còn trong nhật ký."))
            return redirect(row)
    context = {
        "programme": row.programme,
        "form": form,
        "title": _("Sửa hồ sơ công việc"),
        "back": "case-files",
    }
    status = 422 if form.errors else 200
    return render(request, "coverage/simple_form.html", context, status=status)


def _case_file(request: HttpRequest, slug: str, uuid: UUID) -> CaseFile:
    rows = CaseFile.objects.visible_to(request.user).select_related("agency", "programme")
    row: CaseFile = get_object_or_404(
        rows.prefetch_related("agency__names"), programme__slug=slug, uuid=uuid
    )
    return row


def _to_hand_over(row: CaseFile) -> date | None:
    """The last day for handing a closed file over, once it has passed (Decree 30/2020, Điều 30)."""
    if row.closed_on is None or row.handed_over_on is not None:
        return None
    until = date(row.closed_on.year + 1, row.closed_on.month, min(row.closed_on.day, 28))
    return until if until < clock.today() else None
