"""The record of a running installation: who comes second is told the address and the sign-ins."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class SignIn:
    """One way in for one role."""

    role: str
    email: str
    password: str


@dataclass(frozen=True)
class Record:
    """Where it is served and how to enter."""

    address: str
    sign_ins: tuple[SignIn, ...]

    def write(self, run: Path) -> None:
        """Keep it beside the locks, for its owner only."""
        draft = run / "up.json.draft"
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "w") as opened:
            json.dump(asdict(self), opened, ensure_ascii=False)
        draft.replace(run / "up.json")


def read(run: Path) -> Record | None:
    """The record of the installation that is up; None while it is still starting."""
    try:
        kept = json.loads((run / "up.json").read_text())
    except (OSError, ValueError):
        return None
    return Record(kept["address"], tuple(SignIn(**sign_in) for sign_in in kept["sign_ins"]))


def forget(run: Path) -> None:
    """It is no longer served."""
    (run / "up.json").unlink(missing_ok=True)
