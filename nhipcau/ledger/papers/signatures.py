"""What is kept of the signatures in an issued file: the facts, and the sentence that the page says."""

from dataclasses import asdict, dataclass
from itertools import zip_longest

from django.utils import translation

from nhipcau.base.signed_files import read_signed_file
from nhipcau.standards.signatures import Signature


@dataclass(frozen=True, slots=True)
class Seen:
    """One signature as it was read on the day; only `said` where a file could not be judged."""

    said: str
    signer: str = ""
    issuer: str = ""
    signed_at: str = ""
    holds: bool = False
    # The trusted root and its SHA-256, empty where none stands behind the signature.
    root: str = ""
    root_sha256: str = ""

    def as_json(self) -> dict[str, str | bool]:
        return asdict(self)


def seen_in(content: bytes) -> tuple[Seen, ...]:
    """The signatures of a PDF, or why there are none to judge; nothing for other files."""
    if not content.startswith(b"%PDF"):
        return ()
    # Kept for good, so in the language of the documents.
    with translation.override("vi"):
        reading = read_signed_file(content)
        told = reading.sentences()
    return tuple(_seen(said, each) for said, each in zip_longest(told, reading.signatures))


def _seen(said: str, signature: Signature | None) -> Seen:
    if signature is None:
        return Seen(said)
    return Seen(
        said,
        signer=signature.signer,
        issuer=signature.issuer,
        signed_at=signature.signed_at.isoformat() if signature.signed_at else "",
        holds=signature.holds,
        root=signature.root.name if signature.root else "",
        root_sha256=signature.root.fingerprint if signature.root else "",
    )
