"""Indicators: the list with a period's figures, one of them by place, and its definition."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from nhipcau.agencies.name_field import LIST
from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import actions, attribution, by_place, proposed_effects, sheet, totals
from .asking import indicator_of, programme_of, suggested, uuid_in
from .indicator_forms import FigureForm, IndicatorForm
from .models import Figure, Indicator, Period

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires("ledger.read_internal")
def indicator_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Every indicator with its plan, what was done, cumulative, estimate and percentages."""
    programme = programme_of(request, slug)
    period = asked_period(request, programme)
    indicators = list(programme.indicators.select_related("provision"))
    context = {
        "programme": programme,
        "period": period,
        "periods": Period.objects.filter(programme=programme).order_by("-closing_day"),
        "lines": totals.lines(indicators, period=period) if period else [],
        "indicators": indicators,
        "may_measure": person(request).may("evidence.measure"),
    }
    return render(request, "evidence/indicator_list.html", context)


@requires("ledger.read_internal")
def indicator(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One indicator: its definition, the period's figures, and by place for 63 and 34."""
    return render(request, "evidence/indicator.html", _shown(request, uuid))


@requires("ledger.read_internal")
def indicator_sheet(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The same table as XLSX."""
    shown = _shown(request, uuid)
    content = sheet.by_place(shown["table"], shown["line"]) if shown["table"] else sheet.empty()
    name = f"chi-tieu-{shown['indicator'].code}-{shown['list']}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _shown(request: HttpRequest, uuid: UUID) -> dict[str, Any]:
    found = indicator_of(request, uuid)
    period = asked_period(request, found.programme)
    chosen = "63" if request.GET.get("danh-muc") == "63" else "34"
    user = person(request)
    figures = Figure.objects.filter(indicator=found, period=period).select_related("agency")
    return {
        "indicator": found,
        "programme": found.programme,
        "period": period,
        "periods": Period.objects.filter(programme=found.programme).order_by("-closing_day"),
        "list": chosen,
        "line": totals.of(found, period=period) if period else None,
        "table": by_place.table(found, period, list=chosen) if period else None,
        "figures": figures.prefetch_related("agency__names")[:200],
        "may_measure": user.may("evidence.measure"),
        "may_lodge": user.may("evidence.lodge"),
    }


@requires("evidence.measure")
def indicator_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Define an indicator."""
    programme = programme_of(request, slug)
    proposed = proposed_effects.initial_of(programme, request.GET.get("de-xuat", ""))
    form = IndicatorForm(request.POST or None, programme=programme, initial=proposed)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_indicator(
                programme=programme, code=form.cleaned_data["code"], said=form.said(),
                by=person(request),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi chỉ tiêu."))
            return redirect(made)
    return _form(request, programme, form, _("Lập chỉ tiêu"))


@requires("evidence.measure")
def indicator_edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say an indicator better."""
    found = indicator_of(request, uuid)
    form = IndicatorForm.showing(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_indicator(
                indicator=found, version=form.cleaned_data["version"] or 0, said=form.said(),
                by=person(request),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi chỉ tiêu."))
            return redirect(found)
    return _form(request, found.programme, form, _("Sửa chỉ tiêu"), found)


@requires("evidence.lodge")
def figure(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give a unit's figure: plan, estimate, or its own number with its reason."""
    found = indicator_of(request, uuid)
    form = FigureForm(request.POST or None, indicator=found, initial=_figure(request, found))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            attribution.check_may_lodge_for(person(request), said["agency"])
            actions.give_figure(
                indicator=found, period=form.periods[said["period"]], agency=said["agency"],
                kind=Figure.Kind(said["kind"]), written=said["written"], reason=said["reason"],
                by=person(request),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi số liệu."))
            return redirect(found)
    return _form(request, found.programme, form, _("Số liệu của đơn vị"), found)


def _figure(request: HttpRequest, found: Indicator) -> dict[str, str]:
    agency = person(request).acting_for
    period = asked_period(request, found.programme)
    return {
        "agency": f"{agency} ({agency.code})" if agency else "",
        "period": str(period.uuid) if period else "",
        "kind": Figure.Kind.ESTIMATE,
    }


def asked_period(request: HttpRequest, programme: Programme) -> Period | None:
    """The period of the address; without one the year that today counts in, else the last one."""
    rows = Period.objects.filter(programme=programme)
    uuid = uuid_in(request.GET.get("ky", ""))
    chosen = rows.filter(uuid=uuid).first() if uuid else None
    today = rows.filter(kind=Period.Kind.YEAR).holding(clock.today()).first()
    return chosen or today or rows.order_by("-closing_day").first()


def _form(
    request: HttpRequest, programme: Programme, form: Any, title: str, of: Indicator | None = None
) -> HttpResponse:
    context = {
        "programme": programme, "form": form, "title": title, "indicator": of,
        "list": LIST, "suggestions": suggested() if isinstance(form, FigureForm) else [],
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "evidence/indicator_form.html", context, status=status)
