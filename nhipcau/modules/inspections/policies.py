"""May this happen in an inspection? Each rule raises with its sentence, or answers."""

from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base.refusal import Refused

from .models import Inspection, Member, Recommendation, Result


class Stale(Refused):
    """Somebody else was first."""


def is_inspecting(user: User, inspection: Inspection) -> bool:
    """Whether the person acts for the leading agency, a unit of it, or a member's agency."""
    own = {agency.pk for agency in user.agencies()}
    own |= {agency.parent_id for agency in user.agencies() if agency.parent_id}
    on_team = {inspection.leads_id} | {each.agency_id for each in inspection.members.all()}
    return bool(own & on_team)


def is_of_unit(user: User, inspection: Inspection) -> bool:
    """Whether the person acts for the inspected unit."""
    return inspection.unit_id in {agency.pk for agency in user.agencies()}


def check_can_plan(
    user: User, *, leads: Agency, unit: Agency, first: date, last: date, others: int
) -> None:
    """Raises Refused for another's team, a unit that inspects itself, wrong days, an overlap."""
    own = {agency.pk for agency in user.agencies()}
    own |= {agency.parent_id for agency in user.agencies() if agency.parent_id}
    if leads.pk not in own:
        raise Refused(
            _(
                "Chưa ghi được cuộc kiểm tra: tài khoản không thuộc cơ quan chủ trì đoàn. "
                "Đề nghị để cán bộ của cơ quan chủ trì ghi."
            )
        )
    if leads.pk == unit.pk:
        raise Refused(
            _(
                "Chưa ghi được cuộc kiểm tra: cơ quan chủ trì và đơn vị được kiểm tra là một. "
                "Đề nghị chọn đơn vị khác."
            )
        )
    if last < first:
        raise Refused(
            _(
                "Chưa ghi được cuộc kiểm tra: ngày kết thúc trước ngày bắt đầu. "
                "Đề nghị sửa một trong hai ngày."
            )
        )
    if not unit.exists_on(first):
        raise Refused(
            _(
                "Chưa ghi được cuộc kiểm tra: %(unit)s không hoạt động vào ngày bắt đầu. "
                "Đề nghị chọn cơ quan tiếp nhận nhiệm vụ của đơn vị này."
            )
            % {"unit": unit.full_name}
        )
    if others:
        raise Refused(
            _(
                "Chưa ghi được cuộc kiểm tra: %(unit)s đã có đoàn khác trong những ngày này. "
                "Đề nghị chọn ngày khác để không trùng lặp."
            )
            % {"unit": unit.full_name}
        )


def check_can_write(user: User, inspection: Inspection) -> None:
    """Raises Refused for who is not on the inspecting side, and once the minutes are closed."""
    _check_inspecting(user, inspection)
    if inspection.minuted_on is not None:
        raise Refused(
            _(
                "Chưa sửa được: biên bản đã kết thúc ngày %(day)s. "
                "Nội dung mới đề nghị ghi trong báo cáo kết quả hoặc một cuộc kiểm tra khác."
            )
            % {"day": f"{inspection.minuted_on:%d/%m/%Y}"}
        )


def check_can_announce(user: User, inspection: Inspection) -> None:
    """Raises Refused before the decision is out, or without questions for the unit."""
    _check_inspecting(user, inspection)
    if inspection.stage != Inspection.Stage.DECIDED:
        raise Refused(
            _(
                "Chưa gửi được đề cương cho đơn vị: quyết định thành lập đoàn chưa được ghi nhận "
                "số, ngày ban hành, hoặc đề cương đã gửi. Đề nghị ghi nhận quyết định trước."
            )
        )
    if not inspection.questions.exists():
        raise Refused(
            _(
                "Chưa gửi được đề cương cho đơn vị: đề cương còn trống. Đề nghị ghi nội dung báo cáo."
            )
        )


def check_can_report(user: User, inspection: Inspection) -> None:
    """Raises Refused for others than the unit, before it was asked, or after the minutes."""
    if not is_of_unit(user, inspection):
        raise Refused(
            _("Chưa gửi được báo cáo: chỉ đơn vị được kiểm tra gửi. Đề nghị để đơn vị thực hiện.")
        )
    if inspection.announced_on is None or inspection.minuted_on is not None:
        raise Refused(
            _(
                "Chưa gửi được báo cáo: đoàn chưa gửi đề cương, hoặc biên bản đã kết thúc. "
                "Đề nghị liên hệ trưởng đoàn."
            )
        )


