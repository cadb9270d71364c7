"""Difficulties and proposals: in a report, in one list until answered, into the next plan."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import agency_of, person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import proposing
from .forms import AnswerForm, ProposalForm
from .models import Proposal
from .views import page, shown


@requires("ledger.read_internal")
def proposal_list(request: HttpRequest) -> HttpResponse:
    """Those one may see: waiting first."""
    user = person(request)
    rows = Proposal.objects.visible_to(user).select_related("agency", "report__period", "directive")
    rows = rows.prefetch_related("agency__names").order_by("answered_on", "asked_on")
    context = {
        "rows": [(row, proposing.may_answer(row, user)) for row in rows[:300]],
        "may_answer": user.may("reports.receive") or user.may("reports.send"),
        "may_plan": user.may("reports.receive"),
    }
    return render(request, "reports/proposal_list.html", context)


@require_POST
@requires("reports.write")
def propose(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add one to a report."""
    report = shown(request, uuid)
    form = ProposalForm(request.POST)
    if form.is_valid():
        said = proposing.Said(**form.cleaned_data)
        try:
            proposing.propose(report=report, said=said, by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi khó khăn, kiến nghị."))
            return redirect(report)
    return page(request, report, proposal_form=form)


@requires("reports.send")
def answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Record the answer."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.user), uuid=uuid)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            said = proposing.Answer(**form.cleaned_data)
            proposing.answer(proposal=proposal, answer=said, by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi trả lời."))
            return redirect("ledger:proposals")
    status = 422 if form.errors else 200
    context = {"proposal": proposal, "form": form}
    return render(request, "reports/answer.html", context, status=status)


@require_POST
@requires("reports.receive")
def plan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Make it the origin of tasks of the next plan."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.user), uuid=uuid)
    try:
        proposing.take_into_plan(proposal=proposal, agency=agency_of(request), by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã đưa kiến nghị vào nguồn nhiệm vụ của kế hoạch."))
    return redirect("ledger:proposals")
