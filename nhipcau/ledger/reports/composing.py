"""A report as a document in the layout of Decree 30: with its paper's head, or with its unit's."""

from collections.abc import Iterator, Mapping
from typing import Any

from nhipcau.agencies.document_types import DocumentType
from nhipcau.agencies.models import Agency, User
from nhipcau.base import clock
from nhipcau.ledger.papers import composing as papers
from nhipcau.ledger.papers import filling, naming
from nhipcau.ledger.papers.filling import Filling
from nhipcau.ledger.papers.models import Paper
from nhipcau.standards.nd30.document import (
    Annex,
    Block,
    Cell,
    Document,
    Heading,
    Issuer,
    Level,
    Prose,
    Signature,
    Table,
)

from . import parties
from .consolidating import snapshot
from .drafting import account_of
from .models import Report
from .tables import Sheet, in_words, standing_sheets

# The rows of an annex that a person reads; a whole country of tasks goes out as a spreadsheet.
MOST_ROWS = 1_000


def compose(report: Report) -> Document:
    """What is to be printed: the draft while it is one, what was sent once it was."""
    if report.paper is not None:
        return papers.document_of(report.paper)
    on = clock.today()
    issuing = parties.issuers(report)
    return Document(
        issuers=tuple(_issuer(each, report) for each in issuing),
        type_name=str(DocumentType.REPORT.label),
        subject=subject(report),
        symbol=naming.symbol(DocumentType.REPORT, issuing, report.agency, on),
        place=naming.place_of(issuing[0], on),
        year=report.due.year,
        blocks=blocks(report),
        signatures=_signatures(issuing, report),
        recipients=_recipients(report),
        annexes=annexes(report),
        is_example=report.is_example,
    )


def subject(report: Report) -> str:
    """«Kết quả thực hiện Chương trình phối hợp số … năm 2025»."""
    period, programme = report.period, report.period.programme
    label = period.label[:1].lower() + period.label[1:]
    called = f"{programme.kind} số {programme.number}" if programme.number else programme.kind
    return f"Kết quả thực hiện {called} {label}"


def blocks(report: Report) -> tuple[Block, ...]:
    """Headings and paragraphs; each paragraph can be changed in Word and sent back."""
    return tuple(block for each in content(report) for block in _section(each))


def content(report: Report) -> list[Mapping[str, Any]]:
    """The sections: of the snapshot where the report is out, else of the draft."""
    held = snapshot(report) if report.is_there or report.state == Report.State.REPLACED else None
    if held is not None:
        return list(held["sections"])
    return [
        {
            "key": section.key,
            "level": section.level,
            "number": section.number,
            "title": section.title,
            "lines": [
                {"key": line.key, "text": line.words, "uuid": line.uuid.hex}
                for line in section.lines.all()
                if line.words.strip()
            ],
        }
        for section in report.sections.prefetch_related("lines")
    ]


def _section(section: Mapping[str, Any]) -> Iterator[Block]:
    if section["title"]:
        yield Heading(Level(section["level"] or "clause"), section["number"], section["title"])
    for line in section["lines"]:
        words = "\n".join(part.strip() for part in line["text"].splitlines() if part.strip())
        yield Prose(words, key=line.get("uuid", ""))


def annexes(report: Report) -> tuple[Annex, ...]:
    """The tables, which say what the text says: both are made from the same account."""
    return tuple(annex_of(sheet) for sheet in standing_sheets(report, account_of))


def annex_of(sheet: Sheet) -> Annex:
    """A table as an annex on pages of its own; wide ones lie across."""
    rows = tuple(
        tuple(_cell(value, _key(sheet, row, column)) for column, value in enumerate(cells))
        for row, cells in enumerate(sheet.rows[:MOST_ROWS])
    )
    table = Table(tuple(sheet.head), rows, tuple(sheet.widths))
    more = len(sheet.rows) - len(rows)
    tail = (Prose(f"(Còn {more} dòng trong bảng tính kèm theo.)"),) if more else ()
    return Annex(sheet.title, (table, *tail), is_landscape=len(sheet.head) > 5)


def _key(sheet: Sheet, row: int, column: int) -> str:
    return sheet.keys[row][column] if sheet.keys else ""


def _cell(value: Any, key: str) -> Cell:
    is_number = not isinstance(value, str) and value is not None
    return Cell(in_words(value), key=key, is_number=is_number)


def _issuer(agency: Agency, report: Report) -> Issuer:
    """An agency under its name of the closing day, below the body that it belongs to."""
    above: Agency | None = agency.parent
    day = report.period.closing_day
    return Issuer(agency.name_on(day), above.name_on(day) if above is not None else "")


def _signatures(issuing: list[Agency], report: Report) -> tuple[Signature, ...]:
    """One for each side, headed by its name where there are several; who leads stands right."""
    if len(issuing) == 1:
        return (Signature((papers.UNKNOWN_SIGNATORY,)),)
    day = report.period.closing_day
    return tuple(
        Signature((papers.UNKNOWN_SIGNATORY,), heading=each.name_on(day).upper())
        for each in reversed(issuing)
    )


def _recipients(report: Report) -> tuple[str, ...]:
    if report.above is None:
        return ("Lãnh đạo các bên (để b/c)",)
    return (f"{report.above.name_of_agency} (để tổng hợp)",)


def fill(paper: Paper) -> Filling:
    """What a paper that carries a report shows: the report's own words at each place."""
    report = (
        Report.objects.filter(paper=paper).select_related("period__programme", "agency").first()
    )
    if report is None:
        return Filling()
    placed = {
        filler_of(section["key"]): tuple(
            block for block in _section(section) if isinstance(block, Prose)
        )
        for section in content(report)
    }
    return Filling(placed, annexes(report))


def filler_of(key: str) -> str:
    """The name under which a paper asks for a section of its report."""
    return f"muc-{key}"[:40]


def told(paper: Paper, by: User) -> None:
    """Number and day were recorded: a report that was not sent yet goes out with them."""
    from .sending import issue

    report = Report.objects.filter(paper=paper).first()
    if report is not None and report.is_writable:
        issue(report=report, by=by)


def provide() -> None:
    """Join the papers: called once, when the application is ready."""
    for kind in KINDS:
        filling.provide(kind, fill)
        filling.after_recording(kind, told)


KINDS = (
    "unit-report",
    "commune-report",
    "province-report",
    "annual-report-short",
    "annual-report-long",
    "joint-review-report",
)
