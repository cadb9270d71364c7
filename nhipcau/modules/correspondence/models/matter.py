"""A matter: what several dispatches are about, from the request to the answer."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import Agency
from nhipcau.base import clock
from nhipcau.ledger.public import Programme, Provision

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User

TO_READ = "correspondence.read"


class MatterQuerySet(models.QuerySet["Matter"]):
    def visible_to(self, user: "User | AnonymousUser") -> "MatterQuerySet":
        """Matters that a body of the person opened, or sends or receives something in."""
        if not user.is_authenticated or not user.may(TO_READ):
            return self.none()
        bodies = bodies_of(user)
        return self.filter(
            Q(opened_by__in=bodies)
            | Q(dispatches__sender__in=bodies)
            | Q(dispatches__receipts__agency__in=bodies)
        ).distinct()


class Matter(models.Model):
    """Vụ việc: a topic of the programme on which agencies write to each other."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="matters", verbose_name=_("chương trình")
    )
    # The clause that it serves; much of the daily line serves none by name.
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, blank=True, related_name="matters",
        verbose_name=_("điều khoản"),
    )  # fmt: skip
    title = models.CharField(_("vụ việc"), max_length=300)
    opened_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="opened_matters")
    opened_at = models.DateTimeField(default=clock.now, editable=False)
    is_closed = models.BooleanField(_("đã kết thúc"), default=False)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)

    objects = MatterQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("correspondence:matter", args=[self.uuid])
