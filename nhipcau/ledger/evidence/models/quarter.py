"""The one page that a commune fills in a quarter."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, Place

from .evidence import Evidence
from .period import Period


class CommuneQuarter(models.Model):
    """Trang quý của xã: what was sent for one quarter; its numbers lie in one evidence.

    A page sent again withdraws that evidence and lodges another: nothing is overwritten.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="quarters")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="quarters")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="quarters")
    evidence = models.OneToOneField(
        Evidence, on_delete=models.PROTECT, null=True, related_name="quarter"
    )
    difficulties = models.TextField(_("khó khăn, vướng mắc; đề xuất, kiến nghị"), blank=True)
    nothing_arose = models.BooleanField(_("trong quý không phát sinh"), default=False)
    sent_by = models.UUIDField(null=True)
    sent_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["period", "agency"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["period", "agency"], name="one_page_per_commune_and_quarter"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.period_id}"
