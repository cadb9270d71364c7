"""What was sent, word for word and number for number; and what happened to a report."""

import json
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText

from .report import Report


class Snapshot(AppendOnly):
    """Bản chụp khi gửi: the report as it was sent; what the records say later changes nothing."""

    CHAINED: ClassVar[tuple[str, ...]] = (
        "uuid", "recorded_at", "report_id", "edition", "by", "text_hash",
    )  # fmt: skip

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="snapshots")
    edition = models.PositiveSmallIntegerField()
    by = models.UUIDField(null=True)

    objects = AppendOnlyQuerySet["Snapshot"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "edition"], name="one_snapshot_per_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.edition}"


class SnapshotText(AppendOnlyText):
    """Account, sections and sources, as JSON."""

    row = models.OneToOneField(
        Snapshot, to_field="uuid", primary_key=True, on_delete=models.PROTECT, related_name="words"
    )


class ReportMove(AppendOnly):
    """Diễn biến báo cáo: sent, received, returned, gathered, replaced."""

    CHAINED: ClassVar[tuple[str, ...]] = (
        "uuid", "recorded_at", "report_id", "edition", "kind", "by", "agency", "text_hash",
    )  # fmt: skip

    class Kind(models.TextChoices):
        TO_LEADER = "to_leader", _("trình lãnh đạo")
        SENT = "sent", _("gửi báo cáo")
        RECEIVED = "received", _("tiếp nhận báo cáo")
        RETURNED = "returned", _("trả lại, đề nghị bổ sung, hoàn thiện")
        CONSOLIDATED = "consolidated", _("tổng hợp")
        REPLACED = "replaced", _("được thay thế")
        CORRECTED = "corrected", _("đính chính hình thức")

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="moves")
    edition = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    by = models.UUIDField(null=True)
    agency = models.UUIDField(null=True)

    objects = AppendOnlyQuerySet["ReportMove"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.report_id}: {self.get_kind_display()}"

    @property
    def said(self) -> dict[str, Any]:
        """Reason, sections and document; nothing where it was redacted."""
        text = self.words.text
        return json.loads(text) if text else {}


class ReportMoveText(AppendOnlyText):
    """Reason, sections that are meant and document, as JSON."""

    row = models.OneToOneField(
        ReportMove,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )
