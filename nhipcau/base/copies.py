"""Where the words of a row also live: what goes with them when the law orders them destroyed."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from .append_only import AppendOnly, words_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Stands where words were. It is data, in the language of the texts, not of the page.
DESTROYED = "Nội dung đã được hủy theo quy định"
SHORT = "(đã hủy)"


class Act(Enum):
    """What happens to a copy."""

    EMPTIED = "emptied"  # words of append-only rows: NULL beside a redaction
    OVERWRITTEN = "overwritten"  # fields of ordinary rows: the fixed sentence, or nothing
    UNLINKED = "unlinked"  # stored files
    REMOVED = "removed"  # rows that are nothing without the words
    RENEWED = "renewed"  # nothing is written: only what search keeps of them
    TOLD = "told"  # nothing is written: only what the audit says of them goes


@dataclass(frozen=True, slots=True)
class Copy:
    """Rows of one model that hold the words, in which fields; `values` are set as given."""

    act: Act
    label: "StrOrPromise"
    rows: tuple[models.Model, ...]
    names: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


def words(label: "StrOrPromise", rows: Iterable[AppendOnly]) -> Copy:
    """The words of append-only rows."""
    return Copy(Act.EMPTIED, label, tuple(rows))


def fields(
    label: "StrOrPromise",
    rows: Iterable[models.Model],
    names: Sequence[str] | None = None,
    **values: Any,
) -> Copy:
    """Fields of ordinary rows; all that hold free words where none is named."""
    held = tuple(rows)
    if names is None:
        names = [each.name for each in free_words(type(held[0]))] if held else ()
    return Copy(Act.OVERWRITTEN, label, held, tuple(names), values)


def files(label: "StrOrPromise", rows: Iterable[models.Model], name: str = "file") -> Copy:
    """Stored files: of ordinary rows the name goes too, the head of an append-only one keeps it."""
    return Copy(Act.UNLINKED, label, tuple(each for each in rows if getattr(each, name)), (name,))


def removed(label: "StrOrPromise", rows: Iterable[models.Model]) -> Copy:
    """Rows that say nothing without the words: a citation is a place in them."""
    return Copy(Act.REMOVED, label, tuple(rows))


def renewed(*rows: models.Model) -> Copy:
    """Objects that search describes with the words, and that are to be described anew."""
    return Copy(Act.RENEWED, "", rows)


def told_of(*rows: models.Model) -> Copy:
    """Objects whose events in the audit repeat the words."""
    return Copy(Act.TOLD, "", rows)


def free_words(model: type[models.Model]) -> Iterator["models.Field[Any, Any]"]:
    """Fields in which people write what they like: texts without a list of choices."""
    for each in model._meta.concrete_fields:
        inner = each.base_field if isinstance(each, ArrayField) else each
        is_text = isinstance(inner, models.TextField | models.CharField | models.JSONField)
        is_free = is_text and not isinstance(inner, models.SlugField) and not inner.choices
        if is_free and not each.primary_key and "sha256" not in each.name:
            yield each


def empty_value(row: models.Model, name: str) -> Any:
    """What stands in a field afterwards: nothing where nothing stood, else the fixed sentence."""
    held, kept = row._meta.get_field(name), getattr(row, name)
    if isinstance(held, ArrayField | models.JSONField):
        return held.get_default()
    if isinstance(held, models.SlugField):
        return f"da-huy-{uuid.uuid4().hex[:12]}"
    if isinstance(held, models.CharField | models.TextField):
        return _sentence(row, held) if kept else kept
    return None


def _sentence(row: models.Model, held: "models.Field[Any, Any]") -> str:
    room = held.max_length or len(DESTROYED)
    if _is_unique(row, held.name):
        return f"{SHORT} {uuid.uuid4().hex[:6]}"[:room]
    return DESTROYED if room >= len(DESTROYED) else SHORT[:room]


def _is_unique(row: models.Model, name: str) -> bool:
    constraints = [
        each for each in row._meta.constraints if isinstance(each, models.UniqueConstraint)
    ]
    own = row._meta.get_field(name)
    return getattr(own, "unique", False) or any(name in each.fields for each in constraints)


def texts_in(copy: Copy) -> Iterator[str]:
    """The words that a copy holds now, piece by piece."""
    for row in copy.rows:
        if copy.act is Act.EMPTIED and isinstance(row, AppendOnly):
            kept = words_of(type(row))._default_manager.filter(row=row).values_list("text")
            yield from (text for (text,) in kept if text)
        elif copy.act is Act.OVERWRITTEN:
            for value in (getattr(row, name) for name in {*copy.names, *copy.values}):
                pieces = value if isinstance(value, list) else [value]
                yield from (each for each in pieces if isinstance(each, str) and each)
