"""The messages of edXML as values. Times are those of Việt Nam, without a zone, as on the wire."""

from dataclasses import dataclass
from datetime import date, datetime

from .codes import BusinessType, Priority, ReceiverType, StatusCode, SteeringType


@dataclass(frozen=True, slots=True)
class Organ:
    """An agency as a message names it; `code` is its OrganId («000.00.00.G14»)."""

    code: str = ""
    name: str = ""
    in_charge: str = ""
    address: str = ""
    email: str = ""
    telephone: str = ""
    fax: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """SignerInfo: «KT. BỘ TRƯỞNG», «THỨ TRƯỞNG», and the name."""

    competence: str = ""
    position: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """DocumentType: its codes as sent (no public list of them is known), and its name."""

    code: str = ""
    detail: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class OtherFacts:
    """OtherInfo: urgency, sphere, typist's mark, copies, pages, appendixes."""

    priority: Priority = Priority.ORDINARY
    sphere: str = ""
    typist: str = ""
    copies: int | None = None
    pages: int | None = None
    appendixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """ResponseFor: the document that a message answers, recalls or tells the state of."""

    organ_code: str = ""
    code: str = ""
    issued_on: date | None = None
    document_id: str = ""

    @property
    def identity(self) -> str:
        """The DocumentId, made of the other parts where it was not sent; "" where they lack too."""
        return self.document_id or _identity(self.organ_code, self.issued_on, self.code)


@dataclass(frozen=True, slots=True)
class Staff:
    """StaffInfo: who handled the message."""

    department: str = ""
    name: str = ""
    mobile: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """TraceHeader: an agency that the message passed, and when."""

    organ_code: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReceiverChange:
    """Receiver of an update: an agency put on or taken off the list."""

    organ_code: str
    change: ReceiverType


@dataclass(frozen=True, slots=True)
class Replacement:
    """ReplacementInfo: a document that this one replaces, for some or (empty) all receivers."""

    document_id: str
    organ_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Business:
    """Bussiness: what is done with the document, why, and to which earlier one."""

    type: BusinessType = BusinessType.NEW
    reason: str = ""
    document_id: str = ""
    receivers: tuple[ReceiverChange, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    staff: Staff = Staff()
    is_on_paper: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message as it was sent; `content` is None where only the manifest names it.

    Files usually travel inside a ZIP of one (see `unwrap`). `content_id` has no «cid:».
    """

    content_id: str
    name: str = ""
    description: str = ""
    content_type: str = ""
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document under way, with the files that are sent with it.

    `secrecy` is what an element named for the level of secrecy says; it is read so that it can be
    refused, and never written.
    """

    sender: Organ
    receivers: tuple[Organ, ...]
    number: str
    notation: str
    issued_on: date | None = None
    place: str = ""
    kind: DocumentKind = DocumentKind()
    subject: str = ""
    content: str = ""
    signer: Signer = Signer()
    due_on: date | None = None
    to_places: tuple[str, ...] = ()
    other: OtherFacts = OtherFacts()
    answers: tuple[Reference, ...] = ()
    task_codes: tuple[str, ...] = ()
    steering: SteeringType = SteeringType.ORDINARY
    document_id: str = ""
    application: str = ""
    traces: tuple[Trace, ...] = ()
    business: Business = Business()
    attachments: tuple[Attachment, ...] = ()
    secrecy: str = ""

    @property
    def code(self) -> str:
        """Number and notation as a reader writes them: «922/CTPH-BTTTT-UBDT»."""
        return "/".join(part for part in (self.number, self.notation) if part)

    @property
    def identity(self) -> str:
        """The DocumentId: as sent, or `{OrganId},{PromulgationDate},{code}`; "" where parts lack."""
        return self.document_id or _identity(self.sender.code, self.issued_on, self.code)


@dataclass(frozen=True, slots=True)
class Status:
    """How far a document has come, told by the agency that received it."""

    about: Reference
    sender: Organ
    code: StatusCode
    description: str = ""
    at: datetime | None = None
    staff: Staff = Staff()
    secrecy: str = ""


Envelope = Document | Status


def _identity(organ_code: str, day: date | None, code: str) -> str:
    return f"{organ_code},{day:%Y/%m/%d},{code}" if organ_code and day and code else ""
