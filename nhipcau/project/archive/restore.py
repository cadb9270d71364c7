"""Putting an archive back: everything is checked and loaded aside before anything is touched."""

import shutil
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from nhipcau.project.archive.manifest import DUMP, FILES, Manifest, Unfit
from nhipcau.project.archive.unpack import unpack
from nhipcau.project.database import dump
from nhipcau.project.failure import NotDone
from nhipcau.project.home import Home

Server = psycopg.Connection[tuple[object, ...]]
TASK = "Khôi phục"
KEPT = "chưa có gì bị thay đổi"


@dataclass(frozen=True)
class Restored:
    """What came back, and where the former state was put aside (None: there was none)."""

    manifest: Manifest
    old_database: str | None
    old_files: Path | None


def restore(home: Home, url: str, archive: Path, known: Collection[str]) -> Restored:
    """Restore an archive; `known` are the migrations of this version.

    Raises NotDone, and then the database and the files are as they were.
    """
    try:
        with _folder_aside(home) as aside:
            described = unpack(archive, aside)
            _check_version(described, known)
            dump.check(aside / DUMP)
            return _Restoration(home, url, aside).carry_out(described)
    except Unfit as unfit:
        raise NotDone(TASK, f"{archive.name}: {unfit}; {KEPT}", "chọn bản sao lưu khác") from unfit
    except (OSError, psycopg.Error, dump.NotDumped) as error:
        reason = (str(error).strip().splitlines() or ["không rõ nguyên nhân"])[0]
        remedy = "xem dung lượng đĩa, quyền tạo cơ sở dữ liệu và các kết nối đang mở, rồi chạy lại"
        raise NotDone(TASK, f"{reason}; {KEPT}", remedy) from error


@contextmanager
def _folder_aside(home: Home) -> Iterator[Path]:
    """Beside the files, so that they move into place by a rename."""
    aside = Path(mkdtemp(prefix=".khoi-phuc-", dir=home.folder))
    try:
        (aside / FILES).mkdir(mode=0o700)
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _check_version(described: Manifest, known: Collection[str]) -> None:
    unknown = set(described.migrations) - set(known)
    if unknown:
        raise Unfit(
            f"bản sao lưu của phiên bản {described.nhipcau} mới hơn phiên bản đang cài"
            f" (có thay đổi chưa biết: {min(unknown)})"
        )


@dataclass(frozen=True)
class _Restoration:
    """One restoration: names of today, so that nothing of an earlier one is overwritten."""

    home: Home
    url: str
    aside: Path

    def carry_out(self, described: Manifest) -> Restored:
        stamp = f"{datetime.now(UTC).astimezone():%Y%m%d_%H%M%S}"
        name = str(conninfo_to_dict(self.url).get("dbname"))
        new, old = f"{name}_moi_{stamp}", f"{name}_truoc_{stamp}"
        with dump.maintenance(self.url) as server:
            server.execute(_statement("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", new))
            try:
                dump.load(self.aside / DUMP, make_conninfo(self.url, dbname=new))
                kept_files = self._swap(server, name, new, old, stamp)
            except BaseException:
                server.execute(_statement("DROP DATABASE IF EXISTS {}", new))
                raise
            kept = None if self._drop_if_empty(server, old) else old
        return Restored(described, kept, kept_files)

    def _swap(self, server: Server, name: str, new: str, old: str, stamp: str) -> Path | None:
        """Both renames or neither, and the files with them."""
        former = self.home.folder / f"files-truoc-{stamp}"
        with ExitStack() as undo:
            with server.transaction():
                server.execute(_statement("ALTER DATABASE {} RENAME TO {}", name, old))
                server.execute(_statement("ALTER DATABASE {} RENAME TO {}", new, name))
                undo.callback(self._put_files_back, former)
                self.home.files.rename(former)
                (self.aside / FILES).rename(self.home.files)
            undo.pop_all()
        if any(former.iterdir()):
            return former
        former.rmdir()
        return None

    def _put_files_back(self, former: Path) -> None:
        if former.exists():
            if self.home.files.exists():
                self.home.files.rename(self.aside / "files-again")
            former.rename(self.home.files)

    def _drop_if_empty(self, server: Server, old: str) -> bool:
        """A database that was made a moment ago, for this restoration, is not worth keeping."""
        with psycopg.connect(self.url, dbname=old) as connection:
            found = connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")
            if found.fetchone():
                return False
        server.execute(_statement("DROP DATABASE {}", old))
        return True


def _statement(words: str, *names: str) -> sql.Composed:
    return sql.SQL(words).format(*map(sql.Identifier, names))
