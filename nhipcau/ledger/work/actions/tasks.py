"""Tasks: added, changed, moved from state to state; each step keeps who, when, and why."""

from collections.abc import Collection

from django.db import transaction

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.programmes.sides import is_of_a_side
from nhipcau.ledger.work import codes, houses, papers, policies
from nhipcau.ledger.work.models import Directive, Plan, Task, TaskMove
from nhipcau.shell.search.index import index

from .changes import Partner, TaskChange, differences, put, put_others
from .moving import (
    ask_extension,
    confirm_done,
    decide_extension,
    pause,
    propose_done,
    reopen,
    resume,
    say_not_yet,
    start,
    take_out,
)
from .noting import latest, lend, note, save

__all__ = [
    "Partner",
    "TaskChange",
    "add",
    "ask_extension",
    "change",
    "confirm_done",
    "decide_extension",
    "pause",
    "propose_done",
    "reopen",
    "resume",
    "say_not_yet",
    "start",
    "take_out",
]


@transaction.atomic
def add(
    *,
    plan: Plan | None,
    change: TaskChange,
    by: User | None,
    directive: Directive | None = None,
    parent: Task | None = None,
    programme: Programme | None = None,
) -> Task:
    """A new task, in a plan or outside one; raises Refused with a sentence.

    Outside a plan the programme is that of the directive, of the parent, of the place in the text,
    or the one that is given.
    """
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk) if plan else None
    held = _programme(plan, directive, parent, change, programme)
    policies.check_can_write_plan(plan)
    _check_says_something(held, change)
    if by is not None:
        policies.check_speaks(may_write(by, plan, change.lead, change.asked_by, held), change.lead)
    task = put(Task(programme=held, plan=plan, directive=directive, parent=parent), change)
    task.code = change.code or codes.next_code(
        programme=held,
        year=plan.year if plan else (change.due or clock.today()).year,
        provision=change.provision,
        directive=directive,
    )
    task.save(force_insert=True)
    put_others(task, change)
    note(task, TaskMove.Kind.ASSIGNED, by=by, new_due=task.due)
    acting_for = by.acting_for if by else None
    audit.record("ledger.task_added", by=by, target=task, acting_for=acting_for, note=task.code)
    index([task])
    papers.plan_changed(plan, by=by)
    return task


@transaction.atomic
def change(
    *, task: Task, version: int | None, to: TaskChange, by: User | None, reason: str = ""
) -> Task:
    """Say a task anew. Raises Refused, or Stale where somebody was first; nothing where it says the same."""
    current = latest(task, version)
    lend(current, to)
    was = TaskChange.of(current, beside=to)
    changes = differences(was, to)
    if not changes:
        return current
    _check_may_change(current, to, by, names=changes)
    note(
        current, TaskMove.Kind.CHANGED, by=by, reason=reason, changes=changes,
        old_due=was.due, new_due=to.due,
    )  # fmt: skip
    put(current, to)
    save(current)
    put_others(current, to, names=changes)
    audit.record(
        "ledger.task_changed",
        by=by,
        target=current,
        acting_for=by.acting_for if by else None,
        changes=changes,
        note=reason,
    )
    papers.plan_changed(current.plan, by=by)
    return current


def may_write(
    user: User,
    plan: Plan | None,
    lead: Agency,
    asked_by: Agency | None,
    programme: Programme,
) -> bool:
    """Whether a person may write a task: of the lead, of who asks, or of who drafts the plan.

    A joint plan without a drafter is written by whoever speaks for a party.
    """
    house = houses.of(user)
    near = house.near
    if lead.pk in near or (asked_by is not None and asked_by.pk in near):
        return True
    drafter = (
        (plan.agency_id or (plan.paper.drafted_by_id if plan.paper else None)) if plan else None
    )
    if drafter is not None:
        return drafter in near
    return is_of_a_side(house.above, programme, on=clock.today())


# Who does it and what came of it is the unit's own to say, also in a plan that was issued.
OWN_WORDS = {"leader_name", "officer_name", "officer", "first_day"}


def _check_may_change(
    task: Task, to: TaskChange, by: User | None, *, names: Collection[str]
) -> None:
    if not set(names) <= OWN_WORDS:
        policies.check_can_write_plan(task.plan)
    policies.check_due_is_kept(task, to.due)
    _check_says_something(task.programme, to)
    if by is not None:
        speaks = may_write(by, task.plan, task.lead, task.asked_by, task.programme)
        policies.check_speaks(speaks, task.lead)


def _check_says_something(programme: Programme, change: TaskChange) -> None:
    policies.check_task(
        title=change.title, is_routine=change.is_routine, due=change.due, first=change.first_day
    )
    policies.check_due_is_in_programme(change.due, signed_on=programme.signed_on)


def _programme(
    plan: Plan | None,
    directive: Directive | None,
    parent: Task | None,
    change: TaskChange,
    given: Programme | None,
) -> Programme:
    for source in (plan, directive, parent, change.provision):
        if source is not None:
            return source.programme
    if given is None:
        raise ValueError("a task outside a plan says of which programme it is")
    return given
