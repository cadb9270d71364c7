"""Every write about messages of edXML: handing one in, taking it in, putting it aside."""

import hashlib
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit
from nhipcau.base.refusal import Refused
from nhipcau.shell.search.index import index
from nhipcau.standards import edxml

from . import actions, policies
from .admitting import Opened
from .intake import Act, Understood, understand
from .models import Dispatch, DispatchEvent, Matter, Message, Receipt
from .values import Enclosed, Facts, Topic

Kind = DispatchEvent.Kind
OF_A_CHANGE = {edxml.StatusCode.CHANGE_AGREED, edxml.StatusCode.CHANGE_REFUSED}


@dataclass(frozen=True, slots=True)
class Said:
    """What the person adds to a message: who is meant, what it is for, where it belongs."""

    sender: Agency | None = None
    receivers: tuple[Agency | None, ...] = ()  # for those that are not known, in their order
    purpose: str = Dispatch.Purpose.NOTICE
    into: Matter | Topic | None = None


@transaction.atomic
def hand_in(*, content: bytes, name: str, opened: Opened, by: User, acting_for: Agency) -> Message:
    """Keep a message that the gate let in until the person has looked at it."""
    digest = hashlib.sha256(content).hexdigest()
    Message.objects.waiting_for(by).filter(sha256=digest).delete()
    message = Message(
        handed_in_by=by,
        agency=acting_for,
        name=name[-200:],
        sha256=digest,
        signature=opened.verdict.words[:400],
    )
    message.file.save(str(message.uuid), ContentFile(content), save=False)
    message.save()
    audit.record("correspondence.message_handed_in", by=by, target=message, acting_for=acting_for)
    return message


@transaction.atomic
def put_aside(*, message: Message, by: User, acting_for: Agency) -> None:
    """Delete a message that nobody takes in, with its file."""
    audit.record("correspondence.message_put_aside", by=by, target=message, acting_for=acting_for)
    message.file.delete(save=False)
    message.delete()


