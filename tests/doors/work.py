"""Doors of the work: plans, tasks, directives, money, what waits for whom."""

import datetime
from typing import Any

from nhipcau.ledger.testing import PlanFactory, TaskFactory
from nhipcau.ledger.work.models import BudgetLine, Directive

from .kinds import NOTHING_THERE, opens, writes

READ, WRITE, CONFIRM = "ledger.read_internal", "work.write", "work.confirm"
DOORS = {
    "ledger:plans": opens(READ),
    "ledger:plan-new": opens(WRITE),
    "ledger:plan": opens(READ),
    "ledger:plan-head": opens(WRITE),
    "ledger:plan-fill": writes(WRITE),
    "ledger:plan-sheet": opens(READ),
    "ledger:plan-sheet-back": opens(WRITE),
    "ledger:task-new": opens(WRITE),
    "ledger:tasks": opens(READ),
    "ledger:tasks-csv": opens(READ),
    "ledger:tasks-xlsx": opens(READ),
    "ledger:tasks-by-province": opens(READ),
    "ledger:task": opens(READ),
    "ledger:task-edit": opens(WRITE),
    "ledger:task-row": opens(READ),
    "ledger:task-do": writes(WRITE),
    "ledger:task-decide": writes(CONFIRM),
    "ledger:provision-work": opens(READ),
    "ledger:directives": opens(READ),
    "ledger:directive-new": opens(WRITE),
    "ledger:directive": opens(READ),
    "ledger:directive-edit": opens(WRITE),
    "ledger:directive-task": opens(WRITE),
    "ledger:money-year": opens(READ),
    "ledger:money-of-plan": opens(WRITE),
    "ledger:money-of-task": opens(WRITE),
    "ledger:money": opens(WRITE),
    "ledger:money-drop": writes(WRITE),
    "ledger:work-list": opens(READ),
    "ledger:calendar-make": writes(READ),
    "ledger:calendar-take-back": writes(READ),
    "ledger:digest": writes(READ),
    "ledger:calendar": NOTHING_THERE,  # a secret that opens nothing
}

HOLDERS = {
    "work.write": {"officer", "focal_point"},
    "work.confirm": {"leader", "focal_point"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    plan = PlanFactory.create(programme=world.programme, agency=world.agency)
    task = TaskFactory.create(plan=plan, lead=world.agency)
    directive = Directive.objects.create(
        programme=world.programme, kind=Directive.Kind.INSTRUCTION, agency=world.agency,
        issued_on=datetime.date(2025, 5, 12), issuer="Lãnh đạo Sở", is_example=True,
        summary="Khẩn trương biên soạn tài liệu cho các xã biên giới",
    )  # fmt: skip
    line = BudgetLine.objects.create(task=task, year=2025, source="state", owner=world.agency)
    of_plan = ("plan", "plan-head", "plan-fill", "plan-sheet", "plan-sheet-back", "task-new",
               "money-of-plan")  # fmt: skip
    of_task = ("task", "task-edit", "task-row", "money-of-task")
    of_directive = ("directive", "directive-edit", "directive-task")
    return {
        **{f"ledger:{name}": {"uuid": plan.uuid} for name in of_plan},
        **{f"ledger:{name}": {"uuid": task.uuid} for name in of_task},
        **{f"ledger:{name}": {"uuid": directive.uuid} for name in of_directive},
        **{f"ledger:{name}": {"uuid": line.uuid} for name in ("money", "money-drop")},
        "ledger:task-do": {"uuid": task.uuid, "act": "bat-dau"},
        "ledger:task-decide": {"uuid": task.uuid, "act": "tam-dung"},
        "ledger:calendar": {"secret": "khong-mo-gi"},
    }
