"""Periods of reporting: their days, their closing day, and whether they are closed."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nhipcau.ledger.programmes.models import Programme


class Period(models.Model):
    """Kỳ báo cáo: figures count from the first day to the closing day (ngày chốt số liệu)."""

    class Kind(models.TextChoices):
        MONTH = "month", _("tháng")
        QUARTER = "quarter", _("quý")
        HALF = "half", _("6 tháng")
        NINE = "nine", _("9 tháng")
        YEAR = "year", _("năm")
        OTHER = "other", _("chuyên đề, đột xuất")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="periods")
    kind = models.CharField(_("loại kỳ"), max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField(_("năm"))
    # 1–12 for a month, 1–4 for a quarter, 0 where there is one in a year.
    turn = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(_("tên kỳ"), max_length=120)
    first_day = models.DateField(_("từ ngày"))
    closing_day = models.DateField(_("ngày chốt số liệu"))
    closed_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["closing_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "kind", "year", "turn"],
                condition=~Q(kind="other"),
                name="one_period_per_turn_of_a_year",
            ),
            models.CheckConstraint(
                condition=Q(closing_day__gte=F("first_day")), name="a_period_closes_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None
