"""Append-only tables of the whole platform, found by walking its models, and rows to try them."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from nhipcau.base.append_only import AppendOnly, AppendOnlyText

Row = TypeVar("Row", bound=models.Model)


def heads() -> list[type[AppendOnly]]:
    return [model for model in apps.get_models() if issubclass(model, AppendOnly)]


def words() -> list[type[AppendOnlyText]]:
    return [model for model in apps.get_models() if issubclass(model, AppendOnlyText)]


def insert_any(model: type[Row]) -> Row:
    """Insert a row of any model; what its foreign keys name need not be there before the commit."""
    fields = (field for field in model._meta.concrete_fields if not field.auto_created)
    row = model(**{field.attname: _some(field) for field in fields if not field.has_db_default()})
    row.save(force_insert=True)
    return row


def _some(field: "models.Field[Any, Any]") -> Any:
    if isinstance(field, models.ForeignKey):
        return _some(field.target_field)
    match field.get_internal_type():
        case "UUIDField":
            return uuid.uuid4()
        case "DateTimeField":
            return timezone.now()
        case "DateField":
            return timezone.localdate()
        case "BooleanField":
            return False
        case "CharField" | "TextField" | "SlugField" | "FileField":
            return "x"
        case kind if "Integer" in kind or "AutoField" in kind:
            return 1
        case kind:
            raise NotImplementedError(f"{field}: say here how to make a {kind}")


@contextmanager
def undone() -> Iterator[None]:
    """A transaction whose writes are taken back, keys to nowhere included."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def unguarded(*tables: str) -> Iterator[None]:
    """What one who owns the database can do: change rows while their triggers look away."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no key may wait while a table is altered
        cursor.execute(
            "SELECT tgrelid::regclass, tgname FROM pg_trigger "
            "WHERE NOT tgisinternal AND tgtype & 32 = 0 AND tgrelid = ANY (%s::regclass[])",
            [list(tables)],
        )
        guards = cursor.fetchall()
        for table, trigger in guards:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
        yield
        for table, trigger in guards:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")
