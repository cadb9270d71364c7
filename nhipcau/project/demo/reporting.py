"""How a report of the worked year goes up: drafted from the records, sent, received, gathered."""

from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.reports import consolidating, sending
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Regime, Report
from nhipcau.ledger.reports.opening import open_reports
from nhipcau.ledger.reports.writing import add_line

from .cast import Cast


def open_all(cast: Cast, regime: Regime, period: Period) -> None:
    """Open what is owed, marked as an example: what these reports tell is invented."""
    made = open_reports(regime=regime, period=period, by=cast.who("dau-moi"))
    Report.objects.filter(pk__in=[each.pk for each in made]).update(is_example=True)


def pass_up(cast: Cast, report: Report) -> None:
    """Draft and send it; whoever gathers it receives it and takes it in."""
    draft(report=report)
    send(cast, report)
    if report.above is not None:
        take_in(cast, report)


def send(cast: Cast, report: Report) -> None:
    """Lay it before the unit's leader, who sends it."""
    code = report.agency.code
    sending.submit(report=report, version=fresh(report).version, by=cast.officer_of(code))
    sending.send(report=report, version=fresh(report).version, by=cast.leader_of(code))


def take_in(cast: Cast, report: Report) -> None:
    """Receive and consolidate it."""
    above = fresh(report).above
    if above is None:
        raise LookupError("nobody gathers this report of the example")
    by = cast.officer_of(above.agency.code)
    sending.receive(report=report, version=fresh(report).version, by=by)
    consolidating.consolidate(report=report, version=fresh(report).version, by=by)


def say(cast: Cast, report: Report, words: str, *, place: str = "cooperation") -> None:
    """A paragraph of the unit's own, in the place of the outline or in its last one."""
    sections = report.sections.order_by("order")
    section = sections.filter(key=place).first() or sections.last()
    if section is not None:
        add_line(section=section, words=words, by=cast.officer_of(report.agency.code))


def fresh(report: Report) -> Report:
    """The report as it stands now."""
    return Report.objects.select_related("above__agency").get(pk=report.pk)
