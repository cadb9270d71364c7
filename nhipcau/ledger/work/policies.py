"""May this happen to a plan, a task, its money? Each rule raises with its sentence, or answers."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures
from nhipcau.ledger.papers.models import Paper

from .models import Plan, Task

State = Task.State


class Stale(Refused):
    """Somebody else was first; the message is the sentence for the person who came second."""


class AlreadyBegun(Refused):
    """There is such a plan already; `plan` is the one, for who may read it."""

    def __init__(self, sentence: str, plan: Plan) -> None:
        super().__init__(sentence)
        self.plan = plan


def check_is_first(plans: Iterable[Plan], *, adjusts: bool) -> None:
    """Raises AlreadyBegun where a plan of the same kind, year and agency stands.

    One that was issued is adjusted by another plan; one that was not is written further.
    """
    for plan in sorted(plans, key=_is_issued):
        said = {"kind": str(plan.get_kind_display()).lower(), "year": plan.year}
        if not _is_issued(plan):
            sentence = _(
                "Chưa lập được kế hoạch: đã có %(kind)s cho năm %(year)s đang được dự thảo. "
                "Đề nghị làm tiếp trên kế hoạch đó, hoặc chọn loại kế hoạch khác."
            )
            raise AlreadyBegun(sentence % said, plan)
        if not adjusts:
            sentence = _(
                "Chưa lập được kế hoạch: %(kind)s cho năm %(year)s đã được ban hành. Đề nghị "
                "đánh dấu “Kế hoạch điều chỉnh” nếu cần điều chỉnh kế hoạch đó."
            )
            raise AlreadyBegun(sentence % said, plan)


def _is_issued(plan: Plan) -> bool:
    return plan.paper is not None and plan.paper.is_out


def check_version(row: Task | Plan, version: int) -> None:
    """Raises Stale when the row has moved on since it was shown."""
    if row.version != version:
        raise Stale(
            _(
                "Chưa ghi nhận được: %(row)s vừa được người khác cập nhật (bản %(now)s). "
                "Đề nghị xem nội dung hiện có bên cạnh, rồi gửi lại; phần đã nhập còn nguyên."
            )
            % {"row": row.code if isinstance(row, Task) else _("kế hoạch"), "now": row.version}
        )


def check_speaks(speaks: bool, name: object) -> None:
    """Raises Refused for who acts for none of the agencies concerned."""
    if not speaks:
        raise Refused(
            _(
                "Chưa thực hiện được: tài khoản không thuộc %(agency)s. "
                "Đề nghị người của cơ quan, đơn vị đó thực hiện."
            )
            % {"agency": name}
        )


def is_settled(plan: Plan | None) -> bool:
    """Whether the words of a plan stand: submitted for signature, or issued."""
    return plan is not None and plan.paper is not None and not plan.paper.is_open


def check_is_not_being_signed(plan: Plan | None) -> None:
    """Raises Refused between submission and number: what is signed is what both sides agreed on."""
    if plan is not None and plan.paper is not None and plan.paper.state == Paper.State.SUBMITTED:
        raise Refused(
            _(
                "Chưa ghi được: kế hoạch đang trình ký. Đề nghị chờ ghi nhận số, ngày ban hành, "
                "hoặc rút lại văn bản của kế hoạch để sửa."
            )
        )


def check_can_write_plan(plan: Plan | None) -> None:
    """Raises Refused once a plan was submitted: what was agreed on is changed in its own ways."""
    check_is_not_being_signed(plan)
    if is_settled(plan):
        raise Refused(
            _(
                "Chưa sửa được: kế hoạch đã ban hành. Đề nghị dùng “Đề nghị gia "
                "hạn”, “Đưa ra khỏi kế hoạch”, hoặc lập kế hoạch điều chỉnh."
            )
        )


def check_task(*, title: str, is_routine: bool, due: date | None, first: date | None) -> None:
    """Raises Refused for a task that says nothing, or whose days contradict one another."""
    if not title.strip():
        raise Refused(_("Chưa ghi được nhiệm vụ: thiếu nội dung. Đề nghị ghi việc phải làm."))
    if is_routine and due is not None:
        raise Refused(
            _(
                "Chưa ghi được nhiệm vụ: nhiệm vụ thường xuyên không tính hạn. "
                "Đề nghị bỏ thời hạn, hoặc bỏ đánh dấu “thường xuyên”."
            )
        )
    if due is not None and first is not None and due < first:
        raise Refused(
            _("Chưa ghi được nhiệm vụ: thời hạn trước ngày bắt đầu. Đề nghị xem lại hai ngày.")
        )


def check_due_is_in_programme(due: date | None, *, signed_on: date | None) -> None:
    """Raises Refused for a day before the programme was signed."""
    if due is not None and signed_on is not None and due < signed_on:
        raise Refused(
            _(
                "Chưa ghi được nhiệm vụ: thời hạn %(due)s trước ngày ký chương trình (%(day)s). "
                "Đề nghị xem lại thời hạn."
            )
            % {"due": write_figures(due), "day": write_figures(signed_on)}
        )


def check_due_is_kept(task: Task, due: date | None) -> None:
    """Raises Refused when a day that was given is changed by the way: that is an extension."""
    is_given = task.plan is None or is_settled(task.plan)
    if is_given and task.state != State.NOT_STARTED and task.due != due:
        raise Refused(
            _(
                "Chưa sửa được thời hạn: nhiệm vụ đã được giao. "
                "Đề nghị dùng “Đề nghị gia hạn” và nêu lý do."
            )
        )


def check_is(task: Task, *states: State, act: str) -> None:
    """Raises Refused where the state of the task does not let an act happen."""
    if task.state not in states:
        raise Refused(
            _("%(act)s chưa thực hiện được: nhiệm vụ đang ở tình trạng “%(state)s”.")
            % {"act": act, "state": task.get_state_display()}
        )


def check_reason(reason: str, *, act: str) -> None:
    if not reason.strip():
        raise Refused(
            _("%(act)s chưa thực hiện được: thiếu lý do. Đề nghị nêu rõ lý do.") % {"act": act}
        )


def check_result(result: str) -> None:
    if not result.strip():
        raise Refused(
            _(
                "Chưa đề nghị được: thiếu kết quả thực hiện. "
                "Đề nghị ghi sản phẩm đã có, số, ngày của văn bản nếu có."
            )
        )


def check_is_another_person(proposer: UUID | None, by: UUID | None) -> None:
    """Raises Refused when who proposed it would confirm it too."""
    if by is not None and by == proposer:
        raise Refused(
            _(
                "Chưa xác nhận được: ông/bà là người đề nghị. "
                "Đề nghị một người khác của cơ quan giao nhiệm vụ xác nhận."
            )
        )


def check_extension(task: Task, new_due: date, reason: str) -> None:
    """Raises Refused for routine work, an earlier day, a second request, or no reason."""
    act = _("Đề nghị gia hạn")
    check_is(task, State.NOT_STARTED, State.ONGOING, act=act)
    check_reason(reason, act=act)
    if task.due is None:
        raise Refused(_("Chưa đề nghị được: nhiệm vụ này không có thời hạn."))
    if task.asked_due is not None:
        raise Refused(_("Chưa đề nghị được: đang có một đề nghị gia hạn chờ quyết định."))
    if new_due <= task.due:
        raise Refused(
            _("Chưa đề nghị được: ngày mới phải sau thời hạn hiện nay (%(due)s).")
            % {"due": write_figures(task.due)}
        )


def check_decides_extension(task: Task, reason: str, *, granted: bool) -> None:
    """Raises Refused without a request, and for a refusal without a reason."""
    if task.asked_due is None:
        raise Refused(_("Chưa ghi nhận được: nhiệm vụ không có đề nghị gia hạn nào."))
    if not granted:
        check_reason(reason, act=_("Không chấp thuận gia hạn"))


def check_takes_out(task: Task, document: str, reason: str) -> None:
    """Raises Refused without the document that lets a task leave its plan."""
    act = _("Đưa ra khỏi kế hoạch")
    check_is(task, State.NOT_STARTED, State.ONGOING, State.AWAITING, State.PAUSED, act=act)
    if not document.strip():
        raise Refused(
            _(
                "Chưa đưa ra khỏi kế hoạch được: thiếu văn bản. "
                "Đề nghị ghi số, ký hiệu, ngày của văn bản cho phép."
            )
        )
    check_reason(reason, act=act)
