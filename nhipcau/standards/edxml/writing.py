"""A message in one form: the structure sent on the national exchange axis, UTF-8, indented."""

import base64
from datetime import date, datetime

from lxml import etree

from .faults import Unwritable
from .messages import Attachment, Business, Document, Envelope, Organ, Reference, Staff, Status

NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
XLINK = "http://www.w3.org/1999/xlink"
NEXT_ACTOR = "http://schemas.xmlsoap.org/soap/actor/next"

PREFIXED = {"edXML": NAMESPACE}
PLAIN: dict[str | None, str] = {None: NAMESPACE}


def write(envelope: Envelope) -> bytes:
    """The message as XML. Reading it gives an equal value. Raises Unwritable."""
    if envelope.secrecy:
        raise Unwritable("văn bản có độ mật không được đưa vào thông điệp", path="MessageHeader")
    if isinstance(envelope, Status):
        return _whole(_part("edXMLEnvelope", _part("edXMLHeader", _status(envelope))))
    header = _part("edXMLHeader", _message(envelope), _trace(envelope))
    sent = [_file(each) for each in envelope.attachments if each.content is not None]
    body = _part("edXMLEnvelope", header, _body(envelope.attachments))
    return _whole(body, *([_plain("AttachmentEncoded", *sent)] if sent else []))


def _whole(*parts: etree._Element) -> bytes:
    """The parts in the root. Put together as text: the envelope keeps its prefix, files have none,
    as the systems in use send them, though both stand in one namespace."""
    written = [b'<?xml version="1.0" encoding="utf-8"?>', f'<edXML xmlns="{NAMESPACE}">'.encode()]
    for part in parts:
        etree.indent(part, level=1)
        written.append(b"  " + etree.tostring(part, encoding="utf-8").rstrip())
    return b"\n".join([*written, b"</edXML>\n"])


def _message(document: Document) -> etree._Element:
    kind, signer, other = document.kind, document.signer, document.other
    parts = [
        _organ("From", document.sender),
        *(_organ("To", each) for each in document.receivers),
        _part(
            "Code", _leaf("CodeNumber", document.number), _leaf("CodeNotation", document.notation)
        ),
        _part(
            "PromulgationInfo",
            _leaf("Place", document.place),
            _leaf("PromulgationDate", _day(document.issued_on)),
        ),
        _part(
            "DocumentType",
            _leaf("Type", kind.code),
            _leaf("TypeDetail", kind.detail),
            _leaf("TypeName", kind.name),
        ),
        _leaf("Subject", document.subject),
        _leaf("Content", document.content),
        _part(
            "SignerInfo",
            _leaf("Competence", signer.competence),
            _leaf("Position", signer.position),
            _leaf("FullName", signer.name),
        ),
        _leaf("DueDate", _day(document.due_on)),
        _part("ToPlaces", *(_leaf("Place", each) for each in document.to_places)),
        _part(
            "OtherInfo",
            _leaf("Priority", str(other.priority.value)),
            _leaf("SphereOfPromulgation", other.sphere),
            _leaf("TyperNotation", other.typist),
            _leaf("PromulgationAmount", _number(other.copies)),
            _leaf("PageAmount", _number(other.pages)),
            _part("Appendixes", *(_leaf("Appendix", each) for each in other.appendixes)),
        ),
        *(_reference(each) for each in document.answers),
        *_tasks(document.task_codes),
        _leaf("SteeringType", str(document.steering.value)),
        _leaf("DocumentId", document.document_id),
    ]
    if document.application:
        parts.append(_leaf("ApplicationType", document.application))
    return _part("MessageHeader", *parts)


def _tasks(codes: tuple[str, ...]) -> list[etree._Element]:
    return [_part("ResponseForTask", *(_leaf("TaskCode", each) for each in codes))] if codes else []


def _status(status: Status) -> etree._Element:
    return _part(
        "Status",
        _reference(status.about),
        _organ("From", status.sender),
        _leaf("StatusCode", str(status.code.value)),
        _leaf("Description", status.description),
        _leaf("Timestamp", _moment(status.at)),
        _staff(status.staff),
    )


def _organ(name: str, organ: Organ) -> etree._Element:
    return _part(
        name,
        _leaf("OrganId", organ.code),
        _leaf("OrganizationInCharge", organ.in_charge),
        _leaf("OrganName", organ.name),
        _leaf("OrganAdd", organ.address),
        _leaf("Email", organ.email),
        _leaf("Telephone", organ.telephone),
        _leaf("Fax", organ.fax),
        _leaf("Website", organ.website),
    )


