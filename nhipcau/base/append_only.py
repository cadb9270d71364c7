"""Rows that are written once: chained by the database, and emptied only by a redaction.

An append-only row is a pair. The head keeps what may stay for ever (who, when, what kind, which
object) and the hash of its words; the words lie in a sibling row. The database chains the heads
and refuses every UPDATE, DELETE and TRUNCATE; of the sibling it allows one thing, text to NULL,
where a redaction of that row is recorded. See docs/adr/0003.
"""

import hashlib
import secrets
import uuid
from collections.abc import Iterable, Sized
from functools import cache
from typing import Any, ClassVar, NoReturn, TypeVar

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from . import clock

Row = TypeVar("Row", bound="AppendOnly")


class AppendOnlyQuerySet(models.QuerySet[Row]):
    """A queryset that says in Python what the database's triggers enforce below it."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError(f"{self.model.__name__} is append-only: write a new row")

    def delete(self) -> NoReturn:
        raise TypeError(f"{self.model.__name__} is append-only: withdraw or redact")


class AppendOnly(models.Model):
    """The head of an append-only row; position and hashes are filled by the database."""

    # The columns that the row's hash covers, in this order; the migration's trigger names the same.
    CHAINED: ClassVar[tuple[str, ...]] = ("uuid", "recorded_at", "text_hash")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recorded_at = models.DateTimeField(_("ghi nhận lúc"), default=clock.now, editable=False)
    text_hash = models.CharField(max_length=64, editable=False)
    position = models.BigIntegerField(db_default=0, unique=True, editable=False)
    previous_hash = models.CharField(max_length=64, db_default="", editable=False)
    row_hash = models.CharField(max_length=64, db_default="", editable=False)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["position"]


class AppendOnlyText(models.Model):
    """The words of an append-only row: a subclass adds `row`, one-to-one to the head's uuid,
    with the related name `words`."""

    text = models.TextField(null=True)  # noqa: DJ001  NULL is a redacted text, "" an empty one
    salt = models.CharField(max_length=32, null=True, editable=False)  # noqa: DJ001

    class Meta:
        abstract = True


def write(head: Row, words: type[AppendOnlyText], text: str) -> Row:
    """Save an unsaved head with its words in the running transaction; returns the saved head.

    Raises RuntimeError outside a transaction: the pair, and the write it speaks of, are one.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an append-only row is written in the transaction of what it records")
    salt = secrets.token_hex(16)
    head.text_hash = hash_of(salt, text)
    # Every subclass adds `row`, which the checker cannot see from here.
    _insert(head, words(row=head, text=text, salt=salt))  # type: ignore[misc]
    return head


# Every write of the platform ends with such pairs: both rows travel in one statement.
_PAIR = """
    WITH words AS (INSERT INTO {words} ({words_columns}) VALUES ({words_values}))
    INSERT INTO {head} ({head_columns}) VALUES ({head_values}) RETURNING {filled}
"""


def _insert(head: AppendOnly, words: AppendOnlyText) -> None:
    """Both rows at once; the head then has what the database filled."""
    filled = head._meta.db_returning_fields
    values = _prepared(words) + _prepared(head)
    with connection.cursor() as cursor:
        cursor.execute(_pair(type(head), type(words)), values)
        for field, value in zip(filled, cursor.fetchone(), strict=True):
            setattr(head, field.attname, value)
    head._state.adding, head._state.db = False, connection.alias


def _given(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The columns that the database does not fill itself."""
    filled = model._meta.db_returning_fields
    return [field for field in model._meta.concrete_fields if field not in filled]


def _prepared(row: models.Model) -> list[Any]:
    return [
        field.get_db_prep_save(field.pre_save(row, True), connection) for field in _given(type(row))
    ]


@cache
def _pair(head: type[models.Model], words: type[models.Model]) -> str:
    return _PAIR.format(
        words=_quoted(words),
        words_columns=_columns(_given(words)),
        words_values=_places(_given(words)),
        head=_quoted(head),
        head_columns=_columns(_given(head)),
        head_values=_places(_given(head)),
        filled=_columns(head._meta.db_returning_fields),
    )


def _columns(fields: "Iterable[models.Field[Any, Any]]") -> str:
    return ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)


def _places(fields: Sized) -> str:
    return ", ".join(["%s"] * len(fields))


def write_many(pairs: Iterable[tuple[Row, str]], words: type[AppendOnlyText]) -> list[Row]:
    """Save many unsaved heads with their words, in their order, as `write` does one.

    Raises RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("append-only rows are written in the transaction of what they record")
    heads, siblings = [], []
    for head, text in pairs:
        salt = secrets.token_hex(16)
        head.text_hash = hash_of(salt, text)
        heads.append(head)
        siblings.append(words(row_id=head.uuid, text=text, salt=salt))  # type: ignore[misc]
    if heads:
        type(heads[0])._default_manager.bulk_create(heads, batch_size=2000)
        words._default_manager.bulk_create(siblings, batch_size=2000)
    return heads


def hash_of(salt: str, text: str) -> str:
    """SHA-256 of salt and text, in hexadecimal; without the salt the text cannot be guessed."""
    return hashlib.sha256((salt + text).encode()).hexdigest()


def breaks(model: type[AppendOnly], *, after: int, upto: int) -> list[int]:
    """Positions in (after, upto] whose hash, link to the row before, or words do not hold."""
    table = _quoted(model)
    with connection.cursor() as cursor:
        cursor.execute(
            # Table names cannot be parameters; this one comes from a model, never from a request.
            f"SELECT position FROM nhipcau_chain_breaks('{table}', %s, %s, %s)",  # noqa: S608
            [list(model.CHAINED), after, upto],
        )
        found = {position for (position,) in cursor.fetchall()}
        cursor.execute(
            _ALTERED_WORDS.format(heads=table, words=_quoted(words_of(model))), [after, upto]
        )
        return sorted(found | {position for (position,) in cursor.fetchall()})


# Words that are not those of their head: changed, or gone without a redaction.
_ALTERED_WORDS = """
    SELECT head.position FROM {heads} head LEFT JOIN {words} words ON words.row_id = head.uuid
    WHERE head.position > %s AND head.position <= %s AND head.text_hash IS DISTINCT FROM CASE
        WHEN words.text IS NOT NULL
        THEN encode(sha256(convert_to(words.salt || words.text, 'UTF8')), 'hex')
        WHEN words.row_id IS NOT NULL
            AND EXISTS (SELECT 1 FROM base_redaction WHERE "row" = head.uuid)
        THEN head.text_hash
    END
"""


def words_of(model: type[AppendOnly]) -> type[models.Model]:
    """The model of the words of a head."""
    siblings = {
        each.get_accessor_name(): each.related_model for each in model._meta.related_objects
    }
    return siblings["words"]


def _quoted(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)
