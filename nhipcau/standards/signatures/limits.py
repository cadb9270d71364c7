"""Bounds on files of strangers, looked at before anything parses them."""

from .errors import Reason, Unread

MOST_BYTES = 50 * 1024 * 1024
MOST_REVISIONS = 200
MOST_SIGNATURES = 50
MOST_SECONDS = 20
MOST_MEMORY = 1024 * 1024 * 1024  # address space of the process that parses
HEAD = 1024  # where a reader of PDF looks for the first line


def hold(pdf: bytes) -> None:
    """Raise Unread for bytes that are no PDF, or more of one than anybody signs."""
    if len(pdf) > MOST_BYTES:
        raise Unread(Reason.TOO_LARGE, f"{len(pdf)} bytes")
    if b"%PDF-" not in pdf[:HEAD]:
        raise Unread(Reason.NOT_PDF)
    revisions = pdf.count(b"startxref")
    if revisions > MOST_REVISIONS:
        raise Unread(Reason.TOO_LARGE, f"{revisions} revisions")
    signatures = pdf.count(b"/ByteRange")
    if signatures > MOST_SIGNATURES:
        raise Unread(Reason.TOO_LARGE, f"{signatures} signatures")
