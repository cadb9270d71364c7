"""May this happen? Each rule raises with its sentence, or answers."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.base.refusal import Refused

from .models import Dispatch, Receipt


class Stale(Refused):
    """Somebody else was first; the message is the sentence for the person who came second."""


def check_can_record(
    *,
    bodies: Collection[int],
    sender: Agency,
    receivers: Collection[Agency | None],
    twin: Dispatch | None,
) -> None:
    """Raises Refused for a document of others, one sent to its sender, or one held already."""
    ours = {each.pk for each in (sender, *receivers) if each is not None} & set(bodies)
    if not ours:
        raise Refused(
            _(
                "Chưa ghi nhận được: cơ quan của ông/bà không phải nơi gửi hoặc nơi nhận văn bản này. "
                "Đề nghị kiểm tra lại cơ quan gửi, nơi nhận."
            )
        )
    if not receivers:
        raise Refused(_("Chưa ghi nhận được: thiếu nơi nhận. Đề nghị ghi ít nhất một cơ quan."))
    if sender.pk in {each.pk for each in receivers if each is not None}:
        raise Refused(
            _(
                "Chưa ghi nhận được: %(agency)s vừa là nơi gửi vừa là nơi nhận. "
                "Đề nghị kiểm tra lại nơi nhận."
            )
            % {"agency": sender}
        )
    if twin is not None:
        raise Refused(
            _(
                "Chưa ghi nhận được: văn bản số %(number)s ngày %(day)s của %(sender)s đã có. "
                "Đề nghị mở văn bản đó."
            )
            % {"number": twin.number, "day": f"{twin.issued_on:%d/%m/%Y}", "sender": sender}
        )


def check_days(*, issued_on: date, today: date, due: date | None = None) -> None:
    """Raises Refused for a document of tomorrow, or a deadline before its day."""
    if issued_on > today:
        raise Refused(
            _(
                "Chưa ghi nhận được: ngày văn bản %(day)s sau ngày hôm nay. "
                "Đề nghị ghi đúng ngày trên văn bản đã ban hành."
            )
            % {"day": f"{issued_on:%d/%m/%Y}"}
        )
    if due is not None and due < issued_on:
        raise Refused(
            _("Chưa ghi nhận được: hạn trả lời trước ngày văn bản. Đề nghị xem lại hai ngày này.")
        )


def check_can_answer(answered: Dispatch | None, *, issued_on: date) -> None:
    """Raises Refused when the answer is older than what it answers."""
    if answered is not None and issued_on < answered.issued_on:
        raise Refused(
            _(
                "Chưa ghi nhận được: văn bản trả lời có ngày trước văn bản số %(number)s mà nó "
                "trả lời. Đề nghị kiểm tra lại ngày hoặc văn bản được trả lời."
            )
            % {"number": answered.number}
        )


def check_can_acknowledge(receipt: Receipt, *, bodies: Collection[int], arrived_on: date) -> None:
    """Raises Refused for another agency's arrival, one before the document, or a recalled one."""
    check_is_receiver(receipt, bodies=bodies)
    check_stands(receipt.dispatch)
    if arrived_on < receipt.dispatch.issued_on:
        raise Refused(
            _(
                "Chưa ghi nhận được: ngày đến trước ngày văn bản. "
                "Đề nghị ghi ngày theo sổ đăng ký văn bản đến."
            )
        )


def check_is_receiver(receipt: Receipt, *, bodies: Collection[int]) -> None:
    """Raises Refused unless the receipt is that of a body of the person."""
    if not can_tell(receipt, bodies):
        raise Refused(
            _(
                "Chưa ghi nhận được: nơi nhận này là %(agency)s. "
                "Đề nghị để cán bộ của cơ quan đó thực hiện."
            )
            % {"agency": receipt.name}
        )


def check_is_sender(dispatch: Dispatch, *, bodies: Collection[int]) -> None:
    """Raises Refused unless a body of the person sent it."""
    if not can_recall(dispatch, bodies):
        raise Refused(
            _(
                "Chưa thực hiện được: chỉ cơ quan đã gửi văn bản mới thu hồi được. "
                "Đề nghị liên hệ %(agency)s."
            )
            % {"agency": dispatch.sender}
        )


def check_can_correct(
    dispatch: Dispatch, *, bodies: Collection[int], twin: Dispatch | None
) -> None:
    """Raises Refused unless those who wrote it down, or sent it, correct what stands."""
    check_stands(dispatch)
    if not can_correct(dispatch, bodies):
        raise Refused(
            _(
                "Chưa sửa được: thông tin này do %(agency)s ghi nhận. "
                "Đề nghị để cán bộ của cơ quan đó sửa."
            )
            % {"agency": dispatch.recorded_for}
        )
    if twin is not None and twin.pk != dispatch.pk:
        raise Refused(
            _(
                "Chưa sửa được: văn bản số %(number)s cùng ngày của cơ quan này đã có. "
                "Đề nghị kiểm tra lại số, ngày."
            )
            % {"number": twin.number}
        )


def can_correct(dispatch: Dispatch, bodies: Collection[int]) -> bool:
    """Whether a body of the person wrote it down or sent it, and it still stands."""
    return dispatch.is_standing and bool(
        {dispatch.recorded_for_id, dispatch.sender_id} & set(bodies)
    )


def check_stands(dispatch: Dispatch) -> None:
    """Raises Refused for what was recalled or superseded."""
    if not dispatch.is_standing:
        raise Refused(
            _(
                "Chưa ghi nhận được: văn bản số %(number)s %(state)s. "
                "Đề nghị mở văn bản đang có giá trị."
            )
            % {"number": dispatch.number, "state": dispatch.get_state_display().lower()}
        )


def check_is_latest(dispatch: Dispatch, version: int) -> None:
    """Raises Stale when it has moved on since it was shown."""
    if dispatch.version != version:
        raise Stale(
            _(
                "Chưa ghi nhận được: văn bản này vừa được người khác cập nhật. "
                "Đề nghị xem lại trước khi thực hiện."
            )
        )


def can_tell(receipt: Receipt, bodies: Collection[int]) -> bool:
    """Whether the receipt is that of a body of the person."""
    return receipt.agency_id is not None and receipt.agency_id in bodies


def can_recall(dispatch: Dispatch, bodies: Collection[int]) -> bool:
    """Whether a body of the person sent it, and it still stands."""
    return dispatch.is_standing and dispatch.sender_id in bodies


def check_sent_by(dispatch: Dispatch, *, bodies: Collection[int]) -> None:
    """Raises Refused unless a body of the person sent it: nobody makes messages for others."""
    if dispatch.sender_id not in bodies:
        raise Refused(
            _(
                "Chưa xuất được: văn bản này do %(agency)s gửi. "
                "Đề nghị để cán bộ của cơ quan đó xuất thông điệp."
            )
            % {"agency": dispatch.sender}
        )
