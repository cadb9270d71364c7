"""Everything comes back from one archive; a bad archive changes nothing."""

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.sql import SQL, Identifier

from nhipcau.project.archive import backup, manifest
from nhipcau.project.archive.manifest import DUMP, Manifest, Part, Unfit
from nhipcau.project.archive.restore import restore
from nhipcau.project.archive.unpack import unpack
from nhipcau.project.database import Cluster, dump, locks
from nhipcau.project.database.programs import clients
from nhipcau.project.failure import NotDone
from nhipcau.project.home import Home
from tests import debian_postgres

# Servers and processes of their own: left out of the quick suite.
pytestmark = pytest.mark.machine

KNOWN = {"base.0001_initial"}
needs_debian = pytest.mark.skipif(
    not debian_postgres.FOLDER.exists(), reason="Debian's postgresql-15 is not installed"
)


@pytest.fixture
def url() -> Iterator[str]:
    """A database of one's own on the server of the test run; whatever is left of it is dropped."""
    server, name = os.environ["DATABASE_URL"], f"sao_luu_{os.getpid()}"
    with dump.maintenance(server) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        yield make_conninfo(server, dbname=name)
        for left in databases(server, name):
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(left)))


def databases(server: str, name: str) -> list[str]:
    with dump.maintenance(server) as connection:
        rows = connection.execute(
            "SELECT datname FROM pg_database WHERE datname ~ %s", [f"^{name}"]
        )
        return [str(row[0]) for row in rows]


@pytest.fixture
def furnished(home: Home, url: str) -> Home:
    """An installation with a row, a trigger that guards it, and a file."""
    with psycopg.connect(url) as connection:
        connection.execute("""
            CREATE TABLE django_migrations (id bigserial PRIMARY KEY, app text, name text);
            INSERT INTO django_migrations (app, name) VALUES ('base', '0001_initial');
            CREATE TABLE provision (id bigserial PRIMARY KEY, text text NOT NULL);
            INSERT INTO provision (text) VALUES (E'Đồng bào dân tộc thiểu số\tmiền núi');
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
              $$BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'restrict_violation'; END$$;
            CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON provision
              FOR EACH ROW EXECUTE FUNCTION refuse();
        """)
    (home.files / "2024").mkdir()
    (home.files / "2024" / "922 đã ký.txt").write_text("CHƯƠNG TRÌNH PHỐI HỢP")
    return home


def text_in(url: str) -> str:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT text FROM provision").fetchone()
        assert row is not None
        return str(row[0])


def test_everything_is_back_after_rows_and_files_were_lost(furnished: Home, url: str) -> None:
    made = backup.make(furnished, url)
    with psycopg.connect(url) as connection:
        connection.execute("DROP TABLE provision")
    shutil.rmtree(furnished.files)
    furnished.files.mkdir()
    (furnished.files / "mới.txt").write_text("sau bản sao lưu")

    done = restore(furnished, url, made, KNOWN)

    assert text_in(url) == "Đồng bào dân tộc thiểu số\tmiền núi"
    returned = furnished.files / "2024" / "922 đã ký.txt"
    assert returned.read_text() == "CHƯƠNG TRÌNH PHỐI HỢP"
    assert made.stat().st_mode & 0o777 == 0o600
    # What was there before is kept aside, not lost.
    assert done.old_files is not None
    assert (done.old_files / "mới.txt").exists()
    assert done.old_database is not None
    with psycopg.connect(make_conninfo(url, dbname=done.old_database)) as connection:
        assert connection.execute("SELECT count(*) FROM django_migrations").fetchone() == (1,)


def test_the_guards_of_append_only_rows_come_back_too(furnished: Home, url: str) -> None:
    restore(furnished, url, backup.make(furnished, url), KNOWN)
    with (
        psycopg.connect(url) as connection,
        pytest.raises(psycopg.errors.RestrictViolation),
    ):
        connection.execute("DELETE FROM provision")


@needs_debian
def test_an_archive_of_the_embedded_server_goes_into_debians_postgresql_15(
    furnished: Home, url: str
) -> None:
    made = backup.make(furnished, url)
    with debian_postgres.running() as older:
        done = restore(furnished, older, made, KNOWN)
        assert done.old_database is None
        assert text_in(older) == "Đồng bào dân tộc thiểu số\tmiền núi"


