"""One embedded cluster: made, started after any accident, stopped when its last user leaves."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL, SIGQUIT
from urllib.parse import quote

from nhipcau.project.database import locks, processes
from nhipcau.project.database.programs import Programs, embedded
from nhipcau.project.failure import NotDone
from nhipcau.project.home import Home

NAME = "nhipcau"
SOCKET_PREFIX = "nhipcau-"
LONGEST_SOCKET_FOLDER = 80  # the socket's own name and the limit of 107 bytes
SETTLED_WITHIN = 60  # seconds, until children of a killed server are gone
REPLAY = "600"  # seconds; replaying a big load after a kill took 17
SETTLING = ("already exists", "still in use", "is still running")
FOR_A_DAY_ONLY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Cluster:
    """The database server of one installation; nobody reaches it but through its socket."""

    folder: Path
    run: Path
    programs: Programs
    settings: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, home: Home) -> "Cluster":
        """The cluster of an installation; raises NotDone without usable programs."""
        return cls(home.cluster, home.run, embedded(home.programs))

    @classmethod
    def throw_away(cls, home: Home) -> "Cluster":
        """A cluster for tests: quick, and nothing of it survives a power cut."""
        return cls(home.cluster, home.run, embedded(home.programs), FOR_A_DAY_ONLY)

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def is_running(self) -> bool:
        written = _pid_file(self.folder)
        return len(written) > 7 and written[7].startswith("ready") and self._is_ours(written)

    @property
    def url(self) -> str:
        """The address in the form of DATABASE_URL; the socket's folder changes at each start."""
        written = _pid_file(self.folder)
        if len(written) < 5:
            raise NotDone("Kết nối cơ sở dữ liệu", "máy chủ nhúng chưa chạy", "chạy «nhipcau up»")
        return self.url_of(NAME)

    def url_of(self, database: str) -> str:
        """The address of another database of the same server."""
        return f"postgresql://{NAME}@{quote(_pid_file(self.folder)[4], safe='')}/{database}"

    @contextmanager
    def in_use(self) -> Iterator[str]:
        """Run while anybody needs it: the first to come starts it, the last to leave stops it."""
        with locks.shared(self.run / "database-users.lock") as place:
            self.start()
            try:
                yield self.url
            finally:
                if place.nobody_else():
                    self.stop()

    def start(self) -> None:
        """Make the cluster if need be and start it, whatever state the last stop left.

        Raises NotDone when PostgreSQL does not come up, with the end of its log.
        """
        with locks.exclusive(self.run / "database.lock"):
            if self.is_running:
                return
            self._make()
            self._clear_leftovers()
            self._start(deadline=time.monotonic() + SETTLED_WITHIN)

    def stop(self) -> None:
        """Stop it and leave no process and no socket behind; does nothing when it is stopped."""
        with locks.exclusive(self.run / "database.lock"):
            written = _pid_file(self.folder)
            if self._is_ours(written):
                self._control("-m", "fast", "-w", "-t", "60", "stop")
            processes.end(lambda: processes.of_cluster(self.folder), SIGQUIT, seconds=10)
            _forget_socket(written)

    def _make(self) -> None:
        """Made aside and renamed: an interrupted creation leaves nothing that looks complete."""
        if (self.folder / "PG_VERSION").exists():
            return
        draft = self.folder.with_name(f"{self.folder.name}.draft")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        self.programs.owner.take(draft)
        options = "-E UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8"
        quick = ["--no-sync"] if self.settings else []
        try:
            self.programs.run(
                *("initdb", "-D", str(draft), "-U", NAME, "-A", "trust", *options.split()),
                *("--no-instructions", "-c", "listen_addresses=", *quick),
            )
        except (OSError, subprocess.CalledProcessError) as error:
            raise _not_started(_last_words(error), self.folder) from error
        with suppress(OSError):
            self.folder.rmdir()
        draft.rename(self.folder)

    def _start(self, deadline: float) -> None:
        socket = _new_socket_folder(self.programs)
        options = [f"-k '{socket}'", *(f"-c {setting}" for setting in self.settings)]
        while True:
            known = self.log.stat().st_size if self.log.exists() else 0
            tried = self._control("-w", "-t", REPLAY, "-o", " ".join(options), "start")
            if tried.returncode == 0:
                break
            reason = self._complaints(since=known)
            if time.monotonic() > deadline or not any(words in reason for words in SETTLING):
                socket.rmdir()
                raise _not_started(reason or _last_line(tried.stderr), self.folder)
            # Children of a killed postmaster hold its memory until they notice.
            processes.end(lambda: processes.of_cluster(self.folder), SIGQUIT, seconds=2)
            self._clear_leftovers()
        self._make_database()

    def _make_database(self) -> None:
        arguments = (
            "-X",
            "-A",
            "-t",
            "-h",
            _pid_file(self.folder)[4],
            "-U",
            NAME,
            "-d",
            "template1",
        )
        question = f"SELECT count(*) FROM pg_database WHERE datname = '{NAME}'"  # noqa: S608
        if self.programs.run("psql", *arguments, "-c", question).stdout.strip() == "0":
            self.programs.run("psql", *arguments, "-c", f"CREATE DATABASE {NAME}")

    def _control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        # Without -l the server would hold our pipe open, and we would wait for it for ever.
        named = ("-D", str(self.folder), "-l", str(self.log), "-s")
        return self.programs.run("pg_ctl", *named, *arguments, check=False)

    def _is_ours(self, written: list[str]) -> bool:
        """The number in the file may belong to a stranger by now."""
        number = written[0].strip() if written else ""
        return number.isdigit() and processes.is_postgres_of(int(number), self.folder)

    def _clear_leftovers(self) -> None:
        """What a `kill -9` or a power cut left: a pid file that lies, a socket without a server."""
        written = _pid_file(self.folder)
        if written and not self._is_ours(written):
            _forget_socket(written)
            (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def _complaints(self, since: int) -> str:
        try:
            lines = self.log.read_bytes()[since:].decode(errors="replace").splitlines()
        except OSError:
            return ""
        return " ".join(line for line in lines if "FATAL" in line or "PANIC" in line)[-500:]


def _new_socket_folder(programs: Programs) -> Path:
    """New at each start and closed to others: `trust` lets in whoever reaches the socket."""
    places = ("/tmp", tempfile.gettempdir(), "/run")  # noqa: S108 - mkdtemp makes it ours alone
    for place in places:
        if len(place.encode()) > LONGEST_SOCKET_FOLDER - 20 or set(place) & set(",'"):
            continue
        with suppress(OSError):
            folder = Path(tempfile.mkdtemp(prefix=SOCKET_PREFIX, dir=place))
            programs.owner.take(folder)
            return folder
    raise NotDone(
        "Khởi động cơ sở dữ liệu",
        "không tạo được thư mục tạm cho kết nối",
        "kiểm tra quyền ghi vào /tmp hoặc đặt biến TMPDIR tới một đường dẫn ngắn",
    )


def abandon(folder: Path) -> None:
    """End what is left of a cluster that nobody will start again, and its socket with it."""
    written = _pid_file(folder)
    processes.end(lambda: processes.of_cluster(folder), SIGQUIT, SIGKILL)
    _forget_socket(written)


def _pid_file(folder: Path) -> list[str]:
    try:
        return (folder / "postmaster.pid").read_text().splitlines()
    except OSError:
        return []


def _forget_socket(written: list[str]) -> None:
    if len(written) > 4 and Path(written[4]).name.startswith(SOCKET_PREFIX):
        shutil.rmtree(written[4], ignore_errors=True)


def _last_words(error: OSError | subprocess.CalledProcessError) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        return _last_line(error.stderr)
    return os.strerror(error.errno or 0)


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["không rõ nguyên nhân"])[-1]


def _not_started(reason: str, folder: Path) -> NotDone:
    return NotDone(
        "Khởi động cơ sở dữ liệu",
        f"PostgreSQL báo: {reason}",
        f"xem nhật ký {folder / 'server.log'} và dung lượng đĩa, rồi chạy lại",
    )
