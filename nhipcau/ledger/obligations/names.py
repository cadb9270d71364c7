"""Which agency a name of the text means, on the day it was signed."""

from collections import defaultdict

from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.base import clock
from nhipcau.ledger.programmes.models import Programme

from .models import NameMeaning


class AgencyNames:
    """Looks names up letter for letter; a name of two agencies, or of a kind, means none.

    What a person said for this programme comes before what the name means elsewhere.
    """

    def __init__(self, programme: Programme) -> None:
        self._said = {
            said.name: said.agency
            for said in NameMeaning.objects.filter(programme=programme).select_related("agency")
        }
        existing = Agency.objects.existing(on=programme.signed_on or clock.today())
        self._found: dict[str, set[Agency]] = defaultdict(set)
        for row in AgencyName.objects.filter(agency__in=existing).select_related("agency"):
            self._found[row.name].add(row.agency)

    def agency(self, name: str) -> Agency | None:
        """The one agency that bears the name, else None: a person will say."""
        if name in self._said:
            return self._said[name]
        found = self._found.get(name, set())
        return next(iter(found)) if len(found) == 1 else None
