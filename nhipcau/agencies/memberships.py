"""Every write about people: their accounts, and the roles in which they act for an agency."""

from datetime import date

from allauth.mfa.models import Authenticator
from django.db import transaction

from nhipcau.base import audit, clock
from nhipcau.base.audit import Actor, Changes, Identified

from . import person_policies as policies
from .models import Agency, Membership, User
from .roles import Role
from .tokens import take_all_back


@transaction.atomic
def open_account(
    *,
    email: str,
    name: str,
    password: str | None,
    by: Actor | None,
    acting_for: Identified | None = None,
) -> User:
    """Open an account; the person gets rights only through memberships.

    Without a password nobody can sign in until the person sets one. Raises ValidationError.
    """
    user = User(email=User.objects.normalize_email(email), name=name)
    if password is None:
        user.set_unusable_password()
    else:
        user.set_password(password)
    user.full_clean(exclude=["password"])
    user.save()
    audit.record("agencies.account_opened", by=by, target=user, acting_for=acting_for)
    return user


@transaction.atomic
def appoint(
    *,
    user: User,
    agency: Agency,
    role: Role,
    first_day: date,
    last_day: date | None = None,
    by: Actor | None,
    acting_for: Identified | None = None,
) -> Membership:
    """Let a person act for an agency in a role from a day on. Raises Refused."""
    held = user.memberships.select_for_update().filter(agency=agency, role=role)
    policies.check_may_appoint(
        is_oneself=by is not None and by.uuid == user.uuid,
        first_day=first_day,
        last_day=last_day,
        held=held,
    )
    membership = Membership.objects.create(
        user=user, agency=agency, role=role, first_day=first_day, last_day=last_day
    )
    changes: Changes = {
        "user": (None, user.name),
        "agency": (None, agency.full_name),
        "role": (None, role.value),
        "first_day": (None, first_day.isoformat()),
        "last_day": (None, last_day.isoformat() if last_day else None),
    }
    audit.record(
        "agencies.appointed", by=by, target=membership, acting_for=acting_for, changes=changes
    )
    return membership


@transaction.atomic
def end_role(
    *,
    membership: Membership,
    last_day: date,
    by: Actor | None,
    acting_for: Identified | None = None,
) -> Membership:
    """Give a role its last day; the row stays, for what was done in it. Raises Refused."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    is_oneself = by is not None and by.uuid == membership.user.uuid
    policies.check_may_end(
        role=membership,
        is_own_administration=is_oneself and membership.role == Role.ADMINISTRATOR,
        last_day=last_day,
        today=clock.today(),
    )
    before, membership.last_day = membership.last_day, last_day
    membership.save(update_fields=["last_day"])
    changes: Changes = {"last_day": (before.isoformat() if before else None, last_day.isoformat())}
    audit.record(
        "agencies.role_ended", by=by, target=membership, acting_for=acting_for, changes=changes
    )
    return membership


@transaction.atomic
def note_link(*, user: User, by: Actor | None, acting_for: Identified | None = None) -> None:
    """Note that a person was given a link to set a password with; the link itself is not kept."""
    audit.record("agencies.password_link_given", by=by, target=user, acting_for=acting_for)


@transaction.atomic
def clear_second_factor(
    *, user: User, by: Actor | None, acting_for: Identified | None = None
) -> None:
    """Let a person who lost the telephone or the key begin again."""
    Authenticator.objects.filter(user=user).delete()
    take_all_back(user=user, by=by)
    audit.record("agencies.factors_cleared", by=by, target=user, acting_for=acting_for)
