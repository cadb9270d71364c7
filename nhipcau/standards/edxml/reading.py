"""A message in any of the forms that systems send it in, as a value."""

import base64
import binascii

from .codes import BusinessType, Priority, ReceiverType, StatusCode, SteeringType
from .elements import Part
from .faults import NotEdxml, TooLarge
from .messages import (
    Attachment,
    Business,
    Document,
    DocumentKind,
    Envelope,
    Organ,
    OtherFacts,
    ReceiverChange,
    Reference,
    Replacement,
    Signer,
    Staff,
    Status,
    Trace,
)
from .parsing import parse

MOST_ATTACHMENTS = 60
# QCVN 102 has no element for secrecy; systems that add one call it one of these.
SECRECY = (
    "Secret", "SecretLevel", "Secrecy", "SecurityLevel", "Security", "Confidential",
    "ConfidentialLevel", "Classification", "DoMat", "MucDoMat",
)  # fmt: skip


def read(content: bytes) -> Envelope:
    """The message in `content`, UTF-8 or UTF-16. Raises EdxmlFault with path and line."""
    root = Part.of_root(parse(content))
    header = root if root.name == "edxmiheader" else root.deep("edXMLHeader")
    if header is None:
        raise NotEdxml("tệp không có phần đầu edXMLHeader của thông điệp edXML", path=root.path)
    status = header.first("Status")
    message = header.first("MessageHeader")
    if status is None and message is not None and message.first("StatusCode"):
        status = message
    if status is not None:
        return _status(status)
    if message is None:
        raise header.missing("MessageHeader")
    return _document(root, header, message)


def _status(part: Part) -> Status:
    about = _reference(part.needed("ResponseFor"))
    if not about.identity and not about.code:
        raise part.missing("ResponseFor/DocumentId")
    return Status(
        about=about,
        sender=_organ(part.needed("From")),
        code=part.coded(StatusCode, "StatusCode"),
        description=part.text("Description"),
        at=part.moment("Timestamp"),
        staff=_staff(part.first("StaffInfo")),
        secrecy=_secrecy(part),
    )


def _document(root: Part, header: Part, message: Part) -> Document:
    code = message.needed("Code")
    promulgation = message.first("PromulgationInfo") or message
    kind = message.first("DocumentType")
    signer = message.first("SignerInfo")
    places = message.first("ToPlaces")
    trace = header.first("TraceHeaderList")
    return Document(
        sender=_organ(message.needed("From")),
        receivers=tuple(_organ(each) for each in message.all("To")),
        **_number(code),
        issued_on=promulgation.day("PromulgationDate"),
        place=promulgation.text("Place"),
        kind=DocumentKind(kind.text("Type"), kind.text("TypeDetail"), kind.text("TypeName"))
        if kind
        else DocumentKind(),
        subject=message.text("Subject"),
        content=message.text("Content"),
        signer=Signer(signer.text("Competence"), signer.text("Position"), signer.text("FullName"))
        if signer
        else Signer(),
        due_on=message.day("DueDate"),
        to_places=_said(places, "Place"),
        other=_other(message.first("OtherInfo")),
        answers=_answers(message),
        task_codes=_task_codes(message),
        steering=_steering(message),
        document_id=message.text("DocumentId"),
        application=message.text("ApplicationType"),
        traces=_traces(trace),
        business=_business(
            (trace.first("Bussiness") if trace else None) or header.first("Bussiness")
        ),
        attachments=_attachments(root),
        secrecy=_secrecy(header),
    )


def _number(code: Part) -> dict[str, str]:
    """Number and notation, also where one element holds both («922/CTPH»)."""
    number, notation = code.text("CodeNumber"), code.text("CodeNotation")
    if not number and not notation:
        number, _slash, notation = code.words.partition("/")
    if not number and not notation:
        raise code.missing("CodeNumber")
    return {"number": number, "notation": notation}


def _organ(part: Part) -> Organ:
    return Organ(
        code=part.text("OrganId"),
        name=part.text("OrganName"),
        in_charge=part.text("OrganizationInCharge"),
        address=part.text("OrganAdd"),
        email=part.text("Email"),
        telephone=part.text("Telephone"),
        fax=part.text("Fax"),
        website=part.text("Website"),
    )


def _other(part: Part | None) -> OtherFacts:
    if part is None:
        return OtherFacts()
    appendixes = part.first("Appendixes")
    return OtherFacts(
        priority=part.coded(Priority, "Priority", default=Priority.ORDINARY),
        sphere=part.text("SphereOfPromulgation"),
        typist=part.text("TyperNotation"),
        copies=part.number("PromulgationAmount"),
        pages=part.number("PageAmount"),
        appendixes=_said(appendixes, "Appendix"),
    )


