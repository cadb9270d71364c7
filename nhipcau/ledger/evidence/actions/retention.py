"""Files whose time has run out lose their bytes; their name and hash stay in the record."""

from datetime import date

from django.db import transaction

from nhipcau.base import audit, doomed_files
from nhipcau.base.audit import Actor
from nhipcau.ledger.evidence.models import EvidenceFile


@transaction.atomic
def discard_expired(*, on: date, by: Actor | None) -> int:
    """Remove the bytes of every file that was to be kept until a day before `on`.

    They go after the commit, and a crash only delays it: what the record says is always true.
    """
    rows = EvidenceFile.objects.select_for_update().filter(kept_until__lt=on, removed_on=None)
    found = list(rows)
    for row in found:
        audit.record("ledger.evidence_file_discarded", by=by, target=row)
        if row.file.name:
            doomed_files.doom(row.file.name)
        row.file, row.removed_on = "", on
        row.save(update_fields=["file", "removed_on"])
    return len(found)
