"""A message of edXML that was handed in: it waits to be looked at, then stays with its dispatch."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import clock

from .dispatch import Dispatch

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class MessageQuerySet(models.QuerySet["Message"]):
    def waiting_for(self, user: "User | AnonymousUser") -> "MessageQuerySet":
        """Messages that this person handed in and has not decided about."""
        return self.filter(handed_in_by=user.pk, dispatch=None)


class Message(models.Model):
    """Thông điệp edXML: the bytes as handed in, and what was said of their signature."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Empty until somebody takes it in; a message that is put aside is deleted with its file.
    dispatch = models.ForeignKey(
        Dispatch, on_delete=models.PROTECT, null=True, related_name="messages"
    )
    handed_in_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="edxml_messages")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="edxml_messages")
    handed_in_at = models.DateTimeField(default=clock.now, editable=False)
    file = models.FileField(upload_to="edxml", max_length=200)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    signature = models.CharField(_("chữ ký của thông điệp"), max_length=400, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["agency", "sha256"],
                condition=Q(dispatch__isnull=False),
                name="one_message_is_taken_in_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
