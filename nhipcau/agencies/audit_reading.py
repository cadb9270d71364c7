"""The audit in words that a person can read: who, when, what, to which object, from what to what."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from nhipcau.base.append_only import AppendOnlyQuerySet
from nhipcau.base.models import AuditEvent, Redaction
from nhipcau.registry.modules import registry
from nhipcau.shell.templatetags.ui import day

from .models import Agency, User

PAGE = 50


@dataclass(frozen=True, slots=True)
class Change:
    """One field, from what to what, as the reader would say it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One event as the page shows it."""

    uuid: UUID
    position: int
    moment: datetime
    verb: str
    verb_label: str
    actor: User | None
    actor_is_platform: bool
    agency: Agency | None
    target: str
    target_address: str
    changes: Sequence[Change]
    note: str
    redaction: Redaction | None

    @property
    def day(self) -> str:
        """The day of the event in Việt Nam, as an address carries it."""
        return timezone.localdate(self.moment).isoformat()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader wants to see; each part may be absent."""

    person: UUID | None = None
    agency: UUID | None = None
    verb: str = ""
    first_day: date | None = None
    last_day: date | None = None
    before: int | None = None


def events(
    *, systems: Iterable[int], since: date, asked: Asked
) -> "AppendOnlyQuerySet[AuditEvent]":
    """The events that a reader of these agencies may see, newest first.

    Those done on behalf of one of the agencies; those that people of theirs did in no agency's
    name; and those of the platform itself.
    """
    agencies = Agency.objects.filter(pk__in=systems)
    people = User.objects.filter(memberships__agency__in=agencies)
    own = Q(acting_for__in=agencies.values("uuid"))
    unnamed = Q(acting_for=None, actor__in=people.values("uuid"))
    found = AuditEvent.objects.filter(own | unnamed | Q(actor=None))
    return _asked(found.filter(recorded_at__date__gte=since), asked).order_by("-position")


def lines(found: Sequence[AuditEvent]) -> list[Line]:
    """Events in words, with the names of people, agencies and objects read in a few queries."""
    people = {each.uuid: each for each in User.objects.filter(uuid__in=[e.actor for e in found])}
    acted_for = [event.acting_for for event in found if event.acting_for]
    held = Agency.objects.filter(uuid__in=acted_for).prefetch_related("names")
    agencies = {each.uuid: each for each in held}
    redacted = {
        each.row: each for each in Redaction.objects.filter(row__in=[e.uuid for e in found])
    }
    targets = _targets(found)
    verbs = registry.audit_verbs()
    made = []
    for event in found:
        words = _words(event)
        target = targets.get((event.target_kind, event.target))
        declared = verbs.get(event.verb)
        made.append(
            Line(
                uuid=event.uuid,
                position=event.position,
                moment=event.recorded_at,
                verb=event.verb,
                verb_label=str(declared.label) if declared else event.verb,
                actor=people.get(event.actor) if event.actor else None,
                actor_is_platform=event.actor is None,
                agency=agencies.get(event.acting_for) if event.acting_for else None,
                target=str(target) if target else _kind(event.target_kind),
                target_address=_address(target),
                changes=_changes(event.target_kind, words.get("changes", {})),
                note=words.get("note", ""),
                redaction=redacted.get(event.uuid),
            )
        )
    return made


def read_query(query: Mapping[str, str]) -> Asked:
    """What the address asks for; what is no day, no number, no key is left out."""
    return Asked(
        person=_uuid(query.get("nguoi", "")),
        agency=_uuid(query.get("co_quan", "")),
        verb=query.get("viec", ""),
        first_day=_day(query.get("tu", "")),
        last_day=_day(query.get("den", "")),
        before=int(query["truoc"]) if query.get("truoc", "").isdecimal() else None,
    )


def months_before(today: date, months: int) -> date:
    """The first day of the month so many months back."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, 1)


def _asked(
    found: "AppendOnlyQuerySet[AuditEvent]", asked: Asked
) -> "AppendOnlyQuerySet[AuditEvent]":
    wanted = {
        "actor": asked.person,
        "acting_for": asked.agency,
        "verb": asked.verb or None,
        "recorded_at__date__gte": asked.first_day,
        "recorded_at__date__lte": asked.last_day,
        "position__lt": asked.before,
    }
    return found.filter(**{key: value for key, value in wanted.items() if value is not None})


def _words(event: AuditEvent) -> dict[str, Any]:
    """What was said; nothing where it was emptied by a redaction."""
    text = event.words.text
    read: dict[str, Any] = json.loads(text) if text else {}
    return read


def _targets(found: Iterable[AuditEvent]) -> dict[tuple[str, UUID], models.Model]:
    """The objects of events, kind by kind; one that is no more is left out."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for event in found:
        wanted[event.target_kind].add(event.target)
    rows = {}
    for kind, uuids in wanted.items():
        if model := _model(kind):
            for row in _rows(model, uuids):
                rows[kind, row.uuid] = row  # type: ignore[attr-defined]  # audited rows carry one
    return rows


def _rows(model: type[models.Model], uuids: set[UUID]) -> "models.QuerySet[models.Model]":
    """Objects with the names of agencies that they are called by, read once for all."""
    relations = {field.name for field in model._meta.get_fields() if field.is_relation}
    named = {"names": "names", "agency": "agency__names"}
    rows: models.QuerySet[models.Model] = model._default_manager.filter(uuid__in=uuids)
    return rows.prefetch_related(*(path for name, path in named.items() if name in relations))


def _model(kind: str) -> type[models.Model] | None:
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def _kind(kind: str) -> str:
    """A kind of object in words, for one that is no more."""
    model = _model(kind)
    return str(model._meta.verbose_name) if model else kind


def _address(target: models.Model | None) -> str:
    own = getattr(target, "get_absolute_url", None)
    return own() if own else ""


def _changes(kind: str, changes: Mapping[str, Sequence[Any]]) -> list[Change]:
    """Changes in the order of the object's fields; from nothing to nothing is none."""
    model = _model(kind)
    order = [field.name for field in model._meta.get_fields()] if model else []
    names = sorted(changes, key=lambda name: order.index(name) if name in order else len(order))
    return [
        Change(
            label=_label(model, name),
            before="" if changes[name][0] is None else _value(model, name, changes[name][0]),
            after=_value(model, name, changes[name][1]),
        )
        for name in names
        if changes[name] != [None, None]
    ]


def _field(model: type[models.Model] | None, name: str) -> "models.Field[Any, Any] | None":
    try:
        found = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, models.Field) else None


def _label(model: type[models.Model] | None, name: str) -> str:
    field = _field(model, name)
    # Without a name given to it, the framework calls a field by its name in the code.
    if field and field.verbose_name != name.replace("_", " "):
        return str(field.verbose_name)
    return str(registry.audit_words().get(name, name))


def _value(model: type[models.Model] | None, name: str, value: Any) -> str:
    """A value as pages write it: a choice by its label, a day as officials do."""
    if value is None or value == "":
        return _("để trống")
    field = _field(model, name)
    if field and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    as_day = parse_date(value) if isinstance(field, models.DateField) else None
    if as_day:
        return day(as_day)
    # What people wrote into a field stands as they wrote it, even where it reads like a key.
    return str(value if field else registry.audit_words().get(str(value), value))


def _uuid(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def ranges(today: date) -> list[tuple[str, date | None]]:
    """Ranges of days that a reader picks with one link."""
    return [
        (_("Tất cả"), None),
        (_("Hôm nay"), today),
        (_("7 ngày"), today - timedelta(days=6)),
        (_("30 ngày"), today - timedelta(days=29)),
    ]
