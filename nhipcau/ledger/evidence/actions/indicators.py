"""Indicators are defined and changed; what they mean may not change once they have numbers."""

from dataclasses import asdict, dataclass

from django.db import transaction

from nhipcau.base import audit
from nhipcau.base.audit import Actor, Changes
from nhipcau.ledger.evidence import figure_policies as policies
from nhipcau.ledger.evidence.models import Indicator
from nhipcau.ledger.programmes.models import Programme, Provision


@dataclass(frozen=True, slots=True)
class Definition:
    """What a person says of an indicator."""

    name: str
    definition: str
    unit: str
    over_time: str
    over_places: str
    source: str
    provision: Provision | None = None
    disaggregated_by: tuple[str, ...] = ()
    is_effect: bool = False
    doubt: str = ""


@transaction.atomic
def add_indicator(
    *, programme: Programme, code: str, said: Definition, by: Actor | None
) -> Indicator:
    """Define an indicator of a programme. Raises Refused."""
    Programme.objects.select_for_update().get(pk=programme.pk)
    policies.check_breaks_down(said.disaggregated_by)
    policies.check_is_new(code, taken=programme.indicators.filter(code=code).exists())
    if said.is_effect:
        policies.check_can_be_effect(programme.indicators.filter(is_effect=True).count())
    indicator = Indicator(programme=programme, code=code)
    _write(indicator, said)
    audit.record("ledger.indicator_added", by=by, target=indicator)
    return indicator


@transaction.atomic
def change_indicator(
    *, indicator: Indicator, version: int, said: Definition, by: Actor | None
) -> Indicator:
    """Say it better; how its numbers add up and break down stands once there are any.

    Raises Refused, also where somebody else changed it since `version`.
    """
    Programme.objects.select_for_update().get(pk=indicator.programme_id)
    current = Indicator.objects.select_for_update().get(pk=indicator.pk)
    policies.check_is_latest(current.version, version)
    policies.check_breaks_down(said.disaggregated_by)
    if current.measures.exists() or current.figures.exists():
        policies.check_same_number(current, said)
    if said.is_effect and not current.is_effect:
        held = Indicator.objects.filter(programme=current.programme_id, is_effect=True)
        policies.check_can_be_effect(held.count())
    changes: Changes = {
        name: (str(getattr(current, name)), str(value))
        for name, value in asdict(said).items()
        if name in {"name", "unit", "over_time", "over_places", "is_effect"}
        and getattr(current, name) != value
    }
    current.version += 1
    _write(current, said)
    audit.record("ledger.indicator_changed", by=by, target=current, changes=changes)
    return current


def _write(indicator: Indicator, said: Definition) -> None:
    for name in Definition.__slots__:
        value = getattr(said, name)
        setattr(indicator, name, list(value) if isinstance(value, tuple) else value)
    indicator.save()
