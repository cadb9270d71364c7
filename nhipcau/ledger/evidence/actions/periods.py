"""Chốt số liệu: a period closes, and a focal point may open it again with a reason."""

from django.db import transaction

from nhipcau.base import audit, clock
from nhipcau.base.append_only import write
from nhipcau.base.audit import Actor
from nhipcau.ledger.evidence import policies
from nhipcau.ledger.evidence.models import Period, PeriodMove, PeriodMoveText


@transaction.atomic
def close_period(*, period: Period, by: Actor | None) -> Period:
    """Close the figures of a period: nothing may be written into it from here on. Raises Refused."""
    current = Period.objects.select_for_update(no_key=True).get(pk=period.pk)
    policies.check_can_close(current, today=clock.today())
    current.closed_at = clock.now()
    return _move(current, PeriodMove.Kind.CLOSED, "", by)


@transaction.atomic
def reopen_period(*, period: Period, reason: str, by: Actor | None) -> Period:
    """Let figures be written into a closed period again, with the reason. Raises Refused."""
    current = Period.objects.select_for_update(no_key=True).get(pk=period.pk)
    policies.check_can_reopen(current, reason)
    current.closed_at = None
    return _move(current, PeriodMove.Kind.REOPENED, reason.strip(), by)


def _move(period: Period, kind: PeriodMove.Kind, reason: str, by: Actor | None) -> Period:
    period.version += 1
    period.save(update_fields=["closed_at", "version"])
    write(PeriodMove(period=period, kind=kind, by=by.uuid if by else None), PeriodMoveText, reason)
    verb = "closed" if kind == PeriodMove.Kind.CLOSED else "reopened"
    audit.record("ledger.period_moved", by=by, target=period, changes={"state": (None, verb)})
    return period
