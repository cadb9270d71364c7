"""Taking a typed-in programme in: entered as a draft, proposals written down; all or nothing."""

from django.db import transaction

from nhipcau.base.audit import Actor
from nhipcau.ledger.programmes.models import Programme, Transcript
from nhipcau.ledger.programmes.typing_in import hand_over

from .proposals import propose


@transaction.atomic
def take_in_typed(*, transcript: Transcript, version: int, by: Actor | None) -> Programme:
    """Make a draft of what was typed in, with what the reader proposes, like one uploaded.

    Raises programmes' Refused, Stale, NotRead or NotEntered with a sentence; nothing is kept then.
    """
    programme, document = hand_over(transcript=transcript, version=version, by=by)
    propose(programme=programme, document=document, by=by)
    return programme
