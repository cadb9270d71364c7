"""Which unit runs the programme for each party on a day, and by which document."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions.lineage import Lineage
from nhipcau.ledger.programmes.acting import acting
from nhipcau.ledger.programmes.models import Party, PartyActor, Programme


class Ground(Enum):
    """How it is known who runs the programme for a party."""

    NAMED = "named"
    # The unit that the signed text names, which still exists.
    SIGNED = "signed"
    # No document names anybody: the heirs of the one that the text names.
    INFERRED = "inferred"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class PartyFocal:
    """The focal unit of a party on a day."""

    party: Party
    ground: Ground
    agencies: tuple[Agency, ...] = ()
    documents: tuple[str, ...] = ()
    # Since when the unit that the text names is gone, where it is.
    since: date | None = None

    @property
    def must_be_named(self) -> bool:
        return self.ground in {Ground.INFERRED, Ground.NOBODY}


def named_on(agency: Agency, on: date) -> str:
    """«Trung tâm Chuyển đổi số, Ủy ban Dân tộc»: units of one name sat under several ministries."""
    name = agency.name_on(on)
    return f"{name}, {agency.parent.name_on(on)}" if agency.parent else name


def of_parties(programme: Programme, *, on: date) -> tuple[PartyFocal, ...]:
    """One line for each party."""
    actors = PartyActor.objects.filter(party__programme=programme).standing(on=on)
    named = list(
        actors.select_related("agency__parent").prefetch_related(
            "agency__names", "agency__parent__names"
        )
    )
    parties = programme.parties.select_related("agency__parent", "focal_point__parent")
    parties = parties.prefetch_related(
        "agency__names", "agency__parent__names", "focal_point__names", "focal_point__parent__names"
    )
    return tuple(_of(party, named, on) for party in parties)


def _of(party: Party, actors: list[PartyActor], on: date) -> PartyFocal:
    held = acting(actors, party, "", PartyActor.Act.FOCAL)
    if held:
        agencies = tuple(dict.fromkeys(each.agency for each in held))
        documents = tuple(dict.fromkeys(each.document for each in held))
        return PartyFocal(party, Ground.NAMED, agencies, documents)
    unit = party.focal_point or party.agency
    if unit is None:
        return PartyFocal(party, Ground.NOBODY)
    if unit.exists_on(on):
        return PartyFocal(party, Ground.SIGNED, (unit,))
    answer = Lineage.current().answering(unit, on=on)
    holders = answer.holders or answer.candidates
    agencies = tuple(dict.fromkeys(each.agency for each in holders))
    ended = unit.last_day
    since = date.fromordinal(ended.toordinal() + 1) if ended and ended < on else None
    ground = Ground.INFERRED if agencies else Ground.NOBODY
    return PartyFocal(party, ground, agencies, (), since)
