"""Where programmes still rest on, or cite, what has ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from .models import Citation, Instrument, InstrumentEvent, LegalBasis, Programme


@dataclass(frozen=True, slots=True)
class EndedUse:
    """One place of one programme that leads to an instrument that has ended."""

    programme: Programme
    # "" for a legal basis.
    address: str
    instrument: Instrument
    end: InstrumentEvent

    @property
    def link(self) -> str:
        if self.address:
            return reverse("ledger:provision", args=[self.programme.slug, self.address])
        return f"{self.programme.get_absolute_url()}#can-cu"


def ended_uses(programmes: QuerySet[Programme], *, on: date) -> list[EndedUse]:
    """Bases first, then provisions in the order of each text; one line for one place."""
    ends = {
        each.pk: (each, end)
        for each in Instrument.objects.with_life()
        if (end := each.end_by(on)) is not None
    }
    return [
        EndedUse(programme, address, *ends[instrument])
        for programme, address, instrument in dict.fromkeys(_places(programmes, list(ends)))
    ]


def _places(
    programmes: QuerySet[Programme], instruments: list[int]
) -> Iterator[tuple[Programme, str, int]]:
    bases = LegalBasis.objects.filter(programme__in=programmes, instrument__in=instruments)
    for basis in bases.select_related("programme").order_by("programme_id", "order"):
        if basis.instrument_id is not None:
            yield basis.programme, "", basis.instrument_id
    cited = Citation.objects.filter(
        provision__programme__in=programmes, instrument__in=instruments
    ).select_related("provision__programme")
    for citation in cited.order_by("provision__programme_id", "provision__order"):
        yield citation.provision.programme, citation.provision.address, citation.instrument_id
