"""The list of modules that joined, filled once at start-up and closed after it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.db.models import Model

from .manifest import AuditVerb, Copies, EvidenceKind, Module, NavItem, Permission

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Registry:
    """Modules in the order of settings; refuses a code twice and anything after start-up."""

    def __init__(self) -> None:
        self._modules: dict[str, Module] = {}
        self._closed = False

    def join(self, module: Module) -> None:
        if self._closed:
            raise RuntimeError(f"{module.code}: a module joins at start-up, not later")
        if module.code in self._modules:
            raise RuntimeError(f"{module.code}: two modules of one code")
        self._modules[module.code] = module
        for gathered in ("_nav", "_permissions"):
            self.__dict__.pop(gathered, None)

    def close(self) -> None:
        self._closed = True

    def __iter__(self) -> Iterator[Module]:
        return iter(self._modules.values())

    def nav(self) -> Sequence[NavItem]:
        """Menu lines of all modules, by their order."""
        return self._nav

    def permissions(self) -> Mapping[str, Permission]:
        """Every permission that a module declares, by its code."""
        return self._permissions

    def audit_verbs(self) -> dict[str, AuditVerb]:
        """Every kind of event that a module declares, by its code."""
        return {each.code: each for module in self for each in module.audit_verbs}

    def audit_words(self) -> dict[str, "StrOrPromise"]:
        """How parts and values of changes are called that are no field with a name."""
        return {key: each for module in self for key, each in module.audit_words.items()}

    def evidence_kinds(self) -> dict[str, EvidenceKind]:
        """Every kind of evidence that a module declares, by its code."""
        return {each.code: each for module in self for each in module.evidence}

    def copies(self, model: type[Model]) -> list[Copies]:
        """What the modules say of where the words of such rows also live."""
        return [each for module in self for each in module.copies if each.model is model]

    # Asked for on every page, more than once: gathered once.

    @cached_property
    def _nav(self) -> tuple[NavItem, ...]:
        items = (item for module in self for item in module.nav)
        return tuple(sorted(items, key=lambda item: item.order))

    @cached_property
    def _permissions(self) -> Mapping[str, Permission]:
        declared = {each.code: each for module in self for each in module.permissions}
        return MappingProxyType(declared)


registry = Registry()


def load(paths: list[str], into: Registry = registry) -> None:
    """Import `<path>.module` of each path and let its MODULE join; a missing one is an ImportError."""
    for path in paths:
        declared = import_module(f"{path}.module")
        if not isinstance(getattr(declared, "MODULE", None), Module):
            raise RuntimeError(f"{path}.module: MODULE is not a registry Module")
        into.join(declared.MODULE)
    into.close()
