"""Every write about agencies and people."""

from datetime import date

from django.db import transaction

from nhipcau.base import audit
from nhipcau.base.audit import Actor

from .models import Agency, Membership, User
from .roles import Role


@transaction.atomic
def open_account(*, email: str, name: str, password: str, by: Actor | None) -> User:
    """Open an account; the person gets rights only through memberships."""
    user = User(email=User.objects.normalize_email(email), name=name)
    user.set_password(password)
    user.full_clean(exclude=["password"])
    user.save()
    audit.record("agencies.account_opened", by=by, target=user)
    return user


@transaction.atomic
def appoint(
    *, user: User, agency: Agency, role: Role, first_day: date, by: Actor | None
) -> Membership:
    """Let a person act for an agency in a role from a day on."""
    membership = Membership.objects.create(user=user, agency=agency, role=role, first_day=first_day)
    changes = {"role": (None, role.value), "first_day": (None, first_day.isoformat())}
    audit.record("agencies.appointed", by=by, target=membership, changes=changes)
    return membership
