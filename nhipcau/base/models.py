"""Rows of the platform itself: the audit, redactions and who asked for them, progress of jobs."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Case, F, Q, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from . import clock
from .append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText


class AuditEvent(AppendOnly):
    """Nhật ký: who did what to which object. No foreign keys, so that it outlives its objects."""

    CHAINED = (
        "uuid", "recorded_at", "verb", "actor", "acting_for", "target_kind", "target", "text_hash",
    )  # fmt: skip

    verb = models.CharField(_("việc"), max_length=80)
    # None is the platform itself: loading, a job.
    actor = models.UUIDField(_("người thực hiện"), null=True)
    acting_for = models.UUIDField(_("thay mặt"), null=True)
    target_kind = models.CharField(max_length=80)
    target = models.UUIDField(db_index=True)

    objects = AppendOnlyQuerySet["AuditEvent"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        verbose_name = _("nhật ký")

    def __str__(self) -> str:
        return f"{self.recorded_at:%d/%m/%Y %H:%M} {self.verb}"


class AuditText(AppendOnlyText):
    """From what to what, as JSON: {"changes": {field: [old, new]}, "note": "…"}."""

    row = models.OneToOneField(
        AuditEvent,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )


class Redaction(AppendOnly):
    """Hủy nội dung theo luật: the words of one append-only row were emptied; why, and by whom."""

    CHAINED = (
        "uuid", "recorded_at", "table_name", "row", "ground", "actor", "reaches_copies",
        "text_hash",
    )  # fmt: skip

    class Ground(models.TextChoices):
        SECRET = "secret", _("nội dung thuộc danh mục bí mật nhà nước")
        DATA_SUBJECT = "data_subject", _("yêu cầu của chủ thể dữ liệu cá nhân")
        COURT = "court", _("bản án, quyết định của cơ quan có thẩm quyền")

    table_name = models.CharField(max_length=80)
    row = models.UUIDField(unique=True)
    ground = models.CharField(_("căn cứ"), max_length=20, choices=Ground)
    actor = models.UUIDField(null=True)
    # Where the words also lived was emptied with it: what is left may be found by search again.
    reaches_copies = models.BooleanField(default=False)

    objects = AppendOnlyQuerySet["Redaction"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        verbose_name = _("hủy nội dung")

    def __str__(self) -> str:
        return f"{self.table_name} {self.row}"


class RedactionText(AppendOnlyText):
    """Why the words had to go, without repeating them."""

    row = models.OneToOneField(
        Redaction, to_field="uuid", primary_key=True, on_delete=models.PROTECT, related_name="words"
    )


class DestructionQuerySet(models.QuerySet["Destruction"]):
    def newest_first(self) -> "DestructionQuerySet":
        """Those that wait for a second person, then the rest."""
        waits = Case(When(state="proposed", then=0), default=1)
        return self.order_by(waits, "-proposed_at")


class Destruction(models.Model):
    """Đề nghị hủy nội dung: one person proposes with a ground, another one confirms."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Chờ người thứ hai xác nhận")
        DONE = "done", _("Đã hủy nội dung")
        DROPPED = "dropped", _("Không thực hiện")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # The row by its model and uuid; no foreign key, for it may be of any module.
    kind = models.CharField(max_length=80)
    object = models.UUIDField()
    ground = models.CharField(_("căn cứ"), max_length=20, choices=Redaction.Ground)
    # Why, without repeating what is to go.
    reason = models.TextField(_("lý do"))
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField(default=clock.now)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)

    objects = DestructionQuerySet.as_manager()

    class Meta:
        verbose_name = _("đề nghị hủy nội dung")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "object"],
                condition=Q(state="proposed"),
                name="one_open_destruction_per_object",
            ),
            models.CheckConstraint(
                condition=~Q(state="done")
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
                name="two_persons_destroy",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_ground_display())

    def get_absolute_url(self) -> str:
        return reverse("shell:destruction", args=[self.uuid])

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PROPOSED


class DoomedFile(models.Model):
    """Tệp chờ xóa: a stored file whose destruction is committed; the row goes when the file has."""

    name = models.CharField(max_length=300, unique=True)
    asked_at = models.DateTimeField(default=clock.now)
    tries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Change(models.Model):
    """Thay đổi: a statement wrote to watched tables; the database notes it (see `held`)."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.name


class JobProgressQuerySet(models.QuerySet["JobProgress"]):
    def newest_first(self) -> "JobProgressQuerySet":
        """For the page of those who look after the platform."""
        return self.order_by("-created_at")


class JobProgress(models.Model):
    """Việc chạy nền: how far a job has come, for the person who waits for it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Đang chờ")
        RUNNING = "running", _("Đang chạy")
        DONE = "done", _("Hoàn thành")
        FAILED = "failed", _("Không hoàn thành")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    label = models.CharField(_("việc"), max_length=200)
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    note = models.TextField(_("kết quả"), blank=True)
    started_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True)

    objects = JobProgressQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at"]

    def __str__(self) -> str:
        return self.label

    @property
    def percent(self) -> int | None:
        """Whole percent done, or None while the total is not known."""
        return None if not self.total else min(100, self.done * 100 // self.total)

    @property
    def is_finished(self) -> bool:
        return self.state in {self.State.DONE, self.State.FAILED}
