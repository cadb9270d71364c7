"""Every write about dispatches that a person makes: recording, acknowledging, recalling."""

import hashlib
from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.base.append_only import write
from nhipcau.shell.search.index import index

from . import policies
from .models import (
    Dispatch,
    DispatchEvent,
    DispatchEventText,
    DispatchFile,
    Matter,
    Receipt,
)
from .values import Arrival, Enclosed, Facts, Topic

Kind = DispatchEvent.Kind


@transaction.atomic
def record(
    *,
    facts: Facts,
    into: Matter | Topic,
    files: Sequence[Enclosed] = (),
    by: User,
    acting_for: Agency,
) -> Dispatch:
    """Record a dispatch in a matter, or with a new one. Raises Refused."""
    policies.check_can_record(
        bodies=bodies_of(by),
        sender=facts.sender,
        receivers=[agency for agency, _name in facts.receivers],
        twin=twin_of(facts),
    )
    policies.check_days(issued_on=facts.issued_on, due=facts.due, today=clock.today())
    policies.check_can_answer(facts.answers, issued_on=facts.issued_on)
    matter = into if isinstance(into, Matter) else _open(into, facts, by, acting_for)
    try:
        with transaction.atomic():
            return place(matter, facts, files, by=by, acting_for=acting_for)
    except IntegrityError as both:
        if "one_standing_dispatch" not in str(both):
            raise
        raise policies.Stale(
            _(
                "Chưa ghi nhận được: văn bản số %(number)s vừa được người khác ghi nhận. "
                "Đề nghị mở văn bản đó."
            )
            % {"number": facts.number}
        ) from None


@transaction.atomic
def acknowledge(
    *, receipt: Receipt, version: int, arrival: Arrival, by: User, acting_for: Agency
) -> Receipt:
    """Record number and day of arrival from the receiver's register. Raises Refused or Stale."""
    dispatch = latest(receipt.dispatch, version)
    receipt = Receipt.objects.select_for_update().get(pk=receipt.pk)
    policies.check_can_acknowledge(receipt, bodies=bodies_of(by), arrived_on=arrival.arrived_on)
    was = receipt.arrival_number
    for name in ("arrived_on", "arrival_number", "handler", "handed_on", "signed_for", "note"):
        setattr(receipt, name, getattr(arrival, name))
    if not receipt.is_confirmed:
        receipt.progress = Receipt.Progress.ACCEPTED
    receipt.save()
    move(dispatch)
    said = " · ".join(filter(None, [receipt.name, arrival.arrival_number, arrival.handler]))
    note(dispatch, Kind.ACKNOWLEDGED, said, by=by, agency=receipt.agency)
    changes = {"arrival_number": (was, arrival.arrival_number)}
    audit.record(
        "correspondence.acknowledged",
        by=by, target=dispatch, acting_for=acting_for, changes=changes,
    )  # fmt: skip
    return receipt


@transaction.atomic
def tell_progress(
    *,
    receipt: Receipt,
    version: int,
    progress: str,
    description: str = "",
    by: User,
    acting_for: Agency,
) -> Receipt:
    """Say how far a dispatch has come at a receiver of ours. Raises Refused or Stale."""
    dispatch = latest(receipt.dispatch, version)
    policies.check_is_receiver(receipt, bodies=bodies_of(by))
    policies.check_stands(dispatch)
    return progressed(receipt, dispatch, progress, description, by=by, acting_for=acting_for)


@transaction.atomic
def recall(
    *, dispatch: Dispatch, version: int, reason: str, by: User, acting_for: Agency
) -> Dispatch:
    """Recall a dispatch of ours; it stays readable, marked, with the reason. Raises Refused."""
    dispatch = latest(dispatch, version)
    policies.check_stands(dispatch)
    policies.check_is_sender(dispatch, bodies=bodies_of(by))
    return recalled(dispatch, reason, by=by, acting_for=acting_for)


@transaction.atomic
def close(*, matter: Matter, is_closed: bool, by: User, acting_for: Agency) -> Matter:
    """Close a matter that is settled, or open it again."""
    matter = Matter.objects.select_for_update().get(pk=matter.pk)
    changes = {"is_closed": (str(matter.is_closed), str(is_closed))}
    matter.is_closed = is_closed
    matter.save(update_fields=["is_closed"])
    audit.record(
        "correspondence.matter_closed",
        by=by, target=matter, acting_for=acting_for, changes=changes,
    )  # fmt: skip
    return matter


