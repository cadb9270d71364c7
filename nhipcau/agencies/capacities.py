"""Every write about signing capacities, and the question whether a signature rests on one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from nhipcau.base import audit, clock
from nhipcau.base.audit import Actor, Changes, Identified

from . import person_policies as policies
from .document_types import DocumentType
from .models import Agency, SigningCapacity, User
from .roles import Role


@dataclass(frozen=True, slots=True)
class Grant:
    """What a capacity says: the form of signing, the lines above the signature, document, days."""

    capacity: SigningCapacity.Capacity
    title_lines: str
    mandate: str
    first_day: date
    last_day: date | None


@transaction.atomic
def grant(
    *,
    user: User,
    agency: Agency,
    document_types: Iterable[DocumentType],
    grant: Grant,
    by: Actor | None,
    acting_for: Identified | None = None,
) -> list[SigningCapacity]:
    """Record who may sign which kinds of documents, all of them or none. Raises Refused."""
    is_signatory = (
        user.memberships.filter(agency=agency, role=Role.SIGNATORY)
        .current(on=grant.first_day)
        .exists()
    )
    granted = []
    for document_type in document_types:
        held = SigningCapacity.objects.select_for_update().of(
            user, agency=agency, document_type=document_type
        )
        policies.check_may_grant_signing(
            is_oneself=by is not None and by.uuid == user.uuid,
            is_signatory=is_signatory,
            capacity=grant.capacity,
            title_lines=grant.title_lines.splitlines(),
            mandate=grant.mandate,
            first_day=grant.first_day,
            last_day=grant.last_day,
            held=held,
        )
        granted.append(_record(user, agency, document_type, grant, by, acting_for))
    return granted


@transaction.atomic
def end(
    *,
    capacity: SigningCapacity,
    last_day: date,
    by: Actor | None,
    acting_for: Identified | None = None,
) -> SigningCapacity:
    """Give a capacity its last day; what was signed before stands. Raises Refused."""
    capacity = SigningCapacity.objects.select_for_update().get(pk=capacity.pk)
    policies.check_may_end(
        role=capacity, is_own_administration=False, last_day=last_day, today=clock.today()
    )
    before, capacity.last_day = capacity.last_day, last_day
    capacity.save(update_fields=["last_day"])
    audit.record(
        "agencies.signing_ended",
        by=by,
        target=capacity,
        acting_for=acting_for,
        changes={"last_day": (before.isoformat() if before else None, last_day.isoformat())},
    )
    return capacity


def of_signature(
    *, user: User, agency: Agency, document_type: DocumentType, on: date
) -> SigningCapacity:
    """The capacity on which a signature of a day rests.

    Raises Refused with the sentence that says why there is none: never had, not yet, or ended.
    """
    ever = SigningCapacity.objects.of(user, agency=agency, document_type=document_type)
    capacity = ever.on(on).first() or ever.latest_first().first()
    policies.check_may_sign(capacity, on=on)
    assert capacity is not None  # noqa: S101  or the policy had refused
    return capacity


def _record(
    user: User,
    agency: Agency,
    document_type: DocumentType,
    grant: Grant,
    by: Actor | None,
    acting_for: Identified | None,
) -> SigningCapacity:
    capacity = SigningCapacity.objects.create(
        user=user,
        agency=agency,
        document_type=document_type,
        capacity=grant.capacity,
        title_lines=grant.title_lines.strip(),
        mandate=grant.mandate.strip(),
        first_day=grant.first_day,
        last_day=grant.last_day,
    )
    last_day = grant.last_day.isoformat() if grant.last_day else None
    changes: Changes = {
        "user": (None, user.name),
        "agency": (None, agency.full_name),
        "document_type": (None, document_type.value),
        "capacity": (None, grant.capacity.value),
        "mandate": (None, capacity.mandate or None),
        "first_day": (None, grant.first_day.isoformat()),
        "last_day": (None, last_day),
    }
    audit.record(
        "agencies.signing_granted", by=by, target=capacity, acting_for=acting_for, changes=changes
    )
    return capacity
