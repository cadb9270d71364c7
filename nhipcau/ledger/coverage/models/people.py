"""People sent to steering boards, drafting and editing teams (V.2.c): no more than name and post."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.agencies.models.periods import ends_after_it_begins, on_day
from nhipcau.ledger.programmes.models import Programme

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class DelegateQuerySet(models.QuerySet["Delegate"]):
    def visible_to(self, user: "User | AnonymousUser") -> "DelegateQuerySet":
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        return self.filter(programme__in=Programme.objects.visible_to(user))

    def serving(self, *, on: date) -> "DelegateQuerySet":
        """Those whose term holds on a day."""
        return self.filter(on_day(on))


class Delegate(models.Model):
    """Cán bộ được cử tham gia: by which agency, into which body, by which document, for how long."""

    class Body(models.TextChoices):
        STEERING = "steering", _("Ban chỉ đạo")
        DRAFTING = "drafting", _("Ban soạn thảo")
        EDITING = "editing", _("Tổ biên tập")
        WORKING = "working", _("Tổ công tác, tổ giúp việc")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="delegates")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="delegates")
    person_name = models.CharField(_("họ và tên"), max_length=120)
    post = models.CharField(_("chức vụ"), max_length=160)
    body = models.CharField(_("tham gia"), max_length=10, choices=Body)
    body_name = models.CharField(_("tên ban, tổ"), max_length=300)
    mandate = models.CharField(_("theo văn bản cử"), max_length=300)
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    ended_because = models.CharField(_("lý do thôi tham gia"), max_length=300, blank=True)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["body", "body_name", "first_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="delegate_ends_after_beginning"
            ),
            models.CheckConstraint(condition=~Q(mandate=""), name="a_delegate_has_a_mandate"),
        ]

    def __str__(self) -> str:
        return f"{self.person_name}: {self.body_name}"
