"""The one clock of the platform, in the time of Việt Nam."""

from datetime import date

from django.utils import timezone

# Django's own, by its own name, so that migrations import nothing of ours.
now = timezone.now


def today() -> date:
    """The day it is in Việt Nam."""
    return timezone.localdate()
