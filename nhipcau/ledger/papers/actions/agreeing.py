"""Opinion is asked, sides consent or send back, and what all agreed on goes up for signature."""

from django.db import transaction

from nhipcau.agencies.models import User
from nhipcau.base import audit, destroying
from nhipcau.base.append_only import write
from nhipcau.ledger.papers import gaps, policies
from nhipcau.ledger.papers.composing import compose, frozen_text
from nhipcau.ledger.papers.freezing import freeze
from nhipcau.ledger.papers.models import Paper, PaperEdition, PaperEditionText, PaperMove
from nhipcau.ledger.papers.speaking import drafts, others_consent, sides_of

from .locking import locked, locked_at, move
from .moving import consents, note, side_of
from .signing import check_signatories

State, Kind = Paper.State, PaperMove.Kind


@transaction.atomic
def ask_opinion(*, paper: Paper, version: int, by: User) -> Paper:
    """Freeze the draft as its next edition and ask every consenting side. Raises Refused."""
    current = locked(paper, version=version)
    policies.check_can_ask(
        current, is_drafter=drafts(by, current), others_consent=others_consent(current)
    )
    _freeze(current, by)
    move(current, State.ASKED)
    note(current, Kind.ASKED, by=by, agency=side_of(by, current))
    audit.record("ledger.paper_asked", by=by, target=current, acting_for=by.acting_for)
    return current


@transaction.atomic
def consent(*, paper: Paper, edition: int, by: User) -> Paper:
    """Agree to one edition for the side that this person speaks for. Raises Refused or Stale.

    Of two persons of one side at the same moment the first counts; the other reads so.
    """
    current = locked_at(paper, edition=edition)
    sides, held = sides_of(by, current), consents(current)
    given = {side.agency_id for side in current.sides.all() if side.agency.uuid in held}
    policies.check_can_consent(
        current, sides=sides, by=by.uuid, given=given, givers=set(held.values())
    )
    policies.check_stands(frozen_text(current))
    side = next(each for each in sides if each.consents and each.agency_id not in given)
    everybody = {each.agency_id for each in current.sides.all() if each.consents}
    is_last = everybody <= given | {side.agency_id}
    move(current, State.AGREED if is_last else State.PARTLY)
    note(current, Kind.CONSENTED, by=by, agency=side.agency)
    audit.record("ledger.paper_consented", by=by, target=current, acting_for=side.agency)
    return current


@transaction.atomic
def send_back(*, paper: Paper, edition: int, reason: str, by: User) -> Paper:
    """Ask for changes, with the reason; consents to the edition end with it. Raises Refused."""
    current = locked_at(paper, edition=edition)
    sides = sides_of(by, current)
    policies.check_can_send_back(current, sides=sides, reason=reason)
    side = next(each for each in sides if each.consents)
    move(current, State.DRAFT)
    note(current, Kind.SENT_BACK, by=by, agency=side.agency, reason=reason)
    audit.record(
        "ledger.paper_sent_back", by=by, target=current, acting_for=side.agency, note=reason
    )
    return current


@transaction.atomic
def submit(*, paper: Paper, version: int, gaps_confirmed: bool = True, by: User) -> Paper:
    """Submit for signature what all agreed on; a paper of one agency as it stands.

    `gaps_confirmed`: what is still left open stays so on purpose, as a person said on the page.
    Raises Refused, also for a signatory who may not sign it today.
    """
    current = locked(paper, version=version)
    policies.check_can_submit(
        current, is_drafter=drafts(by, current), others_consent=others_consent(current)
    )
    check_signatories(current)
    if not gaps_confirmed:
        policies.check_is_filled(sum(gap.count for gap in gaps.of(current)))
    if current.state == State.DRAFT:
        _freeze(current, by)
    policies.check_stands(frozen_text(current))
    move(current, State.SUBMITTED)
    note(current, Kind.SUBMITTED, by=by, agency=side_of(by, current))
    audit.record("ledger.paper_submitted", by=by, target=current, acting_for=by.acting_for)
    return current


@transaction.atomic
def take_back(*, paper: Paper, reason: str, version: int | None = None, by: User) -> Paper:
    """Take back to the draft what was sent out or submitted. Raises Refused or Stale."""
    current = locked(paper, version=version)
    policies.check_can_take_back(current, is_drafter=drafts(by, current), reason=reason)
    return _taken_back(current, State.DRAFT, reason, by)


@transaction.atomic
def drop(*, paper: Paper, reason: str, version: int | None = None, by: User) -> Paper:
    """Stop the work on a paper for good; its editions and what was said stay.

    Raises Refused, or Stale where it has moved on since `version` was shown.
    """
    current = locked(paper, version=version)
    policies.check_can_drop(current, is_drafter=drafts(by, current), reason=reason)
    return _taken_back(current, State.WITHDRAWN, reason, by)


@transaction.atomic
def content_changed(paper: Paper, *, by: User | None) -> None:
    """Say that what fills the paper has changed: consents are lifted where its text did too."""
    current = locked(paper)
    lift_where_changed(current, by)
    paper.refresh_from_db()


def lift_where_changed(paper: Paper, by: User | None) -> None:
    """Back to the draft where the text is no longer that of the edition; the paper is locked."""
    if paper.state not in policies.UNDER_WAY:
        return
    fingerprint = freeze(compose(paper))[1]
    if paper.editions.get(edition=paper.edition).fingerprint == fingerprint:
        return
    # Kept for good, so in the language of the documents.
    reason = f"Dự thảo đã thay đổi sau bản {paper.edition}; đề nghị gửi lấy ý kiến lại."
    move(paper, State.DRAFT)
    note(paper, Kind.LIFTED, by=by, reason=reason)
    audit.record("ledger.paper_lifted", by=by, target=paper)


def _freeze(paper: Paper, by: User) -> None:
    """Keep the whole text as the next edition. Raises Refused."""
    destroying.hold_off()
    text, fingerprint = freeze(compose(paper))
    paper.edition += 1
    head = PaperEdition(paper=paper, edition=paper.edition, by=by.uuid, fingerprint=fingerprint)
    write(head, PaperEditionText, text)


def _taken_back(paper: Paper, state: Paper.State, reason: str, by: User) -> Paper:
    move(paper, state)
    note(paper, Kind.TAKEN_BACK, by=by, agency=side_of(by, paper), reason=reason)
    audit.record(
        "ledger.paper_taken_back", by=by, target=paper, acting_for=by.acting_for, note=reason
    )
    return paper
