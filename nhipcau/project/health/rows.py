"""All rows together: the machine, then the database behind it."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from nhipcau.project.environment import is_embedded, with_django
from nhipcau.project.failure import NotDone
from nhipcau.project.health import machine
from nhipcau.project.health.row import Row, State, missing, ready
from nhipcau.project.home import Home

OLDEST_SERVER = 15
FIRST_RELEASE = datetime(2026, 1, 1, tzinfo=UTC)
GREATEST_DRIFT = timedelta(minutes=1)


def every_row(home: Home) -> Iterator[Row]:
    """Rows as they are found, so that a person sees them come."""
    yield from machine.required(home)
    yield from _database()
    yield from machine.optional()


def _database() -> Iterator[Row]:
    embedded = is_embedded()  # asked first: opening it names a server in the environment
    try:
        with with_django():
            yield from _server(embedded)
    except NotDone as failure:
        yield Row("PostgreSQL", State.MISSING, str(failure).rstrip("."))


def _server(embedded: bool) -> Iterator[Row]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), now()")
        version, now = cursor.fetchone()
    yield _version(version, embedded)
    yield _migrations()
    yield _clock(now)


def _version(version: str, embedded: bool) -> Row:
    kind = "nhúng" if embedded else "máy chủ riêng"
    if int(version.split(".")[0]) < OLDEST_SERVER:
        return missing("PostgreSQL", f"{version} ({kind})", "dùng PostgreSQL 15 trở lên")
    return ready("PostgreSQL", f"{version} ({kind})")


def _migrations() -> Row:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return missing(
            "Cấu trúc dữ liệu",
            f"còn {len(waiting)} thay đổi chưa áp dụng",
            "chạy «nhipcau up» hoặc «nhipcau manage migrate»",
        )
    return ready("Cấu trúc dữ liệu", "đúng phiên bản này")


def _clock(server: datetime) -> Row:
    here = datetime.fromtimestamp(time.time(), UTC)
    if here < FIRST_RELEASE or abs(here - server) > GREATEST_DRIFT:
        found = f"máy này {here:%d/%m/%Y %H:%M}, máy chủ dữ liệu {server:%d/%m/%Y %H:%M} (UTC)"
        return missing("Đồng hồ", found, "đồng bộ giờ (timedatectl set-ntp true)")
    return ready("Đồng hồ", f"{here:%d/%m/%Y %H:%M} UTC")