@needs_debian
def test_debians_own_psql_takes_the_dump_by_the_documented_recipe(
    furnished: Home, url: str, tmp_path: Path
) -> None:
    dumped = tmp_path / "x.dump"
    dump.dump(url, dumped)
    with debian_postgres.running() as older:
        plain = clients().run("pg_restore", "-f", "-", "--no-owner", str(dumped)).stdout
        lines = dump.for_older_servers(plain.encode().splitlines(keepends=True))
        command = [
            str(debian_postgres.FOLDER / "psql"),
            "-X",
            "-q",
            "-1",
            "-v",
            "ON_ERROR_STOP=1",
            older,
        ]
        done = subprocess.run(command, input=b"".join(lines), capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        assert text_in(older) == "Đồng bào dân tộc thiểu số\tmiền núi"


def test_only_the_header_of_a_dump_is_changed_for_older_servers() -> None:
    line = dump.UNKNOWN_TO_OLDER
    rows = [b"COPY x FROM stdin;\n"] * dump.HEADER_LINES
    assert list(dump.for_older_servers([line, *rows, line])) == [*rows, line]


# --- archives that must be refused -----------------------------------------------------------

Member = tuple[str, bytes] | tarfile.TarInfo
CONTENT = b"khong phai PGDMP"


def described(**changes: object) -> dict[str, object]:
    part = {"name": DUMP, "size": len(CONTENT), "sha256": Part.of("x", _file(CONTENT)).sha256}
    whole = {"made_at": "2026-01-01", "nhipcau": "0.1.0", "postgresql": "18.4", "format": 1}
    return {**whole, "migrations": list(KNOWN), "parts": [part], **changes}


def _file(content: bytes) -> Path:
    path = Path(os.environ["NHIPCAU_HOME"]) / "part"
    path.write_bytes(content)
    return path


def archive(path: Path, about: object, *members: Member) -> Path:
    with tarfile.open(path, "w:gz") as opened:
        for member in (("manifest.json", json.dumps(about).encode()), *members):
            if isinstance(member, tarfile.TarInfo):
                opened.addfile(member)
            else:
                named = tarfile.TarInfo(member[0])
                named.size = len(member[1])
                opened.addfile(named, io.BytesIO(member[1]))
    return path


def link(name: str, kind: bytes, target: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member


def with_part(name: str, content: bytes = b"x") -> dict[str, object]:
    part = Part.of(name, _file(content))
    kept = {"name": part.name, "size": part.size, "sha256": part.sha256}
    ours = described()["parts"]
    assert isinstance(ours, list)
    return described(parts=[*ours, kept])


def huge() -> dict[str, object]:
    return described(parts=[{"name": DUMP, "size": 2**60, "sha256": "0" * 64}])


DUMPED = (DUMP, CONTENT)
HOSTILE: dict[str, tuple[Callable[[], object], tuple[Member, ...], str]] = {
    "no manifest": (lambda: "x", (), "không phải bản sao lưu"),
    "a newer format": (lambda: described(format=2), (DUMPED,), "định dạng 2"),
    "a manifest of nonsense": (lambda: described(parts=[1]), (DUMPED,), "bản kê .* hỏng"),
    "a path upward": (lambda: with_part("files/../../x"), (DUMPED,), "dẫn ra ngoài"),
    "an absolute path": (lambda: with_part("/etc/x"), (DUMPED,), "dẫn ra ngoài"),
    "a member not described": (described, (DUMPED, ("files/x", b"x")), "ngoài bản kê"),
    "a member twice": (described, (DUMPED, DUMPED), "ngoài bản kê"),
    "a missing member": (lambda: with_part("files/x"), (DUMPED,), "thiếu tệp"),
    "other content": (described, ((DUMP, CONTENT[::-1]),), "khác mã băm"),
    "another size": (described, ((DUMP, b"x"),), "không đúng loại hoặc kích thước"),
    "a symbolic link": (
        lambda: with_part("files/x", b""),
        (DUMPED, link("files/x", tarfile.SYMTYPE, "/etc/passwd")),
        "không đúng loại",
    ),
    "a hard link": (
        lambda: with_part("files/x", b""),
        (DUMPED, link("files/x", tarfile.LNKTYPE, DUMP)),
        "không đúng loại",
    ),
    "more than the disk holds": (huge, (DUMPED,), "đĩa không đủ"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_or_foreign_archive_is_refused_by_name(case: str, tmp_path: Path) -> None:
    about, members, reason = HOSTILE[case]
    made = archive(tmp_path / "a.tar.gz", about(), *members)
    (tmp_path / "into").mkdir()
    with pytest.raises(Unfit, match=reason):
        unpack(made, tmp_path / "into")


@pytest.mark.parametrize("keep", [0, 1, 40, 200])
def test_a_damaged_archive_is_refused(keep: int, tmp_path: Path) -> None:
    made = archive(tmp_path / "a.tar.gz", described(), DUMPED)
    made.write_bytes(made.read_bytes()[:keep])
    (tmp_path / "into").mkdir()
    with pytest.raises(Unfit, match=r"hỏng|không phải"):
        unpack(made, tmp_path / "into")


def test_a_refused_archive_leaves_everything_as_it_was(furnished: Home, url: str) -> None:
    made = archive(furnished.backups / "a.tar.gz", described(), DUMPED)
    before = sorted(furnished.folder.rglob("*.txt")), text_in(url)
    with pytest.raises(NotDone, match=r"Khôi phục chưa thực hiện được: .*chưa có gì bị thay đổi"):
        restore(furnished, url, made, KNOWN)
    assert (sorted(furnished.folder.rglob("*.txt")), text_in(url)) == before
    assert not list(furnished.folder.glob(".khoi-phuc-*"))
    assert len(databases(url, str(conninfo_to_dict(url)["dbname"]))) == 1


def test_an_archive_of_a_newer_version_is_refused(furnished: Home, url: str) -> None:
    made = backup.make(furnished, url)
    with pytest.raises(NotDone, match="mới hơn phiên bản đang cài"):
        restore(furnished, url, made, known=set())


def test_a_restoration_waits_for_nobody_who_still_uses_the_database(
    furnished: Home, url: str
) -> None:
    made = backup.make(furnished, url)
    with psycopg.connect(url), pytest.raises(NotDone, match="các kết nối đang mở"):
        restore(furnished, url, made, KNOWN)
    assert text_in(url).startswith("Đồng bào")
    assert (furnished.files / "2024" / "922 đã ký.txt").exists()


def test_a_backup_never_overwrites_a_file(furnished: Home, url: str) -> None:
    made = backup.make(furnished, url)
    with pytest.raises(NotDone, match="đã có tệp"):
        backup.make(furnished, url, made)


def test_the_manifest_is_first_and_says_what_is_inside(furnished: Home, url: str) -> None:
    with tarfile.open(backup.make(furnished, url)) as opened:
        first = opened.next()
        assert first is not None
        assert first.name == manifest.NAME
        content = opened.extractfile(first)
        assert content is not None
        read: Manifest = manifest.read(content)
    assert [part.name for part in read.parts] == [DUMP, "files/2024/922 đã ký.txt"]
    assert read.migrations == tuple(KNOWN)


# --- through the command line ----------------------------------------------------------------


def nhipcau(home: Home, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NHIPCAU_HOME": str(home.folder), "PYTHONWARNINGS": "default"}
    for name in ("DATABASE_URL", "NHIPCAU_SECRET_KEY_FILE", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "nhipcau.project.cli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def test_a_destroyed_data_folder_is_back_after_backup_and_restore(
    home: Home, tmp_path: Path
) -> None:
    kept = tmp_path / "bản sao lưu.tar.gz"
    assert nhipcau(home, "manage", "migrate", "--verbosity=0").returncode == 0
    (home.files / "ký.txt").write_text("922")
    with Cluster.of(home).in_use() as url, psycopg.connect(url) as connection:
        connection.execute("INSERT INTO django_content_type (app_label, model) VALUES ('x', 'y')")
    saved = nhipcau(home, "backup", str(kept))
    assert saved.returncode == 0, saved.stderr
    shutil.rmtree(home.folder)

    done = nhipcau(home, "restore", str(kept))

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Đã khôi phục bản sao lưu")
    assert (home.files / "ký.txt").read_text() == "922"
    with Cluster.of(home).in_use() as url, psycopg.connect(url) as connection:
        found = connection.execute("SELECT 1 FROM django_content_type WHERE app_label = 'x'")
        assert found.fetchone() == (1,)


def test_restoring_is_refused_while_it_is_served(home: Home, tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_bytes(b"x")
    with locks.exclusive(home.run / "up.lock"):
        done = nhipcau(home, "restore", str(tmp_path / "a.tar.gz"))
    assert done.returncode == 1
    assert "đang chạy" in done.stderr
    assert "Traceback" not in done.stderr
