"""What every template may rely on: the menu for this person, the other languages of this page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

from nhipcau.registry.manifest import NavItem
from nhipcau.registry.modules import registry

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class MenuLine:
    """A line of the menu as this page shows it."""

    label: StrOrPromise
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Language:
    """This page in another language of the interface."""

    code: str
    name: str
    address: str


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """The menu and the languages, for the base page; for those entitled, the way to destroy.

    Asked for by the template that shows them: a piece of a page has no menu.
    """
    return {
        "menu": partial(menu, request),
        "languages": partial(languages, request),
        "may_destroy": partial(_may, request, "shell.redact"),
    }


def menu(request: HttpRequest) -> Iterator[MenuLine]:
    """The lines of all modules that this person may open."""
    where = get_language(), get_script_prefix(), get_urlconf()
    for item in registry.nav():
        if _may_open(request, item):
            address = _address(item.url_name, *where)
            yield MenuLine(item.label, address, request.path.startswith(address))


@lru_cache(maxsize=1024)
def _address(url_name: str, *_where: str | None) -> str:
    """The address of a page, which only what is asked with it can change."""
    return reverse(url_name)


def languages(request: HttpRequest) -> Iterator[Language]:
    """The same page in each other language of the interface."""
    bare = request.get_full_path()
    here = get_language() or settings.LANGUAGE_CODE
    if here != settings.LANGUAGE_CODE:
        bare = bare.removeprefix(f"/{here}")
    for code, name in settings.LANGUAGES:
        if code != here:
            prefix = "" if code == settings.LANGUAGE_CODE else f"/{code}"
            yield Language(code, name, f"{prefix}{bare}")


def _may_open(request: HttpRequest, item: NavItem) -> bool:
    return not item.permission or _may(request, item.permission)


def _may(request: HttpRequest, permission: str) -> bool:
    user = getattr(request, "user", None)
    return bool(user and user.is_authenticated and user.may(permission))
