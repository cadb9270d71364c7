"""How a task stands, in the words of officials; routine work is never overdue."""

from datetime import date
from enum import Enum

from django.utils.translation import gettext as _

from .models import Task

State = Task.State


class Tone(Enum):
    """How a page colours a state: vermilion says overdue and nothing else."""

    LATE = "late"
    SOON = "soon"
    DONE = "done"
    OPEN = "open"
    PLAIN = ""


SOON = 14  # days before its day


def status(task: Task, *, on: date, with_lateness: bool = True) -> str:
    """«Đang thực hiện, quá hạn 12 ngày»; without lateness, for who may not see it, its state only."""
    return say(
        task.state, task.is_routine, task.due, task.done_on, on=on, with_lateness=with_lateness
    )


def tone(task: Task, *, on: date, with_lateness: bool = True) -> Tone:
    """The colour that goes with `status`."""
    return colour(task.state, task.due, on=on, with_lateness=with_lateness)


def say(
    state: str,
    is_routine: bool,
    due: date | None,
    done_on: date | None,
    *,
    on: date,
    with_lateness: bool = True,
) -> str:
    """The same from the columns of a row, for lists that fetch no objects."""
    if state == State.DONE:
        return _done(due, done_on) if with_lateness else _("Hoàn thành")
    if state not in {State.NOT_STARTED, State.ONGOING}:
        return str(State(state).label)
    if is_routine:
        return _("Thường xuyên")
    begun = str(State(state).label)
    if due is None:
        return begun
    if due < on:
        if not with_lateness:
            return begun
        return _("%(begun)s, quá hạn %(days)s ngày") % {"begun": begun, "days": (on - due).days}
    if state == State.NOT_STARTED:
        return begun
    if due == on:
        return _("Đang thực hiện, trong hạn (đến hạn hôm nay)")
    return _("Đang thực hiện, trong hạn (còn %(days)s ngày)") % {"days": (due - on).days}


def colour(state: str, due: date | None, *, on: date, with_lateness: bool = True) -> Tone:
    """The colour that goes with `say`."""
    if state == State.DONE:
        return Tone.DONE
    if state in {State.NOT_STARTED, State.ONGOING} and due is not None:
        if due < on and with_lateness:
            return Tone.LATE
        if 0 <= (due - on).days <= SOON:
            return Tone.SOON
    return Tone.PLAIN if state in {State.ONGOING, State.AWAITING} else Tone.OPEN


def _done(due: date | None, done_on: date | None) -> str:
    if due is None or done_on is None:
        return _("Hoàn thành")
    if done_on <= due:
        return _("Hoàn thành đúng hạn")
    return _("Hoàn thành quá hạn %(days)s ngày") % {"days": (done_on - due).days}
