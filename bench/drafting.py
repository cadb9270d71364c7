"""What the measures of a national year ask of the ledger: a draft, two roll-ups, an update."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nhipcau.ledger.evidence.models import Period
    from nhipcau.ledger.reports.models import Report
    from nhipcau.ledger.work.models import Plan, Task


def draft() -> None:
    """The annual report of a side built anew, with the account and the words of all 19,800 tasks.

    No agency of the simulated year leads them all, so the account is read over every one that leads.
    """
    from nhipcau.ledger.reports import drafting
    from nhipcau.ledger.reports.reading import read
    from nhipcau.ledger.reports.scope import Scope

    report, plan = _report(), _plan()
    drafting.draft(report=report)
    leads = frozenset(plan.tasks.values_list("lead", flat=True).order_by().distinct())
    whole = Scope(period=report.period, agencies=leads, place=None, upto=report.period.closing_day)
    assert whole.tasks().count() >= plan.tasks.count()
    account, told = read(whole), drafting.told_of(report)
    words = list(drafting.sentences("results", account, told, report))
    assert words


def by_old() -> None:
    """An indicator of the year by the 63."""
    _table("63")


def by_new() -> None:
    """The same indicator by the 34, no stored value touched."""
    _table("34")


def _table(of_list: str) -> None:
    from nhipcau.ledger.evidence import by_place
    from nhipcau.ledger.evidence.models import Indicator

    indicator = Indicator.objects.get(code="mp-luot-nguoi")
    found = by_place.table(indicator, _period(), list=of_list)
    assert len([row for row in found.rows if row.place]) >= int(of_list)


@cache
def _period() -> "Period":
    from nhipcau.ledger.evidence import periods
    from nhipcau.ledger.evidence.models import Period

    return next(p for p in periods.ensure(_plan().programme, 2025) if p.kind == Period.Kind.YEAR)


@cache
def _plan() -> "Plan":
    from nhipcau.ledger.work.models import Plan

    return Plan.objects.get(is_example=True, year=2025, title__contains="mô phỏng")


@cache
def _report() -> "Report":
    from nhipcau.ledger.evidence.actions import reopen_period
    from nhipcau.ledger.reports.models import Regime, Report
    from nhipcau.ledger.reports.opening import open_reports

    plan, year = _plan(), _period()
    if year.is_closed:  # the example's own year was reported already
        year = reopen_period(period=year, reason="Đo tốc độ dựng dự thảo.", by=None)
    regimes = Regime.objects.on(date(2025, 12, 14)).of(plan.programme)
    regime = regimes.filter(frequency="year").first()
    assert regime is not None, "No yearly regime is loaded."
    open_reports(regime=regime, period=year, by=None)
    held = Report.objects.filter(period=year, state=Report.State.OPEN).order_by("pk")
    report = held.filter(level="party").first() or held.first()
    assert report is not None, "No report of the year is still a draft."
    return report


def update_address(task: "Task") -> str:
    from django.urls import reverse

    return reverse("ledger:task-edit", args=[task.uuid])


def update_words(task: "Task") -> dict[str, str]:
    """The task's form as a browser sends it, with another result to reach."""
    from nhipcau.ledger.work.forms import TaskForm, initial_of

    task.refresh_from_db()
    form = TaskForm(programme=task.programme, initial=initial_of(task))
    said = {name: form[name].value() for name in form.fields}
    said["target"] = f"{task.version} đợt"
    return {name: _as_sent(form, name, value) for name, value in said.items() if value}


def _as_sent(form, name: str, value: object) -> str:  # type: ignore[no-untyped-def]
    shown = form[name].field.widget.format_value(value)
    return "on" if value is True else str(shown)
