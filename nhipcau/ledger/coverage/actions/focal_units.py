"""Recording which unit runs the programme in a province, by the document that named it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Place, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage import policies
from nhipcau.ledger.coverage.models import FocalUnit
from nhipcau.ledger.programmes.models import Programme


@transaction.atomic
def name(
    *,
    programme: Programme,
    place: Place,
    unit: str,
    document: str,
    first_day: date,
    by: User,
    last_day: date | None = None,
    is_example: bool = False,
) -> FocalUnit:
    """Record the focal unit of a province. Raises Refused."""
    policies.check_may_write_for(by, place)
    policies.check_place(place, first_day)
    policies.check_days(first_day, last_day)
    _check_is_new(programme, place, unit, first_day, last_day)
    row = FocalUnit.objects.create(
        programme=programme, place=place, unit=unit.strip(), document=document.strip(),
        first_day=first_day, last_day=last_day, is_example=is_example,
    )  # fmt: skip
    audit.record(
        "ledger.focal_unit_named",
        by=by,
        target=row,
        acting_for=by.acting_for,
        changes={"place": (None, place.name), "unit": (None, row.unit)},
        note=document,
    )
    return row


@transaction.atomic
def withdraw(*, unit: FocalUnit, reason: str, by: User) -> None:
    """Take back a naming that was recorded by mistake; the row stays. Raises Refused."""
    unit = FocalUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    policies.check_may_write_for(by, unit.place)
    policies.check_not_withdrawn(unit)
    policies.check_reason(reason)
    unit.withdrawn_at, unit.withdrawn_because = clock.now(), reason.strip()
    unit.save(update_fields=["withdrawn_at", "withdrawn_because"])
    audit.record(
        "ledger.focal_unit_withdrawn", by=by, target=unit, acting_for=by.acting_for, note=reason
    )


def _check_is_new(
    programme: Programme, place: Place, unit: str, first_day: date, last_day: date | None
) -> None:
    held = programme.focal_units.filter(place=place, unit=unit.strip(), withdrawn_at=None)
    held = held.exclude(last_day__lt=first_day)
    if last_day is not None:
        held = held.filter(first_day__lte=last_day)
    if held.exists():
        raise Refused(
            _(
                "Chưa ghi nhận được: đơn vị này đã được ghi là đầu mối trong thời gian đó. "
                "Đề nghị xem lại ngày, hoặc rút lại ghi nhận cũ trước."
            )
        )
