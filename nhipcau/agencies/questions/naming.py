"""Who bore a name: on a day, or ever; with and without marks, abbreviations included."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from nhipcau.agencies.models import Agency, AgencyName, Place, PlaceName
from nhipcau.language.fold import fold


@dataclass(frozen=True, slots=True)
class Named:
    """An agency or a place, with the name by which it was found."""

    bearer: Agency | Place
    name: AgencyName | PlaceName
    # Whether it bore the name on the day asked about.
    then: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought, those that bore the name on the day first."""

    agencies: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    # More bear such a name than are shown.
    cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.agencies or self.places)


def called(name: str, *, on: date) -> tuple[Agency, ...]:
    """Who was X on a day: the agencies that bore a name or an abbreviation, letter for letter."""
    agencies = Agency.objects.called(name, on=on).select_related("parent")
    return tuple(agencies.prefetch_related("names", "parent__names"))


def search(words: str, *, on: date, limit: int = 40) -> Found:
    """Agencies and places that ever bore a name with these words, marks or no marks."""
    asked = fold(words).split()
    if not asked:
        return Found()
    every = Q(*(Q(folded__contains=word) for word in asked))
    agencies = AgencyName.objects.filter(every).select_related("agency__parent")
    agencies = agencies.prefetch_related("agency__names", "agency__parent__names")
    places = PlaceName.objects.filter(every).select_related("place__list", "place__parent")
    places = places.prefetch_related("place__names", "place__parent__names")
    # One more than is shown tells that there are more.
    ours = _ranked(((each, each.agency) for each in agencies[: limit * 8]), words, on)
    theirs = _ranked(((each, each.place) for each in places[: limit * 8]), words, on)
    cut = len(ours) > limit or len(theirs) > limit
    return Found(ours[:limit], theirs[:limit], cut)


def _ranked(
    names: Iterable[tuple[AgencyName | PlaceName, Agency | Place]], words: str, on: date
) -> tuple[Named, ...]:
    found: dict[int, Named] = {}
    for name, bearer in sorted(names, key=lambda each: _rank(each[0], words, on)):
        found.setdefault(bearer.pk, Named(bearer, name, name.is_borne_on(on)))
    return tuple(found.values())


def _rank(name: AgencyName | PlaceName, words: str, on: date) -> tuple[bool, bool, bool, int, int]:
    """Letter for letter before folded, the whole name before a part, borne then before ever."""
    written = unicodedata.normalize("NFC", words).casefold().strip()
    borne = name.name.casefold()
    return (
        written != borne,
        written not in borne,
        not name.is_borne_on(on),
        len(name.name),
        name.pk,
    )
