"""Making the archive: the database first, then the files that its rows may name."""

import hashlib
import io
import os
import tarfile
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import psycopg

from nhipcau.project.archive import manifest
from nhipcau.project.archive.manifest import DUMP, FILES, Manifest, Part
from nhipcau.project.database import dump
from nhipcau.project.failure import NotDone
from nhipcau.project.home import Home

TASK = "Sao lưu"


def make(home: Home, url: str, target: Path | None = None) -> Path:
    """Write one archive and answer its path; people may go on working meanwhile.

    Raises NotDone when the target exists, the disk refuses, or a file changed under our hands.
    """
    target = (
        target.absolute() if target else home.backups / f"nhipcau-{_now():%Y%m%d-%H%M%S}.tar.gz"
    )
    if target.exists():
        raise NotDone(TASK, f"đã có tệp {target}", "chọn tên khác")
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _write(home, url, draft)
        draft.rename(target)
    except (OSError, psycopg.Error, dump.NotDumped) as error:
        raise NotDone(
            TASK, _reason(error), "xem dung lượng đĩa và quyền ghi rồi chạy lại"
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return target


def _write(home: Home, url: str, draft: Path) -> None:
    with TemporaryDirectory(prefix="sao-luu-", dir=home.backups) as work:
        dumped = Path(work, DUMP)
        dump.dump(url, dumped)
        sources = {DUMP: dumped, **_files(home)}
        described = _describe(url, sources)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w:gz") as archive:
                content = described.to_json()
                archive.addfile(_member(manifest.NAME, len(content)), io.BytesIO(content))
                for part in described.parts:
                    _add(archive, part, sources[part.name])
            raw.flush()
            os.fsync(descriptor)


def _files(home: Home) -> dict[str, Path]:
    """Every plain file below the folder of uploads, by its name in the archive."""
    return {
        f"{FILES}/{file.relative_to(home.files).as_posix()}": file
        for file in sorted(home.files.rglob("*"))
        if file.is_file() and not file.is_symlink()
    }


def _describe(url: str, sources: dict[str, Path]) -> Manifest:
    with psycopg.connect(url) as connection:
        server = connection.execute("SHOW server_version").fetchone()
        applied = connection.execute("SELECT app || '.' || name FROM django_migrations ORDER BY id")
        return Manifest(
            made_at=_now().isoformat(timespec="seconds"),
            nhipcau=version("nhipcau"),
            postgresql=str(server[0]) if server else "",
            migrations=tuple(str(row[0]) for row in applied),
            parts=tuple(Part.of(name, file) for name, file in sources.items()),
        )


def _add(archive: tarfile.TarFile, part: Part, file: Path) -> None:
    with file.open("rb") as opened:
        watched = _Watched(opened)
        try:
            archive.addfile(_member(part.name, part.size), watched)
        except OSError as error:
            if error.errno is None:  # tarfile's own: the file ended early
                raise _changed(part) from error
            raise
    if watched.whole.hexdigest() != part.sha256:
        raise _changed(part)


def _changed(part: Part) -> NotDone:
    return NotDone(TASK, f"tệp {part.name} thay đổi trong lúc sao lưu", "chạy lại")


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = size, 0o600, int(time.time())
    return member


class _Watched:
    """A file that hashes what is really read from it."""

    def __init__(self, opened: IO[bytes]) -> None:
        self.opened, self.whole = opened, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self.opened.read(size)
        self.whole.update(chunk)
        return chunk


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} ({error.filename})"
    return (str(error).strip().splitlines() or ["không rõ nguyên nhân"])[0]