@transaction.atomic
def take_in(
    *, message: Message, opened: Opened, said: Said, by: User, acting_for: Agency
) -> Dispatch:
    """Do what the message says, as it stands to what is held now. Raises Refused."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    meant = understand(opened, by)
    if meant.refusal:
        raise Refused(meant.refusal)
    dispatch = _done(meant, opened, said, by, acting_for)
    message.dispatch = dispatch
    message.save(update_fields=["dispatch"])
    audit.record(
        "correspondence.message_taken_in",
        by=by, target=dispatch, acting_for=acting_for, changes={"act": (None, meant.act.value)},
    )  # fmt: skip
    return dispatch


@transaction.atomic
def refuse_recall(
    *, message: Message, opened: Opened, reason: str, by: User, acting_for: Agency
) -> Dispatch:
    """Keep what the sender wants back, and say why. Raises Refused."""
    meant = understand(opened, by)
    if meant.act is not Act.RECALL or meant.refusal:
        raise Refused(meant.refusal or _("Thông điệp này không yêu cầu thu hồi."))
    for each in meant.about:
        locked = Dispatch.objects.select_for_update().get(pk=each.pk)
        actions.move(locked)
        actions.note(locked, Kind.REFUSED, reason, code="16", by=by, agency=acting_for)
    message.dispatch = meant.about[0]
    message.save(update_fields=["dispatch"])
    audit.record(
        "correspondence.recall_refused",
        by=by, target=meant.about[0], acting_for=acting_for, note=reason,
    )  # fmt: skip
    return meant.about[0]


def _done(meant: Understood, opened: Opened, said: Said, by: User, acting_for: Agency) -> Dispatch:
    if isinstance(meant.envelope, edxml.Status) and meant.act is Act.TELL:
        return _tell(meant, meant.envelope, by, acting_for)
    if meant.act is Act.RECALL:
        return _recall(meant, by, acting_for)
    if not isinstance(meant.envelope, edxml.Document):
        raise TypeError("only documents are recorded")
    facts = _facts(meant.envelope, meant, said)
    files = [Enclosed(each.name, each.content) for each in opened.files]
    if meant.act is Act.UPDATE:
        return _update(meant, facts, files, by, acting_for)
    into = said.into or (meant.answered.matter if meant.answered else None)
    if into is None:
        raise Refused(_("Chưa ghi nhận được: chưa chọn vụ việc. Đề nghị chọn hoặc mở vụ việc."))
    dispatch = actions.record(facts=facts, into=into, files=files, by=by, acting_for=acting_for)
    for each in meant.about if meant.act is Act.REPLACE else ():
        _supersede(each, dispatch, Dispatch.State.REPLACED, Kind.REPLACED, "3", by)
    return dispatch


def _facts(document: edxml.Document, meant: Understood, said: Said) -> Facts:
    sender = meant.sender or said.sender
    if sender is None or document.issued_on is None:
        raise Refused(
            _("Chưa ghi nhận được: chưa rõ cơ quan gửi. Đề nghị chọn cơ quan trong danh sách.")
        )
    named = iter(said.receivers)
    receivers = tuple(
        (known or next(named, None), organ.name or organ.code) for organ, known in meant.receivers
    )
    return Facts(
        sender=sender,
        receivers=receivers,
        number=document.code,
        issued_on=document.issued_on,
        subject=document.subject,
        kind=document.kind.name or "Công văn",
        purpose=said.purpose,
        summary=document.content if document.content != document.subject else "",
        signer_position=document.signer.position[:100],
        signer=document.signer.name,
        urgency=str(document.other.priority.value),
        due=document.due_on,
        answers=meant.answered,
        steering=str(document.steering.value),
        task_codes=document.task_codes,
        to_places="\n".join(document.to_places),
        copies=document.other.copies,
        document_id=document.identity,
    )


def _tell(meant: Understood, status: edxml.Status, by: User, acting_for: Agency) -> Dispatch:
    """A state of 01–06 at one receiver; an older one than is known is only noted."""
    if meant.receipt is None:
        raise TypeError("a state is told of one receiver; else the meaning was a refusal")
    dispatch = Dispatch.objects.select_for_update().get(pk=meant.about[0].pk)
    receipt = Receipt.objects.select_for_update().get(pk=meant.receipt.pk)
    words = status.description or status.code.words
    code = str(status.code.value)
    if status.code in OF_A_CHANGE or code <= receipt.progress:
        agreed = status.code is not edxml.StatusCode.CHANGE_REFUSED
        kind = Kind.STATUS if agreed else Kind.REFUSED
        actions.note(
            dispatch, kind, f"{receipt.name}: {words}", code=code, by=by, agency=receipt.agency
        )
        actions.move(dispatch)
        return dispatch
    actions.progressed(receipt, dispatch, code, words, by=by, acting_for=acting_for)
    return dispatch


def _recall(meant: Understood, by: User, acting_for: Agency) -> Dispatch:
    reason = (
        meant.envelope.description
        if isinstance(meant.envelope, edxml.Status)
        else meant.envelope.business.reason
    )
    done = []
    for each in meant.about:
        locked = Dispatch.objects.select_for_update().get(pk=each.pk)
        if locked.is_standing:
            done.append(actions.recalled(locked, reason, by=by, acting_for=acting_for))
    return done[0]


def _update(
    meant: Understood, facts: Facts, files: list[Enclosed], by: User, acting_for: Agency
) -> Dispatch:
    """A later edition beside the earlier one, which stays readable; files not sent again go along."""
    earlier = Dispatch.objects.select_for_update().get(pk=meant.about[0].pk)
    policies.check_stands(earlier)
    policies.check_can_record(
        bodies=bodies_of(by),
        sender=facts.sender,
        receivers=[agency for agency, _name in facts.receivers],
        twin=None,
    )
    if earlier.sender_id != facts.sender.pk:
        raise Refused(
            _(
                "Chưa nhận được bản cập nhật: bên gửi thông điệp không phải cơ quan đã gửi văn bản. "
                "Đề nghị liên hệ cơ quan đã gửi để xác nhận."
            )
        )
    earlier.state = Dispatch.State.UPDATED
    earlier.save(update_fields=["state"])
    later = actions.place(earlier.matter, facts, files, by=by, acting_for=acting_for)
    _carry_arrivals(earlier, later)
    earlier.answered_by.update(answers=later)
    _supersede(earlier, later, Dispatch.State.UPDATED, Kind.UPDATED, "2", by)
    return later


def _carry_arrivals(earlier: Dispatch, later: Dispatch) -> None:
    """What the receivers' registers say holds for the later edition too."""
    arrived = {each.agency_id: each for each in earlier.receipts.all() if each.agency_id}
    for receipt in later.receipts.all():
        held = arrived.get(receipt.agency_id or 0)
        if held is not None:
            for name in ("progress", "arrival_number", "arrived_on", "handler", "handed_on"):
                setattr(receipt, name, getattr(held, name))
            receipt.save()


def _supersede(
    earlier: Dispatch,
    later: Dispatch,
    state: Dispatch.State,
    kind: DispatchEvent.Kind,
    code: str,
    by: User,
) -> None:
    locked = Dispatch.objects.select_for_update().get(pk=earlier.pk)
    locked.state, locked.superseded_by = state, later
    actions.move(locked)
    actions.note(locked, kind, str(later), code=code, by=by, agency=later.sender)
    index([locked, *locked.receipts.all()])
