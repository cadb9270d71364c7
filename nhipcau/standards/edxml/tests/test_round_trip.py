"""What is written reads as the same value, and what systems send in other forms is understood."""

import re
import string
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.standards import edxml

from .values import documents, statuses

SAMPLES = Path(__file__).parent / "samples"
DOCUMENT = (SAMPLES / "document.xml").read_text()
STATUS = (SAMPLES / "status.xml").read_text()
SPACE = 'xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"'


def read(text: str) -> edxml.Document:
    envelope = edxml.read(text.encode())
    assert isinstance(envelope, edxml.Document)
    return envelope


@settings(max_examples=60)
@given(documents)
def test_a_document_comes_back_equal(document: edxml.Document) -> None:
    assert edxml.read(edxml.write(document)) == document


@settings(max_examples=40)
@given(statuses)
def test_a_status_comes_back_equal(status: edxml.Status) -> None:
    assert edxml.read(edxml.write(status)) == status


def test_writing_is_one_form() -> None:
    once = edxml.write(read(DOCUMENT))
    assert edxml.write(edxml.read(once)) == once
    assert b"<edXML:edXMLEnvelope" in once
    assert b"<AttachmentEncoded" in once


def test_the_parts_of_a_document_are_understood() -> None:
    document = read(DOCUMENT)
    assert document.code == "922/CTPH-BTTTT-UBDT"
    assert document.identity == "000.00.00.G14,2024/06/04,922/CTPH-BTTTT-UBDT"
    assert document.sender.name == "Bộ Thông tin và Truyền thông"
    assert [each.code for each in document.receivers] == ["000.00.00.G21"]
    assert (document.issued_on, document.due_on) == (date(2024, 6, 4), date(2024, 6, 30))
    assert document.answers[0].identity == "000.00.00.G21,2024/05/02,1/UBDT-TH"
    assert document.traces[0].at == datetime(2024, 6, 4, 8, 30)


def test_the_parts_of_a_status_are_understood() -> None:
    status = edxml.read(STATUS.encode())
    assert isinstance(status, edxml.Status)
    assert status.code is edxml.StatusCode.ACCEPTED
    assert status.code.words == "Đã tiếp nhận"
    assert status.about.code == "922/CTPH-BTTTT-UBDT"


VARIANTS: dict[str, Callable[[str], str]] = {
    "no prefixes": lambda text: re.sub(r"(</?)edXML:", r"\1", text),
    "another prefix": lambda text: text.replace("edXML:edXML", "ed:edXML")
    .replace("<edXML:", "<ed:")
    .replace("</edXML:", "</ed:")
    .replace("xmlns:edXML=", "xmlns:ed="),
    "the older namespace": lambda text: text.replace(
        "http://www.mic.gov.vn/TBT/QCVN_102_2016", "http://www.e-doc.vn/Schema/"
    ),
    "no namespace at all": lambda text: re.sub(
        r' xmlns(:edXML)?="[^"]*"', "", re.sub(r"(</?)edXML:", r"\1", text)
    ),
    "the letter l for I": lambda text: text.replace("OrganId", "Organld").replace(
        "SignerInfo", "Signerlnfo"
    ),
    "days first": lambda text: re.sub(r">(\d{4})/(\d\d)/(\d\d)", r">\3/\2/\1", text),
    "days with dashes": lambda text: re.sub(r">(\d{4})/(\d\d)/(\d\d)", r">\1-\2-\3", text),
    "days with the hour of midnight": lambda text: text.replace(
        "2024/06/04</edXML:Promul", "2024-06-04T00:00:00</edXML:Promul"
    ),
    "steering 0": lambda text: text.replace(
        "<edXML:SteeringType>1", "<edXML:SteeringType>0"
    ),
    "business spelt with one s": lambda text: text.replace("Bussiness", "Business"),
    "content ids without cid:": lambda text: text.replace("cid:", ""),
    "a declaration of another encoding": lambda text: text.replace("utf-8", "us-ascii"),
    "a comment inside a value": lambda text: text.replace(
        "922</edXML:CodeNumber>", "9<!-- số -->22</edXML:CodeNumber>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VARIANTS)
def test_variants_say_the_same(name: str) -> None:
    changed = VARIANTS[name](DOCUMENT)
    assert changed != DOCUMENT
    assert read(changed) == read(DOCUMENT)


def test_utf16_is_read() -> None:
    text = DOCUMENT.replace("utf-8", "utf-16")
    assert edxml.read(text.encode("utf-16")) == read(DOCUMENT)


def test_an_envelope_without_the_outer_element_is_read() -> None:
    start, end = DOCUMENT.index("<edXML:edXMLEnvelope"), DOCUMENT.index("</edXML:edXMLEnvelope>")
    found = read(DOCUMENT[start:end] + "</edXML:edXMLEnvelope>")
    assert found.attachments[0].content is None
    assert found.code == read(DOCUMENT).code


def test_only_what_must_be_there_is_asked_for() -> None:
    found = read(
        f"<edXML {SPACE}><edXMLEnvelope><edXMLHeader><MessageHeader><From/>"
        "<Code>15/CV-SDT</Code></MessageHeader></edXMLHeader></edXMLEnvelope></edXML>"
    )
    assert (found.number, found.notation) == ("15", "CV-SDT")
    assert found.business.type is edxml.BusinessType.NEW


def test_a_status_in_a_message_header_is_a_status() -> None:
    text = STATUS.replace("edXML:Status>", "edXML:MessageHeader>")
    assert edxml.read(text.encode()) == edxml.read(STATUS.encode())


def test_a_time_with_a_zone_is_told_in_the_time_of_vietnam() -> None:
    text = DOCUMENT.replace("2024/06/04 08:30:00", "2024-06-04T01:30:00.5Z")
    assert read(text).traces == read(DOCUMENT).traces


def test_an_answer_names_the_tasks_it_reports_on() -> None:
    tasks = (
        "<edXML:ResponseForTask><edXML:TaskCode>24.IV1d.02</edXML:TaskCode></edXML:ResponseForTask>"
    )
    text = DOCUMENT.replace("<edXML:SteeringType>1", f"{tasks}<edXML:SteeringType>3")
    found = read(text)
    assert found.task_codes == ("24.IV1d.02",)
    assert found.steering is edxml.SteeringType.REPORT


@given(st.text(string.printable, max_size=60), st.binary(max_size=300))
@settings(max_examples=30)
def test_a_file_comes_out_of_its_wrapping(name: str, content: bytes) -> None:
    name = "".join(name.split("\x00")).replace("/", "").replace("\\", "").strip() or "x"
    sent = edxml.wrap(f"{name}.pdf", content)
    assert edxml.unwrap(sent) == (edxml.Unpacked(f"{name}.pdf", content),)


def test_a_file_that_was_not_wrapped_is_itself() -> None:
    sent = edxml.Attachment("1", "cong-van.pdf", content=b"%PDF-1.7")
    assert edxml.unwrap(sent) == (edxml.Unpacked("cong-van.pdf", b"%PDF-1.7"),)
    assert edxml.unwrap(edxml.Attachment("1", "cong-van.pdf")) == ()
