"""Who sees that something is late, and from when: the ladder as data."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class VisibilityRung(models.Model):
    """Bậc: a relation to the unit that is late, from which its lateness is seen, and by which roles."""

    class Relation(models.TextChoices):
        UNIT = "unit", _("đơn vị chủ trì")
        ABOVE = "above", _("lãnh đạo cấp trên của đơn vị")
        FOCAL = "focal", _("đầu mối của bên mình")
        OTHER_SIDE = "other_side", _("bên kia")
        PUBLIC = "public", _("công khai")

    class Since(models.TextChoices):
        AT_ONCE = "at_once", _("ngay")
        AFTER_SENDING = "after_sending", _("sau khi báo cáo của đơn vị đã gửi")
        AGGREGATE = "aggregate", _("chỉ số tổng hợp, không nêu tên đơn vị")

    relation = models.CharField(_("quan hệ"), max_length=10, choices=Relation, unique=True)
    turn = models.PositiveSmallIntegerField(_("bậc"), unique=True)
    since = models.CharField(_("được xem từ khi"), max_length=14, choices=Since)
    # Empty for every role that reads internal pages.
    roles = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["turn"]

    def __str__(self) -> str:
        return f"{self.turn}. {self.get_relation_display()}: {self.get_since_display()}"
