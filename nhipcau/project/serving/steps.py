"""What comes before the first page: each step says what it does and how long it took."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nhipcau.project.home import Home
from nhipcau.project.serving.record import SignIn


@dataclass
class Progress:
    """Numbered lines on the screen."""

    total: int
    done: int = 0

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """One line, finished with the time that it took."""
        self.done += 1
        print(f"[{self.done}/{self.total}] {words} …", end="", flush=True)
        began = time.monotonic()
        try:
            yield
        except BaseException:
            print(" không xong", flush=True)
            raise
        print(f" xong ({time.monotonic() - began:.1f} giây)".replace(".", ","), flush=True)


def migrate() -> None:
    """Bring the tables in step with this version."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def collect_static(home: Home) -> None:
    """Gather style sheets, fonts and scripts, if any of them changed since the last time."""
    from django.core.management import call_command

    kept = home.run / "static.mark"
    mark = _static_mark()
    if kept.exists() and kept.read_text() == mark:
        return
    kept.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    kept.write_text(mark)


def _static_mark() -> str:
    from django.contrib.staticfiles.finders import get_finders

    whole = hashlib.sha256(str(Path(__file__)).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            whole.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return whole.hexdigest()


def load_demo(home: Home) -> tuple[SignIn, ...]:
    """Programme 922, its agencies, one account for each role, and a worked year."""
    from nhipcau.project import demo, loading

    loading.load(say=lambda line: None)
    opened = demo.open_accounts(home.demo_password())
    demo.live()
    return tuple(SignIn(account.role, account.email, account.password) for account in opened)
