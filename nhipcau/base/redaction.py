"""The lawful way through the append-only rows: what must go can go, and the chain stays."""

from collections.abc import Iterable

from django.db import connection, models, transaction

from . import audit
from .append_only import AppendOnly, AppendOnlyText, write
from .audit import Actor
from .models import Redaction, RedactionText


@transaction.atomic
def redact(
    row: AppendOnly,
    words: type[AppendOnlyText],
    *,
    ground: Redaction.Ground,
    reason: str,
    by: Actor | None,
) -> Redaction:
    """Empty the words of one append-only row; its head and hash stay, so the chain holds.

    Copies stay: `destroying.destroy` is the way of people. `reason` says why without repeating
    what is emptied. Raises IntegrityError when the row was redacted before.
    """
    redaction = note(row, ground=ground, reason=reason, by=by)
    empty([row], words)
    audit.record("base.redacted", by=by, target=row, changes={"ground": (None, ground.value)})
    return redaction


def note(
    row: models.Model,
    *,
    ground: Redaction.Ground,
    reason: str,
    by: Actor | None,
    reaches_copies: bool = False,
) -> Redaction:
    """Write down that the words of a row go, as the chain keeps it; what search has goes with it."""
    redaction = Redaction(
        table_name=row._meta.db_table,
        row=row.uuid,  # type: ignore[attr-defined]  # whatever is destroyed carries one
        ground=ground,
        actor=by.uuid if by else None,
        reaches_copies=reaches_copies,
    )
    return write(redaction, RedactionText, reason)


def empty(rows: Iterable[AppendOnly], words: type[models.Model]) -> None:
    """Take the words and their salts of rows that have their redaction."""
    table = connection.ops.quote_name(words._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET text = NULL, salt = NULL WHERE row_id = ANY (%s)",  # noqa: S608
            [[row.uuid for row in rows]],
        )
