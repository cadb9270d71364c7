"""Where the words of this room's rows live, for the day when the law orders them destroyed."""

from collections.abc import Iterator

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, files
from nhipcau.registry.manifest import Copies

from .models import CaseFile, Delegate, FocalUnit, PointLink, ProvinceAction, StandingChoice


def of_action(action: ProvinceAction) -> Iterator[Copy]:
    """What was said of a province, and the document that was attached."""
    yield fields(_("Nội dung ghi nhận của địa phương"), [action])
    yield files(_("Tệp văn bản của địa phương"), [action])


def own_words(row: Model) -> Iterator[Copy]:
    """The words of such a row live in itself only."""
    yield fields(_("Nội dung ghi nhận"), [row])


COPIES = (
    Copies(ProvinceAction, _("Việc triển khai ở địa phương"), of_action),
    Copies(StandingChoice, _("Chương trình tiếp tục áp dụng"), own_words),
    Copies(PointLink, _("Đối chiếu điểm của địa phương"), own_words),
    Copies(Delegate, _("Cán bộ được cử tham gia"), own_words),
    Copies(FocalUnit, _("Đầu mối của địa phương"), own_words),
    Copies(CaseFile, _("Hồ sơ công việc"), own_words),
)
