"""What happened to a task, row by row: proposed done, confirmed, extended, taken out."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText

from .task import Task


class TaskMove(AppendOnly):
    """Diễn biến nhiệm vụ; a moved deadline keeps the old one and, in its words, the reason."""

    CHAINED: ClassVar[tuple[str, ...]] = (
        "uuid", "recorded_at", "task_id", "kind", "by", "agency", "old_due", "new_due", "text_hash",
    )  # fmt: skip

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", _("giao nhiệm vụ")
        STARTED = "started", _("bắt đầu thực hiện")
        CHANGED = "changed", _("sửa nội dung")
        PROPOSED_DONE = "proposed_done", _("đề nghị xác nhận hoàn thành")
        CONFIRMED = "confirmed", _("xác nhận hoàn thành")
        NOT_YET = "not_yet", _("chưa xác nhận, đề nghị bổ sung")
        EXTENSION_ASKED = "extension_asked", _("đề nghị gia hạn")
        EXTENDED = "extended", _("chấp thuận gia hạn")
        NOT_EXTENDED = "not_extended", _("không chấp thuận gia hạn")
        PAUSED = "paused", _("tạm dừng")
        RESUMED = "resumed", _("tiếp tục thực hiện")
        TAKEN_OUT = "taken_out", _("đưa ra khỏi kế hoạch")
        REOPENED = "reopened", _("mở lại")

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=16, choices=Kind)
    by = models.UUIDField(null=True)
    agency = models.UUIDField(null=True)
    old_due = models.DateField(null=True)
    new_due = models.DateField(null=True)

    objects = AppendOnlyQuerySet["TaskMove"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["task", "position"], name="history_of_a_task"),
        ]

    def __str__(self) -> str:
        return f"{self.task_id}: {self.get_kind_display()}"


class TaskMoveText(AppendOnlyText):
    """Reason, document, and what changed, as JSON: {"reason", "document", "changes"}."""

    row = models.OneToOneField(
        TaskMove, to_field="uuid", primary_key=True, on_delete=models.PROTECT, related_name="words"
    )
