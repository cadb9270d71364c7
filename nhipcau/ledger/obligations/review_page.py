"""The review of one proposal as values: its words in their place, and the way to the next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from nhipcau.agencies.models import AgencyName
from nhipcau.base import clock
from nhipcau.ledger.programmes.models import Programme, Provision

from .models import Obligation
from .reading import ProvisionView, Segment, view_with


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One proposal: where it stands in the text, and how far the review has come."""

    obligation: Obligation
    headings: tuple[Provision, ...]
    view: ProvisionView
    lines: tuple[tuple[Segment, ...], ...]
    before: Obligation | None
    previous: Obligation | None
    following: Obligation | None
    decided: int
    total: int


def draft(request: HttpRequest, slug: str) -> Programme:
    """The draft of this address that this person may see, with its text; 404 otherwise."""
    drafts = Programme.objects.visible_to(request.user).filter(state=Programme.State.DRAFT)
    return get_object_or_404(drafts.with_text(), slug=slug)


def of(programme: Programme, obligation: Obligation) -> ReviewPage:
    """The page of one proposal of a programme that was fetched `with_text()`."""
    everything = list(Obligation.objects.of(programme))
    at = next(turn for turn, each in enumerate(everything) if each.pk == obligation.pk)
    provisions = {each.pk: each for each in programme.provisions.all()}
    provision = provisions[obligation.provision_id]
    view = view_with(provision, obligation)
    return ReviewPage(
        obligation=obligation,
        headings=tuple(_above(provision, provisions)),
        view=view,
        lines=tuple(
            tuple(light(line, obligation)) if number == obligation.paragraph else line
            for number, line in enumerate(view.lines)
        ),
        before=one_before(obligation),
        previous=everything[at - 1] if at else None,
        following=everything[at + 1] if at + 1 < len(everything) else None,
        decided=sum(not each.is_open for each in everything),
        total=len(everything),
    )


def light(line: Iterable[Segment], obligation: Obligation) -> Iterable[Segment]:
    """The runs of a paragraph, those of the proposal's own words lit."""
    at = 0
    start, end = obligation.start or 0, obligation.end or 0
    for segment in line:
        edges = sorted({0, len(segment.text), *_inside(segment, at, start, end)})
        for low, high in pairwise(edges):
            lit = start <= at + low and at + high <= end
            yield replace(segment, text=segment.text[low:high], lit=lit)
        at += len(segment.text)


def _inside(segment: Segment, at: int, start: int, end: int) -> Iterable[int]:
    return (edge - at for edge in (start, end) if 0 < edge - at < len(segment.text))


def one_before(obligation: Obligation) -> Obligation | None:
    """The open proposal of the same provision that comes before this one."""
    return (
        obligation.provision.obligations.filter(
            order__lt=obligation.order, state=Obligation.State.PROPOSED
        )
        .order_by("-order")
        .first()
    )


def next_address(programme: Programme, *, after: Obligation, moved: bool) -> str:
    """Where the person goes now: the next open proposal, else the overview."""
    here = reverse("ledger:review-one", args=[programme.slug, after.uuid])
    if not moved:
        return here
    turns = [
        (each.provision.order, each.order, each) for each in Obligation.objects.of(programme).open()
    ]
    at = (after.provision.order, after.order)
    later = [each for *turn, each in turns if tuple(turn) > at]
    chosen = later[0] if later else (turns[0][2] if turns else None)
    if chosen is None:
        return reverse("ledger:review", args=[programme.slug])
    return reverse("ledger:review-one", args=[programme.slug, chosen.uuid])


def agency_names(programme: Programme) -> list[str]:
    """Full names of central agencies on the day of signing, to choose from while typing."""
    day = programme.signed_on or clock.today()
    names = AgencyName.objects.filter(
        form="full", language="vi", agency__level="central", agency__last_day=None
    ) | AgencyName.objects.filter(
        form="full", language="vi", agency__level="central", agency__last_day__gte=day
    )
    return list(names.order_by("name").values_list("name", flat=True).distinct())


def _above(provision: Provision, provisions: dict[int, Provision]) -> list[Provision]:
    """The headings over a provision, outermost first."""
    chain: list[Provision] = []
    parent = provision.parent_id
    while parent is not None:
        chain.insert(0, provisions[parent])
        parent = provisions[parent].parent_id
    return chain
