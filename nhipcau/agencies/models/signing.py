"""Who may sign which kind of document for an agency, in which capacity, from when until when."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.document_types import DocumentType

from .agency import Agency
from .periods import days, ends_after_it_begins, on_day, same, same_text
from .person import User


class SigningCapacityQuerySet(models.QuerySet["SigningCapacity"]):
    def of(self, user: User, *, agency: Agency, document_type: str) -> "SigningCapacityQuerySet":
        """Every capacity a person ever had for a kind of document of an agency."""
        return self.filter(user=user, agency=agency, document_type=document_type)

    def on(self, day: date) -> "SigningCapacityQuerySet":
        """Capacities in force on a day."""
        return self.filter(on_day(day))

    def latest_first(self) -> "SigningCapacityQuerySet":
        return self.order_by("-first_day", "-id")


class SigningCapacity(models.Model):
    """Thẩm quyền ký: a property of person, agency, document type and days, never of a role.

    Decree 30/2020/NĐ-CP, Điều 13. An agency's signature itself is given outside the platform.
    """

    class Capacity(models.TextChoices):
        DIRECT = "direct", _("Ký trực tiếp (người đứng đầu)")
        COLLECTIVE = "TM.", _("TM. – thay mặt tập thể")
        ACTING_HEAD = "Q.", _("Q. – quyền cấp trưởng")
        DEPUTY = "KT.", _("KT. – ký thay")
        BY_ORDER = "TL.", _("TL. – thừa lệnh")
        BY_MANDATE = "TUQ.", _("TUQ. – thừa ủy quyền")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="signing_capacities", verbose_name=_("người")
    )
    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        related_name="signing_capacities",
        verbose_name=_("cơ quan"),
    )
    document_type = models.CharField(_("loại văn bản"), max_length=10, choices=DocumentType)
    capacity = models.CharField(_("hình thức ký"), max_length=10, choices=Capacity)
    # As printed above the signature, one line each: «KT. BỘ TRƯỞNG» / «THỨ TRƯỞNG».
    title_lines = models.TextField(_("chức vụ ghi khi ký"), max_length=300)
    mandate = models.CharField(_("văn bản giao ký"), max_length=200, blank=True)
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)

    objects = SigningCapacityQuerySet.as_manager()

    class Meta:
        verbose_name = _("thẩm quyền ký")
        ordering: ClassVar[list[str]] = ["document_type", "first_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="signing_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(capacity="TUQ.") | (~Q(mandate="") & Q(last_day__isnull=False)),
                name="a_mandate_is_written_and_ends",
            ),
            ExclusionConstraint(
                name="one_capacity_per_document_type_at_a_time",
                expressions=[
                    (same("user_id"), RangeOperators.OVERLAPS),
                    (same("agency_id"), RangeOperators.OVERLAPS),
                    (same_text("document_type"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_capacity_display()} · {self.get_document_type_display()}"
