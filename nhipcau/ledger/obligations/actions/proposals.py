"""Writing down what the reader found, as proposals that wait for a person."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.ledger.obligations.models import Obligation, Part
from nhipcau.ledger.obligations.names import AgencyNames
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.programmes.places import locate
from nhipcau.reader.tree import Assignment, Document
from nhipcau.shell.search.index import index

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

# Fewer characters than this are no sentence: the whole line is shown as what it rests on.
SENTENCE = 25

# A part, the name as written, and about where in the provision it stands.
Mention = tuple[Part.Role, str, int]


@transaction.atomic
def propose(*, programme: Programme, document: Document, by: Actor | None) -> int:
    """Write down what the reader found, as proposals that wait for a person; returns how many."""
    provisions = {each.address: each for each in programme.provisions.all()}
    names = AgencyNames(programme)
    lines = {line.number: line for line in document.lines}
    turns: dict[int, int] = {}
    for assignment in document.assignments:
        line = lines[assignment.line]
        # A bullet of a clause is a place of its own; the reader names the clause.
        provision = provisions.get(line.provision) or provisions.get(assignment.provision)
        if provision is not None:
            turns[provision.pk] = turns.get(provision.pk, 0) + 1
            words = assignment.words if len(assignment.words) >= SENTENCE else line.text
            obligation = _row(provision, assignment, turns[provision.pk], words)
            write_parts(obligation, _mentions(assignment), names)
    audit.record(
        "ledger.obligations_proposed",
        by=by,
        target=programme,
        changes={"obligations": (None, sum(turns.values()))},
    )
    index(Obligation.objects.filter(provision__in=turns))
    return sum(turns.values())


@transaction.atomic
def add(*, provision: Provision, by: Actor | None) -> Obligation:
    """Write down an obligation that the reader did not see; its parts are said by `change`."""
    obligation = Obligation.objects.create(
        provision=provision, order=next_order(provision), line=provision.first_line
    )
    audit.record("ledger.obligation_added", by=by, target=obligation)
    index([obligation])
    return obligation


def next_order(provision: Provision) -> int:
    """The turn after the last obligation of a provision."""
    last = provision.obligations.order_by("-order").first()
    return last.order + 1 if last else 1


def write_parts(obligation: Obligation, mentions: Iterable[Mention], names: AgencyNames) -> None:
    """Give an obligation its parts, each name at the place where it stands."""
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


def _row(provision: Provision, assignment: Assignment, order: int, words: str) -> Obligation:
    span = locate(provision.all_paragraphs, words.removeprefix(provision.marker).strip(), 0)
    return Obligation.objects.create(
        provision=provision,
        order=order,
        line=assignment.line,
        implied_both=assignment.implied_both,
        kind=_kind(assignment),
        recurrence=assignment.recurrence,
        due=assignment.due[:40],
        paragraph=span.paragraph if span else None,
        start=span.start if span else None,
        end=span.end if span else None,
    )


def _kind(assignment: Assignment) -> Obligation.Kind:
    if assignment.recurrence:
        return Obligation.Kind.PERIODIC
    return Obligation.Kind.DATED if assignment.due else Obligation.Kind.ROUTINE


def _mentions(assignment: Assignment) -> list[Mention]:
    return [
        (role, mention.name, mention.start)
        for field, role in ROLES.items()
        for mention in getattr(assignment, field)
    ]
