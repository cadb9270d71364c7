"""Doors of evidence, indicators, periods and evaluation."""

import datetime
from typing import Any

from nhipcau.base import clock
from nhipcau.ledger.evidence import actions
from nhipcau.ledger.evidence.models import Evidence, EvidenceFile
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.testing import IndicatorFactory, PlanFactory, TaskFactory, periods_of

from .kinds import Door, opens, writes

READ, LODGE, MEASURE = "ledger.read_internal", "evidence.lodge", "evidence.measure"
WRITE = "work.write"

DOORS = {
    "ledger:evidence": opens(READ),
    "ledger:evidence-one": opens(READ),
    # The file of the walker has no bytes.
    "ledger:evidence-file": Door(302, 404, READ),
    "ledger:evidence-lodge": opens(LODGE),
    "ledger:evidence-withdraw": writes(LODGE),
    "ledger:evidence-rules": opens(READ),
    "ledger:evidence-rule-drop": writes(MEASURE),
    "ledger:indicators": opens(READ),
    "ledger:indicator": opens(READ),
    "ledger:indicator-sheet": opens(READ),
    "ledger:indicator-new": opens(MEASURE),
    "ledger:indicator-edit": opens(MEASURE),
    "ledger:figure": opens(LODGE),
    "ledger:task-targets": opens(WRITE),
    "ledger:evaluation": opens(READ),
    "ledger:effect-value": opens(MEASURE),
    "ledger:periods": opens(READ),
    "ledger:period": opens(READ),
    "ledger:period-make": writes(MEASURE),
    "ledger:period-close": writes(MEASURE),
    "ledger:period-reopen": writes(MEASURE),
    "ledger:commune-quarter": opens(LODGE),
    "ledger:commune-sheet": opens(LODGE),
    "ledger:commune-sheet-back": opens(LODGE),
}

HOLDERS = {
    LODGE: {"officer", "focal_point", "leader"},
    MEASURE: {"focal_point"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """One evidence with an open file, one effect indicator, this year's periods, one rule."""
    today = clock.today()
    evidence: Evidence = actions.lodge(
        programme=world.programme, kind="event", agency=world.agency, by=None,
        day=min(today, datetime.date(2025, 9, 5)), summary="Ngày hội đọc sách (ví dụ)",
    )  # fmt: skip
    file = EvidenceFile.objects.create(evidence=evidence, name="anh.txt", is_closed=False)
    indicator = IndicatorFactory.create(programme=world.programme, is_effect=True)
    periods = periods_of(world.programme, today.year)
    obligation = Obligation.objects.of(world.programme).first()
    assert obligation
    rule = actions.add_rule(kind="event", obligation=obligation, by=None)
    plan = PlanFactory.create(programme=world.programme, agency=world.agency)
    task = TaskFactory.create(plan=plan, lead=world.agency)
    slug = {"slug": world.programme.slug}
    one, what, when = ({"uuid": each.uuid} for each in (evidence, indicator, periods["year"]))
    return {
        **dict.fromkeys(DOORS, slug),
        "ledger:evidence-one": one,
        "ledger:evidence-withdraw": one,
        "ledger:evidence-file": {"uuid": file.uuid},
        "ledger:evidence-rule-drop": {**slug, "uuid": rule.uuid},
        **dict.fromkeys(
            (
                "ledger:indicator",
                "ledger:indicator-sheet",
                "ledger:indicator-edit",
                "ledger:figure",
            ),
            what,
        ),
        "ledger:task-targets": {"uuid": task.uuid},
        "ledger:effect-value": {**what, "point": "baseline"},
        **dict.fromkeys(("ledger:period", "ledger:period-close", "ledger:period-reopen"), when),
    }
