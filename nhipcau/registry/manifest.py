"""What a module says of itself: one frozen value in its `module.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import URLPattern, URLResolver

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Permission:
    """A right that a module knows: its code ("ledger.publish"), its label, who has it by default."""

    code: str
    label: StrOrPromise
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AuditVerb:
    """A kind of event that a module notes: its code ("ledger.published"), in words for a reader."""

    code: str
    label: StrOrPromise


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the main menu; without a permission everybody sees it."""

    label: StrOrPromise
    url_name: str
    permission: str = ""
    order: int = 100


@dataclass(frozen=True, slots=True)
class Module:
    """Everything that a module adds to the platform. A field comes with its first user, not before."""

    code: str
    label: StrOrPromise
    urls: Sequence[URLPattern | URLResolver] = ()
    nav: tuple[NavItem, ...] = ()
    permissions: tuple[Permission, ...] = ()
    # Names of pages that open without signing in, on an empty database as well.
    public_pages: tuple[str, ...] = ()
    # What the audit page calls the events that this module's actions note.
    audit_verbs: tuple[AuditVerb, ...] = ()
