"""Indicators: what a number means, its unit, and how numbers add up over time and over places."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models.periods import ends_after_it_begins
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.work.models import Task


class Indicator(models.Model):
    """Chỉ tiêu: a number with its definition; effect indicators answer V.2.d of the programme."""

    class Adds(models.TextChoices):
        SUM = "sum", _("cộng dồn")
        LAST = "last", _("lấy số cuối kỳ")
        MOST = "most", _("lấy số lớn nhất")
        MEAN = "mean", _("bình quân")
        NOT = "not", _("không cộng")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="indicators")
    code = models.SlugField(max_length=40)
    name = models.CharField(_("chỉ tiêu"), max_length=300)
    definition = models.TextField(_("định nghĩa, cách tính"))
    unit = models.CharField(_("đơn vị tính"), max_length=60)
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators"
    )
    over_time = models.CharField(_("theo thời gian"), max_length=6, choices=Adds, default=Adds.SUM)
    over_places = models.CharField(_("theo địa bàn"), max_length=6, choices=Adds, default=Adds.SUM)
    # «giới tính», «ngôn ngữ»: never ethnic origin of persons.
    disaggregated_by = ArrayField(
        models.CharField(max_length=60), verbose_name=_("phân tổ theo"), default=list, blank=True
    )
    is_effect = models.BooleanField(_("chỉ tiêu hiệu quả"), default=False)
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["programme", "code"], name="one_indicator_per_code"),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="indicator_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("ledger:indicator", args=[self.uuid])


class TaskTarget(models.Model):
    """Chỉ tiêu của nhiệm vụ: what a task is to reach, counted; the plan adds these up."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="targets")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    target = models.DecimalField(_("chỉ tiêu"), max_digits=20, decimal_places=4)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["task", "indicator"], name="one_target_per_task_and_indicator"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id}: {self.target}"
