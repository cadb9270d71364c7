"""A task from state to state: begun, proposed done, confirmed, extended, paused, taken out."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.ledger.work import houses, papers, policies
from nhipcau.ledger.work.models import Task, TaskMove

from .noting import latest, note, save, told

State, Kind = Task.State, TaskMove.Kind
# What the audit calls each step.
STARTED = "ledger.task_started"
PROPOSED = "ledger.task_proposed_done"
CONFIRMED = "ledger.task_confirmed"
RETURNED = "ledger.task_not_yet"
ASKED = "ledger.task_extension_asked"
PAUSED = "ledger.task_paused"
RESUMED = "ledger.task_resumed"
WITHDRAWN = "ledger.task_taken_out"
REOPENED = "ledger.task_reopened"


@transaction.atomic
def start(*, task: Task, by: User | None, version: int | None = None) -> Task:
    """The lead has begun."""
    current = latest(task, version)
    policies.check_is(current, State.NOT_STARTED, act=_("Bắt đầu thực hiện"))
    _check_speaks(by, current.lead)
    return _move(current, State.ONGOING, Kind.STARTED, STARTED, by=by)


@transaction.atomic
def propose_done(*, task: Task, result: str, by: User | None, version: int | None = None) -> Task:
    """The lead says what came of it and asks to have it confirmed."""
    current = latest(task, version)
    policies.check_is(current, State.NOT_STARTED, State.ONGOING, act=_("Đề nghị xác nhận"))
    policies.check_result(result)
    _check_speaks(by, current.lead)
    current.result, current.proposed_by = result.strip(), by.uuid if by else None
    current.done_on = clock.today()
    return _move(
        current, State.AWAITING, Kind.PROPOSED_DONE, PROPOSED, by=by,
        reason=result.strip(),
    )  # fmt: skip


@transaction.atomic
def confirm_done(
    *, task: Task, by: User | None, done_on: date | None = None, version: int | None = None
) -> Task:
    """Who asked for it has seen the product; another person than who proposed.

    The day is the one on which it was proposed, where no other is said.
    """
    current = latest(task, version)
    policies.check_is(current, State.AWAITING, act=_("Xác nhận hoàn thành"))
    policies.check_is_another_person(current.proposed_by, by.uuid if by else None)
    _check_speaks(by, current.asker or current.lead)
    current.done_on = done_on or current.done_on or clock.today()
    return _move(current, State.DONE, Kind.CONFIRMED, CONFIRMED, by=by)


@transaction.atomic
def say_not_yet(*, task: Task, reason: str, by: User | None, version: int | None = None) -> Task:
    """Who asked for it says what is missing; the lead goes on."""
    current = latest(task, version)
    act = _("Trả lại, đề nghị bổ sung")
    policies.check_is(current, State.AWAITING, act=act)
    policies.check_reason(reason, act=act)
    _check_speaks(by, current.asker or current.lead)
    current.done_on = None
    return _move(current, State.ONGOING, Kind.NOT_YET, RETURNED, by=by, reason=reason)


@transaction.atomic
def ask_extension(
    *, task: Task, new_due: date, reason: str, by: User | None, version: int | None = None
) -> Task:
    """The lead asks for a later day and says why; the day stays until somebody decides."""
    current = latest(task, version)
    policies.check_extension(current, new_due, reason)
    _check_speaks(by, current.lead)
    current.asked_due = new_due
    note(current, Kind.EXTENSION_ASKED, by=by, reason=reason, old_due=current.due, new_due=new_due)
    save(current)
    told(ASKED, current, by=by, before=current.state, reason=reason)
    return current


@transaction.atomic
def decide_extension(
    *, task: Task, granted: bool, by: User | None, reason: str = "", version: int | None = None
) -> Task:
    """Who asked for the task grants the later day, or says why not; another person than who asked."""
    current = latest(task, version)
    policies.check_decides_extension(current, reason, granted=granted)
    asked = current.moves.filter(kind=Kind.EXTENSION_ASKED).last()
    policies.check_is_another_person(asked.by if asked else None, by.uuid if by else None)
    _check_speaks(by, current.asker or current.lead)
    old, new = current.due, current.asked_due
    kind = Kind.EXTENDED if granted else Kind.NOT_EXTENDED
    note(current, kind, by=by, reason=reason, old_due=old, new_due=new)
    current.due, current.asked_due = (new if granted else old), None
    save(current)
    words = {day: each.isoformat() if each else None for day, each in (("old", old), ("new", new))}
    audit.record(
        "ledger.task_extension_decided",
        by=by,
        target=current,
        acting_for=by.acting_for if by else None,
        changes={"due": (words["old"], words["new"] if granted else words["old"])},
        note=reason,
    )
    if granted:
        papers.plan_changed(current.plan, by=by)
    return current


@transaction.atomic
def pause(*, task: Task, reason: str, by: User | None, version: int | None = None) -> Task:
    """Set a task aside for a time, with the reason."""
    current = latest(task, version)
    act = _("Tạm dừng")
    policies.check_is(current, State.NOT_STARTED, State.ONGOING, act=act)
    policies.check_reason(reason, act=act)
    _check_speaks(by, current.asker or current.lead)
    return _move(current, State.PAUSED, Kind.PAUSED, PAUSED, by=by, reason=reason)


@transaction.atomic
def resume(*, task: Task, by: User | None, reason: str = "", version: int | None = None) -> Task:
    """Take a paused task up again."""
    current = latest(task, version)
    policies.check_is(current, State.PAUSED, act=_("Tiếp tục thực hiện"))
    _check_speaks(by, current.asker or current.lead)
    return _move(current, State.ONGOING, Kind.RESUMED, RESUMED, by=by, reason=reason)


@transaction.atomic
def take_out(
    *, task: Task, document: str, reason: str, by: User | None, version: int | None = None
) -> Task:
    """Take a task out of its plan by a document; the row and its history stay."""
    current = latest(task, version)
    policies.check_takes_out(current, document, reason)
    _check_speaks(by, current.asker or current.lead)
    current.done_on = None
    _move(
        current, State.OUT, Kind.TAKEN_OUT, WITHDRAWN, by=by, reason=reason,
        document=document,
    )  # fmt: skip
    papers.plan_changed(current.plan, by=by)
    return current


@transaction.atomic
def reopen(*, task: Task, reason: str, by: User | None, version: int | None = None) -> Task:
    """Open a task again that was confirmed or taken out, with the reason."""
    current = latest(task, version)
    act = _("Mở lại")
    policies.check_is(current, State.DONE, State.OUT, act=act)
    policies.check_reason(reason, act=act)
    _check_speaks(by, current.asker or current.lead)
    was_out = current.state == State.OUT
    current.done_on, current.proposed_by = None, None
    _move(current, State.ONGOING, Kind.REOPENED, REOPENED, by=by, reason=reason)
    if was_out:
        papers.plan_changed(current.plan, by=by)
    return current


def _check_speaks(by: User | None, agency: Agency) -> None:
    """The platform itself, loading or simulating, speaks for everybody."""
    if by is not None:
        policies.check_speaks(houses.speaks_for(by, agency), agency)


def _move(
    task: Task,
    state: Task.State,
    kind: TaskMove.Kind,
    verb: str,
    *,
    by: User | None,
    reason: str = "",
    document: str = "",
) -> Task:
    before, task.state = task.state, state
    if state in {State.PAUSED, State.OUT, State.AWAITING}:
        task.asked_due = None
    note(task, kind, by=by, reason=reason, document=document)
    save(task)
    told(verb, task, by=by, before=before, reason=reason)
    return task
