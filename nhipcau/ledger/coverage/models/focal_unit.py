"""The unit that runs the programme in a province, by the document that named it."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Place
from nhipcau.agencies.models.periods import days, ends_after_it_begins, on_day, same, same_text
from nhipcau.ledger.programmes.models import Programme

from .withdrawn import Withdrawable


class FocalUnitQuerySet(models.QuerySet["FocalUnit"]):
    def standing(self, *, on: date) -> "FocalUnitQuerySet":
        """Those that hold on a day and were not taken back."""
        return self.filter(on_day(on), withdrawn_at=None)


class FocalUnit(Withdrawable):
    """Đầu mối của địa phương; the parties' own are recorded as who acts for them (PartyActor)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="focal_units")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="focal_units")
    # As the document names it: units of provinces' departments are not kept as agencies.
    unit = models.CharField(_("đơn vị đầu mối"), max_length=200)
    document = models.CharField(_("theo văn bản"), max_length=400)
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)

    objects = FocalUnitQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["place", "first_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="focal_unit_ends_after_beginning"
            ),
            models.CheckConstraint(
                condition=~Q(document=""), name="a_focal_unit_rests_on_a_document"
            ),
            ExclusionConstraint(
                name="one_naming_of_a_focal_unit_at_a_time",
                expressions=[
                    (same("programme_id"), RangeOperators.OVERLAPS),
                    (same("place_id"), RangeOperators.OVERLAPS),
                    (same_text("unit"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.unit
