"""Where one installation keeps what it must not lose: paths, and the secrets made on first use."""

import hashlib
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nhipcau.language.fold import fold
from nhipcau.project.failure import NotDone

CHECKOUT = Path(__file__).resolve().parents[2]
SHARED_STATE = Path("/var/lib/nhipcau")
EASY = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is read as another sign


@dataclass(frozen=True)
class Home:
    """The data folder of one installation and the names of everything in it."""

    folder: Path

    @property
    def cluster(self) -> Path:
        """The embedded database."""
        return self.folder / "cluster"

    @property
    def programs(self) -> Path:
        """PostgreSQL's programs, copied here when the installed ones are closed to its user."""
        return self.folder / "programs"

    @property
    def files(self) -> Path:
        """What people uploaded."""
        return self.folder / "files"

    @property
    def mail(self) -> Path:
        """Mail that does not go out, with the links and codes that stand in it."""
        return self.folder / "mail"

    @property
    def static(self) -> Path:
        """Collected style sheets, fonts and scripts; can be made again at any time."""
        return self.folder / "static"

    @property
    def backups(self) -> Path:
        """Archives made by `nhipcau backup`."""
        return self.folder / "backups"

    @property
    def run(self) -> Path:
        """Locks, process records and logs; worth nothing after a stop."""
        return self.folder / "run"

    @property
    def secret_key_file(self) -> Path:
        """The key that signs sessions and forms."""
        return self.folder / "secret-key"

    @property
    def demo_password_file(self) -> Path:
        """The one password of the demo accounts, so that nobody knows it beforehand."""
        return self.folder / "demo-password"

    def prepare(self) -> None:
        """Make the folders; only the way to the database is open to others.

        Raises NotDone when the place cannot be written.
        """
        try:
            if not self.folder.exists():
                self.folder.mkdir(parents=True)
                # The database's own user passes through, and can list nothing.
                # A folder that somebody else made keeps its mode.
                self.folder.chmod(0o711)
            for part in (self.files, self.static, self.backups, self.run, self.mail):
                part.mkdir(mode=0o700, exist_ok=True)
            # Django made it with the umask before it was made here.
            self.mail.chmod(0o700)
        except OSError as error:
            raise NotDone(
                "Chuẩn bị thư mục dữ liệu",
                f"không ghi được vào {self.folder} ({error.strerror})",
                "cấp quyền ghi hoặc đặt biến NHIPCAU_HOME tới thư mục khác",
            ) from error

    def secret_key(self) -> Path:
        """The file of the secret key, made on first use."""
        return _secret(self.secret_key_file, secrets.token_urlsafe(50))

    def demo_password(self) -> str:
        """The password of the demo accounts, made on first use."""
        groups = ("".join(secrets.choice(EASY) for _ in range(4)) for _ in range(3))
        return _secret(self.demo_password_file, "-".join(groups)).read_text().strip()


def locate(
    environ: Mapping[str, str] = os.environ,
    *,
    checkout: Path = CHECKOUT,
    is_root: bool | None = None,
) -> Home:
    """The data folder of this installation: `NHIPCAU_HOME`, or a place of its own.

    Root's checkout may lie in a home that is closed to the database's user, hence `/var/lib`.
    """
    if named := environ.get("NHIPCAU_HOME"):
        return Home(Path(named).absolute())
    if os.geteuid() == 0 if is_root is None else is_root:
        return Home(SHARED_STATE / _own_name(checkout))
    return Home(checkout / "var")


def _own_name(checkout: Path) -> str:
    """Readable, and different for two checkouts of the same name."""
    readable = re.sub(r"[^a-z0-9]+", "-", fold(checkout.name)).strip("-") or "nhipcau"
    return f"{readable}-{hashlib.sha256(str(checkout).encode()).hexdigest()[:8]}"


def _secret(file: Path, content: str) -> Path:
    """Two processes may come first at once: both end with the same complete secret."""
    if not file.exists():
        draft = file.with_name(f".{file.name}.{os.getpid()}")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(f"{content}\n")
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file
