"""A newcomer's two words, `make demo`, in a fresh clone: as root and as an ordinary user."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from nhipcau.project.database import abandon, processes
from nhipcau.project.home import CHECKOUT, Home, locate
from nhipcau.project.serving import children

pytestmark = pytest.mark.machine

ORDINARY = "nhipcau-thu"
MOST_SECONDS = 90
READY = "Dừng: Ctrl-C."
ROLES = ("Cán bộ đầu mối", "Chuyên viên", "Lãnh đạo đơn vị", "Văn thư", "Quản trị hệ thống")
# What this machine needs to reach its registry; everything else of our environment stays out.
CARRIED = (
    "PIP_",
    "UV_INDEX",
    "UV_DEFAULT_INDEX",
    "SSL_",
    "REQUESTS_CA",
    "HTTP_PROXY",
    "HTTPS_PROXY",
)


@dataclass
class Newcomer:
    """Somebody with a fresh clone in a folder with spaces, closed to everybody else."""

    folder: Path
    user: str | None
    path: str
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def clone(self) -> Path:
        return self.folder / "kho mã nguồn"

    @property
    def home(self) -> Home:
        if self.user or os.geteuid() != 0:
            return Home(self.clone / "var")
        return locate({}, checkout=self.clone, is_root=True)

    def make(self, *words: str) -> "Output":
        """Start `make …` as this person would, in a terminal of its own."""
        output = Output(self.folder / f"output-{len(self.started)}")
        carried = {name: value for name, value in os.environ.items() if name.startswith(CARRIED)}
        if not self.user:  # what was downloaded before need not be downloaded again
            carried["UV_CACHE_DIR"] = str(Path.home() / ".cache" / "uv")
            carried["PIP_CACHE_DIR"] = str(Path.home() / ".cache" / "pip")
        with output.file.open("wb") as written:
            output.process = subprocess.Popen(
                ["make", *words],
                cwd=self.clone,
                env={**carried, "HOME": str(self.folder), "PATH": self.path, "LANG": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
                start_new_session=True,
                umask=0o077,
                user=self.user,
                group=pwd.getpwnam(self.user).pw_gid if self.user else None,
                extra_groups=[] if self.user else None,
            )
        self.started.append(output.process)
        return output

    def kill_everything(self) -> None:
        """`kill -9` of every process, as a power cut would."""
        ours = set(processes.carrying(children.mark_of(self.home.run)))
        ours.update(processes.of_cluster(self.home.cluster))
        ours.update(pid for pid in processes.running() if _group(pid) in self._groups())
        for pid in ours:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for process in self.started:
            process.wait()

    def remaining(self) -> list[int]:
        marked = processes.carrying(children.mark_of(self.home.run))
        return [*marked, *processes.of_cluster(self.home.cluster)]

    def _groups(self) -> set[int]:
        return {process.pid for process in self.started}


@dataclass
class Output:
    """What `make` prints, followed while it runs."""

    file: Path
    process: subprocess.Popen[bytes] = field(init=False)
    began: float = field(default_factory=time.monotonic)

    @property
    def text(self) -> str:
        return self.file.read_text()

    def wait_until_ready(self) -> float:
        """Seconds until the last line of a start."""
        while READY not in self.text:
            assert self.process.poll() is None, self.text
            assert time.monotonic() - self.began < 3 * MOST_SECONDS, self.text
            time.sleep(0.1)
        return time.monotonic() - self.began

    def finish(self) -> str:
        assert self.process.wait(timeout=MOST_SECONDS) == 0, self.text
        return self.text

    def interrupt(self) -> None:
        """Ctrl-C in a terminal reaches the whole group."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(timeout=30)

    @property
    def address(self) -> str:
        line = next(line for line in self.text.splitlines() if "sẵn sàng" in line)
        return line.split(": ", 1)[1]


def _group(pid: int) -> int:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return 0


@pytest.fixture
def ordinary() -> Iterator[str | None]:
    """An ordinary user: oneself, or for root one that is made and removed again."""
    if os.geteuid() != 0:
        yield None
        return
    subprocess.run(["useradd", "--create-home", ORDINARY], check=False, capture_output=True)
    yield ORDINARY
    subprocess.run(["userdel", "--remove", ORDINARY], check=False, capture_output=True)


@pytest.fixture
def newcomer(request: pytest.FixtureRequest, kind: str) -> Iterator[Newcomer]:
    folder = Path(tempfile.mkdtemp(prefix="nhà của người mới "))  # closed: 0700
    if kind == "root":
        if os.geteuid() != 0:
            pytest.skip("only root can try it as root")
        made = Newcomer(folder, None, os.environ["PATH"])
    else:
        made = Newcomer(folder, request.getfixturevalue("ordinary"), "/usr/bin:/bin")
    source = ["git", "clone", "--quiet", "--no-hardlinks", str(CHECKOUT), str(made.clone)]
    subprocess.run(source, check=True)
    if made.user:
        subprocess.run(["chown", "-R", f"{made.user}:", str(folder)], check=True)
    yield made
    made.kill_everything()
    abandon(made.home.cluster)
    if made.home.folder.exists():
        shutil.rmtree(made.home.folder)
    shutil.rmtree(folder)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody else listens already."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        yield held.getsockname()[1]


def first_page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as response:  # noqa: S310
        return str(response.read().decode())


@pytest.mark.parametrize("kind", ["root", "ordinary user"])
def test_make_demo_serves_922_whatever_state_it_finds(newcomer: Newcomer, taken: int) -> None:
    if newcomer.user:
        # Downloads first, which nobody can promise: then everything is made anew, and timed.
        newcomer.make("setup").finish()
        shutil.rmtree(newcomer.clone / ".venv")
    port = f"PORT={taken}"

    first = newcomer.make("demo", port)
    seconds = first.wait_until_ready()
    print(f"make demo, {newcomer.user or 'root'}: {seconds:.0f} s", first.text, sep="\n")
    assert seconds <= MOST_SECONDS
    assert [f"[{step}/6]" in first.text for step in range(1, 7)] == [True] * 6
    assert f"Cổng {taken} đang bận" in first.text
    assert str(taken) not in first.address
    assert "922/CTPH-BTTTT-UBDT" in first_page(first.address)
    assert all(role in first.text for role in ROLES)

    # A second start says where the first one is.
    again = newcomer.make("demo", port).finish()
    assert f"đang chạy: {first.address}" in again
    assert all(role in again for role in ROLES)

    # A kill of everything leaves nothing that the next start cannot put right.
    newcomer.kill_everything()
    third = newcomer.make("demo", port)
    assert third.wait_until_ready() <= MOST_SECONDS
    assert "922/CTPH-BTTTT-UBDT" in first_page(third.address)

    # A kill of the main process alone leaves servers behind; they are ended, none is left twice.
    os.killpg(third.process.pid, signal.SIGKILL)
    assert newcomer.remaining()
    left = set(processes.carrying(children.mark_of(newcomer.home.run)))
    fourth = newcomer.make("demo", port)
    assert fourth.wait_until_ready() <= MOST_SECONDS
    assert not left & set(newcomer.remaining())
    assert "922/CTPH-BTTTT-UBDT" in first_page(fourth.address)

    # Ctrl-C stops all of it.
    fourth.interrupt()
    assert newcomer.remaining() == []
    assert "Traceback" not in fourth.text
