"""Rows of what happened to a paper, and what they say of its present edition."""

import json
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils import timezone

from nhipcau.agencies.models import Agency, User
from nhipcau.base.append_only import write
from nhipcau.ledger.papers.models import Paper, PaperMove, PaperMoveText

Kind = PaperMove.Kind


def note(
    paper: Paper,
    kind: PaperMove.Kind,
    *,
    by: User | None,
    agency: Agency | None = None,
    reason: str = "",
) -> PaperMove:
    """Write one row, in the running transaction."""
    head = PaperMove(
        paper=paper,
        edition=paper.edition,
        kind=kind,
        by=by.uuid if by else None,
        agency=agency.uuid if agency else None,
    )
    words = json.dumps({"reason": reason.strip()}, ensure_ascii=False)
    return write(head, PaperMoveText, words)


def consents(paper: Paper) -> Mapping[UUID, UUID | None]:
    """Who consented to the present edition, by agency; nobody once it was lifted or taken back."""
    if paper.state in {Paper.State.DRAFT, Paper.State.WITHDRAWN}:
        return {}
    given = paper.moves.filter(kind=Kind.CONSENTED, edition=paper.edition)
    return {agency: by for agency, by in given.values_list("agency", "by") if agency}


def agreed_on(paper: Paper) -> date | None:
    """The day of the last consent to the present edition."""
    last = paper.moves.filter(kind=Kind.CONSENTED, edition=paper.edition).last()
    return timezone.localtime(last.recorded_at).date() if last else None


def side_of(user: User, paper: Paper) -> Agency:
    """For which agency of a paper a person acts: a side where there is one, else the drafter."""
    from nhipcau.ledger.papers.speaking import sides_of

    sides = sides_of(user, paper)
    return sides[0].agency if sides else paper.drafted_by