def check_can_note(user: User, inspection: Inspection) -> None:
    """Raises Refused before there is a team, and once the minutes are closed."""
    check_can_write(user, inspection)
    if inspection.stage == Inspection.Stage.PLANNED:
        raise Refused(
            _(
                "Chưa ghi được kết quả tại chỗ: chưa có quyết định thành lập đoàn. "
                "Đề nghị ghi nhận số, ngày của quyết định trước."
            )
        )


def check_can_close_minutes(user: User, inspection: Inspection) -> None:
    """Raises Refused without results of both kinds looked at, a head and a secretary."""
    check_can_note(user, inspection)
    kinds = {each.kind for each in inspection.results.all()}
    if Result.Kind.ACHIEVED not in kinds:
        raise Refused(
            _(
                "Chưa kết thúc được biên bản: chưa ghi kết quả đạt được của đơn vị. "
                "Đề nghị ghi ít nhất một kết quả đạt được."
            )
        )
    roles = {each.role for each in inspection.members.all()}
    if not {Member.Role.HEAD, Member.Role.SECRETARY} <= roles:
        raise Refused(
            _(
                "Chưa kết thúc được biên bản: đoàn chưa có trưởng đoàn hoặc thư ký. "
                "Đề nghị bổ sung thành phần đoàn."
            )
        )


def check_can_recommend(user: User, inspection: Inspection, *, follower: User, due: date) -> None:
    """Raises Refused before the minutes are closed, for a day already past, or a wrong follower."""
    _check_inspecting(user, inspection)
    if inspection.minuted_on is None:
        raise Refused(
            _(
                "Chưa ghi được kiến nghị: biên bản chưa kết thúc. "
                "Đề nghị kết thúc biên bản với đơn vị trước."
            )
        )
    if due < inspection.minuted_on:
        raise Refused(
            _("Chưa ghi được kiến nghị: thời hạn trước ngày biên bản. Đề nghị chọn ngày sau đó.")
        )
    if not is_inspecting(follower, inspection):
        raise Refused(
            _(
                "Chưa ghi được kiến nghị: người theo dõi không thuộc cơ quan của đoàn. "
                "Đề nghị chọn người của cơ quan chủ trì hoặc cơ quan có thành viên trong đoàn."
            )
        )


def check_can_mend(user: User, recommendation: Recommendation) -> None:
    """Raises Refused for others than the unit that it is addressed to, or once confirmed."""
    if recommendation.to_id not in {agency.pk for agency in user.agencies()}:
        raise Refused(
            _(
                "Chưa gửi được kết quả khắc phục: kiến nghị này giao cho %(unit)s. "
                "Đề nghị để đơn vị đó gửi."
            )
            % {"unit": recommendation.to.full_name}
        )
    if recommendation.is_confirmed:
        raise Refused(_("Kết quả khắc phục đã được xác nhận, không cần gửi lại."))


def check_can_confirm(user: User, recommendation: Recommendation) -> None:
    """Raises Refused for anybody but the named follower, and for who mended it."""
    if recommendation.follower_id != user.pk:
        raise Refused(
            _(
                "Chưa xác nhận được: người theo dõi kiến nghị này là %(name)s. "
                "Đề nghị để người đó xác nhận."
            )
            % {"name": recommendation.follower.name}
        )
    if recommendation.remedied_on is None or recommendation.is_confirmed:
        raise Refused(
            _(
                "Chưa xác nhận được: đơn vị chưa gửi kết quả khắc phục, hoặc kết quả đã được xác nhận. "
                "Đề nghị chờ đơn vị gửi."
            )
        )
    if recommendation.remedied_by == user.uuid:
        raise Refused(
            _(
                "Chưa xác nhận được: người xác nhận không được đồng thời là người gửi kết quả. "
                "Đề nghị để người khác của đoàn xác nhận."
            )
        )


def allows(check: object, *given: object, **named: object) -> bool:
    """Whether a rule would let it pass."""
    try:
        check(*given, **named)  # type: ignore[operator]
    except Refused:
        return False
    return True


def _check_inspecting(user: User, inspection: Inspection) -> None:
    if not is_inspecting(user, inspection):
        raise Refused(
            _(
                "Chưa ghi được: tài khoản không thuộc cơ quan của đoàn kiểm tra. "
                "Đề nghị để thành viên đoàn ghi."
            )
        )
