"""What is served is watched: a child that dies is started again, all of it ends together."""

import os
import socket
import sys
import time
from pathlib import Path

import pytest

from nhipcau.project.database import processes
from nhipcau.project.failure import NotDone
from nhipcau.project.home import Home
from nhipcau.project.serving import children, ports
from nhipcau.project.serving.children import Child

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]
PARENT = [
    *(sys.executable, "-c"),
    "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', 'import time;"
    " time.sleep(600)'], start_new_session=True); print('born', flush=True); time.sleep(600)",
]


def child(home: Home, command: list[str]) -> Child:
    return Child("con", command, home.run / "con.log", children.environment(home.run))


def wait_for(log: Path, word: str) -> None:
    deadline = time.monotonic() + 10
    while word not in log.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_the_next_free_port_is_taken_when_somebody_has_the_first() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        taken = held.getsockname()[1]
        assert taken < ports.free("127.0.0.1", taken) < taken + ports.TRIES


def test_an_address_that_is_not_ours_is_a_sentence() -> None:
    with pytest.raises(NotDone, match="Mở cổng phục vụ chưa thực hiện được"):
        ports.free("192.0.2.1", 8000)


def test_a_child_that_dies_is_started_again_but_not_for_ever(home: Home) -> None:
    dying = child(home, [sys.executable, "-c", "pass"])
    dying.start()
    for _ in range(children.DEATHS_FORGIVEN):
        assert dying.process is not None
        dying.process.wait()
        assert dying.keep_alive()
    assert dying.process is not None
    dying.process.wait()
    with pytest.raises(NotDone, match="dừng liên tục"):
        dying.keep_alive()


def test_grandchildren_that_left_their_group_are_ended_too(home: Home) -> None:
    parent = child(home, PARENT)
    parent.start()
    wait_for(parent.log, "born")
    mark = children.mark_of(home.run)
    assert len(processes.carrying(mark)) == 2
    assert parent.process is not None
    os.kill(parent.process.pid, 9)
    parent.process.wait()
    assert children.end_all(home.run)
    assert processes.carrying(mark) == []


def test_another_installation_is_left_alone(home: Home, tmp_path: Path) -> None:
    neighbour = child(home, SLEEP)
    neighbour.start()
    children.end_all(tmp_path)
    assert neighbour.is_alive
    assert neighbour.process is not None
    neighbour.process.kill()
    neighbour.process.wait()
