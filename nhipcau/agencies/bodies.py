"""For which bodies a person reads mail: the own agency, those above it, those it took over from."""

from .directory import upwards
from .models import Succession, User


def bodies_of(user: User) -> frozenset[int]:
    """Keys of the agencies whose letters this person may read today.

    A letter to a ministry is a letter to the unit that deals with it, and what was sent to a body
    that is gone belongs to those who took over from it.
    """
    found = set(upwards(user.agencies()))
    waiting = set(found)
    while waiting:
        taken = Succession.objects.standing().filter(new__in=waiting)
        waiting = set(taken.values_list("old", flat=True)) - found
        found |= waiting
    return frozenset(found)
