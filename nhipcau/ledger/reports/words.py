"""The words for a report's state, exactly as offices use them."""

from datetime import date

from django.utils.translation import gettext as _

from nhipcau.base import clock
from nhipcau.language.dates import write_figures

from .figures import count
from .models import Report, ReportMove


def status(report: Report, *, on: date | None = None) -> str:
    """«Chưa đến kỳ», «Đã gửi đúng hạn», «Đã gửi, quá hạn 03 ngày, đã đính chính» … on a day."""
    said = _state(report, on)
    # Said by `for_list`, so that a list asks once for all its rows.
    return _("%(state)s, đã đính chính") % {"state": said} if _is_corrected(report) else said


def _is_corrected(report: Report) -> bool:
    return bool(getattr(report, "is_corrected", False))


def corrections(report: Report) -> list[str]:
    """The letters that mended the form of the report, each by number and day."""
    rows = report.moves.filter(kind=ReportMove.Kind.CORRECTED).select_related("words")
    return [each.said.get("document", "") for each in rows.order_by("id")]


def _state(report: Report, on: date | None) -> str:
    today = on or clock.today()
    match report.state:
        case Report.State.OPEN:
            return _open(report, today)
        case Report.State.SENT:
            late = report.days_late()
            sentence = _("Đã gửi, quá hạn %(days)s ngày") if late else _("Đã gửi đúng hạn")
            return sentence % {"days": count(late)} if late else sentence
        case Report.State.REPLACED:
            return _replaced(report)
    return str(report.get_state_display())


def _open(report: Report, today: date) -> str:
    if today > report.due:
        sentence = _("Đang soạn thảo, quá hạn %(days)s ngày")
        return sentence % {"days": count(report.days_late(on=today))}
    if report.touched_at is None and today <= report.period.closing_day:
        return _("Chưa đến kỳ")
    return _("Đang soạn thảo")


def _replaced(report: Report) -> str:
    new = report.replaced_by.order_by("pk").last()
    number = new.paper.number if new is not None and new.paper is not None else ""
    if number:
        return _("Được thay thế bằng báo cáo số %(number)s") % {"number": number}
    return _("Được thay thế")


def timeliness(report: Report, *, on: date | None = None) -> str:
    """Whether it came in time: «Còn trong hạn, đến 16/12/2026», «Đã gửi đúng hạn ngày …»."""
    late = report.days_late(on=on)
    if report.first_sent_on is None:
        if late:
            return _("Quá hạn %(days)s ngày, chưa gửi") % {"days": count(late)}
        return _("Còn trong hạn, đến %(day)s") % {"day": write_figures(report.due)}
    said = {"day": write_figures(report.first_sent_on), "days": count(late)}
    if late:
        return _("Đã gửi ngày %(day)s, quá hạn %(days)s ngày") % said
    return _("Đã gửi đúng hạn ngày %(day)s") % said


def completeness(report: Report) -> str:
    """The column «Đầy đủ»: nothing was asked to be added."""
    if report.first_sent_on is None:
        return ""
    if report.state == Report.State.RETURNED:
        return _("Đề nghị bổ sung, hoàn thiện")
    if report.state in {Report.State.RECEIVED, Report.State.CONSOLIDATED}:
        return _("Đầy đủ")
    return _("Chờ kiểm tra")
