"""Who acts for a party: a dated record for a programme's party, a clause, and an act."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.agencies.models.periods import days, ends_after_it_begins, on_day, same, same_text

from .programme import Party


class PartyActorQuerySet(models.QuerySet["PartyActor"]):
    def standing(self, *, on: date) -> "PartyActorQuerySet":
        """Those that hold on a day and were not withdrawn."""
        return self.filter(on_day(on), withdrawn_at=None)


class PartyActor(models.Model):
    """Cơ quan thay mặt bên ký kết: named by a document, for a clause and an act, for a time."""

    class Act(models.TextChoices):
        EVERY = "every", _("mọi việc")
        FOCAL = "focal_point", _("làm đầu mối")
        CONSENT = "consent", _("thống nhất nội dung")
        SIGN = "sign", _("ký, ban hành")
        REPORT = "report", _("báo cáo")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="actors")
    # An address of the text («IV.2») holds for everything below it; empty is the whole programme.
    clause = models.CharField(_("điều khoản"), max_length=60, blank=True)
    act = models.CharField(_("việc"), max_length=12, choices=Act, default=Act.EVERY)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="acts_for")
    document = models.CharField(_("theo văn bản"), max_length=400)
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.TextField(_("lý do rút lại"), blank=True)

    objects = PartyActorQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["party", "clause", "act", "first_day"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="acting_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(document=""), name="acting_rests_on_a_document"),
            ExclusionConstraint(
                name="one_naming_of_an_agency_at_a_time",
                expressions=[
                    (same("party_id"), RangeOperators.OVERLAPS),
                    (same("agency_id"), RangeOperators.OVERLAPS),
                    (same_text("clause"), RangeOperators.OVERLAPS),
                    (same_text("act"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} → {self.agency}"

    def covers(self, address: str) -> bool:
        """Whether it holds for a place of the text: «IV.2» does for «IV.2.b», not for «IV.20»."""
        return not self.clause or address == self.clause or address.startswith(f"{self.clause}.")
