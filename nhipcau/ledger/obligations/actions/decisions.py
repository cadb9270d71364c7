"""What a person decides about one proposal; each decision is kept, and can be taken back."""

import json
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.base import audit
from nhipcau.base.append_only import write
from nhipcau.base.audit import Actor
from nhipcau.base.refusal import Refused
from nhipcau.ledger.obligations.models import Confirmation, ConfirmationText, Obligation, Part
from nhipcau.ledger.obligations.names import AgencyNames
from nhipcau.ledger.obligations.policies import check_can_decide, check_can_withdraw
from nhipcau.ledger.programmes.places import Span, locate
from nhipcau.shell.search.index import index

from .proposals import next_order, write_parts


class Stale(Exception):
    """Somebody else was first; the message is the sentence for the person who came second."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a person reads in a sentence, in place of what the reader proposed."""

    parts: tuple[tuple[Part.Role, str], ...]
    implied_both: bool = False
    kind: Obligation.Kind = Obligation.Kind.ROUTINE
    recurrence: str = ""
    due: str = ""
    deliverable: str = ""
    functions: tuple[str, ...] = ()

    @classmethod
    def of(cls, obligation: Obligation) -> "Change":
        """What stands now, in the same shape."""
        return cls(
            parts=tuple((Part.Role(p.role), p.name_as_written) for p in _parts(obligation)),
            implied_both=obligation.implied_both,
            kind=Obligation.Kind(obligation.kind),
            recurrence=obligation.recurrence,
            due=obligation.due,
            deliverable=obligation.deliverable,
            functions=tuple(obligation.functions),
        )


@transaction.atomic
def confirm(*, obligation: Obligation, version: int, by: Actor | None, note: str = "") -> None:
    """A person stands by who does what in this sentence.

    Raises Stale when another one decided since `version` was shown, Refused when it is decided.
    """
    current = _latest(obligation, version)
    check_can_decide(current)
    if not current.implied_both and not current.parts.exists():
        raise Refused(
            _("Chưa xác nhận được: chưa có cơ quan nào trong nội dung này. Đề nghị bổ sung.")
        )
    _decide(current, Confirmation.Decision.CONFIRMED, by=by, note=note)


@transaction.atomic
def reject(*, obligation: Obligation, version: int, by: Actor | None, note: str = "") -> None:
    """A person says that this sentence binds nobody to anything; same errors as `confirm`."""
    current = _latest(obligation, version)
    check_can_decide(current)
    _decide(current, Confirmation.Decision.REJECTED, by=by, note=note)


@transaction.atomic
def withdraw(*, obligation: Obligation, version: int, by: Actor | None, note: str) -> None:
    """Take a decision back, with the reason; what was decided stays on record."""
    current = _latest(obligation, version)
    check_can_withdraw(current, note)
    _decide(current, Confirmation.Decision.WITHDRAWN, by=by, note=note)


@transaction.atomic
def change(*, obligation: Obligation, version: int, to: Change, by: Actor | None) -> Obligation:
    """Replace what was proposed by what a person reads; only before it is decided."""
    current = _latest(obligation, version)
    check_can_decide(current)
    before, starts = _in_words(current), {p.name_as_written: p.start or 0 for p in _parts(current)}
    current.parts.all().delete()
    mentions = [(role, name, starts.get(name, 0)) for role, name in to.parts]
    write_parts(current, mentions, AgencyNames(current.provision.programme))
    current.implied_both, current.kind = to.implied_both, to.kind
    current.recurrence, current.due = to.recurrence, to.due
    current.deliverable, current.functions = to.deliverable, list(to.functions)
    current.version += 1
    current.save()
    changes = {"parts": (before, _in_words(current))}
    audit.record("ledger.obligation_changed", by=by, target=current, changes=changes)
    index([current])
    return current


@transaction.atomic
def confirm_as(
    *, obligation: Obligation, version: int, to: Change, by: Actor | None, note: str = ""
) -> None:
    """Confirm a sentence as the person reads it: changed first where it differs."""
    current = _latest(obligation, version)
    if to != Change.of(current):
        current = change(obligation=current, version=version, to=to, by=by)
    confirm(obligation=current, version=current.version, by=by, note=note)


