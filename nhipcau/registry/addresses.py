"""The addresses that a module adds: each with its name, its view, and what it takes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver


@dataclass(frozen=True, slots=True)
class Address:
    """One address: its name with namespaces ("ledger:programme"), and the converters it takes."""

    name: str
    view: Callable[..., Any]
    takes: Mapping[str, Any]

    @property
    def permission(self) -> str:
        """The permission that its view asks for; nothing for an open one."""
        return str(getattr(self.view, "permission", ""))


def addresses_in(
    patterns: Sequence[URLPattern | URLResolver],
    namespace: str = "",
    takes: Mapping[str, Any] | None = None,
) -> Iterator[Address]:
    """Every address below some patterns."""
    for each in patterns:
        taken = {**(takes or {}), **each.pattern.converters}
        if isinstance(each, URLResolver):
            inner = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from addresses_in(each.url_patterns, inner, taken)
        else:
            yield Address(f"{namespace}{each.name}", each.callback, taken)
