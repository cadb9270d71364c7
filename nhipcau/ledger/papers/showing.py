"""What a page shows of a paper: its places with their blocks, its history, its differences."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from uuid import UUID

from nhipcau.agencies.models import Agency, User
from nhipcau.ledger.programmes.difference import Run, in_paragraphs
from nhipcau.standards.nd30.document import Block, Document, Heading, Level, Prose, Table

from . import filling, gaps
from .composing import compose, document_of, frozen_text, text_of
from .freezing import thaw
from .models import Paper, PaperMove, PaperSection
from .speaking import drafts


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a document, for a template: a heading, a paragraph, or a table."""

    heading: str = ""
    is_main: bool = False
    text: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the draft: the section, and what the platform adds below its words."""

    section: PaperSection
    heading: str
    paragraphs: tuple[str, ...]
    added: tuple[Piece, ...]

    @property
    def is_empty(self) -> bool:
        return not self.paragraphs and not self.added


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the history."""

    label: str
    edition: int
    at: datetime
    by: str
    agency: str
    reason: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A run of lines of two texts: the same ones are only counted."""

    same: int = 0
    lines: tuple[tuple[Run, ...], ...] = ()


def seen_by(paper: Paper, user: User) -> Document:
    """The document as a person may see it: words in the making are only the drafter's."""
    if paper.state == Paper.State.DRAFT and paper.edition and not drafts(user, paper):
        frozen = frozen_text(paper)
        return thaw(frozen) if frozen else replace(compose(paper), blocks=(), annexes=())
    return document_of(paper)


def places(paper: Paper) -> list[Place]:
    """The places of a draft, in order."""
    filled = filling.of(paper)
    return [place_of(section, filled.blocks) for section in paper.sections.all()]


def place_of(section: PaperSection, filled: gaps.Filled) -> Place:
    """One place as it stands, with what the platform adds."""
    heading = _heading(section.level, section.number, section.title)
    added = tuple(pieces(filled.get(section.filler, ()))) if section.filler else ()
    return Place(section, heading, tuple(gaps.lines(section, filled)), added)


def pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Blocks for a template."""
    for block in blocks:
        match block:
            case Heading():
                heading = _heading(block.level.value, block.number, block.title)
                yield Piece(heading=heading, is_main=block.level in {Level.SECTION, Level.PART})
            case Prose():
                yield Piece(text=block.text)
            case Table():
                yield Piece(table=block)


def history(paper: Paper) -> list[Happened]:
    """What happened, the last first."""
    rows = list(paper.moves.select_related("words").order_by("-position"))
    people = _named(User, {row.by for row in rows})
    agencies = _named(Agency, {row.agency for row in rows})
    return [
        Happened(
            label=str(row.get_kind_display()),
            edition=row.edition,
            at=row.recorded_at,
            by=people.get(row.by, ""),
            agency=agencies.get(row.agency, ""),
            reason=_reason(row),
        )
        for row in rows
    ]


def lines_of(paper: Paper, edition: int | None) -> list[str] | None:
    """The lines of an edition, or of the draft as it stands; None where it was redacted."""
    if edition is None:
        return text_of(compose(paper))
    frozen = frozen_text(paper, edition)
    return None if frozen is None else text_of(thaw(frozen))


def difference(before: list[str], after: list[str]) -> list[Changed]:
    """What changed by word, paragraph by paragraph; unchanged paragraphs are counted."""
    found = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Changed(same=b - a))
        else:
            found.append(Changed(lines=in_paragraphs(before[a:b], after[c:d])))
    return found


def _heading(level: str, number: str, title: str) -> str:
    """«I. MỤC ĐÍCH», «Điều 1.», «1. Yêu cầu»."""
    if level == Level.ARTICLE.value:
        return f"Điều {number}. {title}".strip()
    marked = f"{number}{')' if level == Level.POINT.value else '.'}" if number else ""
    return f"{marked} {title}".strip()


def _named(model: type[User] | type[Agency], uuids: set[UUID | None]) -> Mapping[UUID | None, str]:
    rows = model._default_manager.filter(uuid__in=[each for each in uuids if each])
    return {row.uuid: str(row) for row in rows}


def _reason(row: PaperMove) -> str:
    """The reason that was given; empty where none was, or where it was redacted."""
    text = row.words.text
    return str(json.loads(text).get("reason", "")) if text else ""
