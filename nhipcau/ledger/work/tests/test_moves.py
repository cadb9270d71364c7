"""A task from state to state: who may, what is refused, what is kept."""

from collections.abc import Callable
from datetime import date

import pytest

from nhipcau.base.refusal import Refused
from nhipcau.ledger.work.actions import tasks
from nhipcau.ledger.work.actions.tasks import TaskChange
from nhipcau.ledger.work.models import Task, TaskMove
from nhipcau.ledger.work.policies import Stale

from .world import World

pytestmark = pytest.mark.usefixtures("in_july")
ACTS: dict[str, Callable[[Task, World], Task]] = {
    "start": lambda task, world: tasks.start(task=task, by=world.officer),
    "propose": lambda task, world: tasks.propose_done(
        task=task, result="Đã có bộ tài liệu", by=world.officer
    ),
    "confirm": lambda task, world: tasks.confirm_done(task=task, by=world.leader),
    "not_yet": lambda task, world: tasks.say_not_yet(
        task=task, reason="Thiếu biên bản", by=world.leader
    ),
    "pause": lambda task, world: tasks.pause(task=task, reason="Chờ kinh phí", by=world.leader),
    "resume": lambda task, world: tasks.resume(task=task, by=world.leader),
    "take_out": lambda task, world: tasks.take_out(
        task=task, document="Công văn số 12/SVH", reason="Không còn phù hợp", by=world.leader
    ),
    "reopen": lambda task, world: tasks.reopen(task=task, reason="Ghi nhầm", by=world.leader),
}
# From each state: which acts lead where; every other one is refused.
TABLE = {
    "not_started": {
        "start": "ongoing", "propose": "awaiting", "pause": "paused", "take_out": "out",
    },
    "ongoing": {"propose": "awaiting", "pause": "paused", "take_out": "out"},
    "awaiting": {"confirm": "done", "not_yet": "ongoing", "take_out": "out"},
    "done": {"reopen": "ongoing"},
    "paused": {"resume": "ongoing", "take_out": "out"},
    "out": {"reopen": "ongoing"},
}  # fmt: skip


@pytest.fixture
def task(world: World) -> Task:
    change = TaskChange(
        title="Biên soạn tài liệu", lead=world.unit, asked_by=world.culture,
        due=date(2025, 10, 15),
    )  # fmt: skip
    return tasks.add(plan=world.plan(), change=change, by=world.focal)


@pytest.mark.parametrize("state", TABLE)
def test_from_each_state_only_these_acts_lead_on(state: str, task: Task, world: World) -> None:
    for name, act in ACTS.items():
        done_on = date(2025, 7, 1) if state == "done" else None
        Task.objects.filter(pk=task.pk).update(state=state, done_on=done_on, proposed_by=None)
        wanted = TABLE[state].get(name)
        if wanted is None:
            with pytest.raises(Refused):
                act(task, world)
        else:
            assert act(task, world).state == wanted


def test_who_proposed_does_not_confirm(task: Task, world: World) -> None:
    tasks.propose_done(task=task, result="Đã có bộ tài liệu", by=world.leader)
    with pytest.raises(Refused, match="là người đề nghị"):
        tasks.confirm_done(task=task, by=world.leader)
    done = tasks.confirm_done(task=task, by=world.focal)
    assert (done.state, done.done_on) == ("done", date(2025, 7, 21))


def test_the_other_side_moves_nothing_of_this_one(task: Task, world: World) -> None:
    with pytest.raises(Refused, match="không thuộc"):
        tasks.start(task=task, by=world.other)
    with pytest.raises(Refused, match="không thuộc"):
        tasks.ask_extension(task=task, new_due=date(2025, 11, 1), reason="Chờ", by=world.other)


def test_an_extension_keeps_the_old_day_and_the_reason(task: Task, world: World) -> None:
    tasks.start(task=task, by=world.officer)
    tasks.ask_extension(
        task=task, new_due=date(2025, 11, 30), reason="Chờ bản dịch", by=world.officer
    )
    with pytest.raises(Refused, match="đang có một đề nghị"):
        tasks.ask_extension(task=task, new_due=date(2025, 12, 1), reason="Chờ", by=world.officer)
    current = tasks.decide_extension(task=task, granted=True, by=world.leader)
    assert (current.due, current.asked_due) == (date(2025, 11, 30), None)
    asked, granted = TaskMove.objects.filter(task=task).order_by("position")[2:]
    assert (granted.kind, granted.old_due, granted.new_due) == (
        "extended", date(2025, 10, 15), date(2025, 11, 30),
    )  # fmt: skip
    assert "Chờ bản dịch" in (asked.words.text or "")


def test_an_extension_is_refused_with_a_reason_and_not_by_who_asked(
    task: Task, world: World
) -> None:
    tasks.ask_extension(
        task=task, new_due=date(2025, 11, 30), reason="Chờ bản dịch", by=world.leader
    )
    with pytest.raises(Refused, match="là người đề nghị"):
        tasks.decide_extension(task=task, granted=True, by=world.leader)
    with pytest.raises(Refused, match="thiếu lý do"):
        tasks.decide_extension(task=task, granted=False, by=world.focal)
    kept = tasks.decide_extension(task=task, granted=False, reason="Đủ thời gian", by=world.focal)
    assert kept.due == date(2025, 10, 15)


def test_a_day_is_not_moved_by_the_way(task: Task, world: World) -> None:
    Task.objects.filter(pk=task.pk).update(plan=None)
    tasks.start(task=task, by=world.officer)
    task.refresh_from_db()
    later = TaskChange(title=task.title, lead=world.unit, due=date(2025, 12, 1))
    with pytest.raises(Refused, match="Đề nghị gia hạn"):
        tasks.change(task=task, version=task.version, to=later, by=world.officer)


def test_the_second_of_two_who_write_is_told_so(task: Task, world: World) -> None:
    task.refresh_from_db()
    to = TaskChange(title="Biên soạn và in tài liệu", lead=world.unit, due=task.due)
    tasks.change(task=task, version=1, to=to, by=world.officer)
    with pytest.raises(Stale, match="phần đã nhập còn nguyên"):
        tasks.change(task=task, version=1, to=to, by=world.colleague)


def test_saying_the_same_writes_nothing(task: Task, world: World) -> None:
    task.refresh_from_db()
    before = TaskMove.objects.count()
    same = tasks.change(task=task, version=1, to=TaskChange.of(task), by=world.officer)
    assert same.version == 1
    assert TaskMove.objects.count() == before
