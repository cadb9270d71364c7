"""What of reports waits for a person: to write, to send, to receive, to complete."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.language.dates import write_figures
from nhipcau.ledger.work.worklist import SOON, Item

from . import words
from .models import Report
from .models.report import own_agencies

State = Report.State


def of_reports(user: User, on: date) -> Iterable[Item]:
    """Own reports that are due soon, and those that came in and wait for an answer."""
    own = own_agencies(user)
    reports = Report.objects.current().for_list().order_by("due", "pk")
    if user.may("reports.write"):
        mine = reports.filter(agency__in=own, state__in=(State.OPEN, State.RETURNED))
        soon = Q(period__closing_day__lt=on) | Q(due__lte=on + timedelta(days=SOON))
        for report in mine.filter(soon):
            yield _item(report, _to_write(report, on), on)
    if user.may("reports.send"):
        for report in reports.filter(agency__in=own, state=State.WITH_LEADER):
            yield _item(report, _("chờ gửi báo cáo"), on)
    if user.may("reports.receive"):
        for report in reports.filter(above__agency__in=own, state=State.SENT):
            yield _item(report, _("chờ tiếp nhận"), on)


def _to_write(report: Report, on: date) -> str:
    """How it stands; before the closing day that day is what to know."""
    said = words.status(report, on=on)
    if on > report.period.closing_day:
        return said
    if report.state == State.OPEN and report.touched_at is None:
        said = _("sắp đến kỳ")
    closing = write_figures(report.period.closing_day)
    return _("%(state)s; chốt số liệu ngày %(day)s") % {"state": said, "day": closing}


def _item(report: Report, why: str, on: date) -> Item:
    title = f"{report}: {report.name_of_agency}"
    is_late = report.is_writable and report.due < on
    return Item(
        title, why, report.get_absolute_url(), report.due, tone="late" if is_late else "",
        kind=_("báo cáo chờ xử lý"), uid=f"report-{report.uuid}",
    )  # fmt: skip
