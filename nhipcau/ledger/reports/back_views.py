"""The report back from Word: what came is shown, numbers are decided on, then it is written."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base.gate.text import examine_text
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers.models import Paper
from nhipcau.shell.access import requires

from . import coming_back, papering
from .coming_back import Decision
from .forms import DocxForm
from .models import Incoming, Report
from .views import page, shown


@require_POST
@requires("reports.write")
def take_in(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Read the file that came back and lead to what it would change."""
    report = shown(request, uuid)
    form = DocxForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            incoming = coming_back.take_in(
                report=report, content=file.read(), file_name=file.name or "", by=person(request)
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("ledger:report-back", report.uuid, incoming.uuid)
    return page(request, report, docx_form=form)


@requires("reports.write")
def preview(request: HttpRequest, uuid: UUID, incoming: UUID) -> HttpResponse:
    """What the file changes; sent back with a decision for each number, it is written."""
    report = shown(request, uuid)
    held = get_object_or_404(Incoming, report=report, uuid=incoming, by=person(request).uuid)
    refused = ""
    if request.method == "POST":
        try:
            count = coming_back.accept(
                incoming=held, decisions=_decisions(request), by=person(request)
            )
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, _("Đã nhận %(count)s thay đổi từ tệp.") % {"count": count})
            return redirect(report)
    context = {"report": report, "preview": coming_back.preview(held), "refused": refused}
    return render(request, "reports/back.html", context, status=422 if refused else 200)


@require_POST
@requires("papers.draft")
def begin_paper(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the document that carries the report to agreement and issue."""
    return _to_paper(request, shown(request, uuid), papering.begin_paper)


@require_POST
@requires("papers.draft")
def correct(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the letter that corrects the form of what was issued."""
    return _to_paper(request, shown(request, uuid), papering.begin_correction)


def _to_paper(request: HttpRequest, report: Report, begin: Callable[..., Paper]) -> HttpResponse:
    """Begin a paper and lead to it; refused, say why on the report."""
    try:
        return redirect(begin(report=report, by=person(request)))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(report)


def _decisions(request: HttpRequest) -> dict[str, Decision]:
    """«choice:KEY» and «reason:KEY» of the form; a reason passes the gate like any words."""
    found = {}
    for name, value in request.POST.items():
        kind, _colon, key = name.partition(":")
        if kind == "choice" and isinstance(value, str):
            reason = str(request.POST.get(f"reason:{key}", ""))[:300]
            for concern in examine_text(reason):
                if concern.refuses:
                    raise Refused(str(concern.sentence))
            found[key] = Decision(value, reason)
    return found
