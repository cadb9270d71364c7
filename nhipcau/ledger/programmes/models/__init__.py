"""The signed text as rows: programme, parties, provisions, legal bases, citations."""

from .acting import PartyActor
from .amendment import Amendment, AmendmentConsent, AmendmentConsentText, Change
from .instrument import Citation, Instrument, InstrumentEvent, LegalBasis, Life
from .programme import Party, Programme
from .standing import Standing
from .text import Provision, SignedText, SignedTextWords
from .transcript import Transcript, TranscriptLine, TranscriptParty

__all__ = [
    "Amendment",
    "AmendmentConsent",
    "AmendmentConsentText",
    "Change",
    "Citation",
    "Instrument",
    "InstrumentEvent",
    "LegalBasis",
    "Life",
    "Party",
    "PartyActor",
    "Programme",
    "Provision",
    "SignedText",
    "SignedTextWords",
    "Standing",
    "Transcript",
    "TranscriptLine",
    "TranscriptParty",
]
