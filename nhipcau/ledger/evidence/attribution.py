"""For whom a person may lodge by hand, who may say what a task is to reach, who may open a file."""

from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.sides import sides_of
from nhipcau.ledger.work import houses
from nhipcau.ledger.work.actions import tasks
from nhipcau.ledger.work.models import Task
from nhipcau.ledger.work.policies import is_settled

from .models import Evidence, EvidenceFile


def check_may_lodge_for(user: User, agency: Agency) -> None:
    """Raises Refused unless it is the person's own unit, one below it, or the person is focal point."""
    own = {each.pk for each in user.agencies()}
    if own & upwards([agency]) or _is_focal_point(user):
        return
    raise Refused(
        _(
            "Chưa ghi nhận được minh chứng: %(agency)s không phải đơn vị của ông/bà hoặc đơn vị "
            "trực thuộc. Đề nghị để đơn vị đó ghi nhận, hoặc gửi cho đầu mối."
        )
        % {"agency": agency}
    )


def may_withdraw(user: User, evidence: Evidence) -> bool:
    """Whoever lodged it, a person of its unit or above, or a focal point."""
    own = {each.pk for each in user.agencies()}
    return (
        user.uuid == evidence.by or bool(own & upwards([evidence.agency])) or _is_focal_point(user)
    )


def may_aim(user: User, task: Task) -> bool:
    """Whoever may write the task: of the unit that leads it, of who asks, or of who drafts the plan."""
    writes = tasks.may_write(user, task.plan, task.lead, task.asker, task.programme)
    return user.may("work.write") and writes


def check_may_aim(user: User, task: Task, *, anew: bool) -> None:
    """Raises Refused for others; of a plan that was issued only who asked moves a target."""
    if not may_aim(user, task):
        raise Refused(
            _(
                "Chưa ghi được chỉ tiêu: %(agency)s không phải đơn vị của ông/bà. "
                "Đề nghị đơn vị chủ trì hoặc cơ quan giao nhiệm vụ thực hiện."
            )
            % {"agency": task.lead}
        )
    asker = task.asker or task.lead
    confirms = user.may("work.confirm") and houses.speaks_for(user, asker)
    if anew and is_settled(task.plan) and not confirms:
        raise Refused(
            _(
                "Chưa sửa được chỉ tiêu: kế hoạch đã trình ký hoặc đã ban hành. Đề nghị cơ quan "
                "giao nhiệm vụ (%(asker)s) sửa, hoặc lập kế hoạch điều chỉnh."
            )
            % {"asker": asker}
        )


def may_open(user: User, file: EvidenceFile, *, on: date | None = None) -> bool:
    """Closed files open for the unit itself, those above it, and the programme's focal points."""
    evidence = file.evidence
    if not user.may("ledger.read_internal"):
        return False
    if not file.is_closed:
        return True
    own = {each.pk for each in user.agencies()}
    if own & upwards([evidence.agency]):
        return True
    day = on or clock.today()
    return _is_focal_point(user) and bool(sides_of(user, evidence.programme, on=day))


def is_kept(file: EvidenceFile, *, on: date) -> bool:
    """Whether its time has not run out and its bytes are there."""
    in_time = file.kept_until is None or file.kept_until >= on
    return in_time and file.removed_on is None


def _is_focal_point(user: User) -> bool:
    return any(each.role == Role.FOCAL_POINT for each in user.current_memberships)
