"""May this happen to a nomination? Each rule raises with its sentence, or answers."""

from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base.refusal import Refused

from .models import Award, Emulation, Nomination, own_agencies


class Stale(Refused):
    """Somebody else was first."""


def check_can_launch(user: User, agency: Agency, *, first: date, last: date) -> None:
    """Raises Refused for another agency, or days that run backwards."""
    if agency.pk not in own_agencies(user):
        raise Refused(
            _(
                "Chưa phát động được: tài khoản không thuộc cơ quan phát động. "
                "Đề nghị để cán bộ của cơ quan đó thực hiện."
            )
        )
    if last < first:
        raise Refused(
            _("Chưa phát động được: ngày kết thúc trước ngày bắt đầu. Đề nghị sửa lại ngày.")
        )


def check_can_register(emulation: Emulation, *, today: date, is_registered: bool) -> None:
    """Raises Refused outside the days of the emulation, or a second time."""
    if not emulation.first_day <= today <= emulation.last_day:
        raise Refused(
            _(
                "Chưa đăng ký được: phong trào diễn ra từ ngày %(first)s đến ngày %(last)s. "
                "Đề nghị chọn phong trào đang diễn ra."
            )
            % {
                "first": f"{emulation.first_day:%d/%m/%Y}",
                "last": f"{emulation.last_day:%d/%m/%Y}",
            }
        )
    if is_registered:
        raise Refused(_("Đơn vị đã đăng ký phong trào này, không cần đăng ký lại."))


def check_can_nominate(
    user: User, *, unit: Agency, award: Award, is_collective: bool, today: date, is_held: bool
) -> None:
    """Raises Refused for another's unit, an award not given now or not to such, a second award."""
    if unit.pk not in {agency.pk for agency in user.agencies()}:
        raise Refused(
            _(
                "Chưa lập được hồ sơ: hồ sơ khen thưởng do chính đơn vị bình xét và gửi. "
                "Đề nghị để cán bộ của đơn vị thực hiện."
            )
        )
    if not award.is_given_on(today):
        raise Refused(
            _(
                "Chưa đề nghị được: hình thức “%(award)s” không còn hoặc chưa áp dụng. "
                "Đề nghị chọn hình thức đang áp dụng."
            )
            % {"award": award.name}
        )
    if not (award.is_collective if is_collective else award.is_individual):
        raise Refused(
            _(
                "Chưa đề nghị được: hình thức “%(award)s” không dành cho đối tượng này. "
                "Đề nghị chọn hình thức khác."
            )
            % {"award": award.name}
        )
    if is_held:
        raise Refused(
            _(
                "Chưa đề nghị được: thành tích này đã có một đề nghị khen thưởng. "
                "Mỗi thành tích chỉ khen một lần; đề nghị xem lại hồ sơ đã gửi."
            )
        )


def check_can_write(user: User, nomination: Nomination) -> None:
    """Raises Refused for others than the unit, and once it was sent."""
    if not _is_of_unit(user, nomination):
        raise Refused(
            _("Chưa sửa được: hồ sơ này của đơn vị khác. Việc sửa do đơn vị lập hồ sơ thực hiện.")
        )
    if nomination.state not in {Nomination.State.DRAFT, Nomination.State.RETURNED}:
        raise Refused(
            _(
                "Chưa sửa được: hồ sơ đã gửi. Muốn sửa, đề nghị rút lại hoặc chờ cơ quan xét trả lại."
            )
        )


def check_can_withdraw(user: User, nomination: Nomination) -> None:
    """Raises Refused for others than the unit, and once a decision was made."""
    if not _is_of_unit(user, nomination):
        raise Refused(_("Chưa rút được: hồ sơ này của đơn vị khác. Đề nghị để đơn vị đó rút."))
    if nomination.state in {Nomination.State.DECIDED, *Nomination.OVER}:
        raise Refused(_("Chưa rút được: hồ sơ đã kết thúc. Đề nghị liên hệ cơ quan xét."))


