"""Every write about how a programme stands."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.base.refusal import Refused

from .models import Programme, Standing


@transaction.atomic
def stand(
    *,
    programme: Programme,
    state: Standing.State,
    first_day: date,
    replaced_by: Programme | None,
    ground: str,
    by: Actor | None,
) -> Standing:
    """Say how a programme stands from a day on, and by which document.

    Raises Refused for a replacement without its successor, and for a day that is taken.
    """
    _check_can_stand(programme, state, first_day, replaced_by)
    row = Standing.objects.create(
        programme=programme,
        state=state,
        first_day=first_day,
        replaced_by=replaced_by,
        ground=ground,
    )
    changes = {"standing": (None, state.value), "first_day": (None, first_day.isoformat())}
    audit.record("ledger.programme_stands", by=by, target=programme, changes=changes, note=ground)
    return row


def _check_can_stand(
    programme: Programme, state: Standing.State, first_day: date, replaced_by: Programme | None
) -> None:
    if (state == Standing.State.REPLACED) != (replaced_by is not None):
        raise Refused(
            _(
                "Chưa ghi nhận được: chỉ khi được thay thế mới nêu chương trình thay thế, và khi "
                "đó phải nêu. Đề nghị chọn lại."
            )
        )
    if replaced_by is not None and _is_hidden(replaced_by, beside=programme):
        raise Refused(
            _(
                "Chưa ghi nhận được: chương trình thay thế chưa được đưa vào sử dụng hoặc chưa "
                "được công khai như chương trình này. Đề nghị thực hiện việc đó trước."
            )
        )
    if replaced_by == programme:
        raise Refused(_("Chưa ghi nhận được: một chương trình không tự thay thế chính nó."))
    if programme.standings.filter(first_day=first_day).exists():
        raise Refused(
            _("Chưa ghi nhận được: từ ngày này đã ghi một tình trạng khác. Đề nghị xem lại ngày.")
        )


def _is_hidden(other: Programme, *, beside: Programme) -> bool:
    """Whether naming the other would show it to people who may not read it."""
    return other.is_draft or (beside.is_public and not other.is_public)
