"""Every write of papers: begun, written, agreed, recorded, replaced."""

from .agreeing import ask_opinion, consent, content_changed, drop, send_back, submit, take_back
from .beginning import begin, begun_like, delete
from .issuing import IssuedFile, record, record_arrival
from .replacing import correct, replace
from .signing import choose_signatory
from .writing import write_head, write_receivers, write_section

__all__ = [
    "IssuedFile",
    "ask_opinion",
    "begin",
    "begun_like",
    "choose_signatory",
    "consent",
    "content_changed",
    "correct",
    "delete",
    "drop",
    "record",
    "record_arrival",
    "replace",
    "send_back",
    "submit",
    "take_back",
    "write_head",
    "write_receivers",
    "write_section",
]
