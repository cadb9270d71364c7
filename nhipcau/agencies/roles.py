"""The roles in which a person acts for an agency; rights hang on roles, roles on dates."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    OFFICER = "officer", _("Chuyên viên")
    LEADER = "leader", _("Lãnh đạo đơn vị")
    FOCAL_POINT = "focal_point", _("Cán bộ đầu mối")
    SIGNATORY = "signatory", _("Người ký")
    CLERK = "clerk", _("Văn thư")
    SPOKESPERSON = "spokesperson", _("Người phát ngôn")
    INSPECTOR = "inspector", _("Cán bộ kiểm tra")
    AUDITOR = "auditor", _("Cán bộ giám sát nhật ký")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")
