"""A recorded dispatch as a message of edXML, and how far one has come as a status message."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.standards import edxml

from . import actions, marking
from .models import Dispatch, DispatchEvent, Receipt
from .organs import code_of

Codes = dict[int, str]  # OrganId by the key of the agency


@transaction.atomic
def export(*, dispatch: Dispatch, codes: Codes, by: User, acting_for: Agency) -> bytes:
    """The dispatch as a message: new, recalled, an update or a replacement, as it stands now.

    Raises Refused where a key to sign with is set up and cannot be used.
    """
    content = marking.marked(edxml.write(document_of(dispatch, codes)))
    _note(dispatch, _("thông điệp văn bản"), by, acting_for)
    return content


@transaction.atomic
def export_status(*, receipt: Receipt, codes: Codes, by: User, acting_for: Agency) -> bytes:
    """How far it has come at one receiver, as a status message. Raises Refused for no state."""
    content = marking.marked(edxml.write(status_of(receipt, codes)))
    _note(receipt.dispatch, _("thông điệp tình trạng"), by, acting_for)
    return content


def document_of(dispatch: Dispatch, codes: Codes) -> edxml.Document:
    """The dispatch as the standard has it."""
    number, _slash, notation = dispatch.number.partition("/")
    sender = _organ(dispatch.sender, dispatch.sender_name, codes)
    return edxml.Document(
        sender=sender,
        receivers=tuple(_organ(each.agency, each.name, codes) for each in _receipts(dispatch)),
        number=number,
        notation=notation,
        issued_on=dispatch.issued_on,
        kind=edxml.DocumentKind(name=dispatch.kind),
        subject=dispatch.subject,
        content=dispatch.summary,
        signer=edxml.Signer(position=dispatch.signer_position, name=dispatch.signer),
        due_on=dispatch.due,
        to_places=tuple(filter(None, map(str.strip, dispatch.to_places.splitlines()))),
        other=edxml.OtherFacts(
            priority=edxml.Priority.of(dispatch.urgency), copies=dispatch.copies
        ),
        answers=tuple(_answers(dispatch, codes)),
        task_codes=tuple(dispatch.task_codes),
        steering=edxml.SteeringType.of(dispatch.steering),
        document_id=_identity(dispatch, codes),
        traces=(edxml.Trace(sender.code, _now()),),
        business=_business(dispatch, codes),
        attachments=tuple(_files(dispatch)),
    )


def status_of(receipt: Receipt, codes: Codes) -> edxml.Status:
    """How far a dispatch has come at a receiver; of a recalled one, that this was agreed to."""
    if receipt.dispatch.state == Dispatch.State.RECALLED:
        code = edxml.StatusCode.CHANGE_AGREED
    elif receipt.progress == Receipt.Progress.SENT:
        raise Refused(
            _(
                "Chưa xuất được thông điệp: chưa ghi nhận tình trạng nào của văn bản này. "
                "Đề nghị ghi nhận số đến hoặc tình trạng xử lý trước."
            )
        )
    else:
        code = edxml.StatusCode.of(receipt.progress)
    return edxml.Status(
        about=_reference(receipt.dispatch, codes),
        sender=_organ(receipt.agency, receipt.name, codes),
        code=code,
        description=code.words,
        at=_now(),
        staff=edxml.Staff(department=receipt.handler),
    )


def known_codes(dispatch: Dispatch) -> Codes:
    """The identifiers of everybody in a dispatch, as far as they are known."""
    agencies = [dispatch.sender, *(each.agency for each in _receipts(dispatch) if each.agency)]
    return {each.pk: code_of(each, on=dispatch.issued_on) for each in agencies}


def _receipts(dispatch: Dispatch) -> list[Receipt]:
    return list(dispatch.receipts.all())


def _organ(agency: Agency | None, name: str, codes: Codes) -> edxml.Organ:
    return edxml.Organ(code=codes.get(agency.pk, "") if agency else "", name=name)


def _identity(dispatch: Dispatch, codes: Codes) -> str:
    """As it travelled before, else as the sender's identifier makes it."""
    code = codes.get(dispatch.sender_id, "")
    made = edxml.Reference(code, dispatch.number, dispatch.issued_on).identity
    return dispatch.document_id or made


def _reference(dispatch: Dispatch, codes: Codes) -> edxml.Reference:
    code = codes.get(dispatch.sender_id) or code_of(dispatch.sender, on=dispatch.issued_on)
    identity = (
        dispatch.document_id or edxml.Reference(code, dispatch.number, dispatch.issued_on).identity
    )
    return edxml.Reference(code, dispatch.number, dispatch.issued_on, identity)


def _answers(dispatch: Dispatch, codes: Codes) -> list[edxml.Reference]:
    """What it answers; of a recalled one, itself."""
    if dispatch.state == Dispatch.State.RECALLED:
        return [_reference(dispatch, codes)]
    return [_reference(dispatch.answers, codes)] if dispatch.answers else []


def _business(dispatch: Dispatch, codes: Codes) -> edxml.Business:
    kinds, earlier = edxml.BusinessType, list(dispatch.supersedes.all())
    replaced = [each for each in earlier if each.state == Dispatch.State.REPLACED]
    if dispatch.state == Dispatch.State.RECALLED:
        return edxml.Business(kinds.RECALL, reason=_reason(dispatch))
    if replaced:
        named = tuple(edxml.Replacement(_identity(each, codes)) for each in replaced)
        return edxml.Business(kinds.REPLACE, kinds.REPLACE.words, replacements=named)
    if earlier:
        identity = _identity(earlier[-1], codes)
        return edxml.Business(kinds.UPDATE, kinds.UPDATE.words, document_id=identity)
    return edxml.Business(kinds.NEW, kinds.NEW.words)


def _reason(dispatch: Dispatch) -> str:
    event = dispatch.events.filter(kind=DispatchEvent.Kind.RECALLED).last()
    return (event.words.text or "") if event else ""


def _files(dispatch: Dispatch) -> list[edxml.Attachment]:
    found = []
    for each in dispatch.files.all():
        with each.file.open("rb") as opened:
            found.append(edxml.wrap(each.name, opened.read(), description=dispatch.subject))
    return found


def _now() -> datetime:
    """The moment in the time of Việt Nam, to the second, without a zone, as messages have it."""
    return timezone.localtime(clock.now()).replace(tzinfo=None, microsecond=0)


def _note(dispatch: Dispatch, said: str, by: User, acting_for: Agency) -> None:
    actions.note(dispatch, DispatchEvent.Kind.EXPORTED, said, by=by, agency=acting_for)
    audit.record("correspondence.exported", by=by, target=dispatch, acting_for=acting_for)
