"""Rows of the daily line: matters, dispatches, who received them, what happened, messages of edXML."""

from .dispatch import Dispatch, DispatchFile, DispatchQuerySet, Receipt
from .event import DispatchEvent, DispatchEventText
from .matter import Matter, MatterQuerySet
from .message import Message

__all__ = [
    "Dispatch",
    "DispatchEvent",
    "DispatchEventText",
    "DispatchFile",
    "DispatchQuerySet",
    "Matter",
    "MatterQuerySet",
    "Message",
    "Receipt",
]
