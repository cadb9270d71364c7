"""May this happen? Each rule raises with its sentence, or answers."""

from django.utils.translation import gettext as _

from .models import Obligation


class Refused(Exception):
    """A rule says no; the message is the sentence for the person."""


def check_can_confirm(obligation: Obligation) -> None:
    """Raises Refused when a person confirmed it already."""
    if obligation.is_confirmed:
        raise Refused(
            _(
                "Chưa ghi nhận được: nội dung này đã có người xác nhận. "
                "Muốn sửa, đề nghị rút lại xác nhận trước."
            )
        )


def check_can_withdraw(obligation: Obligation, reason: str) -> None:
    """Raises Refused when there is nothing to withdraw, or no reason is given."""
    if not obligation.is_confirmed:
        raise Refused(_("Chưa rút lại được: nội dung này chưa có ai xác nhận."))
    if not reason.strip():
        raise Refused(_("Chưa rút lại được: thiếu lý do. Đề nghị nêu rõ lý do."))


def can_confirm(obligation: Obligation) -> bool:
    """Whether `check_can_confirm` would let it pass."""
    return not obligation.is_confirmed


def can_withdraw(obligation: Obligation) -> bool:
    """Whether `check_can_withdraw` would let it pass, given a reason."""
    return obligation.is_confirmed
