"""Whose consent a place of the text asks for: the successors whose functions it touches."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions.lineage import Lineage
from nhipcau.ledger.programmes.acting import acting
from nhipcau.ledger.programmes.models import Party, PartyActor, Programme

from .models import NameMeaning, Obligation, Part


class State(Enum):
    """How it is known who speaks for a party."""

    ITSELF = "itself"
    NAMED = "named"
    # No document names anybody: the successors are inferred, and the next step is to have them named.
    INFERRED = "inferred"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who consents for a party at a place of the text, and who is only informed."""

    party: Party
    address: str
    state: State
    consenting: tuple[Agency, ...] = ()
    informed: tuple[Agency, ...] = ()
    documents: tuple[str, ...] = ()
    # The text only guides this party here: it is told, and has no veto.
    is_guided: bool = False

    @property
    def must_be_named(self) -> bool:
        return self.state in {State.INFERRED, State.NOBODY}


class Voices:
    """The voices of a whole programme on a day, read once."""

    def __init__(self, programme: Programme, *, on: date) -> None:
        self.on = on
        self._lineage = Lineage.current()
        self._parties: list[Party] = list(
            programme.parties.select_related("agency").prefetch_related("agency__names")
        )
        actors = PartyActor.objects.filter(party__programme=programme).standing(on=on)
        self._actors = list(actors.select_related("agency").prefetch_related("agency__names"))
        self._obligations: dict[str, list[Obligation]] = defaultdict(list)
        for obligation in Obligation.objects.of(programme).confirmed():
            self._obligations[obligation.provision.address].append(obligation)
        meanings = programme.name_meanings.filter(meaning=NameMeaning.Meaning.PARTIES)
        self._of_all = set(meanings.values_list("name", flat=True))

    @property
    def addresses(self) -> tuple[str, ...]:
        """The places of the text that bind somebody, in its order."""
        return tuple(self._obligations)

    def at(self, address: str, act: PartyActor.Act = PartyActor.Act.CONSENT) -> tuple[Voice, ...]:
        """One voice for each party."""
        return tuple(self._voice(party, address, act) for party in self._parties)

    def _voice(self, party: Party, address: str, act: PartyActor.Act) -> Voice:
        guided = self._is_only_guided(party, address)
        state, speaking, documents = self._speaking(party, address, act)
        others = tuple(each for each in self._all_successors(party) if each not in speaking)
        if guided:
            return Voice(party, address, state, (), (*speaking, *others), documents, True)
        return Voice(party, address, state, speaking, others, documents)

    def _speaking(
        self, party: Party, address: str, act: PartyActor.Act
    ) -> tuple[State, tuple[Agency, ...], tuple[str, ...]]:
        named = acting(self._actors, party, address, act)
        if named:
            documents = tuple(dict.fromkeys(each.document for each in named))
            return State.NAMED, _once(each.agency for each in named), documents
        if party.agency is None:
            return State.NOBODY, (), ()
        if party.agency.exists_on(self.on):
            return State.ITSELF, (party.agency,), ()
        touched = self._touched(party.agency, address)
        return (State.INFERRED if touched else State.NOBODY), touched, ()

    def _touched(self, agency: Agency, address: str) -> tuple[Agency, ...]:
        """The successors whose functions the text touches here; all where it names no function."""
        functions = [each for one in self._obligations[address] for each in one.functions] or [""]
        answers = (self._lineage.answering(agency, each, on=self.on) for each in functions)
        touched = _once(each for answer in answers for each in answer.agencies)
        return touched or self._lineage.answering(agency, on=self.on).agencies

    def _all_successors(self, party: Party) -> tuple[Agency, ...]:
        if party.agency is None or party.agency.exists_on(self.on):
            return ()
        return self._lineage.answering(party.agency, on=self.on).agencies

    def _is_only_guided(self, party: Party, address: str) -> bool:
        """Whether the other side guides here, and this party only receives it."""
        parts = [part for one in self._obligations[address] for part in one.parts.all()]
        if not any(part.role == Part.Role.GUIDE for part in parts):
            return False
        own = {part.role for part in parts if self._means(part, party)}
        return own == {Part.Role.GUIDED}

    def _means(self, part: Part, party: Party) -> bool:
        if part.agency_id is None:
            return part.name_as_written in self._of_all
        return part.agency_id == party.agency_id


def _once(agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    return tuple(dict.fromkeys(agencies))