@transaction.atomic
def split(
    *, obligation: Obligation, version: int, first: str, second: str, by: Actor | None
) -> Obligation:
    """Part one proposal in two by the words that each rests on; returns the second.

    Raises Refused when the words do not stand in the provision.
    """
    current = _latest(obligation, version)
    check_can_decide(current)
    paragraphs = current.provision.all_paragraphs
    one, two = (locate(paragraphs, words.strip(), current.start or 0) for words in (first, second))
    if one is None or two is None:
        raise Refused(
            _("Chưa tách được: phần chữ không có trong điều khoản. Đề nghị chép đúng từng chữ.")
        )
    parts = [(Part.Role(p.role), p.name_as_written, p.start or 0) for p in _parts(current)]
    added = Obligation(
        provision=current.provision,
        order=next_order(current.provision),
        line=current.line,
        implied_both=current.implied_both,
        kind=current.kind,
    )
    _rest_on(current, one)
    _rest_on(added, two)
    write_parts(added, parts, AgencyNames(current.provision.programme))
    changes = {"split": (None, added.order)}
    audit.record("ledger.obligation_split", by=by, target=current, changes=changes)
    index([current, added])
    return added


@transaction.atomic
def merge(
    *, obligation: Obligation, into: Obligation, version: int, by: Actor | None
) -> Obligation:
    """Fold one proposal into another of the same provision; the folded one is rejected."""
    current = _latest(obligation, version)
    other = Obligation.objects.select_for_update().get(pk=into.pk)
    if other.provision_id != current.provision_id or other.pk == current.pk:
        raise Refused(_("Chưa gộp được: hai nội dung không cùng một điều khoản."))
    check_can_decide(current)
    check_can_decide(other)
    held = {(part.role, part.name_as_written) for part in _parts(other)}
    parts = [(Part.Role(p.role), p.name_as_written) for p in _parts(other)]
    parts += [
        (Part.Role(p.role), p.name_as_written)
        for p in _parts(current)
        if (p.role, p.name_as_written) not in held
    ]
    merged = Change(
        parts=tuple(parts),
        implied_both=other.implied_both or current.implied_both,
        kind=Obligation.Kind(other.kind),
        recurrence=other.recurrence or current.recurrence,
        due=other.due or current.due,
        deliverable=other.deliverable or current.deliverable,
        functions=tuple(dict.fromkeys([*other.functions, *current.functions])),
    )
    if other.paragraph is not None and other.paragraph == current.paragraph:
        starts, ends = (other.start or 0, current.start or 0), (other.end or 0, current.end or 0)
        _rest_on(other, Span(other.paragraph, min(starts), max(ends)))
    else:
        other.paragraph = other.start = other.end = None
        other.save()
    note = _("gộp vào nội dung %(place)s") % {"place": other}
    _decide(current, Confirmation.Decision.REJECTED, by=by, note=note)
    return change(obligation=other, version=other.version, to=merged, by=by)


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
    obligation: Obligation, decision: Confirmation.Decision, *, by: Actor | None, note: str
) -> None:
    head = Confirmation(obligation=obligation.uuid, by=by.uuid if by else None, decision=decision)
    words = {
        "parts": [(part.role, part.name_as_written) for part in _parts(obligation)],
        "implied_both": obligation.implied_both,
        "kind": obligation.kind,
        "deliverable": obligation.deliverable,
        "functions": obligation.functions,
        "note": note,
    }
    write(head, ConfirmationText, json.dumps(words, ensure_ascii=False))
    state = STATE_AFTER[decision]
    changes = {"state": (obligation.state, state.value)}
    obligation.state, obligation.version = state, obligation.version + 1
    obligation.save(update_fields=["state", "version"])
    audit.record("ledger.obligation_decided", by=by, target=obligation, changes=changes, note=note)
    index([obligation])


STATE_AFTER = {
    Confirmation.Decision.CONFIRMED: Obligation.State.CONFIRMED,
    Confirmation.Decision.REJECTED: Obligation.State.REJECTED,
    Confirmation.Decision.WITHDRAWN: Obligation.State.PROPOSED,
}


def _parts(obligation: Obligation) -> list[Part]:
    return list(obligation.parts.all())


def _in_words(obligation: Obligation) -> str:
    """The parts as a line of the audit."""
    return "; ".join(f"{part.role}: {part.name_as_written}" for part in obligation.parts.all())


def _rest_on(obligation: Obligation, span: Span) -> None:
    obligation.paragraph, obligation.start, obligation.end = span.paragraph, span.start, span.end
    obligation.version += 1 if obligation.pk else 0
    obligation.save()
