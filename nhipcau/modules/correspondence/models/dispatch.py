"""A dispatch as it stands on the document, the files of it, and each agency that receives it."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import Agency
from nhipcau.base import clock

from .matter import TO_READ, Matter

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class DispatchQuerySet(models.QuerySet["Dispatch"]):
    def visible_to(self, user: "User | AnonymousUser") -> "DispatchQuerySet":
        """Dispatches that a body of the person sent or received."""
        if not user.is_authenticated or not user.may(TO_READ):
            return self.none()
        bodies = bodies_of(user)
        return self.filter(Q(sender__in=bodies) | Q(receipts__agency__in=bodies)).distinct()

    def standing(self) -> "DispatchQuerySet":
        """Those that count: not recalled, not superseded by a later edition or another document."""
        return self.filter(state=Dispatch.State.STANDING)

    def for_page(self) -> "DispatchQuerySet":
        """With everything that a page of a thread shows, in a fixed number of queries."""
        return self.select_related(
            "matter__programme", "sender", "answers", "superseded_by"
        ).prefetch_related("sender__names", "receipts__agency__names", "files", "answered_by")


class Dispatch(models.Model):
    """Văn bản trao đổi: numbered and issued outside; what stands on it is recorded here."""

    class Purpose(models.TextChoices):
        REQUEST = "request", _("Đề nghị, yêu cầu")
        ANSWER = "answer", _("Trả lời")
        NOTICE = "notice", _("Thông báo, trao đổi")

    class Urgency(models.TextChoices):
        # The codes of Priority in edXML.
        ORDINARY = "0", _("Thường")
        URGENT = "1", _("Khẩn")
        VERY_URGENT = "2", _("Thượng khẩn")
        MOST_URGENT = "3", _("Hỏa tốc")
        TIMED = "4", _("Hỏa tốc hẹn giờ")

    class Steering(models.TextChoices):
        ORDINARY = "1", _("Không phải văn bản chỉ đạo")
        DIRECTIVE = "2", _("Văn bản chỉ đạo")
        REPORT = "3", _("Báo cáo văn bản chỉ đạo")

    class State(models.TextChoices):
        STANDING = "standing", _("Đang có giá trị")
        UPDATED = "updated", _("Đã có bản cập nhật")
        REPLACED = "replaced", _("Được thay thế")
        RECALLED = "recalled", _("Đã thu hồi")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="dispatches")
    sender = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="sent_dispatches",
        verbose_name=_("cơ quan gửi"),
    )  # fmt: skip
    purpose = models.CharField(_("để"), max_length=8, choices=Purpose, default=Purpose.NOTICE)
    kind = models.CharField(_("tên loại"), max_length=100, default="Công văn")
    # As they stand on the document, never assigned here (Decree 30/2020, Điều 15).
    number = models.CharField(_("số, ký hiệu"), max_length=60)
    issued_on = models.DateField(_("ngày văn bản"))
    subject = models.CharField(_("trích yếu"), max_length=500)
    summary = models.TextField(_("tóm tắt nội dung"), blank=True)
    signer_position = models.CharField(_("chức vụ người ký"), max_length=100, blank=True)
    signer = models.CharField(_("người ký"), max_length=80, blank=True)
    urgency = models.CharField(
        _("độ khẩn"), max_length=1, choices=Urgency, default=Urgency.ORDINARY
    )
    due = models.DateField(_("hạn trả lời"), null=True, blank=True)
    answers = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="answered_by",
        verbose_name=_("trả lời văn bản"),
    )  # fmt: skip
    steering = models.CharField(max_length=1, choices=Steering, default=Steering.ORDINARY)
    task_codes = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    to_places = models.TextField(_("nơi nhận khác"), blank=True)
    copies = models.PositiveSmallIntegerField(_("số lượng bản"), null=True, blank=True)
    kept_by = models.CharField(_("đơn vị giữ bản lưu"), max_length=200, blank=True)
    sent_on = models.DateField(_("ngày chuyển"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    # The identity in messages; "" where it never travelled as edXML.
    document_id = models.CharField(max_length=200, blank=True, db_index=True)
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.STANDING)
    # A later edition of the same document, or the document that replaced it.
    superseded_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="supersedes"
    )
    recorded_for = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="recorded_dispatches"
    )
    recorded_at = models.DateTimeField(default=clock.now, editable=False)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["issued_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sender", "number", "issued_on"],
                condition=Q(state="standing"),
                name="one_standing_dispatch_per_number_and_day",
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(subject=""), name="a_dispatch_has_number_and_subject"
            ),
            models.CheckConstraint(
                condition=Q(superseded_by=None) | Q(state__in=("updated", "replaced")),
                name="only_what_is_superseded_has_a_successor",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} số {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("correspondence:dispatch", args=[self.uuid])

    @property
    def is_standing(self) -> bool:
        return self.state == self.State.STANDING

    @property
    def sender_name(self) -> str:
        """The sender by the name that it bore on the day of the document."""
        return self.sender.name_on(self.issued_on)

    @property
    def standing_answers(self) -> "list[Dispatch]":
        return [each for each in self.answered_by.all() if each.is_standing]

    def waits(self) -> bool:
        """Whether an answer is asked for and has not come."""
        asks = self.purpose == self.Purpose.REQUEST
        return asks and self.is_standing and not self.standing_answers

    def days_over(self, on: date) -> int:
        """Days past the day by which an answer was asked for; 0 where none is late."""
        return max((on - self.due).days, 0) if self.due and self.waits() else 0


class DispatchFile(models.Model):
    """Tệp của văn bản: let in by the gate, with its hash."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dispatch = models.ForeignKey(Dispatch, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(upload_to="dispatches", max_length=200)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.name


class Receipt(models.Model):
    """Nơi nhận: an agency that a dispatch goes to, and how far it has come there."""

    class Progress(models.TextChoices):
        # From 01 on the codes of StatusCode in edXML.
        SENT = "00", _("Chưa có xác nhận")
        ARRIVED = "01", _("Đã đến")
        REFUSED = "02", _("Từ chối tiếp nhận")
        ACCEPTED = "03", _("Đã tiếp nhận")
        WAITING = "04", _("Đã đến, đang chờ phân công")
        ASSIGNED = "05", _("Đã phân công, đang xử lý")
        DONE = "06", _("Đã xử lý xong")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dispatch = models.ForeignKey(Dispatch, on_delete=models.CASCADE, related_name="receipts")
    # Empty where a message names a body that this installation does not know.
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="dispatch_receipts"
    )
    name = models.CharField(_("nơi nhận"), max_length=300)
    progress = models.CharField(max_length=2, choices=Progress, default=Progress.SENT)
    # From the receiver's register; written there by văn thư (Decree 30/2020, Điều 22).
    arrival_number = models.CharField(_("số đến"), max_length=20, blank=True)
    arrived_on = models.DateField(_("ngày đến"), null=True, blank=True)
    handler = models.CharField(_("đơn vị hoặc người nhận"), max_length=200, blank=True)
    handed_on = models.DateField(_("ngày chuyển"), null=True, blank=True)
    signed_for = models.CharField(_("ký nhận"), max_length=100, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["dispatch", "agency"], name="one_receipt_per_dispatch_and_agency"
            ),
            models.CheckConstraint(
                condition=Q(arrival_number="") | Q(arrived_on__isnull=False),
                name="an_arrival_number_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.dispatch.get_absolute_url()

    @property
    def is_confirmed(self) -> bool:
        return self.progress not in {self.Progress.SENT, self.Progress.REFUSED}
