"""Doors of the work: plans, tasks, directives, what waits for whom."""

from typing import Any

from nhipcau.ledger.testing import PlanFactory, TaskFactory

from .kinds import opens

DOORS = {
    "ledger:plan": opens("ledger.read_internal"),
    "ledger:task": opens("ledger.read_internal"),
}

HOLDERS = {
    "work.write": {"officer", "focal_point"},
    "work.confirm": {"leader", "focal_point"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    plan = PlanFactory.create(programme=world.programme, agency=world.agency)
    task = TaskFactory.create(plan=plan, lead=world.agency)
    return {"ledger:plan": {"uuid": plan.uuid}, "ledger:task": {"uuid": task.uuid}}
