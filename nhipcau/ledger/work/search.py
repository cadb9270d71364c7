"""What people find of the work: tasks that everybody inside may read."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nhipcau.ledger.programmes.search import name
from nhipcau.registry.manifest import SearchIndex, SearchText

from .models import Directive, Plan, Task

# What stands below: the whole of a programme or a paper is long, and nobody looks for it here.
READ = (
    "uuid", "code", "title", "deliverable", "target", "due", "programme__number",
    "programme__title", "plan__paper__state", "directive__kind",
)  # fmt: skip


def _tasks() -> QuerySet[Task]:
    rows = Task.objects.select_related("programme", "plan__paper", "directive")
    return rows.only(*READ)


def _task(task: Task) -> SearchText | None:
    """Nothing of a plan that is still a draft, nor of what concerns one house only."""
    if not _is_for_everybody_inside(task):
        return None
    return SearchText(
        address=task.get_absolute_url(),
        title=task.title[:200],
        body=" ".join(filter(None, [task.title[200:], task.deliverable, task.target])),
        place=task.code,
        within=name(task.programme),
        audience="ledger.read_internal",
        dated_on=task.due,
    )


def _is_for_everybody_inside(task: Task) -> bool:
    if task.plan is not None:
        return task.plan.paper is None or task.plan.paper.is_out
    return task.directive is not None and task.directive.kind == Directive.Kind.CONCLUSION


SEARCH = (
    SearchIndex(
        "task",
        _("Nhiệm vụ"),
        _tasks,
        _task,
        follows={Plan: lambda plan: plan.tasks.all()},
    ),
)
