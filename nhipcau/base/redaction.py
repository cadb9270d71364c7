"""The lawful way through the append-only rows: what must go can go, and the chain stays."""

from django.db import connection, transaction

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

    `reason` says why without repeating what is emptied. Raises IntegrityError when the row was
    redacted before.
    """
    redaction = Redaction(
        table_name=row._meta.db_table,
        row=row.uuid,
        ground=ground,
        actor=by.uuid if by else None,
    )
    write(redaction, RedactionText, reason)
    table = connection.ops.quote_name(words._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET text = NULL, salt = NULL WHERE row_id = %s",  # noqa: S608
            [row.uuid],
        )
    audit.record("base.redacted", by=by, target=row, changes={"ground": (None, ground.value)})
    return redaction
