"""Finding: from what was typed to one page of entries, and how many there are of each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import Count

from .models import Person, SearchEntry, SearchEntryQuerySet, Synonym
from .query import Query, parse, spans

ON_A_PAGE = 20
FEW = 10  # with fewer entries than these, such that lack a word are shown as well
MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found; `counts` by kind, whichever kind the page shows."""

    query: Query
    page: Page[SearchEntry]
    counts: Mapping[str, int]
    is_widened: bool

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class Pages(Paginator):  # type: ignore[type-arg]
    """Pages of entries whose number is known, so that it is not counted once more."""

    def __init__(self, entries: SearchEntryQuerySet, count: int) -> None:
        super().__init__(entries.defer("words"), ON_A_PAGE)
        self._count = min(count, MOST_PAGES * ON_A_PAGE)

    @cached_property
    def count(self) -> int:
        return self._count

    def page(self, number: int | str) -> Page[SearchEntry]:
        first = (self.validate_number(number) - 1) * self.per_page
        entries = list(self.object_list[first : first + self.per_page]) if self._count else []
        return Page(entries, int(number), self)


def find(text: str, *, user: Person | AnonymousUser, kind: str = "", page: str | int = 1) -> Found:
    """What the person may read of what they look for, best first; empty where no word was typed."""
    query = parse(text, synonyms_of(text, user))
    entries = SearchEntry.objects.visible_to(user)
    literal, counts = query.every_word, {}
    if query:
        counts = _counts(entries.matching(literal))
    enough = sum(counts.values())
    if query and enough < FEW:
        literal = f"({query.as_typed}) | ({query.most_words})"
        counts = _counts(entries.matching(literal))
    is_widened = sum(counts.values()) > enough
    matching = (
        entries.matching(literal).best_first(query, widened=is_widened) if query else entries.none()
    )
    shown = matching.filter(kind=kind) if kind else matching
    pages = Pages(shown, counts.get(kind, 0) if kind else sum(counts.values()))
    return Found(query, pages.get_page(page), counts, is_widened)


def synonyms_of(text: str, user: Person | AnonymousUser) -> Mapping[str, Sequence[str]]:
    """The synonyms of the words of a query, from texts that the person may read."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = Synonym.objects.visible_to(user).filter(key__in=spans(text)).order_by("words")
    for key, words in rows.values_list("key", "words").distinct():
        found[key].append(words)
    return found


def _counts(entries: SearchEntryQuerySet) -> dict[str, int]:
    rows = entries.order_by().values_list("kind").annotate(count=Count("pk"))
    return dict(rows)
