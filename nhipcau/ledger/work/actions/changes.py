"""What people say of a task, as a value: compared with what stands, then written."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from nhipcau.agencies.models import Agency, Place, User
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Provision
from nhipcau.ledger.work.models import Task, TaskPart


@dataclass(frozen=True, slots=True)
class Partner:
    """An agency that joins, and its part in it."""

    agency: Agency
    words: str = ""


@dataclass(frozen=True, slots=True)
class TaskChange:
    """Everything that a plan says of one task."""

    title: str
    lead: Agency
    partners: tuple[Partner, ...] = ()
    leader_name: str = ""
    officer_name: str = ""
    officer: User | None = None
    place: Place | None = None
    provision: Provision | None = None
    obligations: tuple[Obligation, ...] = ()
    is_routine: bool = False
    first_day: date | None = None
    due: date | None = None
    deliverable: str = ""
    target: str = ""
    asked_by: Agency | None = None
    # Given where it is known already; else the next free one.
    code: str = ""
    is_example: bool = False
    # Columns, or the obligations, of which it does not speak: they stay, and are not even read.
    unsaid: frozenset[str] = frozenset()

    @classmethod
    def of(cls, task: Task, *, beside: "TaskChange | None" = None) -> "TaskChange":
        """What stands now, in the same shape; beside a change only what that speaks of."""
        unsaid = beside.unsaid if beside else frozenset()
        held: dict[str, Any] = {name: getattr(task, name) for name in COLUMNS if name not in unsaid}
        if "obligations" not in unsaid:
            held["obligations"] = tuple(task.obligations.select_related("provision"))
        parts = task.parts.select_related("agency")
        partners = tuple(Partner(part.agency, part.words) for part in parts)
        return cls(partners=partners, unsaid=unsaid, **held)


COLUMNS = (
    "title", "lead", "leader_name", "officer_name", "officer", "place", "provision", "is_routine",
    "first_day", "due", "deliverable", "target", "asked_by", "code", "is_example",
)  # fmt: skip
OTHERS = ("partners", "obligations")


def put(task: Task, change: TaskChange) -> Task:
    """The columns of a task as the change says them; not saved."""
    for name in COLUMNS:
        if name not in change.unsaid and (name != "code" or change.code):
            setattr(task, name, getattr(change, name))
    task.title = task.title.strip()
    return task


def put_others(task: Task, change: TaskChange, *, names: Collection[str] = OTHERS) -> None:
    """The partners and the obligations of a saved task, as far as they are among what changed."""
    if "partners" in names or "lead" in names:
        _put_partners(task, change)
    if "obligations" in names:
        task.obligations.set(change.obligations)


def _put_partners(task: Task, change: TaskChange) -> None:
    partners = {each.agency.pk: each for each in change.partners if each.agency != change.lead}
    task.parts.all().delete()
    TaskPart.objects.bulk_create(
        TaskPart(task=task, agency=each.agency, words=each.words) for each in partners.values()
    )


def differences(was: TaskChange, to: TaskChange) -> dict[str, tuple[str, str]]:
    """What a change changes, in words; nothing for a change that says what stands."""
    left = {"code", "is_example", *to.unsaid}
    names = [name for name in (*COLUMNS, *OTHERS) if name not in left]
    pairs = {name: (in_words(getattr(was, name)), in_words(getattr(to, name))) for name in names}
    return {name: (old, new) for name, (old, new) in pairs.items() if old != new}


def in_words(value: object) -> str:
    """A value of a change as a row of history keeps it."""
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    if isinstance(value, Agency | Place):
        return value.code
    if isinstance(value, Partner):
        return f"{value.agency.code}: {value.words}" if value.words else value.agency.code
    if isinstance(value, tuple):
        return "; ".join(sorted(in_words(each) for each in value))
    return value.isoformat() if isinstance(value, date) else str(value).strip()
