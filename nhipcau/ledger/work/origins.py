"""What a plan begins with: for each obligation a task, led by whoever answers for it today."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions.lineage import Lineage
from nhipcau.language.dates import parse_date
from nhipcau.ledger.obligations.models import NameMeaning, Obligation, Part
from nhipcau.ledger.programmes.acting import acting
from nhipcau.ledger.programmes.models import Party, PartyActor, Programme, Provision

from . import titles
from .models import Plan, Task

LEADING = (Part.Role.LEAD, Part.Role.RESPONSIBLE, Part.Role.EXECUTOR, Part.Role.GUIDE)
YEARLY_OUTPUT = "Báo cáo kết quả năm"
_DAY_AND_MONTH = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d/.-])")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the text asks for as a task: who leads today, who joins with which part, by when."""

    # Several where they say the same thing at one place, for the same lead.
    obligations: tuple[Obligation, ...]
    title: str
    lead: Agency
    partners: tuple[tuple[Agency, str], ...]
    is_routine: bool
    due: date | None

    @property
    def provision(self) -> Provision:
        return self.obligations[0].provision

    @property
    def deliverable(self) -> str:
        return self.obligations[0].deliverable or (YEARLY_OUTPUT if self.is_routine else "")

    @property
    def key(self) -> tuple[object, ...]:
        """Two of the same key are one task."""
        return self.provision.pk, self.title, self.lead.pk, self.deliverable, self.due

    def with_another(self, other: "Proposed") -> "Proposed":
        """Both as one task: the partners of both, each once."""
        partners = {**dict(other.partners), **dict(self.partners)}
        obligations = (*self.obligations, *other.obligations)
        return replace(self, obligations=obligations, partners=tuple(partners.items()))


def propose(plan: Plan, *, fallback: Agency) -> list[Proposed]:
    """A task for each confirmed obligation that has no open one in the plan's time.

    Routine and periodic duties ask for a yearly output; a dated one that was fulfilled is done
    with. `fallback` leads where the text and its successions name nobody. What one place says
    twice for the same lead is one task.
    """
    found: dict[tuple[object, ...], Proposed] = {}
    for each in _each(plan, fallback):
        held = found.get(each.key)
        found[each.key] = held.with_another(each) if held else each
    return list(found.values())


def _each(plan: Plan, fallback: Agency) -> Iterator[Proposed]:
    answering = Answering(plan.programme, on=plan.first_day)
    confirmed = list(Obligation.objects.of(plan.programme).confirmed())
    said = titles.of(confirmed)
    for obligation in confirmed:
        is_routine = obligation.kind != Obligation.Kind.DATED
        if _is_answered(obligation, plan, is_routine=is_routine):
            continue
        lead, partners = answering.of(obligation)
        due = None if is_routine else due_day(obligation.due, plan)
        title = said[obligation.pk]
        yield Proposed((obligation,), title, lead or fallback, partners, is_routine, due)


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
            return [each for party in self._parties for each in self._focal(party, obligation)]
        if part.agency is None or part.agency.is_type:
            return []
        named = next((p for p in self._parties if p.agency_id == part.agency_id), None)
        if named is not None:
            return self._party(named, obligation)
        return self._answering(part.agency, obligation)

    def _party(self, party: Party, obligation: Obligation) -> list[Agency]:
        """Who has the party's voice here by a document; else who took its functions over.

        Who was named only to agree leads, and those who hold the functions of the text join.
        """
        held = self._answering(party.agency, obligation) if party.agency else []
        named = self._named(party, obligation, PartyActor.Act.CONSENT)
        if not named:
            return held
        is_for_all = PartyActor.Act.EVERY in {each.act for each in named}
        joining = [] if is_for_all or not obligation.functions else held
        # Of several that were named, first one that holds the functions itself.
        first = sorted((each.agency for each in named), key=lambda each: each not in held)
        return list(dict.fromkeys([*first, *joining]))

    def _focal(self, party: Party, obligation: Obligation) -> list[Agency]:
        """The unit that runs the programme for a party: by a document, else by the text."""
        named = self._named(party, obligation, PartyActor.Act.FOCAL)
        if any(each.act == PartyActor.Act.FOCAL for each in named):
            return [each.agency for each in named]
        return self._answering(party.focal_point, obligation) if party.focal_point else []

    def _named(
        self, party: Party, obligation: Obligation, act: PartyActor.Act
    ) -> tuple[PartyActor, ...]:
        """As the consent to a paper asks it: the longest clause, then the act itself."""
        return acting(self._actors, party, obligation.provision.address, act)

    def _answering(self, agency: Agency, obligation: Obligation) -> list[Agency]:
        asked = obligation.functions or [""]
        answers = [self._lineage.answering(agency, each, on=self.on) for each in asked]
        found = [each for answer in answers for each in answer.agencies]
        return list(dict.fromkeys(found)) or list(
            self._lineage.answering(agency, on=self.on).agencies
        )
