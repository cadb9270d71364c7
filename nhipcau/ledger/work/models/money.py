"""Money of a task or a plan through its year: needed, estimated, allotted, spent, settled."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency

from .plan import Plan
from .task import Task


class BudgetLine(models.Model):
    """Kinh phí: amounts in đồng from one source, by stage; empty is «chưa có số liệu», not 0."""

    class Source(models.TextChoices):
        STATE = "state", _("ngân sách nhà nước của mỗi bên")
        NATIONAL = "national", _("tiểu dự án của chương trình mục tiêu quốc gia")
        OTHER = "other", _("nguồn hợp pháp khác")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="budget_lines"
    )
    task = models.ForeignKey(
        Task, on_delete=models.PROTECT, null=True, blank=True, related_name="budget_lines"
    )
    year = models.PositiveSmallIntegerField(_("năm ngân sách"))
    source = models.CharField(_("nguồn"), max_length=10, choices=Source)
    # «Tiểu dự án 1, Dự án 10 …»
    source_words = models.CharField(_("tên nguồn"), max_length=200, blank=True)
    owner = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        related_name="budget_lines",
        verbose_name=_("đơn vị dự toán"),
    )
    needed = models.DecimalField(_("nhu cầu"), max_digits=15, decimal_places=0, null=True)
    estimated = models.DecimalField(_("dự toán"), max_digits=15, decimal_places=0, null=True)
    allotted = models.DecimalField(_("được giao"), max_digits=15, decimal_places=0, null=True)
    spent = models.DecimalField(_("giải ngân"), max_digits=15, decimal_places=0, null=True)
    settled = models.DecimalField(_("quyết toán"), max_digits=15, decimal_places=0, null=True)
    document = models.CharField(_("theo văn bản"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["year", "source", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(plan__isnull=False) | Q(task__isnull=False),
                name="money_is_of_a_plan_or_a_task",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.get_source_display()}"
