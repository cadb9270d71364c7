"""Sơ kết and tổng kết: a conference, a report and a conclusion notice; and private notes."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import Programme

from .report import Report, own_agencies

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class Review(models.Model):
    """Sơ kết năm, tổng kết giai đoạn: its report, its conference, its conclusion notice."""

    class Kind(models.TextChoices):
        ANNUAL = "annual", _("sơ kết")
        FINAL = "final", _("tổng kết")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="reviews")
    kind = models.CharField(_("loại"), max_length=10, choices=Kind, default=Kind.ANNUAL)
    year = models.PositiveSmallIntegerField(_("năm"))
    lead = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="led_reviews",
        verbose_name=_("cơ quan chủ trì"),
    )  # fmt: skip
    report = models.OneToOneField(
        Report, on_delete=models.PROTECT, null=True, blank=True, related_name="review"
    )
    # Of a final review: all years together; a year's review has its joint report.
    paper = models.OneToOneField(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="final_review"
    )
    conclusion = models.OneToOneField(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="concluded_review"
    )
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "kind"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "kind", "year"], name="one_review_per_kind_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} năm {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("ledger:annual-review", args=[self.uuid])


class Conference(models.Model):
    """Hội nghị: when, where, who chairs, with which invitation and agenda."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="conference")
    starts_at = models.DateTimeField(_("bắt đầu"))
    ends_at = models.DateTimeField(_("kết thúc"))
    venue = models.CharField(_("địa điểm"), max_length=300)
    chair = models.CharField(_("chủ trì"), max_length=300)
    participants = models.TextField(
        _("thành phần tham dự, mỗi dòng một đơn vị hoặc người"), blank=True
    )
    invitation = models.OneToOneField(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="conference"
    )
    # RFC 5545: raised with every change, so that calendars renew the entry.
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="a_conference_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review_id}: {self.venue}"


class AgendaItem(models.Model):
    """Nội dung chương trình hội nghị: minutes, what, and who presents it."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField(_("số phút"))
    words = models.CharField(_("nội dung"), max_length=300)
    presenter = models.CharField(_("người thực hiện"), max_length=200, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]

    def __str__(self) -> str:
        return self.words


class PrivateNoteQuerySet(models.QuerySet["PrivateNote"]):
    def visible_to(self, user: "User | AnonymousUser") -> "PrivateNoteQuerySet":
        """Only for people who act for the agency that wrote it, and may write reports there."""
        if not user.is_authenticated or not user.may("reports.write"):
            return self.none()
        return self.filter(agency__in=own_agencies(user))


class PrivateNote(models.Model):
    """Ghi chú riêng của đầu mối: what a side thinks for itself; it never leaves that side."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="private_notes")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="private_notes")
    words = models.TextField(_("ghi chú"))
    by = models.UUIDField(null=True)
    written_at = models.DateTimeField(auto_now=True)

    objects = PrivateNoteQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.review_id}: {self.agency_id}"
