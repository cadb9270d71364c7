"""Digital signatures in PDF (ISO 32000-2 §12.8, PAdES): who signed, when, and whom to believe.

Nothing is fetched from a network: trust comes from the roots that the caller gives, and whether a
certificate was revoked is not asked. What is read here is no judgement on legal value.
"""

from .errors import Reason, Unread
from .limits import MOST_BYTES, MOST_REVISIONS, MOST_SIGNATURES
from .reading import read_signatures
from .roots import Root, read_roots
from .signature import After, Doubt, Signature

__all__ = [
    "MOST_BYTES",
    "MOST_REVISIONS",
    "MOST_SIGNATURES",
    "After",
    "Doubt",
    "Reason",
    "Root",
    "Signature",
    "Unread",
    "read_roots",
    "read_signatures",
]
