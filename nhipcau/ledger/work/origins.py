"""What a plan begins with: for each obligation a task, led by whoever answers for it today."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions.lineage import Lineage
from nhipcau.language.dates import parse_date
from nhipcau.ledger.obligations.models import NameMeaning, Obligation, Part
from nhipcau.ledger.programmes.acting import acting
from nhipcau.ledger.programmes.models import Party, PartyActor, Programme

from .models import Plan, Task

LEADING = (Part.Role.LEAD, Part.Role.RESPONSIBLE, Part.Role.EXECUTOR, Part.Role.GUIDE)
YEARLY_OUTPUT = "Báo cáo kết quả năm"
_DAY_AND_MONTH = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d/.-])")
LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Proposed:
    """One obligation as a task: who leads today, who joins with which part, by when."""

    obligation: Obligation
    lead: Agency
    partners: tuple[tuple[Agency, str], ...]
    is_routine: bool
    due: date | None

    @property
    def title(self) -> str:
        return " ".join(self.obligation.words.split())[:LONGEST]

    @property
    def deliverable(self) -> str:
        return self.obligation.deliverable or (YEARLY_OUTPUT if self.is_routine else "")


def propose(plan: Plan, *, fallback: Agency) -> Iterator[Proposed]:
    """A task for each confirmed obligation that has no open one in the plan's time.

    Routine and periodic duties ask for a yearly output; a dated one that was fulfilled is done
    with. `fallback` leads where the text and its successions name nobody.
    """
    answering = Answering(plan.programme, on=plan.first_day)
    for obligation in Obligation.objects.of(plan.programme).confirmed():
        is_routine = obligation.kind != Obligation.Kind.DATED
        if _is_answered(obligation, plan, is_routine=is_routine):
            continue
        lead, partners = answering.of(obligation)
        due = None if is_routine else due_day(obligation.due, plan)
        yield Proposed(obligation, lead or fallback, partners, is_routine, due)


def due_day(written: str, plan: Plan) -> date:
    """The day that a text gives, in the plan's year where it names none; else the plan's last day."""
    found = parse_date(written)
    if found is not None and found.value is not None:
        return found.value
    for day, month in _DAY_AND_MONTH.findall(written):
        try:
            return date(plan.year, int(month), int(day))
        except ValueError:
            continue
    return plan.last_day


def _is_answered(obligation: Obligation, plan: Plan, *, is_routine: bool) -> bool:
    tasks = Task.objects.filter(obligations=obligation, parent=None)
    if not is_routine and tasks.filter(state=Task.State.DONE).exists():
        return True
    # A plan of a province or of one party answers for itself; the same duty may be in others.
    same = tasks.filter(plan__year=plan.year, plan__agency=plan.agency, plan__place=plan.place)
    return same.exclude(state=Task.State.OUT).exists()


class Answering:
    """Who leads and who joins today, read once for a whole programme."""

    def __init__(self, programme: Programme, *, on: date) -> None:
        self.on = on
        self._lineage = Lineage.current()
        self._parties: list[Party] = list(
            programme.parties.select_related("agency", "focal_point").prefetch_related(
                "agency__names", "focal_point__names"
            )
        )
        actors = PartyActor.objects.filter(party__programme=programme).standing(on=on)
        self._actors = list(actors.select_related("agency"))
        self._meanings = dict(
            NameMeaning.objects.filter(programme=programme).values_list("name", "meaning")
        )

    def of(self, obligation: Obligation) -> tuple[Agency | None, tuple[tuple[Agency, str], ...]]:
        """The one lead, and the partners with their parts in the words of their roles."""
        leading: list[Agency] = []
        joining: list[tuple[Agency, str]] = []
        for part in obligation.parts.all():
            today = self._today(part, obligation)
            role = Part.Role(part.role)
            if role in LEADING:
                leading += today
            else:
                # «Phối hợp» is what the column says already.
                words = "" if role == Part.Role.PARTNER else str(role.label)
                joining += [(agency, words) for agency in today]
        if obligation.implied_both or not leading:
            parties = [a for party in self._parties for a in self._party(party, obligation)]
            leading += parties
        heads = list(dict.fromkeys(leading))
        lead = heads[0] if heads else None
        partners = {agency: words for agency, words in joining if agency != lead}
        partners |= dict.fromkeys(heads[1:], "")
        return lead, tuple(partners.items())

    def _today(self, part: Part, obligation: Obligation) -> list[Agency]:
        """The bodies that answer today for whom a part names; a name of many bodies is none."""
        meaning = self._meanings.get(part.name_as_written)
        if meaning == NameMeaning.Meaning.PARTIES:
            return [each for party in self._parties for each in self._party(party, obligation)]
        if meaning == NameMeaning.Meaning.FOCAL_POINTS:
            focal = [party.focal_point for party in self._parties if party.focal_point]
            return [each for one in focal for each in self._answering(one, obligation)]
        if part.agency is None or part.agency.is_type:
            return []
        named = next((p for p in self._parties if p.agency_id == part.agency_id), None)
        if named is not None:
            return self._party(named, obligation)
        return self._answering(part.agency, obligation)

    def _party(self, party: Party, obligation: Obligation) -> list[Agency]:
        """Who acts for a party by a document, else who took its functions over."""
        address = obligation.provision.address
        named = acting(self._actors, party, address, PartyActor.Act.EVERY)
        if named:
            return [each.agency for each in named]
        return self._answering(party.agency, obligation) if party.agency else []

    def _answering(self, agency: Agency, obligation: Obligation) -> list[Agency]:
        asked = obligation.functions or [""]
        answers = [self._lineage.answering(agency, each, on=self.on) for each in asked]
        found = [each for answer in answers for each in answer.agencies]
        return list(dict.fromkeys(found)) or list(
            self._lineage.answering(agency, on=self.on).agencies
        )
