"""What stands above agencies: a role in a unit counts for the body that the unit belongs to."""

from collections.abc import Iterable

from .models import Agency


def upwards(agencies: Iterable[Agency]) -> frozenset[int]:
    """Keys of the agencies themselves and of every agency above them, a query for each level."""
    found: set[int] = set()
    waiting: set[int] = set()
    for agency in agencies:
        found.add(agency.pk)
        waiting |= {agency.parent_id} if agency.parent_id else set()
    while waiting := waiting - found:
        found |= waiting
        above = Agency.objects.filter(pk__in=waiting).order_by().values_list("parent", flat=True)
        waiting = {pk for pk in above if pk is not None}
    return frozenset(found)
