"""Periods of reporting: their days, their closing day, and whether they are closed."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText
from nhipcau.ledger.programmes.models import Programme


class PeriodQuerySet(models.QuerySet["Period"]):
    def holding(self, day: date) -> "PeriodQuerySet":
        """Periods in which a day counts."""
        return self.filter(first_day__lte=day, closing_day__gte=day)

    def closed(self) -> "PeriodQuerySet":
        return self.exclude(closed_at=None)


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

    objects = PeriodQuerySet.as_manager()

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

    def get_absolute_url(self) -> str:
        return reverse("ledger:period", args=[self.uuid])

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    def holds(self, day: date) -> bool:
        """Whether what counts on a day counts in it."""
        return self.first_day <= day <= self.closing_day


class PeriodMove(AppendOnly):
    """Chốt, mở lại số liệu: each closing and reopening of a period, with its reason."""

    CHAINED: ClassVar[tuple[str, ...]] = (
        "uuid", "recorded_at", "period_id", "kind", "by", "text_hash",
    )  # fmt: skip

    class Kind(models.TextChoices):
        CLOSED = "closed", _("chốt số liệu")
        REOPENED = "reopened", _("mở lại kỳ báo cáo")

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.UUIDField(null=True)

    objects = AppendOnlyQuerySet["PeriodMove"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.period_id}: {self.get_kind_display()}"


class PeriodMoveText(AppendOnlyText):
    """Why a period was reopened; nothing for a closing."""

    row = models.OneToOneField(
        PeriodMove,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )


class PeriodRule(models.Model):
    """Quy định về kỳ: from which day to which closing day figures count, since when, by what.

    Days are told as month and day; `years_back` is 1 where the period begins in the year before.
    """

    kind = models.CharField(_("loại kỳ"), max_length=10, choices=Period.Kind)
    turn = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(_("tên kỳ, {year} là năm"), max_length=120)
    first_month = models.PositiveSmallIntegerField()
    first_day = models.PositiveSmallIntegerField()
    years_back = models.PositiveSmallIntegerField(default=0)
    closing_month = models.PositiveSmallIntegerField()
    closing_day = models.PositiveSmallIntegerField()
    # The years for which the rule holds.
    first_year = models.PositiveSmallIntegerField(_("từ năm"))
    last_year = models.PositiveSmallIntegerField(_("đến năm"), null=True, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "turn", "first_year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "turn", "first_year"], name="one_period_rule_per_turn_and_year"
            ),
        ]

    def __str__(self) -> str:
        return self.label
