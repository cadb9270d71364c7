"""Whose the work of an agency is that was split: of the successor that holds the point's function."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions import Lineage
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme

from .parties import reporter

# The provision of a task; None is work that no point names.
Place = int | None


class Heirs:
    """Who answers on a day for agencies that ended: always one, so that nothing counts twice."""

    def __init__(self, programme: Programme, *, on: date) -> None:
        self._programme, self._on = programme, on
        self._lineage = Lineage.current()

    def are_several(self, agency: Agency) -> bool:
        """Whether it was split, so that the function of each point decides."""
        return len(self._lineage.answering(agency, on=self._on).agencies) > 1

    def of(self, agency: Agency, place: Place) -> Agency:
        """Who answers for its work at a place of the text; itself while nobody took over."""
        heirs = self._lineage.answering(agency, on=self._on).agencies
        if len(heirs) < 2:
            return heirs[0] if heirs else agency
        asked = (
            self._lineage.answering(agency, function, on=self._on).agencies
            for function in self.functions(place)
        )
        touched = list(dict.fromkeys(each for found in asked for each in found)) or list(heirs)
        # Several functions, or none: whoever reports for the side takes it, else the first named.
        return next((each for each in touched if each.pk in self._speaking), touched[0])

    def functions(self, place: Place) -> tuple[str, ...]:
        """The functions that a place touches, said there or at the nearest place above it."""
        address = self._addresses.get(place, "") if place else ""
        while address:
            if found := self._functions.get(address):
                return found
            address = address.rpartition(".")[0]
        return ()

    def split_among(self, agencies: Iterable[Agency]) -> Iterator[tuple[int, frozenset[Place]]]:
        """Each agency that was split, with the places of the text that came to one of these."""
        mine = {each.pk: each for each in agencies}
        steps = (step for each in mine.values() for step in self._lineage.came_from(each))
        old = {step.old_id: step.old for step in steps if step.old_id not in mine}
        for pk, agency in old.items():
            if self.are_several(agency):
                places = (*self._addresses, None)
                yield pk, frozenset(at for at in places if self.of(agency, at).pk in mine)

    @cached_property
    def _addresses(self) -> dict[int, str]:
        return dict(self._programme.provisions.values_list("pk", "address"))

    @cached_property
    def _functions(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        rows = Obligation.objects.of(self._programme).confirmed()
        for address, functions in rows.values_list("provision__address", "functions"):
            found.setdefault(address, []).extend(functions)
        return {address: tuple(dict.fromkeys(held)) for address, held in found.items() if held}

    @cached_property
    def _speaking(self) -> set[int]:
        """Who reports for each side, and the body that it belongs to."""
        parties = self._programme.parties.select_related("agency", "focal_point")
        named = [reporter(party, self._on) for party in parties]
        return {pk for each in named if each for pk in (each.pk, each.parent_id) if pk}
