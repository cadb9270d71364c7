"""The history of a task and the audit, written in the act that they tell of."""

import json
from collections.abc import Mapping
from datetime import date
from typing import cast

from django.db import models

from nhipcau.agencies.models import User
from nhipcau.base import audit
from nhipcau.base.append_only import write
from nhipcau.ledger.work import policies
from nhipcau.ledger.work.models import Task, TaskMove, TaskMoveText
from nhipcau.shell.search.index import index

from .changes import TaskChange

Differences = Mapping[str, tuple[str, str]]


# What a task points to; its plan, whose paper says what may still be written, is always read anew.
POINTED = {
    name: cast("models.ForeignKey[models.Model]", Task._meta.get_field(name))
    for name in ("programme", "directive", "provision", "lead", "asked_by", "place", "officer")
}


def latest(task: Task, version: int | None) -> Task:
    """The row, locked; Stale when it has moved on since `version` was shown."""
    rows = Task.objects.select_for_update(of=("self",)).select_related("plan__paper")
    current: Task = rows.get(pk=task.pk)
    if version is not None:
        policies.check_version(current, version)
    lend(current, task)
    return current


def lend(task: Task, source: Task | TaskChange) -> None:
    """Give a task the rows that it points to, where `source` holds these very rows already."""
    for name, field in POINTED.items():
        if isinstance(source, Task):
            held = field.get_cached_value(source, None)
        else:
            held = getattr(source, name, None)
        if held is not None and held.pk == getattr(task, field.attname):
            field.set_cached_value(task, held)


def note(
    task: Task,
    kind: TaskMove.Kind,
    *,
    by: User | None,
    reason: str = "",
    document: str = "",
    changes: Differences | None = None,
    old_due: date | None = None,
    new_due: date | None = None,
) -> TaskMove:
    """One row of a task's history."""
    acting_for = by.acting_for if by else None
    move = TaskMove(
        task=task,
        kind=kind,
        by=by.uuid if by else None,
        agency=acting_for.uuid if acting_for else None,
        old_due=old_due,
        new_due=new_due,
    )
    words = {"reason": reason, "document": document, "changes": changes or {}}
    return write(move, TaskMoveText, json.dumps(words, ensure_ascii=False, sort_keys=True))


def save(task: Task) -> None:
    """A new version of a task, which search finds as it is now."""
    task.version += 1
    task.save()
    index([task])


def told(verb: str, task: Task, *, by: User | None, before: str, reason: str = "") -> None:
    """The event of a move: from which state to which."""
    audit.record(
        verb,
        by=by,
        target=task,
        acting_for=by.acting_for if by else None,
        changes={"state": (before, task.state)},
        note=reason,
    )
