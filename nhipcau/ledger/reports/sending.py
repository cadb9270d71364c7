"""Sends, receives, returns, replaces: what was sent is frozen, all or nothing."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import override

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock, destroying
from nhipcau.base.append_only import write

from . import parties, policies, tables
from .account import Account, to_json
from .drafting import account_of
from .models import Report, ReportMove, Snapshot, SnapshotText
from .moving import latest, move
from .records import records_of
from .scope import Scope, scope_of


@transaction.atomic
def submit(*, report: Report, version: int, by: User) -> Report:
    """Lay the draft before one's own leader."""
    current = latest(report, version)
    policies.check_is_own(current, by)
    policies.check_can_write(current)
    current.state = Report.State.WITH_LEADER
    move(current, ReportMove.Kind.TO_LEADER, by=by)
    audit.record("ledger.report_to_leader", by=by, target=current, acting_for=by.acting_for)
    return current


@transaction.atomic
def send(*, report: Report, version: int, by: User) -> Report:
    """Freeze the report as it stands and hand it to whoever gathers it. Raises Refused or Stale."""
    destroying.hold_off()
    current = latest(report, version)
    today = clock.today()
    policies.check_is_own(current, by)
    policies.check_can_send(current, on=today)
    current.edition += 1
    current.state, current.sent_at = Report.State.SENT, clock.now()
    current.first_sent_on = current.first_sent_on or today
    freeze(current, account_of(current), by=by)
    move(current, ReportMove.Kind.SENT, by=by)
    audit.record("ledger.report_sent", by=by, target=current, acting_for=by.acting_for)
    return current


@transaction.atomic
def issue(*, report: Report, by: User) -> Report:
    """Its paper got number and day outside: what was recorded is what is frozen. Raises Refused."""
    destroying.hold_off()
    current = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    current.edition += 1
    current.state, current.sent_at = Report.State.SENT, clock.now()
    current.first_sent_on = current.first_sent_on or clock.today()
    freeze(current, account_of(current), by=by)
    move(current, ReportMove.Kind.SENT, by=by)
    audit.record("ledger.report_sent", by=by, target=current, acting_for=by.acting_for)
    return current


def freeze(report: Report, account: Account, *, by: User) -> Snapshot:
    """Write down word for word and number for number what goes out."""
    row = Snapshot(report=report, edition=report.edition, by=by.uuid)
    report.save()  # the snapshot's edition and the report's are one
    return write(row, SnapshotText, json.dumps(frozen(report, account), ensure_ascii=False))


def frozen(report: Report, account: Account) -> dict[str, Any]:
    """The content of a snapshot, in Vietnamese whatever language its sender reads."""
    with override("vi"):
        return _content(report, account)


def _content(report: Report, account: Account) -> dict[str, Any]:
    scope = scope_of(report)
    return {
        "agency": report.name_of_agency,
        "side": parties.side_of(report),
        "place": report.place.name_on(report.period.closing_day) if report.place else "",
        "period": report.period.label,
        "upto": scope.upto.isoformat(),
        "account": to_json(account),
        "numbers": [
            {
                "key": each.key,
                "ours": str(each.ours),
                "theirs": str(each.theirs),
                "reason": each.reason,
            }
            for each in report.numbers.all()
        ],
        "tables": [tables.freeze(sheet) for sheet in tables.sheets(report, account)],
        "sections": [_section(section, scope) for section in _sections(report)],
    }


def _sections(report: Report) -> Iterable[Any]:
    return report.sections.prefetch_related("lines")


def _section(section: Any, scope: Scope) -> dict[str, Any]:
    lines = [
        {"key": line.key, "text": line.words, "sources": records_of(scope, line.key).uuids()}
        for line in section.lines.all()
        if line.words.strip()
    ]
    return {
        "key": section.key,
        "level": section.level,
        "number": section.number,
        "title": section.title,
        "lines": lines,
    }


@transaction.atomic
def receive(*, report: Report, version: int, by: User) -> Report:
    """Say that the report has come in."""
    current = latest(report, version)
    policies.check_is_receiver(current, by)
    policies.check_can_receive(current)
    current.state = Report.State.RECEIVED
    move(current, ReportMove.Kind.RECEIVED, by=by)
    audit.record("ledger.report_received", by=by, target=current, acting_for=by.acting_for)
    return current


@transaction.atomic
def send_back(
    *, report: Report, version: int, reason: str, sections: Iterable[str] = (), by: User
) -> Report:
    """Return it, whole or in some sections, with the reason; the snapshot stays."""
    current = latest(report, version)
    meant = tuple(sections)
    policies.check_is_receiver(current, by)
    policies.check_can_return(current, reason=reason, sections=meant)
    current.state = Report.State.RETURNED
    move(current, ReportMove.Kind.RETURNED, by=by, reason=reason, sections=meant)
    audit.record(
        "ledger.report_returned", by=by, target=current, acting_for=by.acting_for, note=reason
    )
    return current


@transaction.atomic
def replace(*, report: Report, version: int, reason: str, by: User) -> Report:
    """Begin the report that replaces one whose content was wrong (Decree 30/2020, Điều 18.3)."""
    current = latest(report, version)
    policies.check_is_own(current, by)
    policies.check_can_replace(current)
    current.state = Report.State.REPLACED
    move(current, ReportMove.Kind.REPLACED, by=by, reason=reason)
    new = Report.objects.create(
        regime=current.regime,
        period=current.period,
        agency=current.agency,
        place=current.place,
        level=current.level,
        above=current.above,
        due=current.due,
        outline=current.outline,
        first_sent_on=current.first_sent_on,
        replaces=current,
        is_example=current.is_example,
    )
    Report.objects.filter(above=current).update(above=new)
    audit.record("ledger.report_replaced", by=by, target=current, note=reason)
    return new
