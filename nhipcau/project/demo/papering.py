"""How a paper of the worked year goes its way: written, signed outside, recorded with its file."""

from dataclasses import fields, replace
from datetime import date, timedelta

from django.core.files.base import ContentFile

from nhipcau.agencies.models import User
from nhipcau.ledger.papers import actions
from nhipcau.ledger.papers.composing import document_of
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.papers.values import Head
from nhipcau.standards import nd30

from .cast import Cast

# What an outline leaves to be filled in.
UNSAID = "…"


def write(paper: Paper, words: dict[str, str], by: User) -> Paper:
    """Write the places of a draft that a person writes; keys that its outline lacks are left out."""
    for section in paper.sections.filter(key__in=words):
        actions.write_section(
            section=section, words=words[section.key], version=section.version, by=by
        )
    return fresh(paper)


def issue(paper: Paper, *, number: str, day: date, by: User, has_file: bool = False) -> Paper:
    """Submit a paper where it was not yet, and record its number, its day and the signed file."""
    paper = fresh(paper)
    if paper.state == Paper.State.DRAFT and UNSAID in paper.bases:
        paper = _without_what_is_unsaid(paper, by)
    if paper.state != Paper.State.SUBMITTED:
        paper = actions.submit(paper=paper, version=paper.version, by=by)
    file = _as_signed(paper) if has_file else None
    return actions.record(
        paper=paper, number=number, issued_on=day, file=file, version=paper.version, by=by
    )


def agree(cast: Cast, paper: Paper | None, *, first: date, number: str) -> Paper:
    """Opinion is asked, both leaders agree, number and day are recorded, within a week."""
    if paper is None:
        raise LookupError("the example has no paper to agree on")
    with cast.on(first):
        asked = fresh(paper)
        actions.ask_opinion(paper=asked, version=asked.version, by=cast.who("dau-moi"))
    for days, who in ((2, "lanh-dao"), (3, "lanh-dao-ben-kia")):
        with cast.on(first + timedelta(days=days)):
            actions.consent(paper=paper, edition=fresh(paper).edition, by=cast.who(who))
    issued = first + timedelta(days=6)
    with cast.on(issued):
        return issue(paper, number=number, day=issued, by=cast.who("dau-moi"))


def fresh(paper: Paper) -> Paper:
    """The paper as it stands now."""
    return Paper.objects.get(pk=paper.pk)


def _without_what_is_unsaid(paper: Paper, by: User) -> Paper:
    """Leave out the grounds that an outline offers and the example does not have."""
    bases = "\n".join(line for line in paper.bases.splitlines() if UNSAID not in line)
    names = (each.name for each in fields(Head))
    said = replace(Head(**{name: getattr(paper, name) for name in names}), bases=bases)
    return actions.write_head(paper=paper, head=said, version=paper.version, by=by)


def _as_signed(paper: Paper) -> ContentFile:  # type: ignore[type-arg]
    """The document itself in the place of a signed copy: nobody signed an example."""
    return ContentFile(nd30.to_pdf(document_of(paper)), name="ban-vi-du-chua-ky.pdf")
