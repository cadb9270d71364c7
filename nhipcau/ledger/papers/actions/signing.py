"""Who is to sign for a side: a capacity of that agency, for that kind of document, on that day."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies import person_policies
from nhipcau.agencies.directory import upwards
from nhipcau.agencies.document_types import DocumentType
from nhipcau.agencies.models import SigningCapacity, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import policies
from nhipcau.ledger.papers.models import Paper, PaperSide
from nhipcau.ledger.papers.speaking import drafts, sides_of

from .locking import locked, move


@transaction.atomic
def choose_signatory(
    *, side: PaperSide, capacity: SigningCapacity | None, version: int, by: User
) -> Paper:
    """Say who is to sign for a side, or that it is not known yet. Raises Refused.

    Who signs is no part of the text: consents to it stay.
    """
    paper = locked(side.paper, version=version)
    is_own = side.pk in {each.pk for each in sides_of(by, paper)}
    policies.check_drafts(paper, is_drafter=is_own or drafts(by, paper))
    if not (paper.is_open or paper.state == Paper.State.SUBMITTED):
        raise Refused(_("Chưa chọn được người ký: văn bản không còn ở bước soạn thảo, trình ký."))
    if capacity is not None:
        _check_fits(paper, side, capacity, on=clock.today())
    current = PaperSide.objects.get(pk=side.pk)
    current.signatory = capacity
    current.save(update_fields=["signatory"])
    move(paper)
    changes = {"signatory": (None, capacity.user.name if capacity else None)}
    audit.record(
        "ledger.paper_signatory_chosen",
        by=by,
        target=paper,
        acting_for=side.agency,
        changes=changes,
    )
    return paper


def capacities_for(side: PaperSide, *, on: date) -> list[SigningCapacity]:
    """Who may sign this kind of document on a day, in the side's agency or a unit of it."""
    document_type = document_type_of(side.paper)
    held = SigningCapacity.objects.on(on).filter(document_type=document_type)
    found = held.select_related("user", "agency__parent")
    return [each for each in found if side.agency_id in upwards([each.agency])]


def check_signatories(paper: Paper, *, on: date | None = None) -> None:
    """Every signatory that was chosen may sign on the day. Raises Refused with the reason."""
    for side in paper.sides.select_related("agency", "signatory__agency__parent"):
        if side.signatory is not None:
            _check_fits(paper, side, side.signatory, on=on or clock.today())


def document_type_of(paper: Paper) -> str:
    """The kind of document in the sense of Decree 30; a letter where the outline names none."""
    return (paper.outline.document_type if paper.outline else "") or DocumentType.LETTER


def _check_fits(paper: Paper, side: PaperSide, capacity: SigningCapacity, *, on: date) -> None:
    if side.agency_id not in upwards([capacity.agency]):
        raise Refused(
            _("Chưa chọn được người ký: %(name)s không có thẩm quyền ký của %(agency)s.")
            % {"name": capacity.user.name, "agency": side.agency}
        )
    if capacity.document_type != document_type_of(paper):
        raise Refused(
            _("Chưa chọn được người ký: %(name)s không có thẩm quyền ký loại văn bản này.")
            % {"name": capacity.user.name}
        )
    person_policies.check_may_sign(capacity, on=on)
