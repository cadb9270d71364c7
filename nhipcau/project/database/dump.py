"""A database written to a file, and a file read into a database of any supported server."""

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import psycopg
from psycopg.conninfo import conninfo_to_dict

from nhipcau.project.database.programs import clients

PLAIN = ("--no-owner", "--no-privileges")
HEADER_LINES = 60
# PostgreSQL 17 brought this setting; 15 and 16 refuse a dump that names it.
UNKNOWN_TO_OLDER = b"SET transaction_timeout = 0;\n"


class NotDumped(Exception):
    """PostgreSQL's program failed; carries its last words."""


def surroundings(url: str) -> dict[str, str]:
    """The server as libpq's variables: a password on a command line can be read by everybody."""
    named = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    database = named.pop("dbname", "")
    return {"PGDATABASE": database, **{f"PG{name.upper()}": named[name] for name in named}}


def dump(url: str, file: Path) -> None:
    """Write a database in PostgreSQL's custom format; raises NotDumped."""
    with file.open("wb") as written, TemporaryFile() as words:
        process = clients().open(
            *("pg_dump", "-Fc", *PLAIN), server=surroundings(url), stdout=written, stderr=words
        )
        _check(process.wait() == 0, words)


def check(file: Path) -> None:
    """Raise NotDumped when the file's table of contents cannot be read."""
    with TemporaryFile() as words:
        process = clients().open("pg_restore", "--list", str(file), stderr=words)
        _check(process.wait() == 0, words)


def load(file: Path, url: str) -> None:
    """Fill an empty database in one transaction, also on an older server; raises NotDumped."""
    with TemporaryFile() as read_words, TemporaryFile() as write_words:
        reader = clients().open(
            *("pg_restore", "-f", "-", *PLAIN, str(file)),
            stdout=subprocess.PIPE,
            stderr=read_words,
        )
        writer = clients().open(
            *("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1"),
            server=surroundings(url),
            stdin=subprocess.PIPE,
            stderr=write_words,
        )
        assert reader.stdout is not None  # noqa: S101 - both are pipes
        assert writer.stdin is not None  # noqa: S101
        with suppress(BrokenPipeError):
            for line in for_older_servers(reader.stdout):
                writer.stdin.write(line)
        reader.stdout.close()
        with suppress(BrokenPipeError):
            writer.stdin.close()
        written, read = writer.wait(), reader.wait()
        _check(written == 0, write_words)
        _check(read == 0, read_words)


def for_older_servers(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Leave out of the header, and only there, what servers before 17 do not know."""
    for number, line in enumerate(lines):
        if number > HEADER_LINES or line != UNKNOWN_TO_OLDER:
            yield line


def _check(succeeded: bool, words: IO[bytes]) -> None:
    if succeeded:
        return
    words.seek(0)
    lines = words.read().decode(errors="replace").strip().splitlines()
    raise NotDumped(lines[0] if lines else "không rõ nguyên nhân")


def maintenance(url: str) -> psycopg.Connection[tuple[object, ...]]:
    """A connection beside the database itself, for making, renaming and dropping databases."""
    last: psycopg.Error | None = None
    for database in ("postgres", "template1"):
        try:
            return psycopg.connect(url, dbname=database, autocommit=True)
        except psycopg.Error as error:
            last = error
    raise NotDumped(str(last).strip().splitlines()[0])
