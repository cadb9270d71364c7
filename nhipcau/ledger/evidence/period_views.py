"""Periods: made for a year, closed, opened again, and what moved since."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import actions, periods
from .asking import period_of, programme_of
from .forms import ReasonForm
from .models import Period, PeriodRule


@requires("ledger.read_internal")
def period_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The periods of a programme by year, and the rules from which they are made."""
    programme = programme_of(request, slug)
    today = clock.today()
    context = {
        "programme": programme,
        "periods": Period.objects.filter(programme=programme).order_by("-year", "closing_day"),
        "rules": PeriodRule.objects.exclude(kind__in=("month", "quarter"), turn__gt=1),
        "today": today,
        "year": today.year,
        "may_measure": person(request).may("evidence.measure"),
    }
    return render(request, "evidence/period_list.html", context)


@require_POST
@requires("evidence.measure")
def period_make(request: HttpRequest, slug: str) -> HttpResponse:
    """Make the periods of a year from the rules."""
    programme = programme_of(request, slug)
    words = request.POST.get("nam", "")
    year = int(words) if words.isdigit() and 2000 <= int(words) <= 2100 else 0
    made = periods.ensure(programme, year) if year else []
    if made:
        messages.success(request, _("Đã lập các kỳ báo cáo năm %(year)s.") % {"year": year})
    else:
        messages.error(
            request,
            _(
                "Chưa lập được kỳ báo cáo: chưa có quy định về kỳ cho năm này. Đề nghị kiểm tra năm."
            ),
        )
    return redirect("ledger:periods", slug)


@requires("ledger.read_internal")
def period(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One period: its days, its closings, what moved after the first of them."""
    return _page(request, period_of(request, uuid), ReasonForm())


def _page(request: HttpRequest, found: Period, form: ReasonForm) -> HttpResponse:
    today = clock.today()
    context = {
        "period": found,
        "programme": found.programme,
        "moves": found.moves.select_related("words"),
        "moved": periods.moved(found),
        "may_measure": person(request).may("evidence.measure"),
        "is_due": today >= found.closing_day,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "evidence/period.html", context, status=status)


@require_POST
@requires("evidence.measure")
def period_close(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Chốt số liệu."""
    found = period_of(request, uuid)
    try:
        actions.close_period(period=found, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã chốt số liệu kỳ %(label)s.") % {"label": found.label})
    return redirect(found)


@require_POST
@requires("evidence.measure")
def period_reopen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mở lại kỳ báo cáo, with the reason."""
    found, form = period_of(request, uuid), ReasonForm(request.POST)
    if form.is_valid():
        try:
            actions.reopen_period(
                period=found, reason=form.cleaned_data["reason"], by=person(request)
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã mở lại kỳ %(label)s.") % {"label": found.label})
            return redirect(found)
    return _page(request, found, form)
