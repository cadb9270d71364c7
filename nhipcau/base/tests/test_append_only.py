"""No append-only table of the platform lets a row be changed, removed, or emptied away."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, connection, models, transaction

from nhipcau.base import checks
from nhipcau.base.append_only import AppendOnly, AppendOnlyText

from .rows import heads, insert_any, undone, words

pytestmark = pytest.mark.django_db

ANY_TABLE = pytest.mark.parametrize(
    "model", [*heads(), *words()], ids=lambda model: model._meta.db_table
)
ANY_HEAD = pytest.mark.parametrize("head", heads(), ids=lambda model: model._meta.db_table)


def refuses(statement: str) -> bool:
    """Whether the database refuses an SQL statement as a change of what is append-only."""
    with pytest.raises(IntegrityError, match="is append-only"), transaction.atomic():
        connection.cursor().execute(statement)
    return True


def test_the_walk_over_the_models_finds_the_tables_that_must_be_there() -> None:
    found = {model._meta.db_table for model in [*heads(), *words()]}
    assert {"base_auditevent", "base_audittext", "base_redaction", "base_redactiontext"} <= found


@ANY_TABLE
def test_update_by_sql_is_refused(model: type[models.Model]) -> None:
    with undone():
        insert_any(model)
        for field in model._meta.concrete_fields:
            assert refuses(f"UPDATE {model._meta.db_table} SET {field.column} = {field.column}")


@ANY_TABLE
def test_delete_by_sql_is_refused(model: type[models.Model]) -> None:
    with undone():
        insert_any(model)
        assert refuses(f"DELETE FROM {model._meta.db_table}")


@ANY_TABLE
def test_truncate_by_sql_is_refused(model: type[models.Model]) -> None:
    table = model._meta.db_table
    connection.cursor().execute(f"ALTER TABLE {table} ENABLE TRIGGER refuse_truncate")
    assert refuses(f"TRUNCATE {table} CASCADE")


@ANY_HEAD
def test_the_queryset_says_no_before_the_database_does(head: type[AppendOnly]) -> None:
    with pytest.raises(TypeError, match="write a new row"):
        head._default_manager.update(text_hash="")
    with pytest.raises(TypeError, match="withdraw or redact"):
        head._default_manager.all().delete()
    with undone():
        row = insert_any(head)
        with pytest.raises(TypeError, match="write a new row"):
            head._default_manager.bulk_update([row], ["text_hash"])


@ANY_TABLE
def test_a_saved_row_can_be_neither_saved_again_nor_deleted(model: type[models.Model]) -> None:
    with undone():
        row = insert_any(model)
        with pytest.raises(IntegrityError, match="UPDATE refused"), transaction.atomic():
            row.save()
        with pytest.raises(IntegrityError, match="DELETE refused"), transaction.atomic():
            row.delete()


@ANY_HEAD
def test_the_hash_covers_every_column_and_the_trigger_names_the_same(
    head: type[AppendOnly],
) -> None:
    filled_below = {"id", "position", "previous_hash", "row_hash"}
    assert set(head.CHAINED) == {
        # A file may move; the hash of its content may not change.
        f"{field.column}_sha256" if isinstance(field, models.FileField) else field.column
        for field in head._meta.concrete_fields
        if field.column not in filled_below
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(tgargs, 'escape') FROM pg_trigger "
            "WHERE tgname = 'chain_row' AND tgrelid = %s::regclass",
            [head._meta.db_table],
        )
        (arguments,) = cursor.fetchone()
    assert tuple(arguments.removesuffix("\\000").split("\\000")) == head.CHAINED


@ANY_HEAD
def test_every_head_has_its_words_in_a_sibling(head: type[AppendOnly]) -> None:
    siblings = {each.get_accessor_name(): each.related_model for each in head._meta.related_objects}
    assert issubclass(siblings["words"], AppendOnlyText)


@ANY_TABLE
def test_the_system_check_names_a_table_that_lost_a_trigger(model: type[models.Model]) -> None:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER ALL")
        assert list(checks.unguarded([model])) == []
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER refuse_truncate")
        (found,) = checks.unguarded([model])
    assert found.id == "base.E001"
    assert "lacks nhipcau_refuse_truncate" in found.msg


def test_the_command_line_runs_that_check_over_all_tables() -> None:
    with connection.cursor() as cursor:
        for model in [*heads(), *words()]:
            cursor.execute(f"ALTER TABLE {model._meta.db_table} ENABLE TRIGGER ALL")
        call_command("check", databases=["default"], fail_level="WARNING")
        cursor.execute("DROP TRIGGER only_redaction ON base_audittext")
    with pytest.raises(SystemCheckError, match=r"base\.E001"):
        call_command("check", databases=["default"])
