"""Which agency a name of the text means, on the day it was signed."""

from collections import defaultdict
from datetime import date

from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.base import clock


class AgencyNames:
    """Looks names up letter for letter; a name of two agencies, or of a kind, means none."""

    def __init__(self, *, on: date | None) -> None:
        existing = Agency.objects.existing(on=on or clock.today())
        self._found: dict[str, set[Agency]] = defaultdict(set)
        for row in AgencyName.objects.filter(agency__in=existing).select_related("agency"):
            self._found[row.name].add(row.agency)

    def agency(self, name: str) -> Agency | None:
        """The one agency that bears the name, else None: a person will say."""
        found = self._found.get(name, set())
        return next(iter(found)) if len(found) == 1 else None
