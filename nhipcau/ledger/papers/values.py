"""What is said of a paper when it begins, changes, or is recorded: frozen values."""

from dataclasses import dataclass
from datetime import date

from nhipcau.agencies.models import Agency
from nhipcau.ledger.programmes.models import Party


@dataclass(frozen=True, slots=True)
class Side:
    """An agency with a say in a paper; one that does not consent is only told."""

    agency: Agency
    party: Party | None = None
    leads: bool = False
    consents: bool = True
    numbers: bool = False
    # Why it is this agency: a document, or the succession.
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Nơi nhận: an agency of the platform, or only a name («Các sở, ban, ngành»)."""

    agency: Agency | None = None
    name: str = ""
    note: str = ""  # «để b/c»
    is_addressee: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the text of a draft."""

    title: str
    bases: str = ""
    symbol: str = ""
    place: str = ""
    authority: str = ""
    archive: str = ""
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is, and to do what; nobody's when `agencies` is empty."""

    agencies: tuple[Agency, ...]
    what: str

    def __str__(self) -> str:
        names = ", ".join(agency.short_name for agency in self.agencies)
        return f"{names}: {self.what}" if names else self.what
