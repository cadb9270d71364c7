"""Names of agencies and places for tables, read at once for the rows of one page."""

from collections.abc import Iterable

from nhipcau.agencies.models import AgencyName
from nhipcau.agencies.models.place import PlaceName


def of_agencies(keys: Iterable[int]) -> dict[int, str]:
    """The short Vietnamese name of each, the full one where it bears none; the latest counts."""
    rows = AgencyName.objects.filter(agency__in=set(keys), language="vi").values_list(
        "agency", "form", "name"
    )
    found: dict[int, dict[str, str]] = {}
    for agency, form, name in rows:
        found.setdefault(agency, {})[form] = name
    full, short = AgencyName.Form.FULL, AgencyName.Form.SHORT
    return {pk: forms.get(short) or forms.get(full, "") for pk, forms in found.items()}


def of_places(keys: Iterable[int]) -> dict[int, str]:
    """The name that each place bears, or bore last."""
    rows = PlaceName.objects.filter(place__in=set(keys)).values_list("place", "name")
    return dict(rows)
