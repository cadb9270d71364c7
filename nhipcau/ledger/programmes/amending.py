"""Typing an amendment in, change by change, while it is a draft."""

from dataclasses import dataclass
from datetime import date

from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from nhipcau.base import audit
from nhipcau.base.audit import Actor

from . import amendment_policies as policies
from .amendment_policies import Stale
from .consolidation import Act
from .models import Amendment, Change, Programme, Provision


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of one change; of an insertion also its own place."""

    act: Act
    provision: Provision | None = None
    paragraphs: tuple[str, ...] = ()
    address: str = ""
    marker: str = ""
    kind: str = ""
    parent: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """Number and days as they stand on the document that was issued outside, and its file."""

    number: str
    signed_on: date
    effective_on: date
    file: "File[bytes] | None" = None


@transaction.atomic
def draft(
    *, programme: Programme, kind: Amendment.Kind, title: str, is_example: bool, by: Actor | None
) -> Amendment:
    """Begin to type an amendment in."""
    policies.check_can_amend(programme)
    amendment = Amendment.objects.create(
        programme=programme, kind=kind, title=title, is_example=is_example
    )
    audit.record("ledger.amendment_drafted", by=by, target=amendment)
    return amendment


@transaction.atomic
def change(
    *, amendment: Amendment, version: int, said: Said, order: int | None = None, by: Actor | None
) -> Change:
    """Write one change, or write the one at `order` anew. Raises Refused or Stale."""
    current = latest(amendment, version)
    policies.check_can_write(current)
    held = current.changes.filter(order=order).first() if order is not None else None
    row = held or Change(amendment=current, order=_next_turn(current))
    row.act, row.provision = said.act, said.provision
    row.text, row.paragraphs = (said.paragraphs or ("",))[0], list(said.paragraphs[1:])
    row.address, row.marker, row.kind = said.address, said.marker, said.kind
    row.parent, row.after = said.parent, said.after
    row.save()
    move(current, current.state)
    changes = {row.place: (None, said.act.value)}
    audit.record("ledger.amendment_written", by=by, target=current, changes=changes)
    return row


@transaction.atomic
def drop(*, amendment: Amendment, version: int, order: int, by: Actor | None) -> None:
    """Take one change out of what is being typed."""
    current = latest(amendment, version)
    policies.check_can_write(current)
    for row in current.changes.filter(order=order):
        changes = {row.place: (row.act, None)}
        row.delete()
        move(current, current.state)
        audit.record("ledger.amendment_written", by=by, target=current, changes=changes)


def latest(amendment: Amendment, version: int) -> Amendment:
    """The row, locked; Stale when it has moved on since it was shown."""
    current = Amendment.objects.select_for_update().get(pk=amendment.pk)
    if current.version != version:
        raise Stale(
            _(
                "Chưa ghi nhận được: văn bản này vừa được người khác cập nhật. "
                "Đề nghị xem lại trước khi thực hiện."
            )
        )
    return current


def move(amendment: Amendment, state: str) -> None:
    amendment.state, amendment.version = state, amendment.version + 1
    amendment.save()


def _next_turn(amendment: Amendment) -> int:
    last: int | None = amendment.changes.aggregate(last=Max("order"))["last"]
    return (last or 0) + 1
