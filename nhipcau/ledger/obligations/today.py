"""Who answers on a day for what agencies owed when they signed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions.lineage import Answer, Lineage
from nhipcau.ledger.programmes.models import Party, Programme
from nhipcau.shell.templatetags.ui import day as in_figures

from .models import NameMeaning, Obligation, Part


@dataclass(frozen=True, slots=True)
class Moved:
    """Whom the text names, and the agencies that answer for it on the day; none is unknown."""

    was: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Now:
    """What has moved since the text was signed, the latest day, and whether a source is doubted."""

    moved: tuple[Moved, ...] = ()
    since: date | None = None
    is_doubtful: bool = False

    @cached_property
    def opening(self) -> str:
        """The words before what has moved; many places of a text share them."""
        if self.since is None:
            return _("Nay:")
        return _("Nay, từ %(day)s:") % {"day": in_figures(self.since)}


class Today:
    """Answers for a whole programme, read once; places that ask the same share one answer."""

    def __init__(self, programme: Programme, *, on: date) -> None:
        self.on = on
        self._lineage = Lineage.current()
        self._asked: dict[tuple[int, tuple[str, ...]], list[Answer]] = {}
        self._told: dict[tuple[tuple[int, ...], tuple[str, ...]], Now] = {}
        self._called: dict[int, str] = {}
        self._parties: list[Party] = list(programme.parties.all())
        meanings = programme.name_meanings.exclude(meaning=NameMeaning.Meaning.AGENCY)
        self._meanings = dict(meanings.order_by().values_list("name", "meaning"))

    def now(self, obligation: Obligation, parts: Iterable[Part]) -> Now:
        """Who answers on the day for what this obligation asks; empty where nothing has moved."""
        named = self._named(obligation, parts)
        key = (tuple(each.pk for each in named), tuple(obligation.functions))
        if key not in self._told:
            self._told[key] = self._tell(named, obligation.functions)
        return self._told[key]

    def _tell(self, named: Iterable[Agency], functions: list[str]) -> Now:
        answers = {agency: self._answers(agency, functions) for agency in named}
        moved = {a: found for a, found in answers.items() if any(x.has_moved for x in found)}
        paths = [h for found in moved.values() for x in found for h in x.holders if h.path]
        return Now(
            moved=tuple(Moved(self._short(a), self._names(found)) for a, found in moved.items()),
            since=max((holder.since for holder in paths if holder.since), default=None),
            is_doubtful=any(step.doubt for holder in paths for step in holder.path),
        )

    def _named(self, obligation: Obligation, parts: Iterable[Part]) -> list[Agency]:
        """The agencies that the text means here, each once."""
        found = [agency for part in parts for agency in self._meant(part)]
        if obligation.implied_both:
            found += self._signed()
        return list(dict.fromkeys(found))

    def _signed(self) -> list[Agency]:
        return [party.agency for party in self._parties if party.agency]

    def _meant(self, part: Part) -> list[Agency]:
        if part.agency is not None:
            return [part.agency]
        meaning = self._meanings.get(part.name_as_written)
        if meaning == NameMeaning.Meaning.PARTIES:
            return self._signed()
        if meaning == NameMeaning.Meaning.FOCAL_POINTS:
            return [party.focal_point for party in self._parties if party.focal_point]
        return []

    def _answers(self, agency: Agency, functions: list[str]) -> list[Answer]:
        """One answer for each function; a function that another party had says nothing of this."""
        key = (agency.pk, tuple(functions))
        if key not in self._asked:
            self._asked[key] = self._ask(agency, functions or [""])
        return self._asked[key]

    def _ask(self, agency: Agency, asked: list[str]) -> list[Answer]:
        answers = [self._lineage.answering(agency, each, on=self.on) for each in asked]
        return [answer for answer in answers if answer.holders] or answers

    def _names(self, answers: Iterable[Answer]) -> tuple[str, ...]:
        holders = (holder for answer in answers for holder in answer.holders)
        return tuple(dict.fromkeys(self._short(holder.agency) for holder in holders))

    def _short(self, agency: Agency) -> str:
        """«Bộ KH&CN» is read at once, a bare «BCA» is not: then the full name."""
        if agency.pk not in self._called:
            # The lineage is read with its names, and what has moved is in it as a rule.
            onward = self._lineage.onward.get(agency.pk)
            known = onward[0].old if onward else agency
            short = known.short_name
            self._called[agency.pk] = short if " " in short else known.full_name
        return self._called[agency.pk]
