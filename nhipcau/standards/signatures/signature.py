"""What one signature of a PDF says, and what was found of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .roots import Root


class After(StrEnum):
    """What was appended to the file after a signature."""

    NOTHING = "nothing"
    SIGNATURES = "signatures"  # further signatures, filled fields, what keeps signatures verifiable
    OTHER = "other"  # anything else: the pages may show what was not signed


class Doubt(StrEnum):
    """Why no root stands behind a signature."""

    NO_ROOTS = "no_roots"  # none was given to trust
    UNKNOWN_ROOT = "unknown_root"
    EXPIRED = "expired"  # not valid at the time that the signature gives
    UNFIT = "unfit"  # weak methods, or a certificate that was not made for signing
    ALTERED = "altered"  # what the signature holds does not fit together


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature, in the order in which they were made.

    `signer` is the common name of the signing certificate, `issuer` that of the one above it.
    `signed_at` carries its zone; it is the signer's own clock unless `time_is_attested` (a time
    stamp under one of the trusted roots). `is_intact`: the signed bytes are those that were signed.
    `covers_whole`: they reach to the end of the file; if not, `after` says what was appended.
    `root` is the trusted root that the certificate leads to, at the time of signing; None with
    `doubt`. Revocation is not looked at.
    """

    signer: str
    issuer: str
    signed_at: datetime | None
    time_is_attested: bool
    is_intact: bool
    covers_whole: bool
    after: After
    root: Root | None
    doubt: Doubt | None
    fingerprint: str  # SHA-256 of the signing certificate, in hexadecimal

    @property
    def holds(self) -> bool:
        """Intact, nothing but signatures after it, and a trusted root behind it."""
        return self.is_intact and self.after is not After.OTHER and self.root is not None
