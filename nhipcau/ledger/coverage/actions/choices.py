"""Saying which of several inherited programmes stands in a merged province."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Place, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage import policies
from nhipcau.ledger.coverage.models import ProvinceAction, StandingChoice


@transaction.atomic
def choose(
    *,
    place: Place,
    action: ProvinceAction,
    document: str,
    first_day: date,
    by: User,
    last_day: date | None = None,
) -> StandingChoice:
    """Record which programme stands in a merged province, by which document. Raises Refused."""
    policies.check_may_write_for(by, place)
    action = ProvinceAction.objects.select_for_update(of=("self",)).get(pk=action.pk)
    policies.check_not_withdrawn(action)
    policies.check_choice(place, action, document, first_day)
    _check_is_new(place, action, first_day, last_day)
    row = StandingChoice.objects.create(
        programme=action.programme,
        place=place,
        action=action,
        document=document.strip(),
        first_day=first_day,
        last_day=last_day,
    )
    audit.record(
        "ledger.standing_chosen",
        by=by,
        target=row,
        acting_for=by.acting_for,
        changes={"place": (None, place.name), "of": (None, action.place.name)},
        note=document,
    )
    return row


@transaction.atomic
def withdraw(*, choice: StandingChoice, reason: str, by: User) -> None:
    """Take back a choice that was recorded by mistake; the row stays. Raises Refused."""
    choice = StandingChoice.objects.select_for_update(of=("self",)).get(pk=choice.pk)
    policies.check_may_write_for(by, choice.place)
    policies.check_not_withdrawn(choice)
    policies.check_reason(reason)
    choice.withdrawn_at, choice.withdrawn_because = clock.now(), reason.strip()
    choice.save(update_fields=["withdrawn_at", "withdrawn_because"])
    audit.record(
        "ledger.standing_choice_withdrawn",
        by=by,
        target=choice,
        acting_for=by.acting_for,
        note=reason,
    )


def _check_is_new(
    place: Place, action: ProvinceAction, first_day: date, last_day: date | None
) -> None:
    policies.check_days(first_day, last_day)
    held = StandingChoice.objects.filter(
        Q(last_day=None) | Q(last_day__gte=first_day),
        programme=action.programme,
        place=place,
        withdrawn_at=None,
    )
    if last_day:
        held = held.filter(first_day__lte=last_day)
    if held.exists():
        raise Refused(
            _(
                "Chưa ghi nhận được: trong thời gian này đã ghi văn bản tiếp tục áp dụng khác. "
                "Đề nghị rút lại ghi nhận cũ trước, hoặc xem lại ngày."
            )
        )
