"""May this happen to people, their roles and their signatures? Each rule raises with its sentence.

Nothing here reads the database or the clock: days and facts come in, so that every rule has a
truth table in the tests.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused
from nhipcau.shell.templatetags.ui import day

from .models import SigningCapacity
from .roles import Role

MANDATE = SigningCapacity.Capacity.BY_MANDATE
DIRECT = SigningCapacity.Capacity.DIRECT


class Period(Protocol):
    """Something that runs from a day, perhaps to a day."""

    first_day: date
    last_day: date | None


def check_may_manage(*, is_own_system: bool, has_own_administrator: bool) -> None:
    """An administrator looks after the bodies of one's own ministry or committee, whole.

    Bodies without an administrator of their own are open to any; so neither side of a programme
    names the people of the other. Raises Refused.
    """
    if is_own_system or not has_own_administrator:
        return
    raise Refused(
        _(
            "Chưa thực hiện được: cơ quan này có quản trị hệ thống riêng. "
            "Đề nghị liên hệ quản trị hệ thống của cơ quan đó."
        )
    )


def may_manage(*, is_own_system: bool, has_own_administrator: bool) -> bool:
    """Whether `check_may_manage` would let it pass."""
    return is_own_system or not has_own_administrator


def check_may_recover(*, manages_every_role: bool) -> None:
    """A new link opens the account whole, so it is given only by one who looks after all of it.

    Raises Refused.
    """
    if not manages_every_role:
        raise Refused(
            _(
                "Chưa thực hiện được: người này còn có vai trò ở cơ quan do quản trị hệ thống khác "
                "phụ trách. Đề nghị người dùng tự đặt lại mật khẩu qua thư điện tử."
            )
        )


def check_may_appoint(
    *, is_oneself: bool, first_day: date, last_day: date | None, held: Iterable[Period]
) -> None:
    """Nobody appoints oneself, and one role is held once at a time. Raises Refused.

    `held`: the periods in which the person holds or held the same role for the same agency.
    """
    if is_oneself:
        raise Refused(
            _(
                "Chưa giao được vai trò: không tự giao vai trò cho mình. "
                "Đề nghị quản trị hệ thống khác thực hiện."
            )
        )
    check_period(first_day, last_day)
    for other in held:
        if overlaps(first_day, last_day, other):
            raise Refused(
                _(
                    "Chưa giao được vai trò: người này đã giữ vai trò đó %(period)s. "
                    "Đề nghị chọn thời gian khác hoặc kết thúc vai trò cũ trước."
                )
                % {"period": period(other.first_day, other.last_day)}
            )


def check_may_end(
    *, role: Period, is_own_administration: bool, last_day: date, today: date
) -> None:
    """A role ends on a day within it; an administrator does not lock oneself out. Raises Refused."""
    if role.last_day is not None and role.last_day < today:
        raise Refused(
            _("Chưa thực hiện được: vai trò này đã kết thúc ngày %(day)s.")
            % {"day": day(role.last_day)}
        )
    if is_own_administration:
        raise Refused(
            _(
                "Chưa kết thúc được: không tự kết thúc vai trò quản trị của mình. "
                "Đề nghị quản trị hệ thống khác thực hiện."
            )
        )
    if last_day < role.first_day:
        raise Refused(
            _("Chưa kết thúc được: ngày cuối phải từ ngày %(day)s, là ngày bắt đầu, trở đi.")
            % {"day": day(role.first_day)}
        )


def check_may_grant_signing(
    *,
    is_oneself: bool,
    is_signatory: bool,
    capacity: str,
    title_lines: Sequence[str],
    mandate: str,
    first_day: date,
    last_day: date | None,
    held: Iterable[Period],
) -> None:
    """A signing capacity stands on a role, a document and days. Raises Refused.

    Decree 30/2020/NĐ-CP, Điều 13.3: a mandate is written and limited in time. `held`: the periods
    in which the person has a capacity for the same kind of document of the same agency.
    """
    if is_oneself:
        raise Refused(
            _(
                "Chưa ghi nhận được thẩm quyền ký: không tự ghi nhận cho mình. "
                "Đề nghị quản trị hệ thống khác thực hiện."
            )
        )
    if not is_signatory:
        raise Refused(
            _(
                "Chưa ghi nhận được thẩm quyền ký: người này không giữ vai trò %(role)s của cơ quan "
                "trong thời gian đó. Đề nghị giao vai trò trước."
            )
            % {"role": Role.SIGNATORY.label}
        )
    if capacity == MANDATE and not (mandate.strip() and last_day):
        raise Refused(
            _(
                "Chưa ghi nhận được thẩm quyền ký thừa ủy quyền: thiếu số văn bản ủy quyền hoặc ngày "
                "hết hạn (khoản 3 Điều 13 Nghị định số 30/2020/NĐ-CP). Đề nghị ghi đủ cả hai."
            )
        )
    _check_title_lines(capacity, title_lines)
    check_period(first_day, last_day)
    for other in held:
        if overlaps(first_day, last_day, other):
            raise Refused(
                _(
                    "Chưa ghi nhận được thẩm quyền ký: người này đã có thẩm quyền ký loại văn bản đó "
                    "%(period)s. Đề nghị chọn thời gian khác hoặc kết thúc thẩm quyền cũ trước."
                )
                % {"period": period(other.first_day, other.last_day)}
            )


def check_may_sign(capacity: SigningCapacity | None, *, on: date) -> None:
    """Whether a signature of a day rests on a capacity of that day. Raises Refused."""
    if capacity is None:
        raise Refused(
            _(
                "Chưa ghi nhận được việc ký: người này chưa có thẩm quyền ký loại văn bản này. "
                "Đề nghị quản trị hệ thống của cơ quan ghi nhận thẩm quyền ký trước."
            )
        )
    if on < capacity.first_day:
        raise Refused(
            _("Chưa ghi nhận được việc ký: thẩm quyền ký có từ ngày %(day)s.")
            % {"day": day(capacity.first_day)}
        )
    if capacity.last_day is not None and on > capacity.last_day:
        raise Refused(_ended(capacity, capacity.last_day))


def can_sign(capacity: SigningCapacity | None, *, on: date) -> bool:
    """Whether `check_may_sign` would let it pass."""
    if capacity is None or on < capacity.first_day:
        return False
    return capacity.last_day is None or on <= capacity.last_day


def check_period(first_day: date, last_day: date | None) -> None:
    """A period ends no sooner than it begins. Raises Refused."""
    if last_day is not None and last_day < first_day:
        raise Refused(
            _("Chưa ghi nhận được: ngày cuối %(last)s trước ngày bắt đầu %(first)s.")
            % {"last": day(last_day), "first": day(first_day)}
        )


def overlaps(first_day: date, last_day: date | None, other: Period) -> bool:
    """Whether two periods share a day; without a last day a period runs on."""
    begins_in_time = other.last_day is None or first_day <= other.last_day
    return begins_in_time and (last_day is None or other.first_day <= last_day)


def period(first_day: date, last_day: date | None) -> str:
    """A period in words."""
    if last_day is None:
        return _("từ ngày %(first)s đến nay") % {"first": day(first_day)}
    return _("từ ngày %(first)s đến hết ngày %(last)s") % {
        "first": day(first_day),
        "last": day(last_day),
    }


def _check_title_lines(capacity: str, title_lines: Sequence[str]) -> None:
    """Above a signature the form of signing comes first: «KT. BỘ TRƯỞNG» (Phụ lục I, mục II.7)."""
    first = title_lines[0].strip() if title_lines else ""
    if not first:
        raise Refused(_("Chưa ghi nhận được thẩm quyền ký: thiếu chức vụ ghi khi ký."))
    if capacity != DIRECT and not first.startswith(capacity):
        raise Refused(
            _(
                "Chưa ghi nhận được thẩm quyền ký: dòng đầu của chức vụ phải bắt đầu bằng “%(form)s”, "
                "ví dụ “%(form)s BỘ TRƯỞNG”."
            )
            % {"form": capacity}
        )


def _ended(capacity: SigningCapacity, last_day: date) -> str:
    if capacity.capacity == MANDATE:
        return _(
            "Chưa ghi nhận được việc ký: việc ủy quyền ký theo văn bản %(mandate)s đã hết hạn ngày "
            "%(day)s. Đề nghị người đứng đầu ký, hoặc ghi nhận văn bản ủy quyền mới."
        ) % {"mandate": capacity.mandate, "day": day(last_day)}
    return _(
        "Chưa ghi nhận được việc ký: thẩm quyền ký đã kết thúc ngày %(day)s. "
        "Đề nghị chọn người đang có thẩm quyền."
    ) % {"day": day(last_day)}
