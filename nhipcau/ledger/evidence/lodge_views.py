"""Evidence is lodged and withdrawn by hand."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import User
from nhipcau.agencies.name_field import LIST
from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Task
from nhipcau.shell.access import requires

from . import actions, attribution, periods, views
from .asking import evidence_of, programme_of, suggested, uuid_in
from .forms import LodgeForm, ReasonForm
from .models import Evidence
from .photos import BadPhoto

# Where no term is set: Law 91/2025/QH15 and its decree as read, 36 months.
KEPT_DAYS = 3 * 365
FIRST = ("kind", "agency", "day", "summary", "task", "obligation")
THEN = ("number", "link", "remark", "file", "photo", "is_open", "kept_until", "late")


@requires("evidence.lodge")
def lodge(request: HttpRequest, slug: str) -> HttpResponse:
    """Lodge one piece of evidence, with its numbers and files."""
    programme = programme_of(request, slug)
    if request.method == "POST":
        form = LodgeForm(request.POST, request.FILES, programme=programme)
        if form.is_valid():
            try:
                evidence = _lodge(programme, form, person(request))
            except (Refused, BadPhoto) as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("Đã ghi nhận minh chứng."))
                return redirect(evidence)
    else:
        form = LodgeForm(programme=programme, initial=_initial(request, programme))
    context = {
        "programme": programme,
        "form": form,
        "first": [form[name] for name in FIRST],
        "then": [form[name] for name in THEN],
        "list": LIST,
        "suggestions": suggested(),
    }
    status = 422 if form.errors else 200
    return render(request, "evidence/lodge.html", context, status=status)


def _lodge(programme: Programme, form: LodgeForm, by: User) -> Evidence:
    said = form.cleaned_data
    attribution.check_may_lodge_for(by, said["agency"])
    counted_on = None
    if said["late"] and periods.closed_on(programme, said["day"]):
        counted_on, _period = periods.next_open(programme, said["day"])
    given = ("kind", "agency", "day", "summary", "task", "obligation", "link", "number", "remark")
    return actions.lodge(
        programme=programme,
        by=by,
        measures=form.measures(),
        files=form.attached(),
        counted_on=counted_on,
        once=said["once"],
        place=said["task"].place if said["task"] else None,
        **{name: said[name] for name in given},
    )


def _initial(request: HttpRequest, programme: Programme) -> dict[str, Any]:
    """What is known beforehand: the own unit, today, the task or obligation of the address."""
    agency = person(request).acting_for
    found: dict[str, Any] = {
        "day": clock.today(),
        "kept_until": clock.today() + timedelta(days=KEPT_DAYS),
        "agency": f"{agency} ({agency.code})" if agency else "",
        "obligation": request.GET.get("noi-dung", ""),
    }
    uuid = uuid_in(request.GET.get("nhiem-vu", ""))
    task = Task.objects.filter(programme=programme, uuid=uuid).first() if uuid else None
    if task is not None:
        found |= {
            "task": task.code,
            "of_task": task.uuid,
            "agency": f"{task.lead} ({task.lead.code})",
        }
    return found


@require_POST
@requires("evidence.lodge")
def withdraw(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take one evidence back, with the reason."""
    evidence = evidence_of(request, uuid)
    user, form = person(request), ReasonForm(request.POST)
    if form.is_valid():
        try:
            if not attribution.may_withdraw(user, evidence):
                raise Refused(
                    _(
                        "Chưa rút lại được: minh chứng này của đơn vị khác. "
                        "Đề nghị liên hệ đơn vị đó hoặc đầu mối."
                    )
                )
            actions.withdraw(evidence=evidence, reason=form.cleaned_data["reason"], by=user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã rút lại; minh chứng không còn được tính."))
            return redirect(evidence)
    return views.page(request, evidence, form=form)