# Steps that the actions here and those of edXML share; each is called inside a transaction.


def place(
    matter: Matter, facts: Facts, files: Sequence[Enclosed], *, by: User, acting_for: Agency
) -> Dispatch:
    """The rows of a dispatch, its event and its place in search."""
    values = {
        name: getattr(facts, name)
        for name in Facts.__slots__
        if name not in {"receivers", "task_codes"}
    }
    dispatch = Dispatch.objects.create(
        matter=matter, recorded_for=acting_for, task_codes=list(facts.task_codes), **values
    )
    Receipt.objects.bulk_create(
        Receipt(dispatch=dispatch, agency=agency, name=name) for agency, name in facts.receivers
    )
    for each in files:
        keep(dispatch, each)
    note(dispatch, Kind.RECORDED, facts.subject, by=by, agency=acting_for)
    changes = {"number": (None, facts.number)}
    audit.record(
        "correspondence.recorded", by=by, target=dispatch, acting_for=acting_for, changes=changes
    )
    index([dispatch, *dispatch.receipts.all()])
    return dispatch


def keep(dispatch: Dispatch, enclosed: Enclosed) -> DispatchFile:
    """Keep a file that the gate let in."""
    row = DispatchFile(
        dispatch=dispatch,
        name=enclosed.name[-200:],
        size=len(enclosed.content),
        sha256=hashlib.sha256(enclosed.content).hexdigest(),
    )
    row.file.save(str(row.uuid), ContentFile(enclosed.content), save=False)
    row.save()
    return row


def progressed(
    receipt: Receipt,
    dispatch: Dispatch,
    progress: str,
    description: str,
    *,
    by: User,
    acting_for: Agency,
) -> Receipt:
    """Write how far it has come at one receiver."""
    was, receipt.progress = receipt.progress, progress
    receipt.save(update_fields=["progress"])
    move(dispatch)
    with override("vi"):  # data are written in Vietnamese
        said = f"{receipt.name}: {description or receipt.get_progress_display()}"
    note(dispatch, Kind.STATUS, said, code=progress, by=by, agency=receipt.agency)
    audit.record(
        "correspondence.progress_told",
        by=by, target=dispatch, acting_for=acting_for, changes={"progress": (was, progress)},
    )  # fmt: skip
    return receipt


def recalled(dispatch: Dispatch, reason: str, *, by: User, acting_for: Agency) -> Dispatch:
    """Mark it as recalled."""
    dispatch.state = Dispatch.State.RECALLED
    move(dispatch)
    note(dispatch, Kind.RECALLED, reason, code="13", by=by, agency=dispatch.sender)
    audit.record(
        "correspondence.recalled", by=by, target=dispatch, acting_for=acting_for, note=reason
    )
    index([dispatch, *dispatch.receipts.all()])
    return dispatch


def note(
    dispatch: Dispatch,
    kind: DispatchEvent.Kind,
    said: str,
    *,
    code: str = "",
    by: User,
    agency: Agency | None,
) -> DispatchEvent:
    """One more row of what happened."""
    event = DispatchEvent(
        dispatch=dispatch,
        kind=kind,
        code=code,
        agency=agency.uuid if agency else None,
        by=by.uuid,
    )
    return write(event, DispatchEventText, said)


def latest(dispatch: Dispatch, version: int) -> Dispatch:
    """The row, locked. Raises Stale when it has moved on since it was shown."""
    current = Dispatch.objects.select_for_update().get(pk=dispatch.pk)
    policies.check_is_latest(current, version)
    return current


def move(dispatch: Dispatch) -> None:
    dispatch.version += 1
    dispatch.save()


def twin_of(facts: Facts) -> Dispatch | None:
    """The standing dispatch of this sender, number and day, where it is held."""
    return standing_twin(facts.sender, facts.number, facts.issued_on)


def standing_twin(sender: Agency, number: str, day: date) -> Dispatch | None:
    """The standing dispatch of a sender with this number and day."""
    same = Dispatch.objects.standing().filter(sender=sender, issued_on=day)
    return same.filter(number__iexact=number).first()


def _open(topic: Topic, facts: Facts, by: User, acting_for: Agency) -> Matter:
    matter = Matter.objects.create(
        programme=topic.programme,
        provision=topic.provision,
        title=topic.title or facts.subject[:300],
        opened_by=acting_for,
        is_example=facts.is_example,
    )
    audit.record("correspondence.matter_opened", by=by, target=matter, acting_for=acting_for)
    return matter
