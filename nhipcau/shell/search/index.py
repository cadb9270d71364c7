"""Keeping the index in step: in the transaction of the write, or all of it anew."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils import translation

from nhipcau.base.models import Redaction
from nhipcau.registry.manifest import SearchIndex, SearchText
from nhipcau.registry.modules import registry

from .models import SearchEntry, Synonym
from .tokens import normal
from .vector import key_of, vector

BATCH = 500
LONGEST = 200  # letters of a synonym
KEPT = [
    field.name for field in SearchEntry._meta.fields if field.name not in {"id", "kind", "object"}
]
SETTLED = "vi"  # the language whose addresses have no prefix


def declared() -> Iterator[SearchIndex]:
    """What the modules of this installation let people find."""
    for module in registry:
        yield from module.search


@transaction.atomic(savepoint=False)
def index(objects: Iterable[Model]) -> None:
    """Renew what is kept of objects, and of all that follows them, in the running transaction.

    Every action that writes a declared object calls it last. An object of no declared kind that
    nothing follows is a TypeError: somebody expected it to be found.
    """
    given = list(objects)
    found: dict[str, set[int]] = defaultdict(set)
    for each in given:
        turned = [
            (one.kind, rows) for one in declared() if (rows := _touched(one, each)) is not None
        ]
        if not turned:
            raise TypeError(f"{type(each).__name__} is declared by no module's search")
        for kind, keys in turned:
            found[kind].update(keys)
    for one in declared():
        for batch in batches(sorted(found[one.kind])):
            _renew(one, batch)


@transaction.atomic
def forget(objects: Iterable[Model]) -> None:
    """Take objects out of the index, before they are deleted."""
    uuids = [getattr(each, "uuid") for each in objects]  # noqa: B009  every declared model has one
    SearchEntry.objects.filter(object__in=uuids).delete()
    Synonym.objects.filter(object__in=uuids).delete()


def rebuild(step: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Write the whole index anew, a batch at a time while people search; returns how many objects.

    What nothing declares any more goes.
    """
    kinds = {
        one.kind: list(one.rows().order_by("pk").values_list("pk", flat=True)) for one in declared()
    }
    total, done = sum(map(len, kinds.values())), 0
    for one in declared():
        for batch in batches(kinds[one.kind]):
            with transaction.atomic():
                _renew(one, batch)
            done += len(batch)
            step(done, total)
        gone = SearchEntry.objects.filter(kind=one.kind)
        gone.exclude(object__in=one.rows().order_by().values("uuid")).delete()
    SearchEntry.objects.exclude(kind__in=kinds).delete()
    Synonym.objects.exclude(object=None).exclude(kind__in=kinds).delete()
    return total


def batches(keys: Iterable[int]) -> Iterator[list[int]]:
    """Keys by the hundred: each batch is one transaction of a rebuild."""
    rest = iter(keys)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _touched(one: SearchIndex, each: Model) -> Iterable[int] | None:
    """Keys of this kind that a changed object touches; None where it touches none at all."""
    if isinstance(each, one.rows().model):
        return [each.pk]
    follow = one.follows.get(type(each))
    return None if follow is None else follow(each).order_by().values_list("pk", flat=True)


def _renew(one: SearchIndex, keys: Sequence[int]) -> None:
    rows = one.rows().filter(pk__in=keys)
    held = SearchEntry.objects.filter(kind=one.kind)
    # Whoever writes the same objects waits here, then reads what the other one has committed.
    waiting = held.filter(object__in=rows.order_by().values("uuid"))
    list(waiting.select_for_update().order_by("pk").values_list("pk"))
    with translation.override(SETTLED):
        texts = {row.uuid: one.describe(row) for row in rows}
    kept = _without_redacted({uuid: text for uuid, text in texts.items() if text is not None})
    if gone := texts.keys() - kept.keys():
        held.filter(object__in=gone).delete()
    SearchEntry.objects.bulk_create(
        [_entry(one.kind, uuid, text) for uuid, text in kept.items()],
        update_conflicts=True,
        unique_fields=["kind", "object"],
        update_fields=KEPT,
    )
    if one.abbreviates:
        Synonym.objects.filter(kind=one.kind, object__in=texts).delete()
        pairs = (pair for uuid, text in kept.items() for pair in _pairs(one.kind, uuid, text))
        Synonym.objects.bulk_create(pairs, ignore_conflicts=True)


def _without_redacted(texts: dict[UUID, SearchText]) -> dict[UUID, SearchText]:
    """A text whose words were destroyed by law does not come back with a rebuild.

    Where the copies were destroyed as well, what is described is what is left.
    """
    sources = {source for text in texts.values() for source in text.sources}
    if not sources:
        return texts
    halfway = Redaction.objects.filter(row__in=sources, reaches_copies=False)
    gone = set(halfway.values_list("row", flat=True))
    return {uuid: text for uuid, text in texts.items() if not gone.intersection(text.sources)}


def _entry(kind: str, uuid: UUID, text: SearchText) -> SearchEntry:
    title, body = normal(text.title), normal(text.body)
    return SearchEntry(
        kind=kind,
        object=uuid,
        address=text.address,
        title=title,
        place=normal(text.place),
        within=normal(text.within),
        body=body,
        language=text.language,
        audience=text.audience,
        dated_on=text.dated_on,
        turn=text.turn,
        sources=list(text.sources),
        words=vector([each for each in (text.place, title, *text.names) if each.strip()], body),
    )


def _pairs(kind: str, uuid: UUID, text: SearchText) -> Iterator[Synonym]:
    for short, full in text.abbreviations:
        yield from both_ways(short, full, kind=kind, audience=text.audience, of=uuid)


def both_ways(
    short: str, full: str, *, kind: str, audience: str = "", of: UUID | None = None
) -> Iterator[Synonym]:
    """Rows for a pair of words that mean the same, where they fold to different ones."""
    one, other = key_of(short), key_of(full)
    if one and other and one != other and max(len(one), len(other)) <= LONGEST:
        yield Synonym(key=one, words=other, kind=kind, audience=audience, object=of)
        yield Synonym(key=other, words=one, kind=kind, audience=audience, object=of)
