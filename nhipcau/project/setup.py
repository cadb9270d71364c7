"""Prepares `.venv` and nothing else; runs on a bare Python, before anything is installed."""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "bin" / "uv"
STAMP = VENV / "share" / "nhipcau" / "installed.json"
REQUIREMENTS = CHECKOUT / "requirements"
EVERYTHING = {"base": ["setup", "base"], "dev": ["setup", "dev"]}


class Failed(Exception):
    """A step did not succeed; carries the sentence, the output was shown already."""


def main(kind: str) -> int:
    """Bring `.venv` in step with the hashed requirements; answers the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - runs on whatever `python3` is here
        return _say_failure("cần Python 3.11 trở lên", "chạy «make setup PYTHON=python3.11»")
    with _alone():
        try:
            if _is_current(kind):
                _build_assets()
                print("Môi trường .venv đã đúng với các thư viện được khóa.")
            else:
                _install(kind if kind == "dev" else _installed().get("kind", kind))
        except Failed as failure:
            return _say_failure(*failure.args)
    return 0


def _install(kind: str) -> None:
    """Four steps, each one line; what pip and uv print is shown only when one fails."""
    STAMP.unlink(missing_ok=True)
    with _step("1/3", "Tạo môi trường Python"):
        _make_venv()
    with _step("2/3", "Cài thư viện theo mã băm"):
        files = [REQUIREMENTS / f"{name}.txt" for name in EVERYTHING[kind]]
        _uv("sync", "--require-hashes", "--compile-bytecode", *files)
        _uv("install", "--no-deps", "--no-build-isolation", "-e", CHECKOUT)
    with _step("3/3", "Dựng phông chữ và bản dịch"):
        _build_assets()
    STAMP.parent.mkdir(parents=True, exist_ok=True)
    STAMP.write_text(json.dumps({"kind": kind, "mark": _mark(kind)}))


def _build_assets() -> None:
    _run(
        *(PYTHON, "-m", "nhipcau.project.assets"),
        why="không dựng được phông chữ hoặc bản dịch",
        remedy="sửa chỗ được nêu ở trên rồi chạy lại",
    )


def _make_venv() -> None:
    """A new one unless uv already works in the old one."""
    if _works(UV, "--version") and _works(PYTHON, "-c", "") and _is_at_home():
        return
    if VENV.is_symlink():
        raise Failed(f"{VENV} là liên kết tới nơi khác", f"xóa liên kết {VENV} rồi chạy lại")
    shutil.rmtree(VENV, ignore_errors=True)
    remedy = "cài gói python3-venv (Debian: apt-get install python3-venv) rồi chạy lại"
    _run(sys.executable, "-m", "venv", VENV, why="Python của máy thiếu venv", remedy=remedy)
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes"]
    _run(PYTHON, "-m", "pip", "install", *options, "-r", REQUIREMENTS / "setup.txt")


def _uv(*arguments: str | Path) -> None:
    _run(UV, "pip", *arguments, "--python", PYTHON)


def _run(
    *command: str | Path,
    why: str = "không tải hoặc không cài được thư viện",
    remedy: str = "kiểm tra kết nối mạng và dung lượng đĩa, rồi chạy lại",
) -> None:
    # A variable meant for another Python would mix two environments.
    unwanted = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "UV_SYSTEM_PYTHON"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    done = subprocess.run(  # noqa: S603 - our own commands, arguments as a list
        [str(part) for part in command],
        cwd=CHECKOUT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        print("\n" + "\n".join(done.stdout.splitlines()[-20:]), file=sys.stderr)
        raise Failed(why, remedy)


def _works(*command: str | Path) -> bool:
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True)  # noqa: S603
    except OSError:
        return False
    return done.returncode == 0


def _is_at_home() -> bool:
    """Programs in `.venv/bin` name their Python by its full path: a moved checkout starts anew."""
    try:
        return str(VENV) in (VENV / "bin" / "activate").read_text()
    except OSError:
        return False


def _is_current(kind: str) -> bool:
    """Whether everything that this kind needs is there; tools for developers may be there too."""
    stamp = _installed()
    return (
        stamp.get("kind") in (kind, "dev")
        and stamp.get("mark") == _mark(stamp["kind"])
        and _is_at_home()
        and _works(PYTHON, "-c", "import nhipcau")
    )


def _installed() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def _mark(kind: str) -> str:
    whole = hashlib.sha256(str(CHECKOUT).encode())
    for file in (*(REQUIREMENTS / f"{name}.txt" for name in EVERYTHING[kind]), Path(__file__)):
        whole.update(file.read_bytes())
    whole.update((CHECKOUT / "pyproject.toml").read_bytes())
    return whole.hexdigest()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Two set-ups at once would spoil each other's `.venv`."""
    with (CHECKOUT / "pyproject.toml").open() as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _step(number: str, words: str) -> Iterator[None]:
    print(f"[{number}] {words} …", end="", flush=True)
    began = time.monotonic()
    yield
    print(f" xong ({time.monotonic() - began:.1f} giây)".replace(".", ","), flush=True)


def _say_failure(cause: str, remedy: str) -> int:
    print(f"Chuẩn bị môi trường chưa thực hiện được: {cause}. Đề nghị {remedy}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "base"))
