"""Stored files that must go: written down with the commit, unlinked after it, tried until gone."""

import logging

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F

from .models import DoomedFile

log = logging.getLogger(__name__)


def doom(name: str) -> None:
    """Have a stored file unlinked when the running transaction commits; a crash only delays it."""
    DoomedFile.objects.get_or_create(name=name)
    transaction.on_commit(sweep, robust=True)


def sweep() -> int:
    """Unlink what waits; returns how many files are still there. Safe to run any number of times."""
    for doomed in DoomedFile.objects.all():
        try:
            default_storage.delete(doomed.name)
        except OSError as error:
            log.warning("a destroyed file is still there: %s", error.strerror)
            DoomedFile.objects.filter(pk=doomed.pk).update(tries=F("tries") + 1)
        else:
            doomed.delete()
    return DoomedFile.objects.count()
