"""What happened to a dispatch, one row for each, never changed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText

from .dispatch import Dispatch


class DispatchEvent(AppendOnly):
    """Diễn biến: recorded, acknowledged, told its state, recalled, superseded, exported."""

    CHAINED = (
        "uuid", "recorded_at", "dispatch_id", "kind", "code", "agency", "by", "text_hash",
    )  # fmt: skip

    class Kind(models.TextChoices):
        RECORDED = "recorded", _("Đã ghi nhận văn bản")
        ACKNOWLEDGED = "acknowledged", _("Ghi nhận số đến, ngày đến")
        STATUS = "status", _("Ghi nhận tình trạng xử lý")
        UPDATED = "updated", _("Nhận bản cập nhật")
        REPLACED = "replaced", _("Được thay thế")
        RECALLED = "recalled", _("Thu hồi")
        REFUSED = "refused", _("Từ chối thu hồi, cập nhật")
        CORRECTED = "corrected", _("Sửa thông tin đã ghi")
        EXPORTED = "exported", _("Đã xuất edXML")

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=12, choices=Kind)
    # StatusCode or BussinessDocType of edXML, where the event is one.
    code = models.SlugField(max_length=2, blank=True, db_index=False)
    # Which agency says so, and who wrote it down.
    agency = models.UUIDField(null=True)
    by = models.UUIDField(null=True)

    objects = AppendOnlyQuerySet["DispatchEvent"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["dispatch", "position"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.dispatch_id}"


class DispatchEventText(AppendOnlyText):
    """What was said with it: reason, description, the sentence of a signature."""

    row = models.OneToOneField(
        DispatchEvent,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )
