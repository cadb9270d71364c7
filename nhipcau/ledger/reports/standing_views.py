"""Who has reported; and on which basis anybody has to."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.shell.access import requires

from .models import Regime, Report
from .policies import has_basis
from .standing import standing


@requires("ledger.read_internal")
def regime_list(request: HttpRequest) -> HttpResponse:
    """The regimes that run, each with its elements, legal basis and deadlines by level."""
    regimes = Regime.objects.on(clock.today()).select_related("folded_into", "programme", "paper")
    rows = [(each, has_basis(each)) for each in regimes.prefetch_related("deadlines")]
    return render(request, "reports/regime_list.html", {"rows": rows})


@requires("ledger.read_internal")
def standing_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """All units of a report's regime and period: complete and on time as two columns."""
    reports = Report.objects.visible_to(request.user).select_related("regime", "period__programme")
    report = get_object_or_404(reports, uuid=uuid)
    found = standing(report.regime, report.period, user=person(request))
    context = {"report": report, "standing": found}
    return render(request, "reports/standing.html", context)
