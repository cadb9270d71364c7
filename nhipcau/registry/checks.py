"""System checks: what a manifest names exists, and foreign keys follow the layers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, register
from django.db.models import Model
from django.urls import NoReverseMatch, reverse

from .addresses import addresses_in
from .manifest import Module
from .modules import registry

# The layers of the tree, lowest first; import-linter sees imports, not keys named by a string.
LAYERS = ("base", "registry", "shell", "agencies", "ledger", "modules", "project")
LEDGER = (
    "programmes", "obligations", "papers", "work", "coverage", "evidence", "reports",
)  # fmt: skip


@register()
def manifests_name_what_exists(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    return [message for module in registry for message in examine(module)]


@register()
def foreign_keys_follow_the_layers(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    return list(upward_keys(apps.get_models()))


def examine(module: Module) -> Iterator[CheckMessage]:
    """What one manifest says that does not hold."""
    declared = registry.permissions()
    for name in unknown_pages(module):
        yield _error(module, f"names a page that does not exist: {name}", "E001")
    for item in module.nav:
        if item.permission and item.permission not in declared:
            yield _error(module, f"no such permission: {item.permission}", "E002")
    # The ledger's rooms name their own permissions («papers.draft»); the ledger gathers them.
    rooms = LEDGER if module.code == "ledger" else ()
    for permission in module.permissions:
        if permission.code.partition(".")[0] not in {module.code, *rooms}:
            text = f"permission {permission.code} does not begin with {module.code}."
            yield _error(module, text, "E003")
    for kind in module.evidence:
        others = [m.code for m in registry if any(e.code == kind.code for e in m.evidence)]
        if len(others) > 1 or [e.code for e in module.evidence].count(kind.code) > 1:
            text = f"evidence kind {kind.code} is declared more than once"
            yield _error(module, text, "E006")
    for address in addresses_in(module.urls):
        if address.name not in module.public_pages and address.permission not in declared:
            text = f"{address.name} is neither a public page nor asks for a declared permission"
            yield _error(module, text, "E005")


def unknown_pages(module: Module) -> Iterator[str]:
    """Menu lines that lead nowhere, and public pages that the module does not have."""
    for item in module.nav:
        try:
            reverse(item.url_name)
        except NoReverseMatch:
            yield item.url_name
    own = {address.name for address in addresses_in(module.urls)}
    yield from (name for name in module.public_pages if name not in own)


def upward_keys(models: Iterable[type[Model]]) -> Iterable[CheckMessage]:
    """Foreign keys of the platform's models that point to a higher layer or to another module."""
    for model in models:
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if not (field.concrete and isinstance(target, type) and issubclass(target, Model)):
                continue
            here, there = place_of(model.__module__), place_of(target.__module__)
            if here and there and not _may_point(here, there):
                yield Error(
                    f"{model._meta.label}.{field.name} points upwards, to {target._meta.label}",
                    hint="Keys follow the imports: they go down only.",
                    id="registry.E004",
                )


def place_of(dotted: str) -> tuple[str, str] | None:
    """("ledger", "programmes") for nhipcau.ledger.programmes.models; None outside the platform."""
    parts = dotted.split(".")
    if len(parts) < 2 or parts[0] != "nhipcau" or parts[1] not in LAYERS:
        return None
    return parts[1], parts[2] if len(parts) > 2 else ""


def _may_point(here: tuple[str, str], there: tuple[str, str]) -> bool:
    if here[0] != there[0]:
        return LAYERS.index(there[0]) < LAYERS.index(here[0])
    if here[0] == "modules":
        return here[1] == there[1]
    if here[0] == "ledger" and {here[1], there[1]} <= set(LEDGER):
        return LEDGER.index(there[1]) <= LEDGER.index(here[1])
    return True


def _error(module: Module, text: str, code: str) -> CheckMessage:
    return Error(f"{module.code}: {text}", id=f"registry.{code}")
