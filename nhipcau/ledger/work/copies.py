"""Where the words of a task live: the task, its parts, what happened to it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, told_of, words
from nhipcau.ledger.papers.copies import editions_holding, quoted
from nhipcau.ledger.papers.models import Paper
from nhipcau.registry.manifest import Copies

from .models import Task, TaskMove

WORDS = ("title", "deliverable", "target", "result", "leader_name", "officer_name")


def of_task(task: Task) -> Iterator[Copy]:
    """The task with its parts, its history, and the editions of its own plan that tell of it.

    The same task of others is proposed by itself.
    """
    yield fields(_("Nội dung, sản phẩm, kết quả của nhiệm vụ"), [task], WORDS)
    yield fields(_("Phần việc của đơn vị phối hợp"), task.parts.all(), ("words",))
    yield words(_("Diễn biến nhiệm vụ"), task.moves.all())
    others = [*(getattr(task, name) for name in WORDS), *task.parts.values_list("words", flat=True)]
    own = Paper.objects.filter(plan__tasks=task)
    yield editions_holding([task.title, *quoted(others)], own)


def of_move(move: TaskMove) -> Iterator[Copy]:
    """A reason stands in the audit of its task as well; changed words stand in the task."""
    yield told_of(move.task)


COPIES = (
    Copies(Task, _("Nhiệm vụ"), of_task),
    Copies(TaskMove, _("Diễn biến nhiệm vụ"), of_move),
)
