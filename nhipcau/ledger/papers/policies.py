"""May this happen to a paper? Each rule raises with its sentence, or answers.

Nothing here reads the database or the clock: who speaks for whom, and who consented, come in.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures

from .models import Paper, PaperSide

State = Paper.State
# «05/KH-BVHTTDL-BDTTG», «1234/BVHTTDL-TTĐN»: below 10 with a zero (Phụ lục I, mục II.3).
NUMBER = re.compile(r"(?!00)\d{2,6}/[A-ZĐ][A-Za-zĐƯÔÂĂÊđ0-9.&-]*")
ARRIVAL = re.compile(r"\d{1,10}[A-Za-z]?")
UNDER_WAY = (State.ASKED, State.PARTLY, State.AGREED)


class Stale(Refused):
    """Somebody else was first; the message is the sentence for the person who came second."""


def check_drafts(paper: Paper, *, is_drafter: bool) -> None:
    """Only the agency that drafts a paper changes or moves it. Raises Refused."""
    if not is_drafter:
        raise Refused(
            _(
                "Chưa thực hiện được: dự thảo này do %(agency)s soạn thảo. "
                "Đề nghị cán bộ của cơ quan đó thực hiện, hoặc nêu đề nghị sửa đổi, bổ sung."
            )
            % {"agency": paper.drafted_by}
        )


def check_can_write(paper: Paper, *, is_drafter: bool) -> None:
    """Words change while the paper was not submitted for signature. Raises Refused."""
    check_drafts(paper, is_drafter=is_drafter)
    if paper.is_out:
        raise Refused(
            _(
                "Chưa sửa được: văn bản đã ban hành chỉ được sửa bằng văn bản thay thế, "
                "sai sót về thể thức thì bằng công văn đính chính. Đề nghị soạn văn bản đó."
            )
        )
    if paper.state == State.SUBMITTED:
        raise Refused(_("Chưa sửa được: văn bản đã trình ký. Đề nghị rút lại trước khi sửa."))
    if paper.state == State.WITHDRAWN:
        raise Refused(_("Chưa sửa được: văn bản đã được rút lại, không soạn thảo tiếp."))


def check_can_ask(paper: Paper, *, is_drafter: bool, others_consent: bool) -> None:
    """Opinion is asked of a draft, of somebody else. Raises Refused."""
    check_drafts(paper, is_drafter=is_drafter)
    if paper.state != State.DRAFT:
        raise Refused(
            _("Chưa gửi lấy ý kiến được: văn bản không còn ở bước dự thảo (%(state)s).")
            % {"state": str(paper.get_state_display()).lower()}
        )
    if not others_consent:
        raise Refused(
            _(
                "Chưa gửi lấy ý kiến được: văn bản này của một cơ quan, không cần bên nào khác "
                "thống nhất. Đề nghị trình ký."
            )
        )


def check_stands(text: str | None) -> None:
    """What is agreed on or submitted is an edition that can be read. Raises Refused."""
    if text is None:
        raise Refused(
            _(
                "Chưa thực hiện được: nội dung bản này đã được hủy theo quy định. "
                "Đề nghị cơ quan soạn thảo rút về, gửi lấy ý kiến bản mới."
            )
        )


def check_can_consent(
    paper: Paper,
    *,
    sides: Sequence[PaperSide],
    by: UUID,
    given: Collection[int],
    givers: Collection[UUID | None],
) -> None:
    """A person who speaks for a consenting side that has not consented yet. Raises Refused.

    `given`: the agencies that consented to this edition; `givers`: the persons who did.
    """
    if paper.state not in UNDER_WAY:
        raise Refused(_("Chưa thống nhất được: văn bản không ở bước lấy ý kiến."))
    consenting = _check_has_say(sides)
    waiting = [side for side in consenting if side.agency_id not in given]
    if not waiting:
        raise Refused(
            _("Chưa ghi nhận được: %(agency)s đã thống nhất bản %(n)s.")
            % {"agency": consenting[0].agency, "n": paper.edition}
        )
    if by in givers:
        raise Refused(
            _(
                "Chưa thống nhất được: ông/bà đã thống nhất bản này cho bên khác. "
                "Đề nghị một người khác của %(agency)s thực hiện."
            )
            % {"agency": waiting[0].agency}
        )


def check_can_send_back(paper: Paper, *, sides: Sequence[PaperSide], reason: str) -> None:
    """A consenting side says why, while the edition is under way. Raises Refused."""
    if paper.state not in UNDER_WAY:
        raise Refused(_("Chưa gửi đề nghị được: văn bản không ở bước lấy ý kiến."))
    _check_has_say(sides)
    _check_reason(
        reason,
        _("Chưa gửi đề nghị được: thiếu lý do. Đề nghị nêu rõ nội dung cần sửa đổi, bổ sung."),
    )


def check_can_submit(paper: Paper, *, is_drafter: bool, others_consent: bool) -> None:
    """What all sides agreed on goes up for signature; a paper of one agency goes up as it is."""
    check_drafts(paper, is_drafter=is_drafter)
    if paper.state in {State.ASKED, State.PARTLY}:
        raise Refused(
            _(
                "Chưa trình ký được: còn bên chưa thống nhất bản %(n)s. "
                "Đề nghị chờ, hoặc rút lại để sửa dự thảo."
            )
            % {"n": paper.edition}
        )
    if paper.state == State.DRAFT and others_consent:
        raise Refused(
            _("Chưa trình ký được: dự thảo chưa được các bên thống nhất. Đề nghị gửi lấy ý kiến.")
        )
    if paper.state not in {State.DRAFT, State.AGREED}:
        raise Refused(_("Chưa trình ký được: văn bản đã qua bước này."))


def check_is_filled(gaps: int) -> None:
    """Nothing is left open, unless a person said that it stays so. Raises Refused."""
    if gaps:
        raise Refused(
            _(
                "Chưa trình ký được: còn %(count)s chỗ chưa điền (“…”). Đề nghị điền đủ, hoặc đánh "
                "dấu xác nhận trình ký khi còn chỗ để trống."
            )
            % {"count": gaps}
        )


def check_can_take_back(paper: Paper, *, is_drafter: bool, reason: str) -> None:
    """What was sent out or submitted comes back, until it is issued. Raises Refused."""
    check_drafts(paper, is_drafter=is_drafter)
    if paper.state not in {*UNDER_WAY, State.SUBMITTED}:
        raise Refused(_("Chưa rút lại được: văn bản không ở bước lấy ý kiến hay trình ký."))
    _check_reason(reason, _("Chưa rút lại được: thiếu lý do. Đề nghị nêu rõ lý do."))


def check_can_drop(paper: Paper, *, is_drafter: bool, reason: str) -> None:
    """Work on a paper that was once sent out ends for good, with a reason. Raises Refused."""
    check_drafts(paper, is_drafter=is_drafter)
    if paper.is_out or paper.state == State.WITHDRAWN:
        raise Refused(_("Chưa dừng soạn thảo được: văn bản đã ban hành hoặc đã được rút lại."))
    _check_reason(reason, _("Chưa dừng soạn thảo được: thiếu lý do. Đề nghị nêu rõ lý do."))


def check_can_delete(paper: Paper, *, is_drafter: bool) -> None:
    """An own draft that was never sent to anybody may go. Raises Refused."""
    check_drafts(paper, is_drafter=is_drafter)
    if paper.state != State.DRAFT or paper.edition:
        raise Refused(
            _(
                "Chưa xóa được: dự thảo đã gửi đi nên được giữ lại cùng ý kiến các bên. "
                "Đề nghị rút lại nếu không tiếp tục."
            )
        )


def check_can_record(
    paper: Paper,
    *,
    is_numbering: bool,
    number: str,
    issued_on: date,
    today: date,
    agreed_on: date | None,
) -> None:
    """Number and day of what was issued outside fit what is known of the paper. Raises Refused.

    `is_numbering`: the person belongs to the agency whose register gives the number;
    `agreed_on`: the day of the last consent.
    """
    if paper.is_out:
        raise Refused(_("Chưa ghi nhận được: văn bản đã có số, ngày ban hành."))
    if paper.state != State.SUBMITTED:
        raise Refused(
            _("Chưa ghi nhận được: văn bản chưa trình ký. Đề nghị thực hiện bước trình ký trước.")
        )
    check_numbers(is_numbering=is_numbering)
    if not NUMBER.fullmatch(number):
        raise Refused(
            _(
                "Chưa ghi nhận được: số, ký hiệu “%(number)s” chưa đúng mẫu, ví dụ "
                "05/KH-BVHTTDL-BDTTG. Đề nghị ghi đủ số và ký hiệu như trên văn bản đã ban hành."
            )
            % {"number": number}
        )
    _check_day(issued_on, today=today, agreed_on=agreed_on)


def check_numbers(*, is_numbering: bool) -> None:
    """Only the agency whose register gives the number says which it is. Raises Refused."""
    if not is_numbering:
        raise Refused(
            _(
                "Chưa ghi nhận được: số do văn thư của cơ quan ban hành cấp. "
                "Đề nghị văn thư hoặc cán bộ đầu mối của cơ quan đó ghi nhận."
            )
        )


def check_can_replace(paper: Paper, *, is_drafter: bool) -> None:
    """Only what was issued and stands is replaced or corrected. Raises Refused."""
    check_drafts(paper, is_drafter=is_drafter)
    if paper.state == State.REPLACED:
        raise Refused(_("Chưa thực hiện được: văn bản đã được thay thế bằng văn bản khác."))
    if paper.state != State.ISSUED:
        raise Refused(
            _("Chưa thực hiện được: văn bản chưa ban hành. Đề nghị sửa trực tiếp trong dự thảo.")
        )


def check_can_record_arrival(
    paper: Paper, *, may_speak: bool, number: str, day: date, today: date
) -> None:
    """The number of an incoming document, once there is something to come in. Raises Refused."""
    if not paper.is_out:
        raise Refused(_("Chưa ghi nhận được số đến: văn bản chưa ban hành."))
    if not may_speak:
        raise Refused(
            _("Chưa ghi nhận được số đến: tài khoản không thuộc nơi nhận hay cơ quan soạn thảo.")
        )
    if not ARRIVAL.fullmatch(number):
        raise Refused(
            _("Chưa ghi nhận được số đến: “%(number)s” không phải là số. Đề nghị ghi số đến.")
            % {"number": number}
        )
    if paper.issued_on and day < paper.issued_on:
        raise Refused(
            _("Chưa ghi nhận được số đến: ngày đến %(day)s trước ngày ban hành %(issued)s.")
            % {"day": write_figures(day), "issued": write_figures(paper.issued_on)}
        )
    if day > today:
        raise Refused(_("Chưa ghi nhận được số đến: ngày đến không thể sau hôm nay."))


def _check_has_say(sides: Sequence[PaperSide]) -> list[PaperSide]:
    """The consenting ones of the sides that a person speaks for. Raises Refused."""
    consenting = [side for side in sides if side.consents]
    if consenting:
        return consenting
    if sides:
        raise Refused(
            _(
                "Chưa thực hiện được: %(agency)s được thông báo để biết, văn bản này không cần "
                "cơ quan thống nhất."
            )
            % {"agency": sides[0].agency}
        )
    raise Refused(
        _(
            "Chưa thực hiện được: tài khoản không thuộc cơ quan nào của các bên. "
            "Đề nghị lãnh đạo của bên được lấy ý kiến thực hiện."
        )
    )


def _check_reason(reason: str, sentence: str) -> None:
    if not reason.strip():
        raise Refused(sentence)


def _check_day(issued_on: date, *, today: date, agreed_on: date | None) -> None:
    if issued_on > today:
        raise Refused(
            _("Chưa ghi nhận được: ngày ban hành %(day)s sau hôm nay. Đề nghị xem lại ngày.")
            % {"day": write_figures(issued_on)}
        )
    if agreed_on is not None and issued_on < agreed_on:
        raise Refused(
            _(
                "Chưa ghi nhận được: ngày ban hành %(day)s trước ngày các bên thống nhất "
                "%(agreed)s. Đề nghị xem lại ngày."
            )
            % {"day": write_figures(issued_on), "agreed": write_figures(agreed_on)}
        )
