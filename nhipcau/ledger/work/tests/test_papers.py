"""A plan as a paper: its annex, its money, and what a change does to consents."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers.composing import compose
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.testing import load_outlines
from nhipcau.ledger.work import taking_in, worklist
from nhipcau.ledger.work.actions import money, plans, tasks
from nhipcau.ledger.work.actions.tasks import TaskChange
from nhipcau.ledger.work.models import BudgetLine, Plan, Task
from nhipcau.ledger.work.papers import recorded
from nhipcau.ledger.work.search import SEARCH
from nhipcau.shell.search.models import SearchEntry
from nhipcau.standards.nd30.document import Table

from .world import TODAY, World, person

pytestmark = pytest.mark.usefixtures("in_july")


@pytest.fixture
def plan(world: World) -> Plan:
    load_outlines()
    world.obligations()
    return plans.begin(programme=world.programme, year=2025, kind="year", by=world.focal)


def paper_of(plan: Plan) -> Paper:
    return Paper.objects.get(plan=plan)


def test_a_plan_begins_its_paper_with_both_sides(world: World, plan: Plan) -> None:
    paper = paper_of(plan)
    assert paper.drafted_by == world.culture
    assert {side.agency for side in paper.sides.all() if side.consents} == {
        world.culture, world.peoples,
    }  # fmt: skip
    assert plan not in Plan.objects.visible_to(world.other), "a draft is its drafter's"
    assert not Task.objects.visible_to(world.other).exists()
    assert not SearchEntry.objects.filter(kind="task").exists()


def test_the_annex_is_the_table_of_practice(world: World, plan: Plan) -> None:
    first = plan.tasks.earliest("code")
    funds = money.Funds(
        year=2025, source=BudgetLine.Source.STATE, owner=world.culture,
        amounts=money.Amounts(estimated=Decimal(120_000_000)),
    )  # fmt: skip
    money.write(funds=funds, by=world.focal, task=first)
    document = compose(paper_of(plan))
    (annex,) = document.annexes
    assert annex.is_landscape
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert table.head == (
        "TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Người phụ trách", "Thời gian hoàn thành",
        "Sản phẩm", "Kinh phí, nguồn",
    )  # fmt: skip
    cells = [[cell.text for cell in row] for row in table.rows]
    assert cells[0][1] == "Điểm I.1.a"
    assert cells[1][0] == "1"
    assert cells[1][5] == "Thường xuyên trong năm"
    assert cells[1][7] == "120.000.000 đồng, ngân sách nhà nước của mỗi bên"
    assert cells[3][5] == "21/4/2025"
    assert all(len(row) == len(table.head) == len(table.widths) for row in table.rows)
    said = [block.text for block in document.blocks if hasattr(block, "text")]
    assert any("02 nhiệm vụ" in text for text in said)
    assert any(isinstance(block, Table) for block in document.blocks), "money by source"


def test_a_changed_task_lifts_the_consents(world: World, plan: Plan) -> None:
    paper = paper_of(plan)
    papers.ask_opinion(paper=paper, version=paper.version, by=world.focal)
    leader = person(world.peoples, Role.LEADER)
    (item,) = worklist.items(leader, TODAY)
    assert (item.title, item.why) == (paper.title, "Kế hoạch: có ý kiến đối với bản 1")
    papers.consent(paper=paper, edition=1, by=leader)
    task = Task.objects.filter(plan=plan).earliest("code")
    to = TaskChange(title="Lời khác", lead=task.lead, is_routine=True)
    tasks.change(task=task, version=task.version, to=to, by=world.focal)
    assert paper_of(plan).state == Paper.State.DRAFT


Write = Callable[[World, Plan, Task], object]
WRITES: dict[str, Write] = {
    "change": lambda world, plan, task: tasks.change(
        task=task, version=None, by=world.focal,
        to=replace(TaskChange.of(task), title="Lời khác"),
    ),
    "name who does it": lambda world, plan, task: tasks.change(
        task=task, version=None, by=world.focal,
        to=replace(TaskChange.of(task), officer_name="Hoàng Thị Mai"),
    ),
    "add": lambda world, plan, task: tasks.add(
        plan=plan, change=TaskChange(title="Tập huấn", lead=world.culture), by=world.focal
    ),
    "take out": lambda world, plan, task: tasks.take_out(
        task=task, document="Công văn số 05/VD", reason="Không còn cần", by=world.focal
    ),
    "extend": lambda world, plan, task: extend(world, plan.tasks.get(is_routine=False)),
    "money": lambda world, plan, task: money.write(
        funds=money.Funds(
            2025, BudgetLine.Source.STATE, world.culture,
            amounts=money.Amounts(needed=Decimal(5_000_000)),
        ),
        by=world.focal, plan=plan,
    ),
    "money taken away": lambda world, plan, task: money.drop(
        line=BudgetLine.objects.get(task=task), by=world.focal
    ),
    "retell": lambda world, plan, task: plans.retell(
        plan=plan, version=plan.version, title="Tên khác", by=world.focal,
        span=plans.Span(plan.first_day, plan.last_day),
    ),
    "sheet": lambda world, plan, task: taking_in.write(
        plan,
        [replace(each, money="5000000") for each in taking_in.lines_of(plan)],
        by=world.focal,
    ),
}  # fmt: skip


def extend(world: World, task: Task) -> None:
    later = date(2025, 9, 30)
    tasks.ask_extension(task=task, new_due=later, reason="Chờ kinh phí", by=world.leader)
    tasks.decide_extension(task=task, granted=True, by=world.focal)


LIFTING = ("take out", "extend", "money", "money taken away")


def test_no_write_reaches_a_plan_that_is_being_signed_and_each_lifts_consents_before(
    world: World, plan: Plan
) -> None:
    task = plan.tasks.earliest("code")
    funds = money.Funds(2025, BudgetLine.Source.STATE, world.culture, document="Tờ trình số 05")
    money.write(funds=funds, by=world.focal, task=task)
    paper = paper_of(plan)
    papers.ask_opinion(paper=paper, version=paper.version, by=world.focal)
    for name in LIFTING:
        with transaction.atomic():
            WRITES[name](world, fresh(plan), Task.objects.get(pk=task.pk))
            assert paper_of(plan).state == "draft", name
            transaction.set_rollback(True)
    Paper.objects.filter(pk=paper.pk).update(state="submitted")
    before = state_of(plan)
    for name, write in WRITES.items():
        with pytest.raises(Refused, match="kế hoạch đang trình ký"), transaction.atomic():
            write(world, fresh(plan), Task.objects.get(pk=task.pk))
        assert state_of(plan) == before, name


def fresh(plan: Plan) -> Plan:
    return Plan.objects.get(pk=plan.pk)


def state_of(plan: Plan) -> list[object]:
    """All that the paper of a plan shows."""
    rows = plan.tasks.order_by("pk").values_list("title", "officer_name", "state", "due")
    lines = BudgetLine.objects.order_by("pk").values_list("pk", "estimated")
    return [fresh(plan).title, list(rows), list(lines)]


def test_an_issued_plan_is_found_and_stands(world: World, plan: Plan) -> None:
    paper = paper_of(plan)
    Paper.objects.filter(pk=paper.pk).update(
        state="issued", number="05/KH-SVH-SDT", issued_on=date(2025, 7, 1), edition=1
    )
    recorded(paper_of(plan), world.focal)
    assert SearchEntry.objects.filter(kind="task").count() == 2
    with CaptureQueriesContext(connection) as asked:
        assert all(SEARCH[0].describe(task) for task in SEARCH[0].rows())
    assert len(asked) == 1  # what search keeps is read with the row
    assert Task.objects.visible_to(world.other).count() == 2
    task = Task.objects.filter(plan=plan).earliest("code")
    to = TaskChange(title="Lời khác", lead=task.lead, is_routine=True)
    with pytest.raises(Refused, match="kế hoạch đã ban hành"):
        tasks.change(task=task, version=task.version, to=to, by=world.focal)
