"""May this happen? Each rule raises with its sentence, or answers."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme

from .models import Obligation

if TYPE_CHECKING:
    from .questions import Questions


def check_can_decide(obligation: Obligation) -> None:
    """Raises Refused when a person decided about it already."""
    if not obligation.is_open:
        raise Refused(
            _(
                "Chưa ghi nhận được: nội dung này đã có người xác nhận. "
                "Muốn sửa, đề nghị rút lại xác nhận trước."
            )
        )


def check_can_withdraw(obligation: Obligation, reason: str) -> None:
    """Raises Refused when there is nothing to withdraw, or no reason is given."""
    if obligation.is_open:
        raise Refused(_("Chưa rút lại được: nội dung này chưa có ai xác nhận."))
    if not reason.strip():
        raise Refused(_("Chưa rút lại được: thiếu lý do. Đề nghị nêu rõ lý do."))


def check_can_publish(programme: Programme, questions: "Questions") -> None:
    """Raises Refused for a published programme, and while a question is open."""
    if not programme.is_draft:
        raise Refused(_("Chương trình này đã được đưa vào sử dụng."))
    if len(questions):
        raise Refused(
            ngettext(
                "Chưa đưa vào sử dụng được: còn %(count)s câu hỏi chưa được trả lời. "
                "Đề nghị rà soát tiếp.",
                "Chưa đưa vào sử dụng được: còn %(count)s câu hỏi chưa được trả lời. "
                "Đề nghị rà soát tiếp.",
                len(questions),
            )
            % {"count": len(questions)}
        )


def can_decide(obligation: Obligation) -> bool:
    """Whether `check_can_decide` would let it pass."""
    return obligation.is_open


def can_withdraw(obligation: Obligation) -> bool:
    """Whether `check_can_withdraw` would let it pass, given a reason."""
    return not obligation.is_open


def can_publish(programme: Programme, questions: "Questions") -> bool:
    """Whether `check_can_publish` would let it pass."""
    return programme.is_draft and not len(questions)
