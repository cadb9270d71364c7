"""Every write about obligations: proposed by the reader, confirmed by a person."""

import json
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.base import audit
from nhipcau.base.append_only import write
from nhipcau.base.audit import Actor
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.programmes.places import locate
from nhipcau.reader.tree import Assignment, Document

from .models import Confirmation, ConfirmationText, Obligation, Part
from .names import AgencyNames
from .policies import check_can_confirm, check_can_withdraw

# The reader's words for the parts, in the order in which an official would name them.
ROLES: Mapping[str, Part.Role] = {
    "lead": Part.Role.LEAD,
    "responsible": Part.Role.RESPONSIBLE,
    "coordinate": Part.Role.PARTNER,
    "guide": Part.Role.GUIDE,
    "guided": Part.Role.GUIDED,
    "support": Part.Role.SUPPORTER,
    "participate": Part.Role.PARTICIPANT,
    "executor": Part.Role.EXECUTOR,
}


class Stale(Exception):
    """Somebody else was first; the message is the sentence for the person who came second."""


@transaction.atomic
def propose(*, programme: Programme, document: Document, by: Actor | None) -> int:
    """Write down what the reader found, as proposals that wait for a person; returns how many."""
    provisions = {each.address: each for each in programme.provisions.all()}
    names = AgencyNames(on=programme.signed_on)
    turns: dict[str, int] = {}
    for assignment in document.assignments:
        if assignment.provision not in provisions:
            continue
        turns[assignment.provision] = turns.get(assignment.provision, 0) + 1
        obligation = Obligation.objects.create(
            provision=provisions[assignment.provision],
            order=turns[assignment.provision],
            line=assignment.line,
            implied_both=assignment.implied_both,
            recurrence=assignment.recurrence,
            due=assignment.due[:40],
        )
        _write_parts(obligation, _mentions(assignment), names)
    audit.record(
        "ledger.obligations_proposed",
        by=by,
        target=programme,
        changes={"obligations": (None, sum(turns.values()))},
    )
    return sum(turns.values())


@transaction.atomic
def add(*, provision: Provision, by: Actor | None) -> Obligation:
    """Write down an obligation that the reader did not see; its parts are said by `correct`."""
    last = provision.obligations.order_by("-order").first()
    obligation = Obligation.objects.create(
        provision=provision, order=last.order + 1 if last else 1, line=provision.first_line
    )
    audit.record("ledger.obligation_added", by=by, target=obligation)
    return obligation


@transaction.atomic
def confirm(*, obligation: Obligation, version: int, by: Actor | None, note: str = "") -> None:
    """A person stands by who does what in this sentence.

    Raises Stale when another one decided since `version` was shown, Refused when it is confirmed.
    """
    current = _latest(obligation, version)
    check_can_confirm(current)
    _decide(current, Obligation.State.CONFIRMED, by=by, note=note)


@transaction.atomic
def withdraw(*, obligation: Obligation, version: int, by: Actor | None, note: str) -> None:
    """Take a confirmation back, with the reason; what was confirmed stays on record."""
    current = _latest(obligation, version)
    check_can_withdraw(current, note)
    _decide(current, Obligation.State.PROPOSED, by=by, note=note)


@transaction.atomic
def correct(
    *, obligation: Obligation, parts: Iterable[tuple[Part.Role, str]], implied_both: bool
) -> None:
    """Replace the proposed parts by those that a person read; only before confirmation."""
    check_can_confirm(obligation)
    starts = {part.name_as_written: part.start or 0 for part in obligation.parts.all()}
    obligation.parts.all().delete()
    names = AgencyNames(on=obligation.provision.programme.signed_on)
    mentions = [(role, name, starts.get(name, 0)) for role, name in parts]
    _write_parts(obligation, mentions, names)
    obligation.implied_both = implied_both
    obligation.save(update_fields=["implied_both"])


def _latest(obligation: Obligation, version: int) -> Obligation:
    """The row, locked; Stale when it has moved on since it was shown."""
    current = Obligation.objects.select_for_update().get(pk=obligation.pk)
    if current.version != version:
        raise Stale(
            _(
                "Chưa ghi nhận được: nội dung này vừa được người khác cập nhật. "
                "Đề nghị xem lại trước khi xác nhận."
            )
        )
    return current


def _decide(
    obligation: Obligation, state: Obligation.State, *, by: Actor | None, note: str
) -> None:
    head = Confirmation(
        obligation=obligation.uuid,
        by=by.uuid if by else None,
        withdrawn=state != Obligation.State.CONFIRMED,
    )
    parts = [(part.role, part.name_as_written) for part in obligation.parts.all()]
    words = {"parts": parts, "implied_both": obligation.implied_both, "note": note}
    write(head, ConfirmationText, json.dumps(words, ensure_ascii=False))
    changes = {"state": (obligation.state, state.value)}
    obligation.state, obligation.version = state, obligation.version + 1
    obligation.save(update_fields=["state", "version"])
    audit.record("ledger.obligation_decided", by=by, target=obligation, changes=changes)


# A part, the name as written, and about where in the provision it stands.
Mention = tuple[Part.Role, str, int]


def _mentions(assignment: Assignment) -> list[Mention]:
    return [
        (role, mention.name, mention.start)
        for field, role in ROLES.items()
        for mention in getattr(assignment, field)
    ]


def _write_parts(obligation: Obligation, mentions: Iterable[Mention], names: AgencyNames) -> None:
    paragraphs = obligation.provision.all_paragraphs
    for order, (role, name, near) in enumerate(mentions, start=1):
        span = locate(paragraphs, name, near)
        Part.objects.create(
            obligation=obligation,
            order=order,
            role=role,
            name_as_written=name,
            agency=names.agency(name),
            paragraph=span.paragraph if span else None,
            start=span.start if span else None,
            end=span.end if span else None,
        )
