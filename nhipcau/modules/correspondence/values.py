"""What people and messages say of a dispatch, as values between the pages and the actions."""

from dataclasses import dataclass, field
from datetime import date

from django.core.files import File

from nhipcau.agencies.models import Agency
from nhipcau.ledger.public import Programme, Provision

from .models import Dispatch


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands on a document, as a person or a message gives it."""

    sender: Agency
    receivers: tuple[tuple[Agency | None, str], ...]
    number: str
    issued_on: date
    subject: str
    kind: str = "Công văn"
    purpose: str = Dispatch.Purpose.NOTICE
    summary: str = ""
    signer_position: str = ""
    signer: str = ""
    urgency: str = Dispatch.Urgency.ORDINARY
    due: date | None = None
    answers: Dispatch | None = None
    steering: str = Dispatch.Steering.ORDINARY
    task_codes: tuple[str, ...] = ()
    to_places: str = ""
    copies: int | None = None
    kept_by: str = ""
    sent_on: date | None = None
    note: str = ""
    document_id: str = ""
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What a new matter is about."""

    programme: Programme
    title: str
    provision: Provision | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the receiver's register says of a dispatch, and who deals with it."""

    arrived_on: date
    arrival_number: str = ""
    handler: str = ""
    handed_on: date | None = None
    signed_for: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file to keep with a dispatch."""

    name: str
    content: bytes = field(repr=False)


def enclosed(file: "File[bytes]") -> Enclosed:
    """An uploaded file as a value."""
    file.seek(0)
    return Enclosed(file.name or "", file.read())
