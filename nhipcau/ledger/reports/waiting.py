"""What of reports waits for a person: to write, to send, to receive, to complete."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.ledger.work.worklist import Item

from . import words
from .models import Report
from .models.report import own_agencies

State = Report.State


def of_reports(user: User, on: date) -> Iterable[Item]:
    """Own reports whose figures have closed, and those that came in and wait for an answer."""
    own = own_agencies(user)
    reports = Report.objects.current().for_list().order_by("due", "pk")
    if user.may("reports.write"):
        mine = reports.filter(agency__in=own, state__in=(State.OPEN, State.RETURNED))
        for report in mine.filter(period__closing_day__lt=on):
            yield _item(report, words.status(report, on=on), on)
    if user.may("reports.send"):
        for report in reports.filter(agency__in=own, state=State.WITH_LEADER):
            yield _item(report, _("chờ gửi báo cáo"), on)
    if user.may("reports.receive"):
        for report in reports.filter(above__agency__in=own, state=State.SENT):
            yield _item(report, _("chờ tiếp nhận"), on)


def _item(report: Report, why: str, on: date) -> Item:
    title = f"{report}: {report.name_of_agency}"
    is_late = report.is_writable and report.due < on
    return Item(
        title, why, report.get_absolute_url(), report.due, tone="late" if is_late else "",
        kind=_("báo cáo chờ xử lý"), uid=f"report-{report.uuid}",
    )  # fmt: skip
