"""Evaluation (V.2.d of programme 922): effect against a baseline, at three points in time."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .indicator import Indicator


class EffectValue(models.Model):
    """Giá trị hiệu quả: what an effect indicator was at the baseline, mid-term or the end.

    A target may stand before the value is known; the source says who measured, the doubt what is
    not certain about it.
    """

    class Point(models.TextChoices):
        BASELINE = "baseline", _("đầu kỳ")
        MIDTERM = "midterm", _("giữa kỳ")
        FINAL = "final", _("cuối kỳ")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="effects")
    point = models.CharField(_("thời điểm"), max_length=10, choices=Point)
    year = models.PositiveSmallIntegerField(_("năm"))
    value = models.DecimalField(_("giá trị"), max_digits=20, decimal_places=4, null=True)
    target = models.DecimalField(_("mục tiêu"), max_digits=20, decimal_places=4, null=True)
    source = models.CharField(_("nguồn, cách đo"), max_length=400)
    doubt = models.CharField(_("nội dung cần xác minh"), max_length=400, blank=True)
    given_by = models.UUIDField(null=True)
    given_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "point"], name="one_effect_value_per_point"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.year}"
