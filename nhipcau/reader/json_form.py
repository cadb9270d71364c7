"""The tree as JSON: what `docs/schemas/reader.schema.json` describes.

The keys `doc`, `outline`, `legal_bases` and `assignments` are at least the prediction format by
which readers of such documents are scored; everything else of the tree stands beside them.
"""

from typing import TypedDict

from nhipcau.reader.tree import Assignment, Document, LegalBasis, PartyMention, Provision

SCHEMA_VERSION = "1"
PARTS = (
    "lead", "coordinate", "guide", "guided", "support", "participate", "executor", "responsible",
)  # fmt: skip


class FrontForm(TypedDict):
    """The front of the document; dates are ISO 8601, years numbers."""

    name: str
    kind: str
    number: str
    symbol: str
    date: str | None
    date_written: str
    place: str
    issuers: list[str]
    title: str
    period: list[int] | None
    signers: list[dict[str, str]]
    recipients: list[str]


class ProvisionForm(TypedDict):
    """A provision; `text` is its own first paragraph without the marker."""

    id: str
    parent: str
    marker: str
    kind: str
    heading: bool
    text: str
    paragraphs: list[str]
    first_line: int
    last_line: int
    component: str


class BasisForm(TypedDict):
    """An instrument in a basis line."""

    relation: str
    kind: str
    number: str
    date: str | None
    issuer: str
    text: str
    line: int


class CitationForm(TypedDict):
    """An instrument that a provision names; the span counts in the paragraph at `line`."""

    provision: str
    kind: str
    number: str
    date: str | None
    issuer: str
    start: int
    end: int
    line: int


class MentionForm(TypedDict):
    """A party as written, with the part it has and where it stands."""

    part: str
    name: str
    start: int
    end: int
    from_line: int


class AssignmentForm(TypedDict):
    """Who does what: names as written under each part, and the mentions with their places."""

    node: str
    line: int
    lead: list[str]
    coordinate: list[str]
    guide: list[str]
    guided: list[str]
    support: list[str]
    participate: list[str]
    executor: list[str]
    responsible: list[str]
    implied_both: bool
    strict: bool
    recurrence: str
    due: str
    words: str
    mentions: list[MentionForm]


class DocumentForm(TypedDict):
    """The whole tree."""

    schema: str
    doc: FrontForm
    outline: list[ProvisionForm]
    bullets: list[ProvisionForm]
    legal_bases: list[str]
    bases: list[BasisForm]
    citations: list[CitationForm]
    abbreviations: list[dict[str, str | int]]
    assignments: list[AssignmentForm]
    times: list[dict[str, str | int]]
    doubts: list[dict[str, str | int]]
    lines: list[dict[str, str | int]]


def as_json(document: Document) -> DocumentForm:
    """Return the tree as plain values, ready for `json.dumps`."""
    return {
        "schema": SCHEMA_VERSION,
        "doc": _front(document),
        "outline": [_provision(each) for each in document.outline],
        "bullets": [_provision(each) for each in document.provisions if each.kind == "bullet"],
        "legal_bases": [each.number for each in document.legal_bases if each.number],
        "bases": [_basis(each) for each in document.legal_bases],
        "citations": [
            {
                "provision": each.provision, "kind": each.kind, "number": each.number,
                "date": each.date.isoformat() if each.date else None, "issuer": each.issuer,
                "start": each.start, "end": each.end, "line": each.line,
            }
            for each in document.citations
        ],
        "abbreviations": [
            {"short": each.short, "full": each.full, "line": each.line}
            for each in document.abbreviations
        ],
        "assignments": [_assignment(each) for each in document.assignments],
        "times": [
            {
                "kind": each.kind, "value": each.value, "written": each.written,
                "provision": each.provision, "line": each.line,
            }
            for each in document.times
        ],
        "doubts": [
            {
                "code": each.code, "sentence": each.sentence, "provision": each.provision,
                "line": each.line,
            }
            for each in document.doubts
        ],
        "lines": [
            {
                "number": each.number, "text": each.text, "role": each.role,
                "provision": each.provision,
            }
            for each in document.lines
        ],
    }  # fmt: skip


def _front(document: Document) -> FrontForm:
    return {
        "name": document.name,
        "kind": document.kind,
        "number": document.number,
        "symbol": document.symbol,
        "date": document.date.isoformat() if document.date else None,
        "date_written": document.date_written,
        "place": document.place,
        "issuers": list(document.issuers),
        "title": document.title,
        "period": list(document.period) if document.period else None,
        "signers": [
            {"name": each.name, "title": each.title, "authority": each.authority}
            for each in document.signers
        ],
        "recipients": list(document.recipients),
    }


def _provision(one: Provision) -> ProvisionForm:
    return {
        "id": one.id,
        "parent": one.parent,
        "marker": one.marker,
        "kind": one.kind,
        "heading": one.heading,
        "text": one.text,
        "paragraphs": list(one.paragraphs),
        "first_line": one.first_line,
        "last_line": one.last_line,
        "component": one.component,
    }


def _basis(one: LegalBasis) -> BasisForm:
    return {
        "relation": one.relation,
        "kind": one.kind,
        "number": one.number,
        "date": one.date.isoformat() if one.date else None,
        "issuer": one.issuer,
        "text": one.text,
        "line": one.line,
    }


def mentions(one: Assignment, part: str) -> tuple[PartyMention, ...]:
    """Return the parties that have `part` in an assignment."""
    found: tuple[PartyMention, ...] = getattr(one, part)
    return found


def _assignment(one: Assignment) -> AssignmentForm:
    return {
        "node": one.provision,
        "line": one.line,
        "lead": _names(one.lead),
        "coordinate": _names(one.coordinate),
        "guide": _names(one.guide),
        "guided": _names(one.guided),
        "support": _names(one.support),
        "participate": _names(one.participate),
        "executor": _names(one.executor),
        "responsible": _names(one.responsible),
        "implied_both": one.implied_both,
        "strict": one.strict,
        "recurrence": one.recurrence,
        "due": one.due,
        "words": one.words,
        "mentions": [
            {
                "part": part, "name": each.name, "start": each.start, "end": each.end,
                "from_line": each.from_line,
            }
            for part in PARTS
            for each in mentions(one, part)
        ],
    }  # fmt: skip


def _names(parties: tuple[PartyMention, ...]) -> list[str]:
    return [each.name for each in parties]
