"""What was issued is replaced by one of equal form, or its form is corrected (Điều 18.3)."""

from django.db import transaction

from nhipcau.agencies.models import User
from nhipcau.base import audit
from nhipcau.language.dates import write_figures
from nhipcau.ledger.papers import policies
from nhipcau.ledger.papers.models import Paper, PaperMove, PaperSide
from nhipcau.ledger.papers.speaking import drafts
from nhipcau.ledger.papers.values import Recipient, Side

from .beginning import begin, begun_like
from .locking import locked, move
from .moving import note, side_of

Kind = PaperMove.Kind
CORRECTION = "correction-letter"


@transaction.atomic
def replace(*, paper: Paper, by: User) -> Paper:
    """Begin a paper of equal form that will replace an issued one. Raises Refused.

    The old one stands until number and day of the new one are recorded.
    """
    current = locked(paper)
    policies.check_can_replace(current, is_drafter=drafts(by, current))
    made = begun_like(paper=current, title=current.title, by=by)
    made.replaces = current
    made.save(update_fields=["replaces"])
    return made


@transaction.atomic
def correct(*, paper: Paper, by: User) -> Paper:
    """Begin a letter that corrects a fault of form only. Raises Refused."""
    current = locked(paper)
    policies.check_can_replace(current, is_drafter=drafts(by, current))
    day = write_figures(current.issued_on) if current.issued_on else ""
    said = f"{current.number} ngày {day}"
    made = begin(
        programme=current.programme,
        kind=CORRECTION,
        title="",
        drafted_by=current.drafted_by,
        sides=[_same(side) for side in current.sides.all() if side.numbers],
        recipients=[
            Recipient(each.agency, each.name, each.note, each.is_addressee)
            for each in current.recipients.all()
        ],
        by=by,
        is_example=current.is_example,
        subject_values={"corrected": said, "corrected_title": current.title},
    )
    made.corrects = current
    made.save(update_fields=["corrects"])
    return made


def tell_replaced(paper: Paper, by: User) -> None:
    """With number and day of the new paper, the old one is replaced, or has its correction."""
    if paper.replaces_id is not None:
        old = locked(paper.replaces) if paper.replaces else None
        assert old is not None  # noqa: S101  the row has the key
        move(old, Paper.State.REPLACED)
        note(old, Kind.REPLACED, by=by, agency=side_of(by, old), reason=paper.number)
        audit.record(
            "ledger.paper_replaced", by=by, target=old, changes={"by": (None, paper.number)}
        )
    if paper.corrects is not None:
        note(paper.corrects, Kind.CORRECTED, by=by, agency=paper.drafted_by, reason=paper.number)
        audit.record(
            "ledger.paper_corrected", by=by, target=paper.corrects,
            changes={"by": (None, paper.number)},
        )  # fmt: skip


def _same(side: PaperSide) -> Side:
    return Side(side.agency, side.party, side.leads, side.consents, side.numbers, side.ground)
