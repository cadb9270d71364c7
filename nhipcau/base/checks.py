"""Database checks: every append-only table is guarded by its triggers."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from .append_only import AppendOnly, AppendOnlyText

HEAD = {"nhipcau_refuse_change", "nhipcau_refuse_truncate", "nhipcau_chain_row"}
WORDS = {"nhipcau_only_redaction", "nhipcau_refuse_truncate"}


@register(Tags.database)
def append_only_tables_are_guarded(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None, **kwargs: Any
) -> list[CheckMessage]:
    # `migrate` asks too, before the triggers can be there.
    return list(unguarded(apps.get_models())) if databases and is_migrated() else []


def is_migrated() -> bool:
    """Whether the database has every migration of the code."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def unguarded(models: Iterable[type[Model]]) -> Iterable[CheckMessage]:
    """Append-only tables that lack one of the triggers that make them so."""
    for model in models:
        wanted = _wanted(model)
        missing = wanted - _triggers(model._meta.db_table) if wanted else set()
        if missing:
            yield Error(
                f"{model._meta.label} is append-only and lacks {', '.join(sorted(missing))}",
                hint="Attach the triggers in the migration that makes the table.",
                id="base.E001",
            )


def _wanted(model: type[Model]) -> set[str]:
    if issubclass(model, AppendOnly):
        return HEAD
    return WORDS if issubclass(model, AppendOnlyText) else set()


def _triggers(table: str) -> set[str]:
    """The names of the functions that enabled triggers of a table run."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.proname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgrelid = to_regclass(%s)",
            [table],
        )
        return {name for (name,) in cursor.fetchall()}
