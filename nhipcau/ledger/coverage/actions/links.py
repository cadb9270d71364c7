"""Confirming that a province's point answers a central one, and taking that back."""

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage import policies
from nhipcau.ledger.coverage.models import PointLink, ProvinceAction
from nhipcau.ledger.programmes.models import Provision
from nhipcau.ledger.work.models import Task


@transaction.atomic
def link(*, action: ProvinceAction, own: Provision | Task, to: Provision, by: User) -> PointLink:
    """A person confirms that one of a province's points answers a central one. Raises Refused."""
    action = ProvinceAction.objects.select_for_update(of=("self",)).get(pk=action.pk)
    policies.check_may_write_for(by, action.place)
    policies.check_not_withdrawn(action)
    _check_belongs(action, own, to)
    provision = own if isinstance(own, Provision) else None
    task = own if isinstance(own, Task) else None
    row, is_new = PointLink.objects.get_or_create(
        action=action,
        own_provision=provision,
        own_task=task,
        provision=to,
        withdrawn_at=None,
    )
    if is_new:
        audit.record(
            "ledger.point_linked",
            by=by,
            target=row,
            acting_for=by.acting_for,
            changes={
                "own": (None, task.code if task else str(provision)),
                "provision": (None, to.address),
            },
        )
    return row


@transaction.atomic
def unlink(*, link: PointLink, reason: str, by: User) -> None:
    """Take a link back; the row stays and says so. Raises Refused."""
    link = PointLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    policies.check_may_write_for(by, link.action.place)
    policies.check_not_withdrawn(link)
    policies.check_reason(reason)
    link.withdrawn_at, link.withdrawn_because = clock.now(), reason.strip()
    link.save(update_fields=["withdrawn_at", "withdrawn_because"])
    audit.record(
        "ledger.point_link_withdrawn", by=by, target=link, acting_for=by.acting_for, note=reason
    )


def _check_belongs(action: ProvinceAction, own: Provision | Task, to: Provision) -> None:
    if isinstance(own, Provision):
        is_own = own.programme_id == action.own_programme_id
    else:
        is_own = own.plan_id is not None and own.plan_id == action.own_plan_id
    if not is_own or to.programme_id != action.programme_id:
        raise Refused(
            _(
                "Chưa đối chiếu được: điểm được chọn không thuộc văn bản của địa phương hoặc không "
                "thuộc chương trình này. Đề nghị tải lại trang rồi chọn lại."
            )
        )