def check_can_attest(user: User, nomination: Nomination) -> None:
    """Raises Refused for others than the managing agency, before it is sent, or twice."""
    if nomination.managing_id not in own_agencies(user):
        raise Refused(
            _(
                "Chưa ghi được ý kiến hiệp y: tài khoản không thuộc cơ quan quản lý. "
                "Đề nghị để cơ quan quản lý ghi."
            )
        )
    if nomination.state != Nomination.State.SENT or nomination.attested_on is not None:
        raise Refused(
            _(
                "Chưa ghi được ý kiến hiệp y: hồ sơ chưa gửi, hoặc đã có ý kiến. "
                "Đề nghị tải lại trang để xem tình trạng."
            )
        )


def check_decides(user: User, nomination: Nomination) -> None:
    """Raises Refused for others than the agency that considers it."""
    if nomination.decided_at_id not in own_agencies(user):
        raise Refused(
            _(
                "Chưa thực hiện được: hồ sơ do cơ quan khác xét. "
                "Đề nghị để cán bộ của cơ quan xét thực hiện."
            )
        )


def check_can_return(user: User, nomination: Nomination) -> None:
    """Raises Refused unless it waits with the deciding agency."""
    check_decides(user, nomination)
    if nomination.state not in {Nomination.State.SENT, Nomination.State.REVIEWED}:
        raise Refused(_("Chưa trả lại được: hồ sơ không ở bước xét. Đề nghị tải lại trang."))


def check_can_vote(user: User, nomination: Nomination, *, votes_for: int, votes_all: int) -> None:
    """Raises Refused without the attestation, for wrong counts, or one's own unit's nomination."""
    check_decides(user, nomination)
    if nomination.state != Nomination.State.SENT:
        raise Refused(
            _("Chưa ghi được kết quả xét: hồ sơ chưa gửi hoặc đã xét. Đề nghị tải lại trang.")
        )
    if nomination.waits_for_attestation:
        raise Refused(
            _(
                "Chưa ghi được kết quả xét: còn chờ ý kiến hiệp y của %(agency)s. "
                "Đề nghị chờ cơ quan quản lý có ý kiến."
            )
            % {"agency": nomination.managing.full_name if nomination.managing else ""}
        )
    if not 0 <= votes_for <= votes_all or votes_all == 0:
        raise Refused(
            _(
                "Chưa ghi được kết quả xét: số phiếu đồng ý phải trong khoảng từ 0 đến tổng số thành viên hội đồng. "
                "Đề nghị kiểm tra lại hai số."
            )
        )


def check_can_submit(user: User, nomination: Nomination) -> None:
    """Raises Refused before the council, with fewer votes than the law asks, or against hiệp y."""
    check_decides(user, nomination)
    if nomination.state != Nomination.State.REVIEWED:
        raise Refused(
            _("Chưa trình được: hội đồng chưa xét hồ sơ này. Đề nghị ghi kết quả xét trước.")
        )
    if nomination.managing_id and not nomination.agrees:
        raise Refused(
            _(
                "Chưa trình được: cơ quan quản lý chưa đồng ý. "
                "Đề nghị kết thúc hồ sơ hoặc trao đổi lại với cơ quan quản lý."
            )
        )
    needed, reached = nomination.award.votes_needed, nomination.percent
    if needed is not None and (reached is None or reached < needed):
        raise Refused(
            _(
                "Chưa trình được: đạt %(reached)s%% số phiếu, hình thức này cần ít nhất "
                "%(needed)s%%. Đề nghị kết thúc hồ sơ hoặc xét hình thức khác."
            )
            % {"reached": reached or 0, "needed": needed}
        )


def check_can_close(user: User, nomination: Nomination) -> None:
    """Raises Refused for one that is decided or over."""
    check_decides(user, nomination)
    if nomination.state in {Nomination.State.DRAFT, Nomination.State.DECIDED, *Nomination.OVER}:
        raise Refused(_("Chưa kết thúc được: hồ sơ không ở bước xét. Đề nghị tải lại trang."))


def allows(check: object, *given: object, **named: object) -> bool:
    """Whether a rule would let it pass."""
    try:
        check(*given, **named)  # type: ignore[operator]
    except Refused:
        return False
    return True


def _is_of_unit(user: User, nomination: Nomination) -> bool:
    return nomination.unit_id in {agency.pk for agency in user.agencies()}
