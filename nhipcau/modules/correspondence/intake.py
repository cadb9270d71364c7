"""What a message means here: line by line for the person, and what taking it in would do."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import clock
from nhipcau.standards import edxml

from .admitting import Opened
from .lines import Line, of_document, of_status
from .models import Dispatch, Receipt
from .organs import agency_of, by_code


class Act(Enum):
    """What taking a message in would do."""

    RECORD = "record"
    NOTHING = "nothing"  # held already
    TELL = "tell"
    RECALL = "recall"
    UPDATE = "update"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Understood:
    """A message as it stands to what is held; `refusal` is the sentence where it cannot be taken."""

    envelope: edxml.Envelope
    act: Act
    lines: tuple[Line, ...]
    sender: Agency | None = None
    receivers: tuple[tuple[edxml.Organ, Agency | None], ...] = ()
    about: tuple[Dispatch, ...] = ()
    answered: Dispatch | None = None
    receipt: Receipt | None = None
    refusal: str = ""

    @property
    def unknown(self) -> list[edxml.Organ]:
        """Receivers that no agency here is known for."""
        return [organ for organ, agency in self.receivers if agency is None]


def understand(opened: Opened, user: User) -> Understood:
    """What the message means to this person, among what the person may see. Changes nothing."""
    if isinstance(opened.envelope, edxml.Status):
        return _status(opened.envelope, opened, user)
    return _document(opened.envelope, opened, user)


def find(about: edxml.Reference, user: User) -> Dispatch | None:
    """The dispatch that a message names, the standing one first; None where it is not held."""
    seen = (
        Dispatch.objects.visible_to(user)
        .select_related("sender")
        .prefetch_related("sender__names", "receipts__agency__names")
    )
    found = list(seen.filter(document_id__iexact=about.identity)) if about.identity else []
    organ, day, code = _parts(about)
    if not found and code:
        same = seen.filter(number__iexact=code)
        found = list(same.filter(issued_on=day) if day else same)
        sender = by_code(organ, on=day or clock.today()) if organ else None
        found = [each for each in found if sender is None or each.sender_id == sender.pk]
    found.sort(key=lambda each: (not each.is_standing, -each.pk))
    return found[0] if found else None


def _parts(about: edxml.Reference) -> tuple[str, date | None, str]:
    """OrganId, day and code, also where only the DocumentId was sent."""
    organ, day, code = about.organ_code, about.issued_on, about.code
    if about.document_id.count(",") >= 2:
        first, written, last = (part.strip() for part in about.document_id.split(",", 2))
        organ, code = organ or first, code or last
        with contextlib.suppress(ValueError):
            day = day or date.fromisoformat(written.replace("/", "-"))
    return organ, day, code


def _document(document: edxml.Document, opened: Opened, user: User) -> Understood:
    on = document.issued_on or clock.today()
    sender = agency_of(document.sender, on=on)
    receivers = tuple((each, agency_of(each, on=on)) for each in document.receivers)
    answered = next((held for each in document.answers if (held := find(each, user))), None)
    about = tuple(_about(document, user))
    act = _act(document, about)
    return Understood(
        envelope=document,
        act=act,
        lines=tuple(of_document(document, opened, sender, receivers, answered)),
        sender=sender,
        receivers=receivers,
        about=about,
        answered=None if act is Act.RECALL else answered,
        refusal=_document_refusal(document, act, about, sender),
    )


def _about(document: edxml.Document, user: User) -> Iterator[Dispatch]:
    """The held dispatches that the message acts on: itself, or those that it recalls, replaces."""
    business, itself = (
        document.business,
        edxml.Reference(
            document.sender.code, document.code, document.issued_on, document.document_id
        ),
    )
    if business.type is edxml.BusinessType.REPLACE:
        named = [edxml.Reference(document_id=each.document_id) for each in business.replacements]
    elif business.type is edxml.BusinessType.RECALL:
        named = [*document.answers, edxml.Reference(document_id=business.document_id), itself]
    elif business.type is edxml.BusinessType.UPDATE:
        named = [edxml.Reference(document_id=business.document_id), itself]
    else:
        named = [itself]
    found: list[Dispatch] = []
    for each in named:
        held = find(each, user) if each != edxml.Reference() else None
        if held is not None and held not in found:
            found.append(held)
            yield held


def _act(document: edxml.Document, about: tuple[Dispatch, ...]) -> Act:
    kinds = edxml.BusinessType
    standing = [each for each in about if each.is_standing]
    if document.business.type is kinds.RECALL:
        return Act.RECALL
    if document.business.type is kinds.REPLACE:
        return Act.REPLACE
    if document.business.type is kinds.UPDATE and standing:
        return Act.UPDATE
    return Act.NOTHING if standing else Act.RECORD


def _document_refusal(
    document: edxml.Document, act: Act, about: tuple[Dispatch, ...], sender: Agency | None
) -> str:
    if act is Act.NOTHING:
        return _("Văn bản này đã có, chưa ghi thêm gì. Đề nghị mở văn bản đã có.")
    if act is Act.RECALL:
        return _recall_refusal(about, sender)
    if document.issued_on is None:
        return _("Thông điệp không ghi ngày văn bản. Đề nghị bên gửi bổ sung rồi gửi lại.")
    if document.issued_on > clock.today():
        return _("Thông điệp ghi ngày văn bản sau ngày hôm nay. Đề nghị bên gửi kiểm tra lại.")
    if not document.subject:
        return _("Thông điệp không có trích yếu. Đề nghị bên gửi bổ sung rồi gửi lại.")
    if not document.receivers:
        return _("Thông điệp không ghi nơi nhận. Đề nghị bên gửi bổ sung rồi gửi lại.")
    return _length_refusal(document)


def _recall_refusal(about: tuple[Dispatch, ...], sender: Agency | None) -> str:
    if not any(each.is_standing for each in about):
        return _("Văn bản được thu hồi không có ở đây, hoặc không còn giá trị; không có gì để ghi.")
    if any(sender is None or each.sender_id != sender.pk for each in about):
        return _(
            "Chưa nhận được yêu cầu thu hồi: bên gửi thông điệp không phải cơ quan đã gửi văn bản. "
            "Đề nghị liên hệ cơ quan đã gửi để xác nhận."
        )
    return ""


def _length_refusal(document: edxml.Document) -> str:
    """Nothing is cut short in silence."""
    measured = {
        "number": document.code, "subject": document.subject, "kind": document.kind.name,
        "signer": document.signer.name, "document_id": document.identity,
    }  # fmt: skip
    for name, words in measured.items():
        field = Dispatch._meta.get_field(name)
        most: int = getattr(field, "max_length", 0)
        if len(words) > most:
            return _("Thông điệp ghi %(field)s dài quá %(most)s ký tự.") % {
                "field": getattr(field, "verbose_name", name),
                "most": most,
            }
    return ""


def _status(status: edxml.Status, opened: Opened, user: User) -> Understood:
    about = find(status.about, user)
    on = (status.at or clock.now()).date()
    sender = agency_of(status.sender, on=on)
    receipt = _receipt(about, sender, status.sender.name) if about else None
    is_recall = status.code is edxml.StatusCode.RECALLED
    if is_recall:
        refusal = _recall_refusal((about,) if about else (), sender)
    else:
        refusal = _status_refusal(about, receipt)
    return Understood(
        envelope=status,
        act=Act.RECALL if is_recall else Act.TELL,
        lines=tuple(of_status(status, opened, about, receipt)),
        sender=sender,
        about=(about,) if about else (),
        receipt=receipt,
        refusal=refusal,
    )


def _receipt(dispatch: Dispatch, agency: Agency | None, name: str) -> Receipt | None:
    for each in dispatch.receipts.all():
        if (agency and each.agency_id == agency.pk) or (name and each.name == name):
            return each
    return None


def _status_refusal(about: Dispatch | None, receipt: Receipt | None) -> str:
    if about is None:
        return _(
            "Chưa ghi nhận được: văn bản mà thông điệp nói tới không có ở đây. "
            "Đề nghị ghi nhận văn bản đó trước."
        )
    if receipt is None:
        return _(
            "Chưa ghi nhận được: cơ quan gửi thông điệp không phải nơi nhận của văn bản số "
            "%(number)s. Đề nghị kiểm tra lại nơi nhận."
        ) % {"number": about.number}
    return ""
