"""The index: one row for each object that may be found, and the synonyms of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Case, F, IntegerField, Lookup, Value, When

from nhipcau.registry.modules import registry

from .query import Query

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler


class Person(Protocol):
    """Somebody signed in, known here by what they may do."""

    @property
    def is_authenticated(self) -> Literal[True]: ...

    def may(self, permission: str, /) -> bool: ...

    def circles(self) -> frozenset[str]: ...


class WordsField(SearchVectorField):  # type: ignore[type-arg]  # takes none when it runs
    """A tsvector written as a literal of our own, asked with literals of our own."""

    def get_placeholder(
        self, value: Any, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> str:
        return "%s::tsvector"

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """To migrations it is Django's field: they import nothing of ours."""
        name, _, given, named = super().deconstruct()
        return name, "django.contrib.postgres.search.SearchVectorField", list(given), dict(named)


@WordsField.register_lookup
class Matches(Lookup):
    """Whether the words match a literal of a tsquery, which travels as a parameter."""

    lookup_name = "matches"
    prepare_rhs = False

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[str | int, ...]]:
        words, given = self.process_lhs(compiler, connection)
        return f"{words} @@ %s::tsquery", (*given, str(self.rhs))


def readable(user: Person | AnonymousUser) -> list[str]:
    """The audiences that a person belongs to: everybody, one for each permission held, and those
    of a permission within a body («correspondence.read@…»)."""
    if not user.is_authenticated:
        return [""]
    held = [code for code in registry.permissions() if user.may(code)]
    within = [code for code in held if registry.permissions()[code].is_within_bodies]
    circles = user.circles() if within else frozenset()
    return ["", *held, *(f"{code}@{circle}" for code in within for circle in circles)]


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def visible_to(self, user: Person | AnonymousUser) -> SearchEntryQuerySet:
        """Entries of objects that the person may read."""
        return self.filter(audience__in=readable(user))

    def matching(self, literal: str) -> SearchEntryQuerySet:
        """Entries whose words match a literal of a tsquery."""
        return self.filter(words__matches=literal)

    def best_first(self, query: Query, *, widened: bool) -> SearchEntryQuerySet:
        """All words before most words; marks as typed, the whole name, title, phrase; the newest.

        `widened`: entries that lack a word are among them.
        """
        merit = _worth(query.as_name, 8) + _worth(query.in_title, 4)
        if query.has_marks:
            merit = merit + _worth(query.exact, 16)
        if len(query.tokens) > 1:
            merit = merit + _worth(query.phrase, 2)
        if widened:
            merit = merit + _worth(query.as_typed, 32) + _worth(query.every_word, 64)
        return self.order_by(
            merit.desc(), F("dated_on").desc(nulls_last=True), "within", "turn", "pk"
        )


def _worth(literal: str, points: int) -> Case:
    return Case(
        When(words__matches=literal, then=Value(points)),
        default=Value(0),
        output_field=IntegerField(),
    )


class SearchEntry(models.Model):
    """What search keeps of one object: its words, a text to show, who may read it."""

    kind = models.CharField(max_length=40)
    object = models.UUIDField()
    # Without the prefix of a language.
    address = models.CharField(max_length=300)
    title = models.TextField()
    place = models.CharField(max_length=80)
    within = models.TextField()
    body = models.TextField()
    language = models.CharField(max_length=8, default="vi")
    # A permission of some module; empty for everybody.
    audience = models.CharField(max_length=80)
    dated_on = models.DateField(null=True)
    turn = models.PositiveIntegerField(default=0)
    # Append-only rows whose words are in here: their redaction takes the entry away.
    sources = ArrayField(models.UUIDField(), default=list)
    words = WordsField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "object"], name="one_entry_per_object")
        ]
        indexes: ClassVar[list[models.Index]] = [
            # No list of pending words: searching stays even, and entries are written one by one.
            GinIndex(fields=["words"], name="entry_by_word", fastupdate=False)
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.place or self.title}"


class SynonymQuerySet(models.QuerySet["Synonym"]):
    def visible_to(self, user: Person | AnonymousUser) -> SynonymQuerySet:
        """Synonyms from texts that the person may read."""
        return self.filter(audience__in=readable(user))


class Synonym(models.Model):
    """One way of a pair: words that also mean others («ttdn», «thong tin doi ngoai»), folded."""

    key = models.CharField(max_length=200, db_index=True)
    words = models.CharField(max_length=200)
    audience = models.CharField(max_length=80)
    # The object whose text says so; the kind alone for those that the project keeps as data.
    kind = models.CharField(max_length=40)
    object = models.UUIDField(null=True)

    objects = SynonymQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["key", "words", "kind", "object"],
                nulls_distinct=False,
                name="one_synonym_per_source",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.words}"
