"""The signed text as rows: programme, parties, provisions, legal bases, citations."""

from .instrument import Citation, Instrument, LegalBasis
from .programme import Party, Programme
from .text import Provision, SignedText, SignedTextWords

__all__ = [
    "Citation",
    "Instrument",
    "LegalBasis",
    "Party",
    "Programme",
    "Provision",
    "SignedText",
    "SignedTextWords",
]
