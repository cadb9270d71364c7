"""The audit: one event for one write, in the transaction of that write."""

import json
from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from django.db.models import Model

from .append_only import write
from .models import AuditEvent, AuditText

Changes = Mapping[str, tuple[str | int | None, str | int | None]]


class Identified(Protocol):
    """What an event can be about: a row with a uuid."""

    @property
    def uuid(self) -> UUID: ...


class Actor(Identified, Protocol):
    """Who acts: a person, known here by a uuid only."""


def record(
    verb: str,
    *,
    by: Actor | None,
    target: Model,
    acting_for: Identified | None = None,
    changes: Changes | None = None,
    note: str = "",
) -> AuditEvent:
    """Note that `by` did `verb` ("ledger.published") to `target`, from what to what.

    Raises RuntimeError outside a transaction, so that no write can go without its event.
    """
    event = AuditEvent(
        verb=verb,
        actor=by.uuid if by else None,
        acting_for=acting_for.uuid if acting_for else None,
        target_kind=target._meta.label_lower,
        target=target.uuid,  # type: ignore[attr-defined]  # every audited model carries one
    )
    words = {"changes": changes or {}, "note": note}
    return write(event, AuditText, json.dumps(words, ensure_ascii=False, sort_keys=True))
