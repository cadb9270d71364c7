"""May an amendment be written, recorded, agreed? Each rule raises with its sentence, or answers."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused

from .consolidation import Consolidation
from .models import Amendment, Party, Programme


class Stale(Refused):
    """Somebody else was first; the message is the sentence for the person who came second."""


def check_can_amend(programme: Programme) -> None:
    """Raises Refused for a programme that is itself still under review."""
    if programme.is_draft:
        raise Refused(
            _(
                "Chưa lập được văn bản điều chỉnh: chương trình còn đang rà soát. "
                "Đề nghị sửa trực tiếp trong bản đang rà soát."
            )
        )


def check_can_write(amendment: Amendment) -> None:
    """Raises Refused once the amendment was recorded as issued."""
    if not amendment.is_draft:
        raise Refused(
            _(
                "Chưa sửa được: văn bản đã được ghi nhận là đã ban hành. "
                "Muốn sửa phần đã nhập, đề nghị trả lại bản này trước khi hai bên thống nhất."
            )
        )


def check_can_record(
    amendment: Amendment,
    *,
    sides: Sequence[Party],
    text: Consolidation,
    changes: int,
    is_taken: bool,
) -> None:
    """Raises Refused when there is nothing to record, nobody to speak for, or a place is missing."""
    check_can_write(amendment)
    _check_speaks_for_one(sides)
    if not changes:
        raise Refused(
            _("Chưa ghi nhận được: văn bản chưa có nội dung sửa đổi nào. Đề nghị nhập nội dung.")
        )
    if is_taken:
        raise Refused(
            _(
                "Chưa ghi nhận được: văn bản số %(number)s cùng ngày đã có trong chương trình này. "
                "Đề nghị kiểm tra lại số, ngày."
            )
            % {"number": amendment.number}
        )
    check_finds_its_places(amendment, text)


def check_finds_its_places(amendment: Amendment, text: Consolidation) -> None:
    """Raises Refused when a change has no place to act on, on the effect day."""
    lost = [edit.place.address for by, edit in text.unapplied if by.key == str(amendment.uuid)]
    if lost:
        raise Refused(
            _(
                "Chưa ghi nhận được: vào ngày có hiệu lực, chương trình không có chỗ để sửa, hoặc "
                "đã có điều khoản ở %(places)s. Đề nghị xem lại các nội dung này."
            )
            % {"places": ", ".join(lost)}
        )


def check_can_agree(
    amendment: Amendment,
    *,
    sides: Sequence[Party],
    by: UUID,
    given: Mapping[int, UUID | None],
) -> None:
    """Raises Refused unless a second person speaks for a party that has not agreed yet.

    `given` holds who agreed to this edition, by party.
    """
    if amendment.state != Amendment.State.RECORDED:
        raise Refused(_("Chưa thống nhất được: văn bản không ở bước chờ thống nhất."))
    _check_speaks_for_one(sides)
    waiting = [party for party in sides if party.pk not in given]
    if not waiting:
        sentence = _("Chưa ghi nhận được: %(party)s đã thống nhất bản này.")
        raise Refused(sentence % {"party": sides[0]})
    if by in given.values():
        raise Refused(
            _(
                "Chưa thống nhất được: ông/bà đã ghi nhận bản này cho bên kia. "
                "Đề nghị một người khác của %(party)s xác nhận."
            )
            % {"party": waiting[0]}
        )


def check_can_send_back(amendment: Amendment, *, sides: Sequence[Party], reason: str) -> None:
    """Raises Refused unless one of the sides says why the recorded edition goes back."""
    if amendment.state != Amendment.State.RECORDED:
        raise Refused(_("Chưa trả lại được: văn bản không ở bước chờ thống nhất."))
    _check_speaks_for_one(sides)
    if not reason.strip():
        raise Refused(_("Chưa trả lại được: thiếu lý do. Đề nghị nêu rõ lý do."))


def can_agree(
    amendment: Amendment, *, sides: Sequence[Party], by: UUID, given: Mapping[int, UUID | None]
) -> bool:
    """Whether `check_can_agree` would let it pass."""
    waiting = any(party.pk not in given for party in sides)
    is_recorded = amendment.state == Amendment.State.RECORDED
    return is_recorded and waiting and by not in given.values()


def can_send_back(amendment: Amendment, *, sides: Sequence[Party]) -> bool:
    """Whether `check_can_send_back` would let it pass, given a reason."""
    return amendment.state == Amendment.State.RECORDED and bool(sides)


def _check_speaks_for_one(sides: Sequence[Party]) -> None:
    if not sides:
        raise Refused(
            _(
                "Chưa ghi nhận được: tài khoản không thuộc cơ quan nào của các bên ký kết. "
                "Đề nghị để cán bộ đầu mối của bên ký kết thực hiện."
            )
        )
