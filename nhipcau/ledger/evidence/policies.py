"""May this be recorded, withdrawn, closed? Each rule raises with its sentence, or answers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.base.refusal import Refused
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Task
from nhipcau.shell.templatetags.ui import day as said_day

from .models import Evidence, Indicator, Period


@dataclass(frozen=True, slots=True)
class Given:
    """A number that evidence brings: of which indicator, how broken down."""

    indicator: Indicator
    value: Decimal
    breakdown: tuple[str, ...] = ()


def check_day(programme: Programme, day: date, *, today: date, task: Task | None = None) -> None:
    """Raises Refused before the programme's first year, and for a day that has not come."""
    first = first_day_of(programme)
    if first is not None and day < first:
        raise Refused(
            _refusal(task)
            % {
                "why": _("ngày %(day)s trước khi chương trình bắt đầu (%(first)s)")
                % {"day": said_day(day), "first": said_day(first)},
                "how": _("kiểm tra lại ngày thực hiện"),
            }
        )
    if day > today:
        raise Refused(
            _refusal(task)
            % {
                "why": _("ngày %(day)s chưa đến") % {"day": said_day(day)},
                "how": _("ghi nhận khi việc đã được thực hiện"),
            }
        )


def first_day_of(programme: Programme) -> date | None:
    """The day from which what is done counts: of its first year, or of its signing."""
    if programme.first_year:
        return date(programme.first_year, 1, 1)
    return programme.signed_on


def check_agency(
    agency: Agency, day: date, *, successors: Sequence[Agency], task: Task | None = None
) -> None:
    """Raises Refused for an agency that was not there that day; names who was."""
    if agency.exists_on(day):
        return
    if agency.first_day is not None and day < agency.first_day:
        why = _("%(agency)s có từ ngày %(first)s, ngày %(day)s chưa thành lập") % {
            "agency": agency.name_on(day), "first": said_day(agency.first_day),
            "day": said_day(day),
        }  # fmt: skip
        how = _("ghi cho cơ quan thực hiện việc này vào ngày đó")
    else:
        why = _("%(agency)s kết thúc hoạt động ngày %(last)s, ngày %(day)s không còn") % {
            "agency": agency.name_on(day), "last": said_day(agency.last_day),
            "day": said_day(day),
        }  # fmt: skip
        names = "; ".join(each.name_on(day) for each in successors)
        how = (
            _("ghi cho cơ quan tiếp nhận: %(names)s") % {"names": names}
            if names
            else _("ghi cho cơ quan đã tiếp nhận nhiệm vụ")
        )
    raise Refused(_refusal(task) % {"why": why, "how": how})


def check_belongs(
    programme: Programme, *, task: Task | None, obligation: Obligation | None
) -> None:
    """Raises Refused for a task or an obligation of another programme."""
    if task is not None and task.programme_id != programme.pk:
        raise Refused(
            _refusal(task)
            % {
                "why": _("nhiệm vụ này không thuộc %(programme)s") % {"programme": programme},
                "how": _("chọn nhiệm vụ của chương trình này"),
            }
        )
    if obligation is not None and obligation.provision.programme_id != programme.pk:
        raise Refused(
            _refusal(task)
            % {
                "why": _("nội dung phối hợp này không thuộc %(programme)s")
                % {"programme": programme},
                "how": _("chọn nội dung của chương trình này"),
            }
        )


def check_counts(kind: str, *, allowed: Collection[str], label: str) -> None:
    """Raises Refused where the programme's rules do not take this kind for the obligation."""
    if allowed and kind not in allowed:
        raise Refused(
            _refusal(None)
            % {
                "why": _("loại “%(kind)s” không được tính cho nội dung phối hợp này")
                % {"kind": label},
                "how": _("chọn loại khác, hoặc đề nghị đầu mối sửa quy định về minh chứng"),
            }
        )


def check_open(closed: Period | None, *, instead: Period | None, task: Task | None) -> None:
    """Raises Refused where the day counts in a period whose figures are closed."""
    if closed is None:
        return
    next_one = instead.label if instead else _("tiếp theo")
    raise Refused(
        _refusal(task)
        % {
            "why": _("kỳ báo cáo %(period)s đã chốt số liệu ngày %(day)s")
            % {"period": closed.label, "day": said_day(closed.closing_day)},
            "how": _("ghi vào kỳ %(next)s hoặc đề nghị đầu mối mở lại kỳ báo cáo")
            % {"next": next_one},
        }
    )


def check_measures(programme: Programme, measures: Sequence[Given]) -> None:
    """Raises Refused for a number of another programme, a negative one, or one said twice."""
    said: set[tuple[int, tuple[str, ...]]] = set()
    whole: dict[int, bool] = {}
    for each in measures:
        name = each.indicator.name
        if each.indicator.programme_id != programme.pk:
            raise _number(name, _("chỉ tiêu này không thuộc %(p)s") % {"p": programme})
        if each.value < 0:
            raise _number(
                name, _("số không được âm; muốn giảm số đã ghi, đề nghị rút lại minh chứng đó")
            )
        if each.breakdown and len(each.breakdown) != len(each.indicator.disaggregated_by):
            wanted = ", ".join(each.indicator.disaggregated_by) or _("không phân tổ")
            raise _number(name, _("cách phân tổ của chỉ tiêu: %(wanted)s") % {"wanted": wanted})
        key = (each.indicator.pk, each.breakdown)
        if key in said or whole.setdefault(each.indicator.pk, not each.breakdown) != (
            not each.breakdown
        ):
            raise _number(name, _("ghi hai lần, hoặc vừa ghi tổng vừa ghi phần; chỉ ghi một"))
        said.add(key)


def check_can_withdraw(evidence: Evidence, reason: str) -> None:
    """Raises Refused for what was withdrawn before, or without a reason."""
    if evidence.is_withdrawn:
        raise Refused(_("Chưa rút lại được: minh chứng này đã được rút lại trước đó."))
    if not reason.strip():
        raise Refused(_("Chưa rút lại được: thiếu lý do. Đề nghị nêu rõ lý do."))


def check_can_close(period: Period, *, today: date) -> None:
    """Raises Refused before the closing day, and for a closed period."""
    if period.is_closed:
        raise Refused(_("Chưa chốt được: kỳ này đã chốt số liệu."))
    if today < period.closing_day:
        raise Refused(
            _("Chưa chốt được: chưa đến ngày chốt số liệu %(day)s. Đề nghị chốt từ ngày đó.")
            % {"day": said_day(period.closing_day)}
        )


def check_can_reopen(period: Period, reason: str) -> None:
    """Raises Refused for a period that is open, or without a reason."""
    if not period.is_closed:
        raise Refused(_("Chưa mở lại được: kỳ này chưa chốt số liệu."))
    if not reason.strip():
        raise Refused(_("Chưa mở lại được: thiếu lý do. Đề nghị nêu rõ lý do."))


def _refusal(task: Task | None) -> str:
    if task is None:
        return _("Chưa ghi nhận được minh chứng: %(why)s. Đề nghị %(how)s.")
    head = _("Chưa ghi nhận được minh chứng cho nhiệm vụ %(code)s") % {"code": task.code}
    return head.replace("%", "%%") + ": %(why)s. " + _("Đề nghị %(how)s.")


def _number(name: str, why: str) -> Refused:
    return Refused(
        _("Chưa ghi nhận được số liệu “%(name)s”: %(why)s.") % {"name": name, "why": why}
    )
