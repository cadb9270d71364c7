"""Signing in: closed to strangers, and noted in the audit like any other write."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest

from nhipcau.base import audit

from .models import User


class ClosedSignUp(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    """Accounts are opened by an administrator; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


@receiver(user_logged_in)
def note_sign_in(sender: object, user: User, **kwargs: Any) -> None:
    with transaction.atomic():
        audit.record("agencies.signed_in", by=user, target=user)


@receiver(user_logged_out)
def note_sign_out(sender: object, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        with transaction.atomic():
            audit.record("agencies.signed_out", by=user, target=user)
