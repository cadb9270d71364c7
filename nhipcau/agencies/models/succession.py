"""Successions: which agency took over which function of which other, when, by which instrument."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .agency import Agency


class SuccessionQuerySet(models.QuerySet["Succession"]):
    def standing(self) -> "SuccessionQuerySet":
        """Those not withdrawn."""
        return self.filter(withdrawn_at=None)

    def with_agencies(self) -> "SuccessionQuerySet":
        return self.select_related("old", "new").prefetch_related("old__names", "new__names")


class Succession(models.Model):
    """Tiếp nhận chức năng, nhiệm vụ; kế thừa: from one agency to another, or to nobody."""

    class Kind(models.TextChoices):
        MERGE = "merge", _("hợp nhất, sáp nhập")
        SPLIT = "split", _("chia, tách")
        TRANSFER = "transfer", _("chuyển giao")
        DISSOLVE = "dissolve", _("giải thể")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("hình thức"), max_length=10, choices=Kind)
    old = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="handed_over")
    # Empty only where an agency is dissolved and nobody takes over.
    new = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="taken_over")
    # The first day on which the new agency answers.
    day = models.DateField(_("từ ngày"))
    # In words as the source has them, and one by one for who asks by function; none is all.
    function = models.TextField(_("chức năng, nhiệm vụ"), blank=True)
    functions = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    is_whole = models.BooleanField(_("toàn bộ"), default=True)
    instrument = models.TextField(_("theo văn bản"), blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.TextField(_("lý do rút lại"), blank=True)

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(new=None) | ~Q(old=F("new")), name="an_agency_does_not_succeed_itself"
            ),
            models.CheckConstraint(
                condition=(Q(kind="dissolve") & Q(new=None)) | (~Q(kind="dissolve") & ~Q(new=None)),
                name="only_a_dissolved_agency_has_no_successor",
            ),
            models.CheckConstraint(
                condition=Q(is_whole=True) | ~Q(function=""), name="a_part_says_what_it_is"
            ),
            models.UniqueConstraint(
                fields=["old", "new", "day"],
                condition=Q(withdrawn_at=None),
                name="one_succession_per_pair_and_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id or '∅'} ({self.day})"
