"""Who answers on a day for what agencies owed when they signed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions.lineage import Lineage
from nhipcau.ledger.programmes.models import Party, Programme

from .models import NameMeaning, Obligation, Part


@dataclass(frozen=True, slots=True)
class Now:
    """The agencies that answer on the day, since when, and whether somebody has to be asked."""

    names: tuple[str, ...] = ()
    since: date | None = None
    is_doubtful: bool = False


class Today:
    """Answers for a whole programme, read once."""

    def __init__(self, programme: Programme, *, on: date) -> None:
        self.on = on
        self._lineage = Lineage.load()
        self._parties: list[Party] = list(programme.parties.all())
        meanings = programme.name_meanings.exclude(meaning=NameMeaning.Meaning.AGENCY)
        self._meanings = {said.name: said.meaning for said in meanings}

    def of_parts(self, obligation: Obligation, parts: Iterable[Part]) -> Now:
        """Who answers today for these parts of an obligation; empty where nothing has moved."""
        agencies = [agency for part in parts for agency in self._meant(part)]
        return self._now(agencies, obligation.functions)

    def of_parties(self, obligation: Obligation) -> Now:
        """Who answers today where both parties are meant."""
        return self._now([p.agency for p in self._parties if p.agency], obligation.functions)

    def _meant(self, part: Part) -> list[Agency]:
        if part.agency is not None:
            return [part.agency]
        meaning = self._meanings.get(part.name_as_written)
        if meaning == NameMeaning.Meaning.PARTIES:
            return [party.agency for party in self._parties if party.agency]
        if meaning == NameMeaning.Meaning.FOCAL_POINTS:
            return [party.focal_point for party in self._parties if party.focal_point]
        return []

    def _now(self, agencies: list[Agency], functions: list[str]) -> Now:
        answers = [
            self._lineage.answering(agency, function, on=self.on)
            for agency in dict.fromkeys(agencies)
            for function in functions or [""]
        ]
        # A function that another party had says nothing of this one.
        answers = [each for each in answers if each.holders] or answers
        if not any(answer.has_moved for answer in answers):
            return Now()
        holders = [holder for answer in answers for holder in answer.holders]
        days = [holder.since for holder in holders if holder.path and holder.since]
        return Now(
            names=tuple(dict.fromkeys(holder.agency.short_name for holder in holders)),
            since=max(days, default=None),
            is_doubtful=not holders or any(holder.doubts for holder in holders),
        )
