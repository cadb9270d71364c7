"""How a programme stands from a day on: carried out, under review, replaced, concluded."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .programme import Programme


class StandingQuerySet(models.QuerySet["Standing"]):
    def on(self, day: date) -> "StandingQuerySet":
        """Those begun by a day, the one that counts last."""
        return self.filter(first_day__lte=day)


class Standing(models.Model):
    """Tình trạng thực hiện: how a programme stands from a day on, and by which document."""

    class State(models.TextChoices):
        RUNNING = "running", _("Đang thực hiện")
        UNDER_REVIEW = "under_review", _("Chờ rà soát sau sắp xếp")
        REPLACED = "replaced", _("Được thay thế")
        CONCLUDED = "concluded", _("Đã tổng kết")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="standings")
    state = models.CharField(_("tình trạng"), max_length=12, choices=State)
    first_day = models.DateField(_("từ ngày"))
    replaced_by = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        null=True,
        related_name="replaces",
        verbose_name=_("được thay thế bởi"),
    )
    ground = models.CharField(_("theo văn bản"), max_length=300)

    objects = StandingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["first_day"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "first_day"], name="one_standing_per_programme_and_day"
            ),
            models.CheckConstraint(
                condition=(Q(state="replaced") & Q(replaced_by__isnull=False))
                | (~Q(state="replaced") & Q(replaced_by=None)),
                name="only_a_replaced_programme_names_its_successor",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by=None) | ~Q(replaced_by=F("programme")),
                name="a_programme_does_not_replace_itself",
            ),
        ]

    def __str__(self) -> str:
        if self.replaced_by:
            return str(_("Được thay thế bởi %(programme)s") % {"programme": self.replaced_by})
        return str(self.get_state_display())
