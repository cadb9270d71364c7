"""Files whose time has run out lose their bytes; their name and hash stay in the record."""

from datetime import date

from django.db import transaction

from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.ledger.evidence.models import EvidenceFile


@transaction.atomic
def discard_expired(*, on: date, by: Actor | None) -> int:
    """Remove the bytes of every file that was to be kept until a day before `on`."""
    rows = EvidenceFile.objects.select_for_update().filter(kept_until__lt=on, removed_on=None)
    found = list(rows)
    for row in found:
        audit.record("ledger.evidence_file_discarded", by=by, target=row)
        storage, name = row.file.storage, row.file.name
        row.file, row.removed_on = "", on
        row.save(update_fields=["file", "removed_on"])
        # Only once it is settled: a file that is gone cannot be brought back.
        transaction.on_commit(lambda storage=storage, name=name: storage.delete(name))  # type: ignore[misc]
    return len(found)
