"""Which of several inherited programmes stands in a merged province, by which document."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Place
from nhipcau.agencies.models.periods import days, ends_after_it_begins, on_day, same
from nhipcau.ledger.programmes.models import Programme

from .province_action import ProvinceAction
from .withdrawn import Withdrawable


class StandingChoiceQuerySet(models.QuerySet["StandingChoice"]):
    def standing(self, *, on: date) -> "StandingChoiceQuerySet":
        """Those that hold on a day and were not taken back."""
        return self.filter(on_day(on), withdrawn_at=None)


class StandingChoice(Withdrawable):
    """Chương trình tiếp tục áp dụng: said by a person, dated, with the document it rests on."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="standing_choices"
    )
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="standing_choices")
    action = models.ForeignKey(
        ProvinceAction, on_delete=models.PROTECT, related_name="chosen",
        verbose_name=_("văn bản tiếp tục áp dụng"),
    )  # fmt: skip
    document = models.CharField(_("theo văn bản"), max_length=400)
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)

    objects = StandingChoiceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["first_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="choice_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(document=""), name="choice_rests_on_a_document"),
            ExclusionConstraint(
                name="one_standing_programme_per_province_at_a_time",
                expressions=[
                    (same("programme_id"), RangeOperators.OVERLAPS),
                    (same("place_id"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place_id}: {self.action_id}"
