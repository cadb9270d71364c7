"""Own leader first: one truth table over roles, relations, sending, and the states of tasks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.reports import sending
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.work import visibility
from nhipcau.ledger.work.listing import Asked, Listing
from nhipcau.ledger.work.tests.test_visibility import AFTER_SENDING, AT_ONCE

from .conftest import Scene

LADDER = Path(__file__).parents[4] / "data" / "visibility.json"
TODAY = date(2025, 12, 20)
PAST, AHEAD = date(2025, 12, 8), date(2025, 12, 31)
# How a task stands: its columns, the words for who sees lateness, and for everybody else.
STATES: dict[str, tuple[dict[str, object], str, str | None]] = {
    "not begun": ({"due": AHEAD}, "Chưa triển khai", None),
    "not begun, overdue": ({"due": PAST}, "Chưa triển khai, quá hạn 12 ngày", "Chưa triển khai"),
    "ongoing": (
        {"state": "ongoing", "due": AHEAD},
        "Đang thực hiện, trong hạn (còn 11 ngày)",
        None,
    ),
    "ongoing, overdue": (
        {"state": "ongoing", "due": PAST},
        "Đang thực hiện, quá hạn 12 ngày",
        "Đang thực hiện",
    ),
    "awaiting": ({"state": "awaiting", "due": PAST}, "Chờ xác nhận hoàn thành", None),
    "done in time": (
        {"state": "done", "due": PAST, "done_on": PAST},
        "Hoàn thành đúng hạn",
        "Hoàn thành",
    ),
    "done late": (
        {"state": "done", "due": PAST, "done_on": date(2025, 12, 10)},
        "Hoàn thành quá hạn 2 ngày",
        "Hoàn thành",
    ),
    "paused": ({"state": "paused", "due": PAST}, "Tạm dừng", None),
    "out": ({"state": "out", "due": PAST}, "Đưa ra khỏi kế hoạch", None),
    "routine": ({"is_routine": True, "due": None}, "Thường xuyên", None),
}
OVERDUE = {"not begun, overdue", "ongoing, overdue"}


@pytest.fixture(autouse=True)
def late_december() -> Iterator[None]:
    with patch("nhipcau.base.clock.today", return_value=TODAY):
        yield


@pytest.fixture
def places(scene: Scene) -> dict[str, Agency]:
    """Where a person may stand to the unit whose tasks are told."""
    visibility.load(LADDER)
    for number, (columns, *_words) in enumerate(STATES.values(), start=1):
        scene.task(number, **columns)
    assert scene.unit.parent is not None
    return {
        "unit": scene.unit,
        "above": scene.unit.parent,
        "sibling": scene.focal,
        "other": AgencyFactory.create(name="Ủy ban (ví dụ)", level="central"),
    }


def told(user: User, **asked: str) -> dict[str, tuple[str, str]]:
    """What the list tells a person of each task: its words and its colour."""
    names = {f"25.I1.{number:02}": name for number, name in enumerate(STATES, start=1)}
    rows = Listing(user, Asked.of(asked), on=TODAY).rows
    return {names[row.code]: (row.status, row.tone) for row in rows}


@pytest.mark.parametrize("role", Role.values)
def test_whom_the_list_tells_of_lateness(
    scene: Scene, places: dict[str, Agency], role: str
) -> None:
    people = {
        relation: MembershipFactory.create(agency=agency, role=Role(role)).user
        for relation, agency in places.items()
    }
    check(people, AT_ONCE[role])
    report = scene.report()
    draft(report=report)
    sending.send(report=report, version=report.version, by=scene.leader)
    check(people, AT_ONCE[role] | AFTER_SENDING.get(role, set()))


def check(people: dict[str, User], seeing: set[str]) -> None:
    """The whole list and the filter of what is overdue, for each relation and each state."""
    for relation, user in people.items():
        sees, late = relation in seeing, {"tinh-trang": "qua-han"}
        assert set(told(user, **late)) == (OVERDUE if sees else set()), relation
        lines = told(user)
        assert set(lines) == set(STATES), relation
        for state, (_columns, words, instead) in STATES.items():
            status, tone = lines[state]
            assert status == (words if sees else instead or words), (relation, state)
            assert (tone == "late") == (sees and state in OVERDUE), (relation, state)