def _reference(about: Reference) -> etree._Element:
    return _part(
        "ResponseFor",
        _leaf("OrganId", about.organ_code),
        _leaf("Code", about.code),
        _leaf("PromulgationDate", _day(about.issued_on)),
        _leaf("DocumentId", about.document_id),
    )


def _trace(document: Document) -> etree._Element:
    traces = [
        _part(
            "TraceHeader", _leaf("OrganId", each.organ_code), _leaf("Timestamp", _moment(each.at))
        )
        for each in document.traces
    ]
    attributes = {"version": "1.0", "mustUnderstand": "1", "actor": NEXT_ACTOR}
    return _part("TraceHeaderList", *traces, _business(document.business), **attributes)


def _business(business: Business) -> etree._Element:
    parts = [
        _leaf("BussinessDocType", str(business.type.value)),
        _leaf("BussinessDocReason", business.reason),
    ]
    if business.receivers:
        changes = (
            _part(
                "Receiver",
                _leaf("ReceiverType", str(each.change.value)),
                _leaf("OrganId", each.organ_code),
            )
            for each in business.receivers
        )
        parts.append(_part("BussinessDocumentInfo", _part("ReceiverList", *changes)))
    if business.document_id:
        parts.append(_leaf("DocumentId", business.document_id))
    parts += [_staff(business.staff), _leaf("Paper", "1" if business.is_on_paper else "0")]
    if business.replacements:
        replaced = (
            _part(
                "ReplacementInfo",
                _leaf("DocumentId", each.document_id),
                _part("OrganIdList", *(_leaf("OrganId", code) for code in each.organ_codes)),
            )
            for each in business.replacements
        )
        parts.append(_part("ReplacementInfoList", *replaced))
    return _part("Bussiness", *parts)


def _staff(staff: Staff) -> etree._Element:
    return _part(
        "StaffInfo",
        _leaf("Department", staff.department),
        _leaf("Staff", staff.name),
        _leaf("Mobile", staff.mobile),
        _leaf("Email", staff.email),
    )


def _body(attachments: tuple[Attachment, ...]) -> etree._Element:
    manifest = _part("edXMLManifest", version="1.0")
    for each in attachments:
        content_id = f"cid:{each.content_id}"
        reference = etree.SubElement(manifest, f"{{{NAMESPACE}}}Reference", nsmap={"xlink": XLINK})
        reference.set(f"{{{XLINK}}}type", "simple")
        reference.set(f"{{{XLINK}}}href", _checked(content_id, "Reference"))
        reference.extend(
            [
                _leaf("ContentId", content_id),
                _leaf("ContentType", each.content_type),
                _leaf("Description", each.description),
                _leaf("AttachmentName", each.name),
            ]
        )
    return _part("edXMLBody", manifest)


def _file(each: Attachment) -> etree._Element:
    content = base64.b64encode(each.content or b"").decode()
    return _plain(
        "Attachment",
        _plain("ContentType", words=each.content_type),
        _plain("ContentId", words=each.content_id),
        _plain("Description", words=each.description),
        _plain("ContentTransferEncoded", words=content),
        _plain("AttachmentName", words=each.name),
    )


def _part(name: str, *parts: etree._Element, **attributes: str) -> etree._Element:
    made = etree.Element(f"{{{NAMESPACE}}}{name}", attributes, nsmap=PREFIXED)
    made.extend(parts)
    return made


def _plain(name: str, *parts: etree._Element, words: str = "") -> etree._Element:
    """An element without the prefix, as files are sent."""
    # The stubs of lxml do not know the namespace without a prefix.
    made = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap=PLAIN)  # type: ignore[arg-type]
    made.extend(parts)
    made.text = _checked(words, name) or None
    return made


def _leaf(name: str, words: str) -> etree._Element:
    made = _part(name)
    made.text = _checked(words, name) or None
    return made


def _checked(words: str, name: str) -> str:
    try:
        etree.Element("x").text = words
    except ValueError:
        raise Unwritable("có ký tự điều khiển mà XML không chứa được", path=name) from None
    return words


def _day(day: date | None) -> str:
    return f"{day:%Y/%m/%d}" if day else ""


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y/%m/%d %H:%M:%S}" if moment else ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
