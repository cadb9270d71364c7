"""Numbers that people give: planned, done in another count, expected; targets; effects."""

from decimal import Decimal

from django.db import transaction

from nhipcau.agencies.models import Agency, Place, User
from nhipcau.base import audit
from nhipcau.base.audit import Actor, Changes
from nhipcau.ledger.evidence import figure_policies as policies
from nhipcau.ledger.evidence import numbers, targets
from nhipcau.ledger.evidence.models import EffectValue, Figure, Indicator, Period, TaskTarget
from nhipcau.ledger.evidence.numbers import Written
from nhipcau.ledger.work.actions import noting
from nhipcau.ledger.work.models import Task, TaskMove


@transaction.atomic
def give_figure(
    *,
    indicator: Indicator,
    period: Period,
    agency: Agency,
    kind: Figure.Kind,
    written: Written | None,
    by: Actor | None,
    place: Place | None = None,
    reason: str = "",
) -> Figure | None:
    """Record a unit's figure; None takes it away. A number of its own for what was done has a reason.

    Plans and estimates belong to the year's period. Raises Refused, also in a closed period.
    """
    current = Period.objects.select_for_update(no_key=True).get(pk=period.pk)
    policies.check_figure(current, kind=kind, written=written, reason=reason)
    where = {"indicator": indicator, "period": current, "agency": agency, "place": place}
    held = Figure.objects.filter(**where, kind=kind, breakdown=[]).first()
    before = numbers.sign(Figure.Mark(held.mark), held.value) if held else None
    after = numbers.sign(written.mark, written.value) if written else None
    if before == after and (held is None or held.reason == reason):
        return held
    row = held or Figure(**where, kind=kind)
    changes: Changes = {kind.value: (before, after), "period": (None, current.label)}
    audit.record("ledger.figure_given", by=by, target=indicator, acting_for=agency, changes=changes)
    if written is None:
        row.delete()
        return None
    row.mark, row.value, row.reason = written.mark, written.value, reason
    row.given_by = by.uuid if by else None
    row.version += 1 if held else 0
    row.save()
    return row


@transaction.atomic
def aim(
    *,
    task: Task,
    indicator: Indicator,
    target: Decimal | None,
    by: User | None,
    reason: str = "",
    shown: Decimal | None = None,
) -> TaskTarget | None:
    """Say what a task is to reach, counted; None takes it away.

    `shown` is the target that the person saw: another one by now is refused. A target that moves
    has its reason, and the history of the task keeps the old one. Raises Refused.
    """
    current = noting.latest(task, None)
    policies.check_target(current, indicator, target)
    policies.check_year_is_open(targets.closed_year(current))
    held = TaskTarget.objects.filter(task=current, indicator=indicator).first()
    before = held.target if held else None
    if before == target:
        return held
    if before is not None:
        policies.check_target_moves(current, before, shown=shown, reason=reason)
        _note_moved(current, indicator, before, target, reason, by)
    # Its code: a name that is to be destroyed would stay in what the audit says of the task.
    changes: Changes = {indicator.code: (_said(before), _said(target))}
    audit.record(
        "ledger.target_set", by=by, target=current, changes=changes, note=reason,
        acting_for=by.acting_for if by else None,
    )  # fmt: skip
    if target is None:
        if held:
            held.delete()
        return None
    row = held or TaskTarget(task=current, indicator=indicator)
    row.target = target
    row.save()
    return row


def _note_moved(
    task: Task,
    indicator: Indicator,
    before: Decimal,
    target: Decimal | None,
    reason: str,
    by: User | None,
) -> None:
    """A line of the task's history: what it was to reach, what now, and why."""
    now = _said(target) or "bỏ chỉ tiêu"
    what = f"{indicator.name}: {_said(before)} → {now} ({indicator.unit})"
    noting.note(task, TaskMove.Kind.CHANGED, by=by, reason=f"{what}. {reason.strip()}")


def _said(target: Decimal | None) -> str | None:
    return None if target is None else numbers.say(target)


@transaction.atomic
def set_effect(
    *,
    indicator: Indicator,
    point: EffectValue.Point,
    year: int,
    value: Decimal | None,
    target: Decimal | None,
    source: str,
    doubt: str = "",
    by: Actor | None,
    version: int | None = None,
) -> EffectValue:
    """Record what an effect indicator was, or is to be, at one of three points.

    `version` is that of the value that the person saw, 0 where there was none. Raises Refused, also
    where somebody else wrote since.
    """
    policies.check_effect(indicator, value=value, target=target, source=source)
    Indicator.objects.select_for_update().get(pk=indicator.pk)
    held = EffectValue.objects.filter(indicator=indicator, point=point).first()
    if version is not None:
        policies.check_is_latest(held.version if held else 0, version)
    row = held or EffectValue(indicator=indicator, point=point)
    before = numbers.say(row.value) if row.value is not None else None
    row.year, row.value, row.target = year, value, target
    row.source, row.doubt = source.strip(), doubt.strip()
    row.given_by = by.uuid if by else None
    row.version += 1 if held else 0
    row.save()
    after = numbers.say(value) if value is not None else None
    changes: Changes = {point.value: (before, after)}
    audit.record("ledger.effect_set", by=by, target=indicator, changes=changes)
    return row
