"""Every write about obligations: proposed by the reader, confirmed by a person."""

import json
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.base import audit
from nhipcau.base.append_only import write
from nhipcau.base.audit import Actor
from nhipcau.ledger.programmes.models import Programme
from nhipcau.reader.tree import Assignment, Document, PartyMention

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
    places = {part.name_as_written: part for part in obligation.parts.all()}
    obligation.parts.all().delete()
    names = AgencyNames(on=obligation.provision.programme.signed_on)
    mentions = [(role, _same_place(places.get(name), name)) for role, name in parts]
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


Mention = tuple[Part.Role, PartyMention]


def _mentions(assignment: Assignment) -> list[Mention]:
    return [
        (role, mention) for field, role in ROLES.items() for mention in getattr(assignment, field)
    ]


def _same_place(part: Part | None, name: str) -> PartyMention:
    """A name that a person read, at the place where the reader had it; 0 is nowhere."""
    if part is None or part.start is None or part.end is None:
        return PartyMention(name, 0, 0, 0)
    return PartyMention(name, part.start, part.end, part.from_line or 0)


def _write_parts(obligation: Obligation, mentions: Iterable[Mention], names: AgencyNames) -> None:
    Part.objects.bulk_create(
        Part(
            obligation=obligation,
            order=order,
            role=role,
            name_as_written=mention.name,
            agency=names.agency(mention.name),
            start=mention.start if mention.end else None,
            end=mention.end or None,
            from_line=mention.from_line or None,
        )
        for order, (role, mention) in enumerate(mentions, start=1)
    )
