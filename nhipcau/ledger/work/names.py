"""Names of agencies and places for tables, read at once for the rows of one page."""

from collections.abc import Iterable

from nhipcau.agencies import directory
from nhipcau.agencies.models.place import PlaceName


def of_agencies(keys: Iterable[int]) -> dict[int, str]:
    """The short Vietnamese name of each, the full one where it bears none; the latest counts."""
    known = directory.current().short_names
    return {pk: known[pk] for pk in keys if pk in known}


def of_places(keys: Iterable[int]) -> dict[int, str]:
    """The name that each place bears, or bore last."""
    rows = PlaceName.objects.filter(place__in=set(keys)).values_list("place", "name")
    return dict(rows)
