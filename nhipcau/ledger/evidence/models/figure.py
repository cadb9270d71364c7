"""Figures that people give: planned, done, expected for the year; beside what evidence adds up to."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, Place

from .indicator import Indicator
from .period import Period


class Figure(models.Model):
    """Số liệu theo kỳ: one unit's number for one indicator, with its reason where it differs.

    `mark` says which of four things a missing number is; with VALUE the number is there, and may
    be 0. The estimate for the year is a person's number, met later by what was done.
    """

    class Kind(models.TextChoices):
        PLANNED = "planned", _("kế hoạch")
        DONE = "done", _("thực hiện kỳ này")
        ESTIMATE = "estimate", _("ước cả năm")

    class Mark(models.TextChoices):
        VALUE = "value", _("có số liệu")
        UNKNOWN = "unknown", _("chưa có số liệu")
        NONE_AROSE = "none_arose", _("không phát sinh")
        NOT_APPLICABLE = "not_applicable", _("không áp dụng")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="figures")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="figures")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="figures")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="figures")
    kind = models.CharField(_("loại số"), max_length=10, choices=Kind)
    mark = models.CharField(max_length=16, choices=Mark, default=Mark.VALUE)
    value = models.DecimalField(_("số"), max_digits=20, decimal_places=4, null=True)
    breakdown = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    # Why a unit reports another number than the platform holds; then both are shown.
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    given_by = models.UUIDField(null=True)
    given_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "period", "agency", "place", "kind", "breakdown"],
                nulls_distinct=False,
                name="one_figure_per_unit_and_period",
            ),
            models.CheckConstraint(
                condition=Q(mark="value", value__isnull=False) | (~Q(mark="value") & Q(value=None)),
                name="a_number_is_there_where_one_is_said",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.get_kind_display()}"
