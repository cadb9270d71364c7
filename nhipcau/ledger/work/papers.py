"""What the work asks of papers: the one place that calls the room below about documents."""

from nhipcau.agencies.models import Agency, User
from nhipcau.base import clock
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers import sides as paper_sides
from nhipcau.ledger.papers.models import Outline, Paper
from nhipcau.ledger.papers.values import Side
from nhipcau.shell.search.index import index

from . import houses, policies
from .models import Plan

ANNUAL, DECISION = "annual-plan", "plan-decision"
KINDS = (ANNUAL, DECISION)


def plan_changed(plan: Plan | None, *, by: User | None) -> None:
    """What a plan says has changed: consents to its paper that no longer hold are lifted.

    Every write of what stands in the paper ends here, with the paper locked. Raises Refused while
    that is being signed, and nothing is written.
    """
    if plan is not None and plan.paper is not None:
        papers.content_changed(plan.paper, by=by)
        policies.check_is_not_being_signed(plan)


def begin_for(plan: Plan, *, kind: str, by: User | None) -> None:
    """Begin the paper by which a plan is agreed and issued; without an outline there is none yet."""
    if not Outline.objects.of(kind, on=clock.today()).exists():
        return
    sides = _sides(plan)
    plan.paper = papers.begin(
        programme=plan.programme,
        kind=kind,
        title=plan.title,
        drafted_by=plan.agency or _drafter(sides, by),
        sides=sides,
        by=by,
        is_example=plan.is_example,
        subject_values={"year": str(plan.year)},
    )
    plan.save(update_fields=["paper"])


def recorded(paper: Paper, by: User) -> None:
    """A plan that was issued is found by everybody inside."""
    index(Plan.objects.filter(paper=paper))


def _sides(plan: Plan) -> list[Side]:
    """Everybody who has a say in a joint plan; a plan of one agency is its own affair."""
    if plan.agency is not None:
        return []
    return paper_sides.of(plan.programme, on=clock.today())


def _drafter(sides: list[Side], by: User | None) -> Agency:
    """The side of the person who begins; else the one that leads, or the person's own agency."""
    asked = [side.agency for side in sides if side.consents]
    near = houses.near(by) if by is not None else frozenset()
    own = [agency for agency in asked if agency.pk in near]
    if own:
        return own[0]
    if by is not None and by.acting_for is not None:
        return by.acting_for
    return asked[0]
