"""A paper as a document in the layout of Decree 30/2020/NĐ-CP."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from django.utils import translation

from nhipcau.agencies.document_types import DocumentType
from nhipcau.agencies.models import Agency
from nhipcau.base import clock
from nhipcau.standards.nd30.document import (
    Block,
    Document,
    Heading,
    Issuer,
    Level,
    Prose,
    Signature,
    Table,
)

from . import filling, gaps, naming
from .freezing import thaw
from .models import Paper, PaperEditionText, PaperRecipient, PaperSection, PaperSide

# Phụ lục III of the decree: what its own forms have where nobody is named yet.
UNKNOWN_SIGNATORY = "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"
SHOWN_OF_FINGERPRINT = 12


# A document is Vietnamese in whichever language somebody reads the platform.
_in_vietnamese = translation.override("vi")


@_in_vietnamese
def compose(paper: Paper) -> Document:
    """The text of a draft as it stands now, without number, day, and edition."""
    on = paper.issued_on or clock.today()
    issuers = issuers_of(paper)
    filled = filling.of(paper)
    kind = paper.outline.document_type if paper.outline else DocumentType.LETTER
    letter = kind == DocumentType.LETTER
    decision = kind == DocumentType.DECISION
    return Document(
        issuers=tuple(_issuer(each, on) for each in issuers),
        subject=paper.title,
        type_name="" if letter else _type_name(paper, kind),
        symbol=paper.symbol or naming.symbol("" if letter else kind, issuers, paper.drafted_by, on),
        place=paper.place or naming.place_of(issuers[0], on),
        addressees=tuple(_line(each) for each in _receivers(paper) if each.is_addressee),
        authority=(paper.authority or naming.authority(issuers[0], on)) if decision else "",
        bases=tuple(line.strip() for line in paper.bases.splitlines() if line.strip()),
        enacting="QUYẾT ĐỊNH:" if decision else "",
        blocks=tuple(_blocks(paper, filled.blocks)),
        signatures=signatures_of(paper),
        recipients=tuple(_line(each) for each in _receivers(paper) if not each.is_addressee),
        archive=paper.archive,
        annexes=tuple(filled.annexes),
        is_minutes=kind == DocumentType.MINUTES,
        is_example=paper.is_example,
    )


@_in_vietnamese
def document_of(paper: Paper) -> Document:
    """What is to be printed: the draft while it is one, else the edition that was sent out.

    The edition and its fingerprint stand in the foot; number, symbol and day as they are recorded.
    Of an edition whose words were destroyed what is left is printed.
    """
    if paper.state in _UNFROZEN or not paper.edition:
        return replace(compose(paper), edition=f"Dự thảo lần {paper.edition + 1}")
    frozen = frozen_text(paper)
    agreed = thaw(frozen) if frozen else compose(paper)
    left = "" if frozen else " (đã hủy nội dung theo quy định, đây là phần còn lại)"
    number, _, symbol = paper.number.partition("/")
    return replace(
        agreed,
        signatures=signatures_of(paper),
        number=number,
        symbol=symbol or agreed.symbol,
        issued_on=paper.issued_on,
        edition=f"{edition_line(paper)}{left}",
        is_example=paper.is_example,
    )


def edition_line(paper: Paper) -> str:
    """«Bản 3, mã kiểm tra 4f1c…»: the same on the page and in the foot of the file."""
    edition = paper.editions.get(edition=paper.edition)
    code = edition.fingerprint[:SHOWN_OF_FINGERPRINT]
    return f"Bản {edition.edition}, mã kiểm tra {code}"


def drafted_symbol(paper: Paper) -> str:
    """What the last edition has after its number; empty before there is one, or once redacted."""
    frozen = frozen_text(paper) if paper.edition else None
    return thaw(frozen).symbol if frozen else ""


def frozen_text(paper: Paper, edition: int | None = None) -> str | None:
    """The text of an edition, the last one if none is named; None where it was redacted."""
    number = paper.edition if edition is None else edition
    return (
        PaperEditionText.objects.filter(row__paper=paper, row__edition=number)
        .values_list("text", flat=True)
        .first()
    )


def issuers_of(paper: Paper) -> list[Agency]:
    """Who issues it: every consenting side of a joint paper, the numbering one of another."""
    sides = list(paper.sides.all())
    joint = [side.agency for side in sides if side.consents]
    if paper.outline and paper.outline.is_joint and joint:
        return joint
    leading = [side.agency for side in sides if side.numbers]
    return leading or [paper.drafted_by]


def signatures_of(paper: Paper) -> tuple[Signature, ...]:
    """The signature blocks: of minutes by part, else one for each issuer; the lead's right."""
    if paper.outline and paper.outline.signing:
        return tuple(Signature((), heading=heading) for heading in paper.outline.signing)
    issuers = issuers_of(paper)
    sides = {side.agency_id: side for side in paper.sides.all()}
    order = sorted(issuers, key=lambda each: _leads(sides.get(each.pk)))
    on = paper.issued_on or clock.today()
    return tuple(_signature(sides.get(each.pk), each, on, len(issuers) > 1) for each in order)


