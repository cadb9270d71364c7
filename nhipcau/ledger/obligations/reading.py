"""The programme page as values: outline, words with their marks, and each provision's margin."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.base import clock
from nhipcau.ledger.programmes.models import Citation, Instrument, Programme, Provision

from . import margins
from .margins import Aside
from .models import Obligation, Part
from .today import Now, Today

_ROLES = Part.Role.values


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words: "" plain, "name" an agency with a part here, "citation" an instrument.

    `lit` marks the words that a proposal under review rests on; `address` leads to the instrument.
    """

    text: str
    role: str = ""
    lit: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a run stands in its paragraph, in characters."""

    paragraph: int
    start: int
    end: int
    role: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line of the table of contents."""

    address: str
    marker: str
    title: str
    depth: int


@dataclass(frozen=True, slots=True)
class PartView:
    """One line of the margin: «Chủ trì», «UBDT»."""

    label: str
    names: str
    # Said by us where the text leaves its subject out, not by the text.
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class ObligationView:
    """What one sentence binds agencies to do, as the margin shows it."""

    obligation: Obligation
    parts: tuple[PartView, ...]
    now: Now
    # Those with a part in it that are known.
    agencies: tuple[Agency, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        return self.obligation.is_confirmed

    @property
    def implied_both(self) -> bool:
        return self.obligation.implied_both


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """A provision with its paragraphs cut into runs, and its margin."""

    provision: Provision
    lines: tuple[tuple[Segment, ...], ...]
    obligations: tuple[ObligationView, ...]
    asides: tuple[Aside, ...] = ()

    @property
    def address(self) -> str:
        return self.provision.address

    @property
    def marker(self) -> str:
        return self.provision.marker

    @property
    def depth(self) -> int:
        return self.provision.depth

    @property
    def is_heading(self) -> bool:
        return self.provision.is_heading


@dataclass(frozen=True, slots=True)
class Counts:
    """Plain counts of what is there."""

    provisions: int
    bases: int
    obligations: int
    confirmed: int


# An obligation, and who has which part in it.
Held = tuple[Obligation, list[Part]]


class ProgrammePage:
    """Everything the page shows, read in a fixed number of queries."""

    def __init__(
        self, programme: Programme, *, with_proposals: bool, with_asides: bool = False
    ) -> None:
        self._asides = margins.of(programme) if with_asides else {}
        self.programme = programme
        self.parties = list(programme.parties.all())
        self.today = Today(programme, on=clock.today())
        self.bases = list(programme.legal_bases.all())
        self._citations = _citation_marks(Citation.objects.filter(provision__programme=programme))
        found = Obligation.objects.of(programme)
        # What only a machine has read is for those who will confirm it, not for the public.
        held = list((found.standing() if with_proposals else found.confirmed()).bare())
        self._parts = _parts_of(held)
        self._obligations: dict[int, list[Obligation]] = defaultdict(list)
        places = {each.pk: each for each in programme.provisions.all()}
        for obligation in held:
            if obligation.provision_id in places:
                obligation.provision = places[obligation.provision_id]
            self._obligations[obligation.provision_id].append(obligation)

    @cached_property
    def provisions(self) -> list[ProvisionView]:
        return [self._view(provision) for provision in self.programme.provisions.all()]

    @cached_property
    def outline(self) -> list[OutlineLine]:
        """Headings of the first two levels."""
        return [
            OutlineLine(each.address, each.marker, each.text, each.depth)
            for each in self.programme.provisions.all()
            if each.is_heading and each.depth <= 2
        ]

    @cached_property
    def counts(self) -> Counts:
        obligations = [each for found in self._obligations.values() for each in found]
        return Counts(
            provisions=sum(each.provision.is_numbered for each in self.provisions),
            bases=len(self.bases),
            obligations=len(obligations),
            confirmed=sum(each.is_confirmed for each in obligations),
        )

    def _view(self, provision: Provision) -> ProvisionView:
        held = [(each, self._parts[each.pk]) for each in self._obligations.get(provision.pk, ())]
        view = view_of(provision, held, self._citations.get(provision.pk, ()), self.today)
        asides = self._asides.get(provision.pk)
        return replace(view, asides=tuple(asides)) if asides else view


def view_of(
    provision: Provision,
    obligations: Sequence[Held],
    citations: Iterable[Mark] = (),
    today: Today | None = None,
) -> ProvisionView:
    """A provision with its words cut into runs, and what it binds agencies to."""
    marks = [*citations, *_name_marks(part for _each, parts in obligations for part in parts)]
    return ProvisionView(
        provision=provision,
        lines=tuple(
            tuple(cut(text, [mark for mark in marks if mark.paragraph == number]))
            for number, text in enumerate(provision.all_paragraphs)
        ),
        obligations=tuple(_shown(each, parts, today) for each, parts in obligations),
    )


def view_with(provision: Provision, obligation: Obligation) -> ProvisionView:
    """A provision alone, with one of its obligations."""
    citations = _citation_marks(Citation.objects.filter(provision=provision))
    held = [(obligation, list(obligation.parts.all()))]
    return view_of(provision, held, citations.get(provision.pk, ()))


def of(programme: Programme, *, with_proposals: bool, with_asides: bool = False) -> ProgrammePage:
    """The page of a programme that was fetched `with_text()`; with what rooms above say of it."""
    return ProgrammePage(programme, with_proposals=with_proposals, with_asides=with_asides)


def answers(provision: Provision, *, with_proposals: bool) -> list[ObligationView]:
    """What one provision binds agencies to, with those that answer today."""
    held = Obligation.objects.of(provision.programme).standing().filter(provision=provision)
    today = Today(provision.programme, on=clock.today())
    return [shown(each, today) for each in held if with_proposals or each.is_confirmed]


def cut(text: str, marks: Iterable[Mark]) -> Iterable[Segment]:
    """Cut a paragraph into runs; of two marks that overlap the first one counts."""
    at = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < at or mark.end <= mark.start or mark.end > len(text):
            continue
        if mark.start > at:
            yield Segment(text[at : mark.start])
        yield Segment(text[mark.start : mark.end], mark.role, address=mark.address)
        at = mark.end
    if at < len(text):
        yield Segment(text[at:])


def shown(obligation: Obligation, today: Today | None = None) -> ObligationView:
    """One obligation as a margin or a row of a table shows it; with today's agencies if asked."""
    return _shown(obligation, list(obligation.parts.all()), today)


def _shown(obligation: Obligation, parts: Sequence[Part], today: Today | None) -> ObligationView:
    return ObligationView(
        obligation,
        tuple(_parts(obligation, parts)),
        today.now(obligation, parts) if today else Now(),
        tuple(part.agency for part in parts if part.agency),
    )


def _parts_of(obligations: Iterable[Obligation]) -> Mapping[int, list[Part]]:
    """Who has which part, by obligation."""
    found: dict[int, list[Part]] = defaultdict(list)
    for part in Part.objects.filter(obligation__in=obligations).prefetch_related("agency"):
        found[part.obligation_id].append(part)
    return found


def _citation_marks(citations: QuerySet[Citation]) -> Mapping[int, list[Mark]]:
    """Where provisions name instruments, by provision."""
    found: dict[int, list[Mark]] = defaultdict(list)
    addresses: dict[str, str] = {}
    columns = ("provision", "instrument__slug", "paragraph", "start", "end")
    for provision, slug, paragraph, start, end in citations.values_list(*columns):
        if slug not in addresses:
            addresses[slug] = Instrument(slug=slug).get_absolute_url()
        found[provision].append(Mark(paragraph, start, end, "citation", addresses[slug]))
    return found


def _name_marks(parts: Iterable[Part]) -> Iterable[Mark]:
    """Names that stand in this provision; those of a heading above are marked there."""
    for part in parts:
        if part.paragraph is not None and part.start is not None and part.end is not None:
            yield Mark(part.paragraph, part.start, part.end, "name")


def _parts(obligation: Obligation, parts: Iterable[Part]) -> Iterable[PartView]:
    """Parts by role, names as the text has them."""
    if obligation.implied_both:
        yield PartView(_("Thực hiện"), _("hai bên"), is_ours=True)
    by_role: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        by_role[part.role].append(part.name_as_written)
    for role in sorted(by_role, key=_ROLES.index):
        yield PartView(str(Part.Role(role).label), ", ".join(dict.fromkeys(by_role[role])))
