"""What modules may do with papers: begin them, fill them, hear that they were recorded."""

from .actions import begin, content_changed
from .filling import Filling, after_recording, provide
from .values import Recipient, Side

__all__ = [
    "Filling",
    "Recipient",
    "Side",
    "after_recording",
    "begin",
    "content_changed",
    "provide",
]