def text_of(document: Document) -> list[str]:
    """The words of a document, a line for each paragraph: what a difference is made of."""
    lines = [document.subject, *document.bases]
    for block in _with_annexes(document):
        match block:
            case Heading():
                lines.append(f"{block.number} {block.title}".strip())
            case Prose():
                lines.append(block.text)
            case Table():
                lines.extend(" | ".join(cell.text for cell in row) for row in block.rows)
    lines.extend(f"Kính gửi: {each}" for each in document.addressees)
    lines.extend(f"Nơi nhận: {each}" for each in document.recipients)
    return lines


_UNFROZEN = frozenset({Paper.State.DRAFT, Paper.State.WITHDRAWN})


def _with_annexes(document: Document) -> Iterator[Block]:
    yield from document.blocks
    for annex in document.annexes:
        yield Prose(annex.title)
        yield from annex.blocks


def _blocks(paper: Paper, filled: Mapping[str, tuple[Block, ...]]) -> Iterator[Block]:
    for section in paper.sections.all():
        yield from _heading(section)
        yield from _prose(section, filled)
        if section.filler:
            yield from filled.get(section.filler, ())


def _heading(section: PaperSection) -> Iterable[Heading]:
    if section.level and (section.number or section.title):
        yield Heading(Level(section.level), section.number, section.title)


def _prose(section: PaperSection, filled: Mapping[str, tuple[Block, ...]]) -> Iterator[Prose]:
    """A paragraph for each line; the key of a further one carries its turn."""
    for turn, line in enumerate(gaps.lines(section, filled), start=1):
        yield Prose(line, key=section.key if turn == 1 else f"{section.key}-{turn}")


def _type_name(paper: Paper, kind: str) -> str:
    """The kind's name in Phụ lục III; of a kind that it does not know, the outline's own."""
    if kind:
        return str(DocumentType(kind).label)
    return paper.outline.label if paper.outline else ""


def _issuer(agency: Agency, on: date) -> Issuer:
    above = agency.parent.name_on(on) if agency.parent else ""
    return Issuer(agency.name_on(on), above)


def _receivers(paper: Paper) -> list[PaperRecipient]:
    return list(paper.recipients.all())


def _line(recipient: PaperRecipient) -> str:
    return f"{recipient.name} ({recipient.note})" if recipient.note else recipient.name


def _leads(side: PaperSide | None) -> bool:
    return side is not None and side.leads


def _signature(side: PaperSide | None, agency: Agency, on: date, is_joint: bool) -> Signature:
    heading = agency.name_on(on).upper() if is_joint else ""
    capacity = side.signatory if side else None
    if capacity is None:
        return Signature((UNKNOWN_SIGNATORY,), heading=heading)
    lines = tuple(line.strip() for line in capacity.title_lines.splitlines() if line.strip())
    return Signature(lines, capacity.user.name, heading)
