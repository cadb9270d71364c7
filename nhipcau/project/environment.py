"""What Django finds in the environment: a database, a data folder, a secret key."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from nhipcau.project.database import Cluster
from nhipcau.project.failure import NotDone
from nhipcau.project.home import Home, locate


def is_embedded() -> bool:
    """Whether the database is ours to start: no server was named."""
    return not os.environ.get("DATABASE_URL")


@contextmanager
def opened() -> Iterator[Home]:
    """This installation with its database running, and Django's variables set.

    Settings never learn about the embedding: they read DATABASE_URL like anybody's.
    Raises NotDone when the data folder or the database cannot be opened.
    """
    home = locate()
    home.prepare()
    os.environ["NHIPCAU_HOME"] = str(home.folder)
    os.environ.setdefault("NHIPCAU_SECRET_KEY_FILE", str(home.secret_key()))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.project.settings")
    if not is_embedded():
        yield home
        return
    with Cluster.of(home).in_use() as url:
        os.environ["DATABASE_URL"] = url
        try:
            yield home
        finally:
            del os.environ["DATABASE_URL"]


@contextmanager
def with_django() -> Iterator[Home]:
    """The same with Django's applications loaded and the database answering.

    Raises NotDone also when a server that was named does not answer.
    """
    with opened() as home:
        import django
        from django.db import connections

        django.setup()
        _check_connection()
        try:
            yield home
        finally:
            connections.close_all()


def _check_connection() -> None:
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise NotDone(
            "Kết nối cơ sở dữ liệu",
            str(error).strip().splitlines()[0],
            "xem lại DATABASE_URL và máy chủ PostgreSQL",
        ) from error
    finally:
        # Nobody may hold the database open unasked: a restoration renames it.
        connection.close()
