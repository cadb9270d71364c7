"""What a module says of itself: one frozen value in its `module.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.urls import URLPattern, URLResolver

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise
    from ninja import Router

    from nhipcau.base.copies import Copy


@dataclass(frozen=True, slots=True)
class Permission:
    """A right that a module knows: its code ("ledger.publish"), its label, who has it by default.

    `is_within_bodies`: it opens what belongs to a body of the person, and search keeps its objects
    for each body apart.
    """

    code: str
    label: StrOrPromise
    roles: frozenset[str] = frozenset()
    is_within_bodies: bool = False


@dataclass(frozen=True, slots=True)
class AuditVerb:
    """A kind of event that a module notes: its code ("ledger.published"), in words for a reader."""

    code: str
    label: StrOrPromise


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of evidence that a module lodges: its code ("inspection-result"), in words."""

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
class SearchText:
    """What search may find and show of one object.

    `address` has no prefix of a language; `place` and `within` say where in what it stands
    («IV.1.d», «922/CTPH-BTTTT-UBDT»); `names` are others that mean it as a whole: a number, a short
    name; `audience` is a permission, a permission within a body («correspondence.read@<uuid>»), ""
    for everybody; `turn` orders what stands in one text; `abbreviations` are pairs of short and full
    words that it defines; `sources` are append-only rows whose words are in here.
    """

    address: str
    title: str
    body: str = ""
    place: str = ""
    within: str = ""
    names: tuple[str, ...] = ()
    audience: str = ""
    language: str = "vi"
    dated_on: date | None = None
    turn: int = 0
    abbreviations: tuple[tuple[str, str], ...] = ()
    sources: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """A kind of objects that search finds: rows with a `uuid`, and what is kept of each one.

    `rows` fetches with everything that `describe` reads; None means that it is not to be found.
    `follows` names models whose change changes what is kept, each with the rows to renew; only a
    kind that `abbreviates` keeps the abbreviations of its texts.
    """

    kind: str
    label: StrOrPromise
    rows: Callable[[], QuerySet[Any]]
    describe: Callable[[Any], SearchText | None]
    follows: Mapping[type[Model], Callable[[Any], QuerySet[Any]]] = field(default_factory=dict)
    abbreviates: bool = False


@dataclass(frozen=True, slots=True)
class Copies:
    """Where the words of a kind of rows also live, for the day when the law orders them destroyed.

    `reach` answers, for one row, every copy that this module knows of; several modules may name the
    same model, each for its own tables. `label` is what people call such a row. A model whose words
    live nowhere else is named with `nowhere_else`.
    """

    model: type[Model]
    label: StrOrPromise
    reach: Callable[[Any], Iterable[Copy]]


def nowhere_else(row: Model) -> tuple[Copy, ...]:
    """The words of such a row live in itself only."""
    return ()


@dataclass(frozen=True, slots=True)
class Module:
    """Everything that a module adds to the platform. A field comes with its first user, not before."""

    code: str
    label: StrOrPromise
    urls: Sequence[URLPattern | URLResolver] = ()
    nav: tuple[NavItem, ...] = ()
    permissions: tuple[Permission, ...] = ()
    # Names of pages that open without signing in; one without arguments opens on an empty
    # database as well. Every other view of the module asks for a permission.
    public_pages: tuple[str, ...] = ()
    # What search finds; whoever changes such an object calls shell.search.index in the same act.
    search: tuple[SearchIndex, ...] = ()
    # What the audit page calls the events that this module's actions note.
    audit_verbs: tuple[AuditVerb, ...] = ()
    # What it calls the parts and values of changes that are no field with a name of its own.
    audit_words: Mapping[str, StrOrPromise] = field(default_factory=dict)
    # Kinds of evidence that the module's actions lodge with the ledger.
    evidence: tuple[EvidenceKind, ...] = ()
    # Where words that must be destroyed also live; every append-only model is named by some module.
    copies: tuple[Copies, ...] = ()
    # Operations of the API, mounted at /api/<code>/.
    api: Router | None = None
