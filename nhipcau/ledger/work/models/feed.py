"""What a person asked to be sent: a calendar behind a secret address, a summary by e-mail."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import User
from nhipcau.base import clock


class CalendarFeed(models.Model):
    """Lịch riêng: whoever has the address may read the deadlines, until it is taken back."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="calendar_feeds")
    # SHA-256 of the secret in the address; the secret itself is shown once and kept nowhere.
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=clock.now)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(revoked_at=None),
                name="one_open_calendar_per_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}"


class Digest(models.Model):
    """Thư tóm tắt: a person wants the list of what waits by e-mail, each working morning."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="digest")
    is_wanted = models.BooleanField(_("nhận thư tóm tắt"), default=False)
    last_sent_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user}: {self.is_wanted}"
