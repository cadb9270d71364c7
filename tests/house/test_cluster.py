"""The embedded database comes up after every accident, and is closed to others."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg
import pytest

from nhipcau.project.database import Cluster, abandon, processes
from nhipcau.project.failure import NotDone
from nhipcau.project.home import Home

pytestmark = pytest.mark.machine


def ask(cluster: Cluster, question: str) -> object:
    with psycopg.connect(cluster.url) as connection:
        row = connection.execute(question).fetchone()
        return row[0] if row else None


def postmaster(cluster: Cluster) -> int:
    return int((cluster.folder / "postmaster.pid").read_text().split()[0])


def test_a_new_cluster_holds_the_platforms_database_in_utf8(cluster: Cluster) -> None:
    cluster.start()
    assert ask(cluster, "SELECT current_database()") == "nhipcau"
    assert ask(cluster, "SHOW server_encoding") == "UTF8"
    assert ask(cluster, "SELECT upper('đồng bào')") == "ĐỒNG BÀO"


def test_nobody_else_reaches_it(cluster: Cluster) -> None:
    cluster.start()
    assert ask(cluster, "SHOW listen_addresses") == ""
    assert Path(str(ask(cluster, "SHOW unix_socket_directories"))).stat().st_mode & 0o077 == 0


def test_starting_twice_and_stopping_twice_changes_nothing(cluster: Cluster) -> None:
    cluster.start()
    first = postmaster(cluster)
    cluster.start()
    assert postmaster(cluster) == first
    cluster.stop()
    cluster.stop()
    assert not cluster.is_running
    assert processes.of_cluster(cluster.folder) == []


def test_it_comes_back_with_its_rows_after_its_main_process_was_killed(home: Home) -> None:
    cluster = Cluster.of(home)
    cluster.start()
    connection = psycopg.connect(cluster.url, autocommit=True)
    connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 50000) AS number")
    os.kill(postmaster(cluster), signal.SIGKILL)
    while cluster.is_running:
        time.sleep(0.01)
    cluster.start()
    connection.close()
    assert ask(cluster, "SELECT count(*) FROM kept") == 50_000
    cluster.stop()


def test_it_comes_back_after_all_of_it_was_killed(cluster: Cluster) -> None:
    cluster.start()
    before = cluster.url
    for pid in processes.of_cluster(cluster.folder):
        os.kill(pid, signal.SIGKILL)
    while cluster.is_running:
        time.sleep(0.01)
    cluster.start()
    assert ask(cluster, "SELECT 1") == 1
    assert cluster.url != before


def test_what_is_abandoned_leaves_neither_process_nor_socket(cluster: Cluster) -> None:
    cluster.start()
    socket = Path(str(ask(cluster, "SHOW unix_socket_directories")))
    abandon(cluster.folder)
    assert processes.of_cluster(cluster.folder) == []
    assert not socket.exists()


def test_a_pid_file_with_the_number_of_a_stranger_does_not_stop_it(cluster: Cluster) -> None:
    cluster.start()
    file = cluster.folder / "postmaster.pid"
    written = file.read_text().splitlines()
    cluster.stop()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        file.write_text("\n".join([str(stranger.pid), *written[1:]]))
        assert not cluster.is_running
        cluster.start()
        assert ask(cluster, "SELECT 1") == 1
        assert stranger.poll() is None
        stranger.communicate(b"\n")


def test_a_creation_that_was_interrupted_is_begun_again(home: Home, cluster: Cluster) -> None:
    home.cluster.with_name("cluster.draft").mkdir()
    (home.cluster.with_name("cluster.draft") / "half").write_text("")
    cluster.start()
    assert cluster.is_running


def test_the_last_to_leave_stops_it(cluster: Cluster) -> None:
    with cluster.in_use() as url:
        with cluster.in_use() as again:
            assert again == url
        assert cluster.is_running
    assert not cluster.is_running


def test_several_who_come_at_once_start_it_once(cluster: Cluster) -> None:
    arrivals = [threading.Thread(target=cluster.start) for _ in range(4)]
    for arrival in arrivals:
        arrival.start()
    for arrival in arrivals:
        arrival.join()
    assert ask(cluster, "SELECT 1") == 1


def test_a_cluster_that_cannot_start_says_why_and_what_to_do(cluster: Cluster) -> None:
    cluster.start()
    cluster.stop()
    (cluster.folder / "postgresql.conf").write_text("shared_buffers = sai\n")
    with pytest.raises(NotDone, match=r"^Khởi động cơ sở dữ liệu chưa .*postgresql.conf.* Đề nghị"):
        cluster.start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to change its user")
def test_root_hands_the_database_to_another_user_even_from_a_closed_place(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from nhipcau.project.database import programs

    wheel = programs._wheel()
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / wheel.name).symlink_to(wheel)
    (closed / f"{wheel.name}.libs").symlink_to(wheel.with_name(f"{wheel.name}.libs"))
    monkeypatch.setattr(programs, "_wheel", lambda: closed / wheel.name)
    cluster = Cluster.throw_away(home)
    assert home.programs in cluster.programs.folder.parents
    cluster.start()
    try:
        assert (Path("/proc") / str(postmaster(cluster))).stat().st_uid != 0
    finally:
        cluster.stop()
