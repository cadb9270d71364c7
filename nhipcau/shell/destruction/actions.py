"""Every write about the destruction of content."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from nhipcau.base import audit, clock, destroying
from nhipcau.base.audit import Actor
from nhipcau.base.models import Destruction, Redaction
from nhipcau.base.refusal import Refused
from nhipcau.shell.search.index import declared, index

from . import policies
from .subjects import Subject, find


@transaction.atomic
def propose(*, subject: Subject, ground: Redaction.Ground, reason: str, by: Actor) -> Destruction:
    """Ask that the content of a row be destroyed; nothing is, before another person confirms."""
    policies.check_reason(reason, subject.texts())
    try:
        with transaction.atomic():
            destruction = Destruction.objects.create(
                kind=subject.kind,
                object=subject.uuid,
                ground=ground,
                reason=reason,
                proposed_by=by.uuid,
            )
    except IntegrityError as error:
        raise Refused(
            _("Chưa ghi nhận được đề nghị: nội dung này đã có đề nghị đang chờ xác nhận.")
        ) from error
    changes = {"ground": (None, ground.value)}
    audit.record("base.destruction_proposed", by=by, target=destruction, changes=changes)
    return destruction


@transaction.atomic
def confirm(*, destruction: Destruction, by: Actor) -> Destruction:
    """Destroy, as the second person; raises Refused for the first one, or when it is decided."""
    destroying.wait_for_freezing()
    current = _latest(destruction)
    policies.check_can_confirm(current, by=by.uuid)
    subject = find(current.kind, current.object, held=True)
    if subject is None:
        raise Refused(_("Chưa hủy được: nội dung này không còn. Đề nghị đóng yêu cầu hủy này."))
    _decide(current, Destruction.State.DONE, by)
    rows = destroying.destroy(
        subject.row,
        subject.copies,
        ground=Redaction.Ground(current.ground),
        reason=current.reason,
        by=by,
    )
    _renew(subject)
    audit.record("base.destroyed", by=by, target=current, changes={"rows": (None, rows)})
    return current


@transaction.atomic
def drop(*, destruction: Destruction, by: Actor) -> Destruction:
    """Leave the content as it is: withdrawn by the first person, or refused by the second."""
    current = _latest(destruction)
    policies.check_can_decide(current)
    _decide(current, Destruction.State.DROPPED, by)
    audit.record("base.destruction_dropped", by=by, target=current)
    return current


def _latest(destruction: Destruction) -> Destruction:
    return Destruction.objects.select_for_update().get(pk=destruction.pk)


def _decide(destruction: Destruction, state: Destruction.State, by: Actor) -> None:
    destruction.state, destruction.decided_by = state, by.uuid
    destruction.decided_at = clock.now()
    destruction.save()


def _renew(subject: Subject) -> None:
    """What search keeps of every touched object, and of all that follows it, as it is now."""
    rows = [subject.row, *(row for copy in subject.copies for row in copy.rows)]
    found = {(type(row), row.pk): row for row in rows if row.pk and _is_found(type(row))}
    # Read anew: what was in memory still holds the words.
    index(list(_as_now(found.values())))


def _as_now(rows: Iterable[Model]) -> Iterable[Model]:
    for row in rows:
        row.refresh_from_db()
        yield row


def _is_found(model: type[Model]) -> bool:
    return any(model is each.rows().model or model in each.follows for each in declared())
