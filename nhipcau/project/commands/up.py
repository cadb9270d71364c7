"""Serves this installation: database, tables, pages, worker; stops all of it on Ctrl-C."""

import argparse
import http
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from nhipcau.project import environment
from nhipcau.project.database import Cluster, locks
from nhipcau.project.failure import NotDone
from nhipcau.project.home import Home, locate
from nhipcau.project.serving import children, greeting, ports, record, steps
from nhipcau.project.serving.children import Child
from nhipcau.project.serving.record import Record, SignIn

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", help="nạp Chương trình 922 và tài khoản thử")
    parser.add_argument("--port", type=int, default=8000, metavar="CỔNG", help="mặc định 8000")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="MÁY", help="mặc định chỉ máy này: 127.0.0.1"
    )


def run(options: argparse.Namespace) -> int:
    """Serve until stopped; a second start of the same installation only says where it is."""
    if options.demo:
        # Whoever tries the platform signs in with the password that is printed, nothing more.
        os.environ.setdefault("NHIPCAU_SECOND_FACTOR_ROLES", "")
    home = locate()
    home.prepare()
    with locks.if_free(home.run / "up.lock") as alone:
        if not alone:
            return _already_up(home)
        record.forget(home.run)
        with _stopped_by_signals():
            _serve(home, options)
    return 0


def _serve(home: Home, options: argparse.Namespace) -> None:
    progress = steps.Progress(total=6 if options.demo else 5)
    began = time.monotonic()
    cluster = Cluster.of(home) if environment.is_embedded() else None
    with ExitStack() as stack:
        with progress.step("Dọn tiến trình còn sót, mở cơ sở dữ liệu"):
            children.end_all(home.run)
            stack.enter_context(environment.with_django())
            # Entered after the database, hence left before it: pages end first.
            stack.enter_context(_ended_at_last(home))
        with progress.step("Cập nhật cấu trúc dữ liệu"):
            steps.migrate()
        with progress.step("Tập hợp tệp giao diện"):
            steps.collect_static(home)
        sign_ins: tuple[SignIn, ...] = ()
        if options.demo:
            with progress.step("Nạp Chương trình 922 và tài khoản dùng thử"):
                sign_ins = steps.load_demo(home)
        with progress.step("Khởi động máy chủ trang và tiến trình việc nền"):
            port = ports.free(options.host, options.port)
            started = _start(home, options.host, port)
        with progress.step("Chờ trang đầu trả lời"):
            _wait(started[0], options.host, port)
        if port != options.port:
            print(f"Cổng {options.port} đang bận; dùng cổng {port}.")
        up = Record(ports.address(options.host, port), sign_ins)
        up.write(home.run)
        greeting.ready(up, seconds=time.monotonic() - began)
        _watch(started, cluster)


def _start(home: Home, host: str, port: int) -> list[Child]:
    surroundings = children.environment(home.run)
    started = [
        Child("máy chủ trang", children.web(host, port), home.run / "web.log", surroundings),
        Child("tiến trình việc nền", children.worker(), home.run / "worker.log", surroundings),
    ]
    for child in started:
        child.start()
    return started


def _wait(web: Child, host: str, port: int) -> None:
    status = ports.wait_for_page(host, port, lambda: web.is_alive)
    if status != http.HTTPStatus.OK:
        print(f"\n{web.last_words()}", file=sys.stderr)
        raise NotDone(
            "Phục vụ trang đầu",
            f"máy chủ trả lời {status}" if status else "máy chủ không trả lời",
            f"xem nhật ký {web.log} rồi chạy lại",
        )


def _watch(started: list[Child], cluster: Cluster | None) -> None:
    """Until somebody stops us; what dies meanwhile is started again.

    Not so the database: at a new start its address is another, so everything starts anew.
    """
    try:
        while True:
            time.sleep(1)
            if cluster and not cluster.is_running:
                raise NotDone(
                    "Phục vụ", "cơ sở dữ liệu đã dừng", f"xem nhật ký {cluster.log} rồi chạy lại"
                )
            for child in started:
                if child.keep_alive():
                    print(f"Đã khởi động lại {child.name}; nguyên nhân xem {child.log}.")
    except KeyboardInterrupt:
        print("\nĐang dừng …", flush=True)


def _already_up(home: Home) -> int:
    running = record.read(home.run)
    if running is None:
        print("Nhịp Cầu của thư mục này đang khởi động. Đề nghị chờ ít phút rồi chạy lại.")
    else:
        greeting.already(running)
    return 0


@contextmanager
def _ended_at_last(home: Home) -> Iterator[None]:
    """Whatever happened, no process of ours is left; a second Ctrl-C cannot spoil that."""
    try:
        yield
    finally:
        for number in STOPPING:
            signal.signal(number, signal.SIG_IGN)
        record.forget(home.run)
        children.end_all(home.run)


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """A service manager and a closed terminal stop it as Ctrl-C does."""
    before = {number: signal.getsignal(number) for number in STOPPING}
    for number, handler in before.items():
        if handler != signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
