"""How a task stands, in words, for who may see lateness and for who may not."""

from datetime import date, timedelta

import pytest

from nhipcau.ledger.work import words
from nhipcau.ledger.work.models import Task

DAY = date(2025, 7, 21)
BEFORE, AFTER = DAY - timedelta(12), DAY + timedelta(25)


def task(
    state: str, due: date | None = None, done: date | None = None, *, routine: bool = False
) -> Task:
    return Task(state=state, due=due, done_on=done, is_routine=routine)


@pytest.mark.parametrize(
    ("row", "said", "without", "tone"),
    [
        (task("not_started", AFTER), "Chưa triển khai", "Chưa triển khai", "open"),
        (
            task("not_started", BEFORE),
            "Chưa triển khai, quá hạn 12 ngày",
            "Chưa triển khai",
            "late",
        ),
        (
            task("ongoing", AFTER),
            "Đang thực hiện, trong hạn (còn 25 ngày)",
            "Đang thực hiện, trong hạn (còn 25 ngày)",
            "",
        ),
        (
            task("ongoing", DAY),
            "Đang thực hiện, trong hạn (đến hạn hôm nay)",
            "Đang thực hiện, trong hạn (đến hạn hôm nay)",
            "soon",
        ),
        (task("ongoing", BEFORE), "Đang thực hiện, quá hạn 12 ngày", "Đang thực hiện", "late"),
        (task("ongoing"), "Đang thực hiện", "Đang thực hiện", ""),
        (task("ongoing", routine=True), "Thường xuyên", "Thường xuyên", ""),
        (task("awaiting", BEFORE), "Chờ xác nhận hoàn thành", "Chờ xác nhận hoàn thành", ""),
        (task("done", AFTER, DAY), "Hoàn thành đúng hạn", "Hoàn thành", "done"),
        (task("done", BEFORE, DAY), "Hoàn thành quá hạn 12 ngày", "Hoàn thành", "done"),
        (task("done", None, DAY), "Hoàn thành", "Hoàn thành", "done"),
        (task("paused", BEFORE), "Tạm dừng", "Tạm dừng", "open"),
        (task("out", BEFORE), "Đưa ra khỏi kế hoạch", "Đưa ra khỏi kế hoạch", "open"),
    ],
)
def test_a_state_is_said_as_officials_say_it(row: Task, said: str, without: str, tone: str) -> None:
    assert words.status(row, on=DAY) == said
    assert words.status(row, on=DAY, with_lateness=False) == without
    assert words.tone(row, on=DAY).value == tone
    assert words.tone(row, on=DAY, with_lateness=False) != words.Tone.LATE
