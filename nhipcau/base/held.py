"""Rows that change seldom and are asked for on every page, held in memory while they stand.

Every statement that writes to a watched table leaves a `Change` in the same transaction. One
question brings the changes of all; where they differ from those at the last reading, the rows are
read anew. Changes are counted and carry random keys, so neither a rollback nor a late commit nor a
restored backup repeats a state.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from django.db import connection, transaction

from .models import Change
from .while_reading import once

Content = TypeVar("Content")
# How many changes of one name, and all their keys in one number.
State = tuple[int, int]
_ASK = """
    SELECT name, count(*), bit_xor(hashtextextended(uuid::text, 0)) FROM base_change GROUP BY name
"""


class Held(Generic[Content]):
    """The content of watched tables; `name` is that of their changes (see `watching`)."""

    def __init__(self, name: str, read: Callable[[], Content]) -> None:
        self._name, self._read = name, read
        self._held: tuple[State | None, Content] | None = None

    def current(self) -> Content:
        """What stands now; callers share it and change nothing in it."""
        state = once("changes", _states).get(self._name)
        if self._held is None or self._held[0] != state:
            # Read after the state: what comes in between is only read once more.
            self._held = (state, self._read())
        return self._held[1]


def watching(name: str, *tables: str) -> tuple[str, str]:
    """For a migration: the SQL that notes a change of these tables, and the SQL that ends it."""
    start = (
        f"CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION nhipcau_note_change('{name}');"
        for table in tables
    )
    end = (f"DROP TRIGGER note_change ON {table};" for table in tables)
    return "\n".join(start), "\n".join(end)


@transaction.atomic
def settle() -> None:
    """One new change of each name in the place of many, so that counting stays short."""
    names = set(Change.objects.values_list("name", flat=True))
    Change.objects.all().delete()
    Change.objects.bulk_create(Change(name=name) for name in names)


def _states() -> dict[str, State]:
    with connection.cursor() as cursor:
        cursor.execute(_ASK)
        return {name: (count, keys) for name, count, keys in cursor.fetchall()}
