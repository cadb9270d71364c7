"""The row of a paper, locked: whoever comes second waits, then reads what the first one wrote."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from nhipcau.base import clock
from nhipcau.language.dates import write_figures
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.papers.policies import Stale


def locked(paper: Paper, *, version: int | None = None) -> Paper:
    """The paper as it is now. Raises Stale when it has moved on since it was shown."""
    current = Paper.objects.select_for_update().get(pk=paper.pk)
    if version is not None and current.version != version:
        raise Stale(
            _(
                "Chưa thực hiện được: văn bản vừa được người khác cập nhật. "
                "Đề nghị xem lại trước khi thực hiện."
            )
        )
    return current


def locked_at(paper: Paper, *, edition: int) -> Paper:
    """The paper, locked, while `edition` is still the one that is asked about. Raises Stale."""
    current = locked(paper)
    if current.edition != edition:
        newest = current.editions.get(edition=current.edition)
        raise Stale(
            _(
                "Bản %(old)s đã được thay bằng bản %(new)s lúc %(at)s. "
                "Đề nghị xem khác biệt trước khi thống nhất."
            )
            % {"old": edition, "new": current.edition, "at": _at(newest.recorded_at)}
        )
    if current.state == Paper.State.DRAFT:
        raise Stale(
            _(
                "Bản %(n)s không còn ở bước thống nhất: dự thảo đang được sửa. "
                "Đề nghị chờ bản mới được gửi lấy ý kiến."
            )
            % {"n": edition}
        )
    return current


def move(paper: Paper, state: str | None = None) -> None:
    """Save the paper in a state, as a version of its own."""
    paper.state = state or paper.state
    paper.version += 1
    paper.save()


def _at(moment: datetime) -> str:
    """«9 giờ 12 phút», with the day where it was not today."""
    local = timezone.localtime(moment)
    said = _("%(hour)s giờ %(minute)s phút") % {"hour": local.hour, "minute": f"{local:%M}"}
    if local.date() == clock.today():
        return said
    return _("%(time)s ngày %(day)s") % {"time": said, "day": write_figures(local.date())}
