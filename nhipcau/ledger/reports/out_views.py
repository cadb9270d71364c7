"""A report out of the platform: DOCX, PDF, XLSX, a brief of one page."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override

from nhipcau.shell.access import requires
from nhipcau.standards import nd30

from . import sheet
from .composing import compose
from .drafting import account_of, draft
from .models import Report
from .tables import standing_sheets
from .views import is_own, shown

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"


@requires("ledger.read_internal")
def docx(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The report for Word, with its paragraphs and numbers marked so that it can come back."""
    report = _ready(request, uuid)
    with override("vi"):
        return _file(report, nd30.to_docx(compose(report)), DOCX, "docx")


@requires("ledger.read_internal")
def pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The report as it prints."""
    report = _ready(request, uuid)
    with override("vi"):
        return _file(report, nd30.to_pdf(compose(report)), PDF, "pdf")


@requires("ledger.read_internal")
def xlsx(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Every table of the report."""
    report = _ready(request, uuid)
    with override("vi"):
        return _file(report, sheet.write(standing_sheets(report, account_of)), XLSX, "xlsx")


@requires("ledger.read_internal")
def brief_pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One page with charts."""
    report = _ready(request, uuid)
    with override("vi"):
        from . import brief  # its charts take a quarter of a server process's memory: when asked

        return _file(report, brief.to_pdf(report), PDF, "tom-tat.pdf")


def _ready(request: HttpRequest, uuid: UUID) -> Report:
    report = shown(request, uuid)
    if report.drafted_at is None and is_own(request, report):
        draft(report=report)
    return report


def _file(report: Report, content: bytes, kind: str, ending: str) -> HttpResponse:
    name = f"bao-cao-{report.period.year}-{report.agency.code}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
