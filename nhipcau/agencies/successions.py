"""Recording reorganisations: merge, split, rename, transfer, dissolve. The past stays as it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.base import audit, clock
from nhipcau.base.audit import Actor, Changes
from nhipcau.shell.search.index import index

from . import succession_policies as policies
from .models import Agency, AgencyName, Place, Succession, User

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a reorganisation rests on; `day` is the first day of what is new."""

    day: date
    instrument: str
    source: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class NewAgency:
    """An agency that the instrument establishes."""

    code: str
    full_name: str
    kind: str
    level: str
    short_name: str = ""
    parent: Agency | None = None
    instance_of: Agency | None = None
    places: tuple[Place, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Share:
    """What one agency takes over: functions one by one, and in the words of the instrument."""

    to: Agency | NewAgency
    functions: tuple[str, ...] = ()
    words: str = ""


def _whole(action: Callable[P, R]) -> Callable[P, R]:
    """All or nothing; what the database refuses is said in a sentence."""

    @wraps(action)
    def recorded(*args: P.args, **kwargs: P.kwargs) -> R:
        with policies.sentences_of_constraints(), transaction.atomic():
            return action(*args, **kwargs)

    return recorded


@_whole
def establish(*, new: NewAgency, ground: Ground, by: Actor | None) -> Agency:
    """An agency begins; who hands over to it is recorded apart. Raises Refused."""
    return _receiver(new, ground, by=by)


@_whole
def merge(
    *, old: Sequence[Agency], into: Agency | NewAgency, ground: Ground, by: Actor | None
) -> Agency:
    """Several agencies end and one goes on with all they did. Raises Refused."""
    sentence = _("Chưa ghi nhận được: hợp nhất, sáp nhập cần ít nhất hai cơ quan khác nhau.")
    existing = into if isinstance(into, Agency) else None
    policies.check_several([*old, existing] if existing else list(old), sentence)
    for each in old:
        _end(each, ground, by=by)
    new = _receiver(into, ground, by=by)
    for each in old:
        _record(Succession.Kind.MERGE, each, new, ground, by=by)
    return new


@_whole
def split(
    *, old: Agency, shares: Sequence[Share], ground: Ground, by: Actor | None
) -> list[Agency]:
    """One agency ends and several go on, each with its functions. Raises Refused."""
    known = [share.to if isinstance(share.to, Agency) else None for share in shares]
    policies.check_several(
        known, _("Chưa ghi nhận được: chia, tách cần ít nhất hai cơ quan tiếp nhận khác nhau.")
    )
    _end(old, ground, by=by)
    receivers = []
    for share in shares:
        new = _receiver(share.to, ground, by=by)
        _record(Succession.Kind.SPLIT, old, new, ground, share=share, by=by)
        receivers.append(new)
    return receivers


@_whole
def transfer(*, old: Agency, share: Share, ground: Ground, by: Actor | None) -> Agency:
    """Functions pass to another agency; with no function named all do, and the old one ends.

    Raises Refused.
    """
    if not share.functions:
        _end(old, ground, by=by)
    new = _receiver(share.to, ground, by=by)
    _record(Succession.Kind.TRANSFER, old, new, ground, share=share, by=by)
    return new


@_whole
def dissolve(*, agency: Agency, ground: Ground, by: Actor | None) -> Succession:
    """An agency ends and nobody takes over. Raises Refused."""
    _end(agency, ground, by=by)
    return _record(Succession.Kind.DISSOLVE, agency, None, ground, by=by)


@_whole
def rename(
    *, agency: Agency, full_name: str, short_name: str = "", ground: Ground, by: Actor | None
) -> AgencyName:
    """The same agency bears another name from a day on. Raises Refused."""
    policies.check_grounds(ground.instrument, ground.source)
    policies.check_can_rename(agency, full_name, ground.day)
    policies.check_name_is_free(full_name, agency.parent, ground.day, but=agency)
    before = agency.name_on(ground.day)
    forms = ["full", "short"] if short_name else ["full"]
    _close_names(agency, ground.day, forms=forms)
    new = _bear(agency, full_name, short_name, ground, instrument=ground.instrument)
    changes = {"name": (before, full_name), "first_day": (None, ground.day.isoformat())}
    _note("agencies.renamed", by=by, target=agency, changes=changes, note=ground.instrument)
    index([agency])
    return new


@_whole
def withdraw(*, succession: Succession, reason: str, by: Actor | None) -> None:
    """Take back what was recorded by mistake; the row stays, with the reason.

    The old agency goes on where no other standing succession ended it.
    Raises Refused.
    """
    policies.check_can_withdraw(succession, reason)
    succession.withdrawn_at = clock.now()
    succession.withdrawn_because = reason
    succession.save(update_fields=["withdrawn_at", "withdrawn_because"])
    _note("agencies.succession_withdrawn", by=by, target=succession, note=reason)
    old, eve = succession.old, succession.day - timedelta(days=1)
    ended_here = old.last_day == eve and old.ended_by == succession.instrument
    if ended_here and not old.handed_over.standing().filter(day=succession.day).exists():
        _reopen(old, eve, by=by)


def _receiver(to: Agency | NewAgency, ground: Ground, *, by: Actor | None) -> Agency:
    policies.check_grounds(ground.instrument, ground.source)
    if isinstance(to, Agency):
        policies.check_takes_over(to, ground.day)
        return to
    return _establish(to, ground, by=by)


def _establish(new: NewAgency, ground: Ground, *, by: Actor | None) -> Agency:
    policies.check_name_is_free(new.full_name, new.parent, ground.day)
    agency = Agency.objects.create(
        code=new.code,
        kind=new.kind,
        level=new.level,
        parent=new.parent,
        instance_of=new.instance_of,
        first_day=ground.day,
        established_by=ground.instrument,
        source=ground.source,
    )
    agency.places.add(*new.places)
    _bear(agency, new.full_name, new.short_name, ground)
    changes = {"name": (None, new.full_name), "first_day": (None, ground.day.isoformat())}
    _note("agencies.established", by=by, target=agency, changes=changes)
    index([agency])
    return agency


def _bear(
    agency: Agency, full_name: str, short_name: str, ground: Ground, *, instrument: str = ""
) -> AgencyName:
    forms = {"full": full_name, "short": short_name}
    rows = [
        AgencyName.objects.create(
            agency=agency,
            form=form,
            name=name,
            first_day=ground.day,
            instrument=instrument,
            source=ground.source,
        )
        for form, name in forms.items()
        if name
    ]
    return rows[0]


def _record(
    kind: Succession.Kind,
    old: Agency,
    new: Agency | None,
    ground: Ground,
    *,
    by: Actor | None,
    share: Share | None = None,
) -> Succession:
    policies.check_grounds(ground.instrument, ground.source)
    policies.check_hands_over(old, ground.day)
    if new is not None:
        policies.check_no_circle([old], new, ground.day)
    functions = list(share.functions) if share else []
    row = Succession.objects.create(
        kind=kind,
        old=old,
        new=new,
        day=ground.day,
        function=(share.words if share else "") or ", ".join(functions),
        functions=functions,
        is_whole=not functions,
        instrument=ground.instrument,
        source=ground.source,
        doubt=ground.doubt,
    )
    changes = {"old": (None, old.full_name), "new": (None, new.full_name if new else None)}
    _note(
        "agencies.succession_recorded", by=by, target=row, changes=changes, note=ground.instrument
    )
    return row


def _end(agency: Agency, ground: Ground, *, by: Actor | None) -> None:
    """Its last day is the eve; an agency that ended on that very day stays as it is.

    It ends before another is established, which may bear the same name.
    """
    policies.check_grounds(ground.instrument, ground.source)
    policies.check_hands_over(agency, ground.day)
    eve = ground.day - timedelta(days=1)
    if agency.last_day == eve:
        return
    agency.last_day, agency.ended_by = eve, ground.instrument
    agency.save(update_fields=["last_day", "ended_by"])
    _close_names(agency, ground.day)
    changes = {"last_day": (None, eve.isoformat())}
    _note("agencies.ended", by=by, target=agency, changes=changes, note=ground.instrument)
    index([agency])


def _close_names(agency: Agency, day: date, *, forms: Sequence[str] = ()) -> None:
    names = agency.names.filter(Q(last_day=None) | Q(last_day__gte=day))
    if forms:
        names = names.filter(form__in=forms, language="vi")
    names.update(last_day=day - timedelta(days=1))


def _reopen(agency: Agency, eve: date, *, by: Actor | None) -> None:
    agency.last_day, agency.ended_by = None, ""
    agency.save(update_fields=["last_day", "ended_by"])
    agency.names.filter(last_day=eve).update(last_day=None)
    changes = {"last_day": (eve.isoformat(), None)}
    _note("agencies.reopened", by=by, target=agency, changes=changes)
    index([agency])


def _note(
    verb: str,
    *,
    by: Actor | None,
    target: Agency | Succession,
    changes: Changes | None = None,
    note: str = "",
) -> None:
    """The event of a write, with the agency on whose behalf the person acts."""
    acting_for = by.acting_for if isinstance(by, User) else None
    audit.record(verb, by=by, target=target, acting_for=acting_for, changes=changes, note=note)
