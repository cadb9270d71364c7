"""Danh bạ: how every agency is called and under which it stands, asked without a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nhipcau.base.held import Held

from .models import Agency, AgencyName


@dataclass(frozen=True, slots=True)
class Directory:
    """Keys of agencies with what lies above and below each, and their short Vietnamese names.

    `bearers` answers for every name in any language who bears or ever bore it, letter for letter.
    """

    parents: Mapping[int, int]
    units: Mapping[int, tuple[int, ...]]
    short_names: Mapping[int, str]
    bearers: Mapping[str, frozenset[int]]

    @classmethod
    def read(cls) -> Directory:
        """Everything in two queries."""
        units: dict[int, list[int]] = defaultdict(list)
        rows = Agency.objects.order_by().values_list("pk", "parent")
        parents = {pk: parent for pk, parent in rows if parent is not None}
        for pk, parent in parents.items():
            units[parent].append(pk)
        names = AgencyName.objects.values_list("agency", "form", "language", "name")
        below = {pk: tuple(each) for pk, each in units.items()}
        return cls(parents, below, _short_names(names), _bearers(names))

    def upwards(self, keys: Iterable[int]) -> frozenset[int]:
        """These agencies and every agency above them."""
        found: set[int] = set()
        for key in keys:
            each: int | None = key
            while each is not None and each not in found:
                found.add(each)
                each = self.parents.get(each)
        return frozenset(found)

    def downwards(self, keys: Iterable[int]) -> frozenset[int]:
        """These agencies and every agency below them."""
        found: set[int] = set()
        waiting = list(keys)
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += self.units.get(each, ())
        return frozenset(found)

    def means_only(self, name: str, agency: int) -> bool:
        """Whether nobody else bears or ever bore a name."""
        return self.bearers.get(name) == frozenset({agency})


def current() -> Directory:
    """The directory as it stands."""
    return _directory.current()


def upwards(agencies: Iterable[Agency]) -> frozenset[int]:
    """Keys of the agencies themselves and of every agency above them.

    A role in a unit counts for the body that the unit belongs to.
    """
    return current().upwards(agency.pk for agency in agencies)


Names = Iterable[tuple[int, str, str, str]]


def _short_names(names: Names) -> dict[int, str]:
    """The short name that each bears or bore last; the full one where it has none."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for agency, form, language, name in names:
        if language == "vi":
            found[agency][form] = name
    full, short = AgencyName.Form.FULL, AgencyName.Form.SHORT
    return {pk: forms.get(short) or forms.get(full, "") for pk, forms in found.items()}


def _bearers(names: Names) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for agency, _form, _language, name in names:
        found[name].add(agency)
    return {name: frozenset(agencies) for name, agencies in found.items()}


_directory = Held("agencies", Directory.read)
