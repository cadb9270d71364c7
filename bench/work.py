"""A national year of 20,000 tasks: lists, roll-ups, exports, as a focal officer asks for them."""

import socket
import statistics
import threading
import time
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from bench import measure
from bench.visiting import HOST, cookies, fetch, send, stream

if TYPE_CHECKING:
    from nhipcau.ledger.work.models import Task

CLIENTS, PAGES = 8, 20


@measure("tasks.list25", "ms", most=30)
def time_of_a_list() -> None:
    fetch(_tasks("dong=25"))


@measure("tasks.rows100", "ms", most=70)
def time_of_a_hundred_rows() -> None:
    fetch(_tasks("dong=100&cot=them"))


@measure("tasks.children65", "ms", most=80)
def time_of_a_task_asked_of_every_province() -> None:
    fetch(_parent().get_absolute_url())


@measure("provision.rollup990", "ms", most=100)
def time_of_a_clause_with_all_its_work() -> None:
    fetch(_clause())


@measure("provision.rollup990_kb", "KB", n=1, most=60)
def weight_of_a_clause_with_all_its_work() -> float:
    return fetch(_clause()).travelled / 1024


@measure("tasks.group_province", "ms", most=80)
def time_of_the_country_by_province() -> None:
    year()
    fetch(_address("tasks-by-province"))


@measure("tasks.update", "ms", most=30)
def time_of_an_update() -> float:
    """The form as a browser sends it, to the answer that leads on; filling it in is the person's."""
    from bench.drafting import update_address, update_words

    task = _parent().children.filter(is_routine=True).order_by("?").first()
    assert task is not None
    address, words = update_address(task), update_words(task)
    began = time.perf_counter()
    send(address, **words)
    return (time.perf_counter() - began) * 1000


@measure("tasks.csv20000", "s", n=5, most=1.5)
def time_of_a_csv() -> float:
    began = time.perf_counter()
    size = sum(map(len, stream(_of_year("tasks-csv"))))
    assert size > 100_000
    return time.perf_counter() - began


@measure("tasks.csv_first_byte", "ms", n=5, most=200)
def time_to_the_first_byte_of_a_csv() -> float:
    began = time.perf_counter()
    pieces = stream(_of_year("tasks-csv"))
    next(piece for piece in pieces if piece)
    took = (time.perf_counter() - began) * 1000
    pieces.close()  # type: ignore[attr-defined]
    return took


@measure("tasks.csv_peak_mb", "MB", n=1, most=16)
def memory_of_a_csv() -> float:
    """What Python holds at most while the whole of it goes out."""
    import tracemalloc

    tracemalloc.start()
    for _piece in stream(_of_year("tasks-csv")):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024**2


@measure("tasks.xlsx20000", "s", n=3, most=6)
def time_of_a_spreadsheet() -> float:
    began = time.perf_counter()
    size = sum(map(len, stream(_of_year("tasks-xlsx"))))
    assert size > 100_000
    return time.perf_counter() - began


@measure("tasks.last_page_ratio", "×", n=1, most=1.5)
def depth_of_paging() -> float:
    """The last page of 100 rows against the first, medians of 20."""
    return _median(_tasks("dong=100&cot=them&trang=198")) / _median(_tasks("dong=100&cot=them"))


@measure("tasks.pages_per_s_8", "/s")
def pages_of_eight_clients() -> float:
    """Eight clients that keep their connection ask the served list, 20 pages each; at least 80.

    How the connections fall upon the two processes is chance, so one time is worth little.
    """
    port = _served()
    began = time.perf_counter()
    clients = [threading.Thread(target=_client, args=(port,)) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return CLIENTS * PAGES / (time.perf_counter() - began)


@measure("report.draft", "s", n=3, most=3)
def time_of_a_draft() -> float:
    """The annual draft of one agency over all tasks of the country."""
    from bench.drafting import draft

    year()
    began = time.perf_counter()
    draft()
    return time.perf_counter() - began


@measure("rollup.ratio", "×", n=1, most=1.2)
def cost_of_rolling_63_into_34() -> float:
    """Sums of the year by the 34 against the same sums by the 63, medians of 20."""
    from bench.drafting import by_new, by_old

    year()
    by_old()
    by_new()
    return statistics.median(_timed(by_new) for _ in range(20)) / statistics.median(
        _timed(by_old) for _ in range(20)
    )


@cache
def year() -> int:
    """The simulated year, made once; answers the plan's key."""
    from bench.platform import rest
    from nhipcau.project.simulation import Size, simulate

    plan = simulate(Size(), say=lambda line: None)
    rest()
    return plan.pk


def _address(name: str) -> str:
    from django.urls import reverse

    return reverse(f"ledger:{name}")


def _of_year(name: str) -> str:
    from nhipcau.ledger.work.models import Plan

    return f"{_address(name)}?ke-hoach={Plan.objects.get(pk=year()).uuid}"


def _tasks(query: str) -> str:
    year()
    return f"{_address('tasks')}?{query}"


@cache
def _parent() -> "Task":
    from django.db.models import Count

    from nhipcau.ledger.work.models import Task

    rows = Task.objects.filter(plan=year(), parent=None).annotate(below=Count("children"))
    task: Task | None = rows.order_by("-below", "pk").first()
    assert task is not None
    return task


@cache
def _clause() -> str:
    from django.urls import reverse

    provision = _parent().provision
    assert provision is not None
    return reverse("ledger:provision-work", args=[provision.programme.slug, provision.address])


def _median(address: str) -> float:
    fetch(address)
    return statistics.median(_timed(lambda: fetch(address)) for _ in range(20))


def _timed(run: object) -> float:
    began = time.perf_counter()
    run()  # type: ignore[operator]
    return time.perf_counter() - began


@cache
def _served() -> int:
    """The web server as `nhipcau up` starts it, on a free port; ends with this process."""
    import atexit
    import os
    from pathlib import Path

    from nhipcau.project.serving import children, ports

    run = Path(os.environ["NHIPCAU_HOME"]) / "run"
    run.mkdir(exist_ok=True)
    port = ports.free("127.0.0.1", 18_000)
    web = children.Child(
        "máy chủ trang", children.web("127.0.0.1", port), run / "web.log", children.environment(run)
    )
    web.start()
    atexit.register(children.end_all, run)
    status = ports.wait_for_page("127.0.0.1", port, lambda: web.is_alive)
    assert status == 200, web.last_words()
    return port


def _client(port: int) -> None:
    """One client as light as can be, for it runs on the cores of the server."""
    lines = (
        f"GET {_tasks('dong=25')} HTTP/1.1",
        f"Host: {HOST}",
        f"Cookie: {cookies()}",
        "Accept-Encoding: gzip",
    )
    asked = "\r\n".join((*lines, "", "")).encode()
    with (
        socket.create_connection(("127.0.0.1", port), timeout=60) as kept,
        kept.makefile("rb") as answers,
    ):
        for _ in range(PAGES):
            kept.sendall(asked)
            _read_answer(answers)


def _read_answer(answers: BinaryIO) -> None:
    """One whole answer. Raises AssertionError unless it is the page."""
    status, size = answers.readline(), 0
    assert b" 200 " in status, status
    while (line := answers.readline().lower()) not in {b"\r\n", b""}:
        if line.startswith(b"content-length:"):
            size = int(line.split(b":")[1])
    assert len(answers.read(size)) == size > 0
