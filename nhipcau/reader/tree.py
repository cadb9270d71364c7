"""The tree that the reader makes of a document: frozen values, no behaviour beyond look-ups."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of the input, in NFC with single blanks, and the one node it belongs to.

    `number` counts from 1 in the input. `role` says what the line does: in front and closing
    matter "issuer", "motto", "number", "place_date", "kind", "title", "authority", "basis",
    "promulgation", "recipient", "signature", "mark", "page", "text"; in the body "provision"
    (opens a node) or "paragraph" (goes on with it). `provision` is the node's id, or "".
    """

    number: int
    text: str
    role: str
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered place in the text (Decree 30/2020, Phụ lục I, mục II.6).

    `id` joins the numbers from the top by "." ("IV.1.đ", "Điều 5.2.a"): chapters are left out of
    what stands below them, 1.2 counts as 2 below 1, an attached document is "KT1", a repeated
    marker is "b#2". `kind` is "part", "chapter", "section", "subsection", "article", "clause",
    "point", "bullet" or "attachment". `text` is the first paragraph without its marker,
    `paragraphs` are the unnumbered ones that follow. `component` is the attachment it stands
    in, "" for the document itself.
    """

    id: str
    parent: str
    marker: str
    kind: str
    heading: bool
    text: str
    paragraphs: tuple[str, ...]
    first_line: int
    last_line: int
    component: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """An instrument that the document rests on.

    `relation`: "can_cu" (Căn cứ), "thuc_hien" (Thực hiện), "de_nghi" (Theo đề nghị) or "nested"
    (named inside the title of another). `number` is "" where a law is cited by name only.
    """

    relation: str
    kind: str
    number: str
    date: datetime.date | None
    issuer: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision names an instrument; `start` and `end` count in the paragraph at `line`."""

    provision: str
    kind: str
    number: str
    date: datetime.date | None
    issuer: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short name that the text defines for itself."""

    short: str
    full: str
    line: int


@dataclass(frozen=True, slots=True)
class PartyMention:
    """An agency as written; `start` and `end` count in the paragraph that holds `from_line`."""

    name: str
    start: int
    end: int
    from_line: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does what in one sentence, and the words it rests on.

    `implied_both`: the subject is left out and all signing parties may be meant; a person has to
    confirm it. `strict`: a leading, coordinating or guiding body is named. `recurrence` is
    "năm", "quý", "tháng", … or "", `due` the time limit as written or "".
    """

    provision: str
    line: int
    lead: tuple[PartyMention, ...] = ()
    coordinate: tuple[PartyMention, ...] = ()
    guide: tuple[PartyMention, ...] = ()
    guided: tuple[PartyMention, ...] = ()
    support: tuple[PartyMention, ...] = ()
    participate: tuple[PartyMention, ...] = ()
    executor: tuple[PartyMention, ...] = ()
    responsible: tuple[PartyMention, ...] = ()
    implied_both: bool = False
    strict: bool = False
    recurrence: str = ""
    due: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time in the text. `kind`: "date", "period", "due" or "recurring".

    `value` is ISO 8601 for dates ("2024-06-04"), "2024/2030" for periods, the unit ("năm",
    "quý", "tháng") for recurrences, the words themselves for the rest.
    """

    kind: str
    value: str
    written: str
    provision: str
    line: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """What only a person can know: said here, not guessed. `line` 0 is the document."""

    code: str
    sentence: str
    provision: str
    line: int


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: the name, the title, and the authority ("TM. …", "KT. …") as written."""

    name: str
    title: str
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A Vietnamese administrative document, read.

    `kind` is the type name ("Kế hoạch"), `number` the full one ("922/CTPH-BTTTT-UBDT"), `symbol`
    what follows the number in it ("CTPH-BTTTT-UBDT"), `period` first and last year, `provisions`
    and `lines` flat in reading order.
    """

    name: str
    kind: str
    number: str
    symbol: str
    date: datetime.date | None
    date_written: str
    place: str
    issuers: tuple[str, ...]
    title: str
    period: tuple[int, int] | None
    signers: tuple[Signer, ...]
    recipients: tuple[str, ...]
    legal_bases: tuple[LegalBasis, ...]
    citations: tuple[Citation, ...]
    abbreviations: tuple[Abbreviation, ...]
    provisions: tuple[Provision, ...]
    assignments: tuple[Assignment, ...]
    times: tuple[TimeMention, ...]
    doubts: tuple[Doubt, ...]
    lines: tuple[Line, ...]

    @property
    def outline(self) -> tuple[Provision, ...]:
        """The numbered provisions and attachments, without bullets."""
        return tuple(each for each in self.provisions if each.kind != "bullet")
