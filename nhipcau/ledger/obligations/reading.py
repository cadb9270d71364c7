"""The programme page as values: outline, words with their marks, and each provision's margin."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from nhipcau.base import clock
from nhipcau.ledger.programmes.models import Programme, Provision

from . import margins
from .margins import Aside
from .models import Obligation, Part
from .today import Now, Today


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


@dataclass(frozen=True, slots=True)
class ObligationView:
    """What one sentence binds agencies to do, as the margin shows it."""

    obligation: Obligation
    parts: tuple[PartView, ...]
    now: Now

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


class ProgrammePage:
    """Everything the page shows, read in a fixed number of queries."""

    def __init__(
        self, programme: Programme, *, with_proposals: bool, with_asides: bool = False
    ) -> None:
        self._asides = margins.of(programme) if with_asides else {}
        self.programme = programme
        self.today = Today(programme, on=clock.today())
        self.bases = list(programme.legal_bases.all())
        self._obligations: dict[int, list[Obligation]] = defaultdict(list)
        for obligation in Obligation.objects.of(programme).standing():
            # What only a machine has read is for those who will confirm it, not for the public.
            if with_proposals or obligation.is_confirmed:
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
        view = view_of(provision, self._obligations.get(provision.pk, []), self.today)
        asides = self._asides.get(provision.pk)
        return replace(view, asides=tuple(asides)) if asides else view


def view_of(
    provision: Provision, obligations: list[Obligation], today: Today | None = None
) -> ProvisionView:
    """A provision with its words cut into runs, and what it binds agencies to."""
    marks = [*_citation_marks(provision), *_name_marks(obligations)]
    return ProvisionView(
        provision=provision,
        lines=tuple(
            tuple(cut(text, [mark for mark in marks if mark.paragraph == number]))
            for number, text in enumerate(provision.all_paragraphs)
        ),
        obligations=tuple(shown(each, today) for each in obligations),
    )


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
    now = today.now(obligation) if today else Now()
    return ObligationView(obligation, tuple(_parts(obligation)), now)


def _citation_marks(provision: Provision) -> Iterable[Mark]:
    for citation in provision.citations.all():
        address = citation.instrument.get_absolute_url()
        yield Mark(citation.paragraph, citation.start, citation.end, "citation", address)


def _name_marks(obligations: Iterable[Obligation]) -> Iterable[Mark]:
    """Names that stand in this provision; those of a heading above are marked there."""
    for part in (part for each in obligations for part in each.parts.all()):
        if part.paragraph is not None and part.start is not None and part.end is not None:
            yield Mark(part.paragraph, part.start, part.end, "name")


def _parts(obligation: Obligation) -> Iterable[PartView]:
    """Parts by role, names as the text has them."""
    if obligation.implied_both:
        yield PartView(_("Thực hiện"), _("hai bên"))
    by_role: dict[str, list[Part]] = defaultdict(list)
    for part in obligation.parts.all():
        by_role[part.role].append(part)
    order = list(Part.Role)
    for role, parts in sorted(by_role.items(), key=lambda row: order.index(Part.Role(row[0]))):
        names = ", ".join(dict.fromkeys(part.name_as_written for part in parts))
        yield PartView(str(Part.Role(role).label), names)
