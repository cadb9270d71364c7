"""What happened to a task, row by row, with who, when, and why."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.language.dates import write_figures

from .models import Task, TaskMove

MOST = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a history, in words."""

    at: datetime
    what: str
    who: str
    reason: str = ""
    document: str = ""


def of(task: Task) -> list[Line]:
    """The last hundred rows of a task, the latest first."""
    moves = list(task.moves.select_related("words").order_by("-position")[:MOST])
    people = dict(
        User.objects.filter(uuid__in={move.by for move in moves}).values_list("uuid", "name")
    )
    agencies = {
        each.uuid: each.short_name
        for each in Agency.objects.filter(
            uuid__in={move.agency for move in moves}
        ).prefetch_related("names")
    }
    return [
        Line(
            move.recorded_at,
            _what(move),
            " · ".join(filter(None, (_of(people, move.by), _of(agencies, move.agency)))),
            *_words(move),
        )
        for move in moves
    ]


def _of(names: dict[UUID, str], key: UUID | None) -> str:
    return names.get(key, "") if key is not None else ""


def _what(move: TaskMove) -> str:
    """The kind of the row, with the days that it moved."""
    what = str(move.get_kind_display())
    what = f"{what[:1].upper()}{what[1:]}"
    if move.old_due != move.new_due and move.kind != TaskMove.Kind.ASSIGNED:
        days = {"old": _day(move.old_due), "new": _day(move.new_due)}
        what += _(": thời hạn %(old)s → %(new)s") % days
    elif move.new_due and move.kind == TaskMove.Kind.ASSIGNED:
        what += _(", thời hạn %(new)s") % {"new": _day(move.new_due)}
    return what


def _day(day: date | None) -> str:
    return write_figures(day) if day else _("không có")


def _words(move: TaskMove) -> Iterator[str]:
    """Reason and document; what was redacted is said to be."""
    held = move.words.text if hasattr(move, "words") else ""
    if held is None:
        return iter((_("nội dung đã được hủy theo quy định"), ""))
    said = json.loads(held or "{}")
    return iter((said.get("reason", ""), said.get("document", "")))