def _said(part: Part | None, name: str) -> tuple[str, ...]:
    """What the parts of a list say; a list that has words and no parts says one thing."""
    if part is None:
        return ()
    found = [each.words for each in part.all(name)] or [part.words]
    return tuple(words for words in found if words)


def _answers(message: Part) -> tuple[Reference, ...]:
    """Each ResponseFor; some senders keep them in OtherInfo as ReplyFors."""
    found = message.all("ResponseFor")
    other = message.first("OtherInfo")
    replies = other.first("ReplyFors") if other else None
    found += replies.all("ReplyFor", "ResponseFor") if replies else []
    references = (_reference(each) for each in found)
    return tuple(each for each in references if each != Reference())


def _reference(part: Part) -> Reference:
    return Reference(
        organ_code=part.text("OrganId"),
        code=part.text("Code"),
        issued_on=part.day("PromulgationDate"),
        document_id=part.text("DocumentId"),
    )


def _task_codes(message: Part) -> tuple[str, ...]:
    lists = message.all("ResponseForTask", "ResponseForTasks")
    found = [each.words for part in lists for each in part.all("TaskCode", "TaskCodes")]
    return tuple(words for words in found if words)


def _steering(message: Part) -> SteeringType:
    if message.text("SteeringType").strip("0") == "":
        return SteeringType.ORDINARY
    return message.coded(SteeringType, "SteeringType")


def _traces(part: Part | None) -> tuple[Trace, ...]:
    if part is None:
        return ()
    found = (
        Trace(each.text("OrganId"), each.moment("Timestamp")) for each in part.all("TraceHeader")
    )
    return tuple(each for each in found if each.organ_code or each.at)


def _business(part: Part | None) -> Business:
    if part is None:
        return Business()
    changes = part.deep("ReceiverList")
    replaced = part.first("ReplacementInfoList")
    return Business(
        type=part.coded(BusinessType, "BussinessDocType", default=BusinessType.NEW),
        reason=part.text("BussinessDocReason"),
        document_id=part.text("DocumentId"),
        receivers=tuple(_receiver(each) for each in changes.all("Receiver")) if changes else (),
        replacements=tuple(_replacement(each) for each in replaced.all("ReplacementInfo"))
        if replaced
        else (),
        staff=_staff(part.first("StaffInfo")),
        is_on_paper=part.text("Paper").lower() in {"1", "true"},
    )


def _receiver(part: Part) -> ReceiverChange:
    return ReceiverChange(part.needed("OrganId").words, part.coded(ReceiverType, "ReceiverType"))


def _replacement(part: Part) -> Replacement:
    codes = part.first("OrganIdList")
    return Replacement(part.needed("DocumentId").words, _said(codes, "OrganId"))


def _staff(part: Part | None) -> Staff:
    if part is None:
        return Staff()
    texts = (part.text(name) for name in ("Department", "Staff", "Mobile", "Email"))
    return Staff(*texts)


def _secrecy(part: Part) -> str:
    """What is said of secrecy; nought and nothing say that there is none."""
    found = part.deep(*SECRECY)
    return found.words if found and found.words.strip("0") else ""


def _attachments(root: Part) -> tuple[Attachment, ...]:
    """Files in the order of the manifest, then those that no manifest names."""
    manifest, encoded = root.deep("edXMLManifest"), root.deep("AttachmentEncoded")
    references = manifest.all("Reference") if manifest else []
    files = encoded.all("Attachment") if encoded else []
    if max(len(references), len(files)) > MOST_ATTACHMENTS:
        raise TooLarge(f"tệp có quá {MOST_ATTACHMENTS} tệp kèm theo", path=root.path)
    sent = {_content_id(each) or f"#{n}": each for n, each in enumerate(files)}
    found = []
    for number, reference in enumerate(references):
        key = _content_id(reference) or f"#{number}"
        found.append(_attachment(key, reference, sent.pop(key, None)))
    return (*found, *(_attachment(key, None, file) for key, file in sent.items()))


def _attachment(key: str, reference: Part | None, file: Part | None) -> Attachment:
    parts = [part for part in (file, reference) if part is not None]

    def said(*names: str) -> str:
        return next((words for part in parts if (words := part.text(*names))), "")

    return Attachment(
        content_id=key,
        name=said("AttachmentName", "FieldName", "FileName"),
        description=said("Description"),
        content_type=said("ContentType", "MimeType"),
        content=_content(file) if file else None,
    )


def _content_id(part: Part) -> str:
    written = part.text("ContentId")
    if not written:
        written = next((str(v) for k, v in part.element.items() if str(k).endswith("href")), "")
    return written.removeprefix("cid:").strip()


def _content(file: Part) -> bytes | None:
    part = file.first("ContentTransferEncoded")
    if part is None:
        return None
    try:
        return base64.b64decode("".join(part.words.split()), validate=True)
    except (binascii.Error, ValueError):
        raise part.bad("nội dung tệp kèm theo không đúng mã base64") from None
