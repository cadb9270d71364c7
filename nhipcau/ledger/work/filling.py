"""What a plan puts into its paper: the sentence of its tasks, the table of its money, the annex."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.language.dates import write_figures
from nhipcau.ledger.papers.filling import Filling
from nhipcau.ledger.papers.models import Paper
from nhipcau.standards.nd30.document import Annex, Block, Cell, Prose, Table

from . import sums
from .models import BudgetLine, Plan, Task

HEAD = (
    "TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Người phụ trách", "Thời gian hoàn thành",
    "Sản phẩm", "Kinh phí, nguồn",
)  # fmt: skip
WIDTHS = (0.05, 0.28, 0.12, 0.14, 0.11, 0.1, 0.1, 0.1)
YEARLY = "Thường xuyên trong năm"


def fill(paper: Paper) -> Filling:
    """The blocks and the annex of a plan's paper; nothing for a paper without a plan."""
    plan = Plan.objects.filter(paper=paper).first()
    if plan is None:
        return Filling()
    tasks = list(_tasks(plan))
    blocks: dict[str, tuple[Block, ...]] = {"money": _money(plan)}
    if tasks:
        blocks["tasks"] = (Prose(_counted(tasks)),)
    annex = Annex(
        title=_("DANH MỤC NHIỆM VỤ NĂM %(year)s") % {"year": plan.year},
        blocks=(Table(HEAD, tuple(_rows(tasks)), WIDTHS),),
        is_landscape=True,
    )
    return Filling(blocks, (annex,) if tasks else ())


def _tasks(plan: Plan) -> Iterable[Task]:
    return (
        Task.objects.of_plan(plan)
        .exclude(state=Task.State.OUT)
        .with_row()
        .prefetch_related("budget_lines")
        .order_by("provision__order", "code", "id")
    )


def _counted(tasks: list[Task]) -> str:
    routine = sum(task.is_routine for task in tasks)
    return _(
        "Kế hoạch có %(all)s nhiệm vụ, trong đó %(routine)s nhiệm vụ thường xuyên, "
        "%(dated)s nhiệm vụ có thời hạn (Phụ lục kèm theo)."
    ) % {"all": _two(len(tasks)), "routine": _two(routine), "dated": _two(len(tasks) - routine)}


def _two(number: int) -> str:
    """Numbers below ten as documents write them: «05»."""
    return f"{number:02d}"


def _rows(tasks: list[Task]) -> Iterator[tuple[Cell, ...]]:
    """A row that names the point of the programme, then its tasks."""
    turn = 0
    for place, group in groupby(tasks, key=lambda task: task.provision):
        name = _("Điểm %(address)s") % {"address": place.address} if place else _("Nhiệm vụ khác")
        yield (Cell(""), Cell(name), *(Cell("") for _each in HEAD[2:]))
        for task in group:
            turn += 1
            yield _row(turn, task)


def _row(turn: int, task: Task) -> tuple[Cell, ...]:
    partners = "; ".join(_short(part.agency) for part in task.parts.all())
    people = "; ".join(filter(None, (task.leader_name, task.officer_name)))
    due = YEARLY if task.is_routine else (write_figures(task.due) if task.due else "")
    lines = [line for line in task.budget_lines.all() if task.plan and line.year == task.plan.year]
    words = (
        task.title, _short(task.lead), partners, people, due, task.deliverable,
        "; ".join(_line(line) for line in lines),
    )  # fmt: skip
    return (Cell(str(turn)), *(Cell(each) for each in words))


def _line(line: BudgetLine) -> str:
    """«120.000.000 đồng, ngân sách nhà nước …»: what was allotted, else estimated, else needed."""
    amount = next(
        (each for each in (line.allotted, line.estimated, line.needed) if each is not None), None
    )
    source = line.source_words or str(line.get_source_display())
    return source if amount is None else f"{sums.dong(amount)} đồng, {source}"


def _money(plan: Plan) -> tuple[Block, ...]:
    table = sums.of_plan(plan)
    if not table.rows:
        return ()
    rows = tuple(
        (Cell(str(row.label)), *(Cell(sums.said(each), is_number=True) for each in row.amounts))
        for row in (*table.rows, table.total)
    )
    head = (_("Nguồn"), *(str(each) for each in table.stages))
    return (Table(head, rows, caption=_("Kinh phí theo nguồn (đồng)")),)


def _short(agency: Agency) -> str:
    return agency.short_name
