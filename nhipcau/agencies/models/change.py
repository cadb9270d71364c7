"""What became of a place: which new places an old one is in, by which instrument."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .place import Place


class PlaceChange(models.Model):
    """Sắp xếp địa bàn: an old place is wholly or partly in a new one since a day."""

    class Kind(models.TextChoices):
        CONTINUES = "continues", _("giữ nguyên")
        PASSES = "passes", _("toàn bộ thuộc")
        DIVIDED = "divided", _("một phần thuộc")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    old = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="became")
    new = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="made_of")
    kind = models.CharField(max_length=10, choices=Kind)
    # Of several targets of one old place, the one that a list with no better knowledge takes.
    is_default = models.BooleanField(_("nơi nhận mặc định"), default=True)
    day = models.DateField(_("từ ngày"))
    instrument = models.TextField(_("theo văn bản"), blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["old", "-is_default", "new"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["old", "new"], name="one_change_per_pair_of_places"),
            models.UniqueConstraint(
                fields=["old"], condition=Q(is_default=True), name="one_default_target_per_place"
            ),
            # A place that was divided may have several targets; any other has one.
            models.UniqueConstraint(
                fields=["old"],
                condition=~Q(kind="divided"),
                name="only_a_divided_place_has_several_targets",
            ),
            models.CheckConstraint(
                condition=~Q(old=F("new")), name="a_place_does_not_become_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id}"
