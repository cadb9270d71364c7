"""Whose people an administrator looks after, and whose events an auditor reads."""

from collections.abc import Iterable

from django.db.models import Q

from nhipcau.base import clock

from . import person_policies as policies
from .models import Agency, Membership, User


def system_of(agencies: Iterable[Agency]) -> set[int]:
    """Keys of everything below the ministries or committees that agencies belong to, and of what
    has ended and was taken over by them."""
    found: set[int] = set()
    new = {_top(agency).pk for agency in agencies}
    while new:
        found |= new
        below = Q(parent__in=new)
        taken_over = Q(
            last_day__lt=clock.today(),
            handed_over__new__in=new,
            handed_over__withdrawn_at=None,
        )
        new = set(Agency.objects.filter(below | taken_over).values_list("pk", flat=True)) - found
    return found


def check_may_manage(user: User, agency: Agency) -> None:
    """Raises Refused where the people of an agency are another administrator's care."""
    policies.check_may_manage(**_facts(user, agency))


def may_manage(user: User, agency: Agency) -> bool:
    """Whether `check_may_manage` would let it pass."""
    return policies.may_manage(**_facts(user, agency))


def check_may_recover(user: User, person: User) -> None:
    """Raises Refused where a person also acts for an agency that is another's care."""
    policies.check_may_recover(
        manages_every_role=all(may_manage(user, role.agency) for role in person.roles_today)
    )


def agencies_of(user: User) -> list[Agency]:
    """The agencies for which a person acts now."""
    return [role.agency for role in user.current_memberships]


def _facts(user: User, agency: Agency) -> dict[str, bool]:
    is_own_system = agency.pk in system_of(agencies_of(user))
    return {
        "is_own_system": is_own_system,
        "has_own_administrator": is_own_system or _has_administrator(agency),
    }


def _has_administrator(agency: Agency) -> bool:
    top = _top(agency)
    running = Membership.objects.as_administrator().current(on=clock.today())
    return any(_top(role.agency) == top for role in running.select_related("agency__parent"))


def _top(agency: Agency) -> Agency:
    while agency.parent:
        agency = agency.parent
    return agency
