"""Destroying words with every copy of them, in one transaction; files go after its commit."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from . import doomed_files
from .append_only import AppendOnly, words_of
from .audit import Actor
from .copies import Act, Copy, empty_value
from .models import AuditEvent, Redaction
from .redaction import empty, note
from .refusal import Refused

# Freezing words of other rows and destroying words go one after the other: else words that were
# read before a destruction would be kept after it.
_GATE = "hashtextextended('nhipcau destruction', 0)"


def hold_off() -> None:
    """Whoever freezes words of other rows says so first: until the transaction ends none is destroyed.

    Raises Refused while a destruction runs. It does not wait, so nobody waits in a circle.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory_xact_lock_shared({_GATE})")
        if cursor.fetchone() == (True,):
            return
    raise Refused(
        _(
            "Chưa thực hiện được: một nội dung đang được hủy theo quy định. Đề nghị làm lại sau ít phút."
        )
    )


def wait_for_freezing() -> None:
    """Before a destruction looks for copies: whoever freezes words now has written theirs first."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_xact_lock({_GATE})")


@transaction.atomic
def destroy(
    subject: models.Model,
    copies: Sequence[Copy],
    *,
    ground: Redaction.Ground,
    reason: str,
    by: Actor,
) -> int:
    """Empty the words of `subject` and of all its copies; returns how many rows were touched.

    Heads and hashes of append-only rows stay. What the audit said of the touched objects goes too,
    for it repeats old and new words; who did what and when stays. Whoever calls renews the search.
    """
    said = audit_of(subject, copies)
    going = emptied(subject, copies, said)
    for row in going:
        note(row, ground=ground, reason=reason, by=by, reaches_copies=True)
    _empty_words(going)
    for copy in copies:
        _CARRIED_OUT.get(copy.act, _nothing)(copy)
    return len({*_touched(subject, copies), *(each.uuid for each in said)})


def audit_of(subject: models.Model, copies: Iterable[Copy]) -> list[AuditEvent]:
    """Events about the touched objects that still have words."""
    events = AuditEvent.objects.filter(target__in=_touched(subject, copies))
    return list(events.filter(words__text__isnull=False))


def emptied(
    subject: models.Model, copies: Iterable[Copy], said: Iterable[AuditEvent]
) -> list[models.Model]:
    """Rows that get a redaction: the subject, and every append-only one that has none yet."""
    rows = [
        subject,
        *(row for copy in copies if copy.act is Act.EMPTIED for row in copy.rows),
        *said,
    ]
    known = {_uuid(row): row for row in rows}
    before = Redaction.objects.filter(row__in=known).values_list("row", flat=True)
    return [row for uuid, row in known.items() if uuid not in set(before)]


def _touched(subject: models.Model, copies: Iterable[Copy]) -> set[UUID]:
    rows = [row for copy in copies if copy.act is not Act.RENEWED for row in copy.rows]
    return {_uuid(row) for row in (subject, *rows) if hasattr(row, "uuid")}


def _uuid(row: models.Model) -> UUID:
    uuid: UUID = row.uuid  # type: ignore[attr-defined]  # whatever is destroyed carries one
    return uuid


def _empty_words(rows: Iterable[models.Model]) -> None:
    by_model: dict[type[AppendOnly], list[AppendOnly]] = defaultdict(list)
    for row in rows:
        if isinstance(row, AppendOnly):
            by_model[type(row)].append(row)
    for model, held in by_model.items():
        empty(held, words_of(model))


def _latest(copy: Copy) -> Iterable[models.Model]:
    """Its rows as they are now, held until the end: an edit that was saved meanwhile goes too."""
    if not copy.rows:
        return ()
    model = type(copy.rows[0])
    held = model._base_manager.select_for_update().filter(pk__in=[row.pk for row in copy.rows])
    return held.order_by("pk")


def _overwrite(copy: Copy) -> None:
    for row in _latest(copy):
        values: dict[str, Any] = {name: empty_value(row, name) for name in copy.names}
        values.update(copy.values)
        _set(row, values)


def _set(row: models.Model, values: dict[str, Any]) -> None:
    """Below the row's own `save`, which may refuse; a version moves on, so that no form is stale."""
    if hasattr(row, "version"):
        values["version"] = models.F("version") + 1
    type(row)._base_manager.filter(pk=row.pk).update(**values)


def _unlink(copy: Copy) -> None:
    for row in _latest(copy):
        for name in copy.names:
            if stored := getattr(row, name).name:
                doomed_files.doom(stored)
            if not isinstance(row, AppendOnly):
                _set(row, {name: ""})


def _remove(copy: Copy) -> None:
    for row in copy.rows:
        row.delete()


def _nothing(copy: Copy) -> None:
    """Its words are emptied with those of all rows, or search only is to be renewed."""


_CARRIED_OUT = {
    Act.OVERWRITTEN: _overwrite,
    Act.UNLINKED: _unlink,
    Act.REMOVED: _remove,
}
