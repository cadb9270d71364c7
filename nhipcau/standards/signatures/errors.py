"""Why the signatures of a file could not be read."""

from enum import StrEnum


class Reason(StrEnum):
    """What stood in the way."""

    TOO_LARGE = (
        "too_large"  # more bytes, revisions or signatures than the limits, or packed too well
    )
    NOT_PDF = "not_pdf"
    BROKEN = "broken"
    LOCKED = "locked"  # needs a password
    UNKNOWN_KIND = "unknown_kind"  # a signature of a kind that nothing here can check
    BROKEN_ROOT = "broken_root"  # a trusted root that is no certificate


class Unread(ValueError):
    """The signatures of a file, or a trusted root, cannot be read; `reason` says why."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail
