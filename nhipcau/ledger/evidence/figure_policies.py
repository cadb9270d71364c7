"""May an indicator be defined, a figure given, a quarter sent? Each rule raises with its sentence."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused
from nhipcau.language.fold import fold
from nhipcau.ledger.work.models import Task
from nhipcau.shell.templatetags.ui import day as said_day

from .models import Figure, Indicator, Period
from .numbers import Written, say

if TYPE_CHECKING:
    from .actions import Definition

MOST_EFFECTS = 15


def check_can_be_effect(number: int) -> None:
    """Raises Refused for a sixteenth effect indicator: few that are measured beat many that are not."""
    if number >= MOST_EFFECTS:
        raise Refused(
            _(
                "Chưa thêm được: chương trình đã có đủ %(most)s chỉ tiêu hiệu quả, là mức tối đa. "
                "Đề nghị bỏ một chỉ tiêu trước."
            )
            % {"most": MOST_EFFECTS}
        )


def check_breaks_down(ways: Sequence[str]) -> None:
    """Raises Refused for a breakdown by ethnic origin or faith, which are sensitive of persons."""
    for way in ways:
        if {"dan toc", "ton giao", "tin nguong"} & {fold(way)} or fold(way).startswith(
            ("dan toc", "ton giao")
        ):
            raise Refused(
                _(
                    "Chưa ghi được chỉ tiêu: không phân tổ theo “%(way)s”, vì là dữ liệu cá nhân "
                    "nhạy cảm. Đề nghị phân tổ theo địa bàn, giới tính hoặc ngôn ngữ."
                )
                % {"way": way}
            )


def check_is_new(code: str, *, taken: bool) -> None:
    """Raises Refused for a code that another indicator of the programme has."""
    if taken:
        raise Refused(
            _("Chưa ghi được chỉ tiêu: mã “%(code)s” đã có. Đề nghị chọn mã khác.") % {"code": code}
        )


def check_is_latest(held: int, shown: int) -> None:
    """Raises Refused where somebody else wrote since the page was shown."""
    if held != shown:
        raise Refused(
            _(
                "Chưa ghi được: nội dung này vừa được người khác cập nhật. "
                "Đề nghị xem lại trước khi thực hiện."
            )
        )


def check_same_number(indicator: Indicator, said: "Definition") -> None:
    """Raises Refused where what numbers mean would change below those that are there."""
    kept = ("unit", "over_time", "over_places")
    same = all(getattr(indicator, name) == getattr(said, name) for name in kept)
    if not same or list(said.disaggregated_by) != indicator.disaggregated_by:
        raise Refused(
            _(
                "Chưa ghi được: chỉ tiêu đã có số liệu, nên đơn vị tính, phân tổ và cách cộng giữ "
                "nguyên. Đề nghị lập chỉ tiêu mới với mã khác."
            )
        )


def check_figure(
    period: Period, *, kind: Figure.Kind, written: Written | None, reason: str
) -> None:
    """Raises Refused in a closed period, for a plan of less than a year, for a number unexplained."""
    if period.is_closed:
        raise Refused(
            _(
                "Chưa ghi được số liệu: kỳ báo cáo %(period)s đã chốt số liệu ngày %(day)s. "
                "Đề nghị đầu mối mở lại kỳ báo cáo."
            )
            % {"period": period.label, "day": said_day(period.closing_day)}
        )
    if kind != Figure.Kind.DONE and period.kind != Period.Kind.YEAR:
        raise Refused(_("Chưa ghi được số liệu: kế hoạch và ước thực hiện ghi cho cả năm."))
    own = kind == Figure.Kind.DONE and written is not None and written.value is not None
    if own and not reason.strip():
        raise Refused(
            _(
                "Chưa ghi được số liệu: số của đơn vị không khớp với số trên nền tảng nên cần nêu lý do. Đề nghị bổ sung lý do; cả hai số đều được thể hiện."
            )
        )


def check_target(task: Task, indicator: Indicator, target: Decimal | None) -> None:
    """Raises Refused for an indicator of another programme, and a target below 0."""
    if task.programme_id != indicator.programme_id:
        raise Refused(
            _("Chưa ghi được chỉ tiêu: nhiệm vụ và chỉ tiêu thuộc hai chương trình khác nhau.")
        )
    if target is not None and target < 0:
        raise Refused(_("Chưa ghi được chỉ tiêu: số không được âm."))


def check_year_is_open(closed: Period | None) -> None:
    """Raises Refused where the year that a target counts in was closed."""
    if closed is not None:
        raise Refused(
            _(
                "Chưa ghi được chỉ tiêu: kỳ báo cáo %(period)s đã chốt số liệu ngày %(day)s. "
                "Đề nghị đầu mối mở lại kỳ báo cáo."
            )
            % {"period": closed.label, "day": said_day(closed.closing_day)}
        )


def check_target_moves(task: Task, held: Decimal, *, shown: Decimal | None, reason: str) -> None:
    """Raises Refused for a target that somebody else moved, of a task that is over, or unexplained."""
    if shown != held:
        raise Refused(
            _(
                "Chưa ghi được chỉ tiêu: chỉ tiêu này vừa được người khác ghi là %(held)s. "
                "Đề nghị xem lại trước khi thực hiện."
            )
            % {"held": say(held)}
        )
    if task.state in {Task.State.DONE, Task.State.OUT}:
        raise Refused(
            _(
                "Chưa sửa được chỉ tiêu: nhiệm vụ đang ở tình trạng “%(state)s”. "
                "Đề nghị mở lại nhiệm vụ trước."
            )
            % {"state": task.get_state_display()}
        )
    if not reason.strip():
        raise Refused(
            _("Chưa sửa được chỉ tiêu: thiếu lý do. Đề nghị nêu rõ vì sao chỉ tiêu thay đổi.")
        )


def check_effect(
    indicator: Indicator, *, value: Decimal | None, target: Decimal | None, source: str
) -> None:
    """Raises Refused for an indicator of output only, for nothing said, and without a source."""
    if not indicator.is_effect:
        raise Refused(_("Chưa ghi được: đây không phải chỉ tiêu hiệu quả."))
    if value is None and target is None:
        raise Refused(_("Chưa ghi được: chưa có giá trị hoặc mục tiêu nào."))
    if not source.strip():
        raise Refused(_("Chưa ghi được: thiếu nguồn, cách đo. Đề nghị nêu ai đo, đo thế nào."))


def check_quarter(period: Period, *, nothing_arose: bool, done: str) -> None:
    """Raises Refused for a period that is no quarter or is closed, and for yes and no at once."""
    if period.kind != Period.Kind.QUARTER:
        raise Refused(_("Chưa gửi được: đây không phải kỳ quý."))
    if period.is_closed:
        raise Refused(
            _(
                "Chưa gửi được: kỳ báo cáo %(period)s đã chốt số liệu ngày %(day)s. "
                "Đề nghị gửi vào quý sau, hoặc đề nghị đầu mối mở lại kỳ báo cáo."
            )
            % {"period": period.label, "day": said_day(period.closing_day)}
        )
    if nothing_arose and done.strip():
        raise Refused(
            _("Chưa gửi được: vừa ghi việc đã làm, vừa đánh dấu không phát sinh. Đề nghị chọn một.")
        )
