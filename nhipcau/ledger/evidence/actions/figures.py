"""Numbers that people give: planned, done in another count, expected; targets; effects."""

from decimal import Decimal

from django.db import transaction

from nhipcau.agencies.models import Agency, Place
from nhipcau.base import audit
from nhipcau.base.audit import Actor, Changes
from nhipcau.ledger.evidence import figure_policies as policies
from nhipcau.ledger.evidence import numbers
from nhipcau.ledger.evidence.models import EffectValue, Figure, Indicator, Period, TaskTarget
from nhipcau.ledger.evidence.numbers import Written
from nhipcau.ledger.work.models import Task


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
    current = Period.objects.select_for_update().get(pk=period.pk)
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
    *, task: Task, indicator: Indicator, target: Decimal | None, by: Actor | None
) -> TaskTarget | None:
    """Say what a task is to reach, counted; None takes it away. Raises Refused."""
    policies.check_target(task, indicator, target)
    held = TaskTarget.objects.select_for_update().filter(task=task, indicator=indicator).first()
    before = numbers.say(held.target) if held else None
    after = numbers.say(target) if target is not None else None
    changes: Changes = {indicator.code: (before, after)}
    audit.record("ledger.target_set", by=by, target=task, changes=changes)
    if target is None:
        if held:
            held.delete()
        return None
    row = held or TaskTarget(task=task, indicator=indicator)
    row.target = target
    row.save()
    return row


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
) -> EffectValue:
    """Record what an effect indicator was, or is to be, at one of three points. Raises Refused."""
    policies.check_effect(indicator, value=value, target=target, source=source)
    Indicator.objects.select_for_update().get(pk=indicator.pk)
    held = EffectValue.objects.filter(indicator=indicator, point=point).first()
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
