"""A plan: what a party, both together, or a province will do in a time."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, Place
from nhipcau.base.while_reading import once
from nhipcau.ledger.papers.models import Paper, readable_by
from nhipcau.ledger.programmes.models import Programme

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class PlanQuerySet(models.QuerySet["Plan"]):
    def visible_to(self, user: "User | AnonymousUser") -> "PlanQuerySet":
        """Plans are inside papers: those whose paper a person may read."""
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        return self.filter(Q(paper=None) | Q(paper__in=readable_by(user)))

    def standing(self) -> "PlanQuerySet":
        """All but those whose paper was withdrawn or replaced."""
        return self.exclude(paper__state__in=(Paper.State.WITHDRAWN, Paper.State.REPLACED))


def plans_read_by(user: "User") -> list[int]:
    """The keys of all plans that a person may read, for questions about their tasks."""
    return once(("plans", *user.acts_as), lambda: _keys(Plan.objects.visible_to(user)))


def _keys(plans: PlanQuerySet) -> list[int]:
    return list(plans.order_by().values_list("pk", flat=True))


class Plan(models.Model):
    """Kế hoạch: of a year, of the months that are left, of a province; agreed through its paper."""

    class Kind(models.TextChoices):
        YEAR = "year", _("Kế hoạch năm")
        REMAINING = "remaining", _("Kế hoạch các tháng còn lại của năm")
        PROVINCE = "province", _("Kế hoạch của địa phương")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="plans")
    kind = models.CharField(_("loại kế hoạch"), max_length=10, choices=Kind, default=Kind.YEAR)
    year = models.PositiveSmallIntegerField(_("năm"))
    title = models.CharField(_("tên kế hoạch"), max_length=300)
    # Empty for the joint plan of all parties.
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="plans"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="plans"
    )
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"))
    paper = models.OneToOneField(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="plan"
    )
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "kind", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="plan_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("ledger:plan", args=[self.uuid])
