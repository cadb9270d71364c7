"""What can be proposed: any row that a module declares, lets search find, or names in an address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db.models import FileField, Model
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from nhipcau.base.copies import Act, Copy, fields, files, texts_in
from nhipcau.registry.modules import registry
from nhipcau.shell.search.index import declared
from nhipcau.shell.search.models import SearchEntry

# Layers whose rows are no content: only what they declare can be proposed.
CLOSED = frozenset({"base", "shell", "agencies"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A row, what people call its kind, and everything that goes with it."""

    row: Model
    label: str
    copies: tuple[Copy, ...]

    @property
    def kind(self) -> str:
        return self.row._meta.label_lower

    @property
    def uuid(self) -> UUID:
        uuid: UUID = self.row.uuid  # type: ignore[attr-defined]  # only such rows are found
        return uuid

    @property
    def address(self) -> str:
        """Its own page, or where search finds it; empty for what has neither."""
        own = getattr(self.row, "get_absolute_url", None)
        return own() if own else (self._entry.address if self._entry else "")

    @property
    def within(self) -> str:
        """In what it stands, as search says it: «922/CTPH-BTTTT-UBDT»."""
        return self._entry.within if self._entry else ""

    @property
    def _entry(self) -> SearchEntry | None:
        return SearchEntry.objects.filter(object=self.uuid).first()

    def texts(self) -> Iterator[str]:
        """The words that would go."""
        return (text for copy in self.copies for text in texts_in(copy))

    def extent(self) -> list[tuple[str, int]]:
        """What would go, as a person is told: what it is, and how many."""
        told: dict[str, int] = {}
        for copy in self.copies:
            if copy.act not in {Act.RENEWED, Act.TOLD} and copy.rows:
                told[str(copy.label)] = told.get(str(copy.label), 0) + len(copy.rows)
        return list(told.items())


def find(kind: str, uuid: UUID, *, held: bool = False) -> Subject | None:
    """The row of a kind («programmes.provision»); None for what is not there or not to be found.

    `held` keeps it as it is until the end of the transaction, and waits first for whoever writes it:
    what they add belongs to the copies.
    """
    try:
        model = apps.get_model(kind)
    except (LookupError, ValueError):
        return None
    label = _label(model)
    if held and label:
        # Without its order, which may join other tables: their rows would be held as well.
        rows = model._base_manager.select_for_update().filter(uuid=uuid)
        list(rows.order_by().values_list("pk"))
    row = model._default_manager.filter(uuid=uuid).first() if label else None
    return Subject(row, label, tuple(_copies(row))) if row else None


def at_address(address: str) -> list[Subject]:
    """What stands at the address of a page, with or without its host; several may stand at one."""
    path = _path(address)
    found = [*_by_search(path), *_by_page(path)]
    return list({each.uuid: each for each in found}.values())


def _by_search(path: str) -> Iterator[Subject]:
    models = {each.kind: each.rows().model for each in declared()}
    for entry in SearchEntry.objects.filter(address=path, kind__in=models)[:20]:
        if subject := find(_kind(models[entry.kind]), entry.object):
            yield subject


def _by_page(path: str) -> Iterator[Subject]:
    """Objects that an address names, and places in one that have a page below its own."""
    try:
        named = resolve(path.partition("#")[0]).kwargs
    except Resolver404:
        return
    for row in _carried(named):
        own = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
        is_named = str(row.uuid) == str(named.get("uuid"))  # type: ignore[attr-defined]
        if (own == path or is_named) and (subject := find(_kind(type(row)), row.uuid)):  # type: ignore[attr-defined]
            yield subject
        elif own and path.startswith(own) and "address" in named:
            yield from _by_search(f"{own}#{named['address']}")


def _carried(named: Mapping[str, object]) -> Iterator[Model]:
    """Rows of known models that an address names by uuid or slug."""
    for model in _known():
        own = {each.name for each in model._meta.fields}
        for name in own.intersection(("uuid", "slug")).intersection(named):
            yield from model._default_manager.filter(**{name: named[name]})


def _path(address: str) -> str:
    """From «https://host/en/chuong-trinh/x/#IV.1» the Vietnamese path with its place."""
    _scheme, _slashes, rest = address.strip().rpartition("://")
    path = "/" + rest.partition("/")[2] if _scheme else rest
    return path.removeprefix("/en") if path.startswith("/en/") else path


def _known() -> list[type[Model]]:
    named = [each.model for module in registry for each in module.copies]
    found = [each.rows().model for each in declared()]
    return list(dict.fromkeys([*named, *found, *filter(_is_content, apps.get_models())]))


def _is_content(model: type[Model]) -> bool:
    """Rows of the modules that an address may name; people, their rights and names are not content."""
    is_own = (
        model.__module__.startswith("nhipcau.") and model.__module__.split(".")[1] not in CLOSED
    )
    return is_own and any(each.name == "uuid" for each in model._meta.fields)


def _kind(model: type[Model]) -> str:
    return model._meta.label_lower


def _label(model: type[Model]) -> str:
    """What people call such a row; empty for what nobody declares."""
    named = [each.label for each in registry.copies(model)]
    named += [each.label for each in declared() if each.rows().model is model]
    if not named and _is_content(model):
        return _("Nội dung của trang")
    return str(named[0]) if named else ""


def _copies(row: Model) -> Iterator[Copy]:
    """What the modules say; of what is only found by search, its own words."""
    known = registry.copies(type(row))
    if not known:
        yield fields(_label(type(row)), [row])
        stored = [each.name for each in row._meta.fields if isinstance(each, FileField)]
        yield from (files(_label(type(row)), [row], name) for name in stored)
    for each in known:
        yield from each.reach(row)
