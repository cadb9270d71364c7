"""Keys with which a program reads the API for a person, for a time, and only what it was given."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.base import clock

from .person import User


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def valid(self, *, on: date) -> "ApiTokenQuerySet":
        """Neither past their last day nor taken back, of people whose account is open."""
        return self.filter(revoked_at=None, last_day__gte=on, user__is_active=True)


class ApiToken(models.Model):
    """Mã truy cập: the hash of a key, never the key; shown once when it is made."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="api_tokens")
    label = models.CharField(_("dùng cho"), max_length=120)
    # The first letters, by which its owner knows it again.
    prefix = models.CharField(max_length=12)
    key_hash = models.CharField(max_length=64, unique=True)
    # Permissions that it carries, at most those that its owner has at the moment of the call.
    scopes = ArrayField(models.CharField(max_length=80), default=list)
    made_at = models.DateTimeField(default=clock.now)
    last_day = models.DateField(_("đến hết ngày"))
    revoked_at = models.DateTimeField(null=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(label=""), name="a_token_says_what_it_is_for"),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}… {self.label}"
