"""What is hostile, broken or too large is refused by name, with its place."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.standards import edxml
from nhipcau.standards.edxml import parsing

SAMPLES = Path(__file__).parent / "samples"
DOCUMENT = (SAMPLES / "document.xml").read_text()

BOMB = """<?xml version="1.0"?>
<!DOCTYPE edXML [<!ENTITY a "mười mười mười">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<edXML>&c;</edXML>"""
OUTSIDE = '<!DOCTYPE edXML [<!ENTITY x SYSTEM "file:///etc/passwd">]><edXML>&x;</edXML>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, "<!DOCTYPE edXML><edXML/>"])
def test_a_document_type_is_refused_before_anything_is_read(text: str) -> None:
    begun = time.monotonic()
    with pytest.raises(edxml.Forbidden, match="DOCTYPE"):
        edxml.read(text.encode())
    assert time.monotonic() - begun < 1


def test_a_document_type_is_found_in_utf_16_too() -> None:
    with pytest.raises(edxml.Forbidden):
        edxml.read(BOMB.encode("utf-16"))


def test_another_encoding_does_not_hide_one() -> None:
    with pytest.raises((edxml.NotXml, edxml.Forbidden)):
        edxml.read(BOMB.encode("utf-32"))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_message_is_refused(share: float) -> None:
    with pytest.raises(edxml.NotXml):
        edxml.read(DOCUMENT.encode()[: int(len(DOCUMENT) * share)])


def test_too_many_bytes_levels_and_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(edxml.TooLarge, match="32 cấp"):
        edxml.read(b"<a>" * 100)
    with pytest.raises(edxml.TooLarge, match="20000 phần tử"):
        edxml.read(b"<a>" + b"<b></b>" * 20_000 + b"</a>")
    monkeypatch.setattr(parsing, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(edxml.TooLarge, match="1 MB"):
        edxml.read(b" " * (1024 * 1024 + 1))


def test_a_file_of_twelve_megabytes_goes_through() -> None:
    sent = edxml.Attachment("1", "ban-do.pdf", content=b"x" * 12_000_000)
    document = edxml.Document(edxml.Organ("G14"), (), "1", "CV", attachments=(sent,))
    assert edxml.read(edxml.write(document)) == document


@pytest.mark.parametrize(
    ("old", "new", "fault", "path", "line"),
    [
        ("2024/06/30", "2026/02/31", edxml.BadValue, "MessageHeader/DueDate", 42),
        ("2024/06/30", "cuối tháng", edxml.BadValue, "MessageHeader/DueDate", 42),
        ("Priority>0<", "Priority>9<", edxml.BadValue, "OtherInfo/Priority", 45),
        ("<edXML:PageAmount>6", "<edXML:PageAmount>sáu", edxml.BadValue, "PageAmount", 49),
        ("DocType>0<", "DocType>7<", edxml.BadValue, "BussinessDocType", 67),
        ("UEsFB", "@@@@", edxml.BadValue, "ContentTransferEncoded", 0),
        ("edXML:Code>", "edXML:Codes>", edxml.MissingPart, "MessageHeader/Code", 0),
        ("edXMLHeader", "edXMLHead", edxml.NotEdxml, "edXML", 0),
    ],
)
def test_a_fault_names_its_place(
    old: str, new: str, fault: type[edxml.EdxmlFault], path: str, line: int
) -> None:
    assert old in DOCUMENT
    with pytest.raises(fault) as refused:
        edxml.read(DOCUMENT.replace(old, new).encode())
    assert refused.value.path.endswith(path)
    assert path in str(refused.value)
    if line:
        assert refused.value.line == line


@settings(max_examples=80)
@given(st.data())
def test_damage_is_a_fault_or_another_message_and_never_anything_else(data: st.DataObject) -> None:
    content = bytearray(DOCUMENT.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    with suppress(edxml.EdxmlFault):
        edxml.write(edxml.read(bytes(content)))


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(content: bytes) -> None:
    with pytest.raises(edxml.EdxmlFault):
        edxml.read(content)


def test_secrecy_is_read_so_that_it_can_be_refused_and_never_written() -> None:
    text = DOCUMENT.replace(
        "<edXML:Priority>", "<edXML:SecurityLevel>2</edXML:SecurityLevel><edXML:Priority>"
    )
    found = edxml.read(text.encode())
    assert found.secrecy == "2"
    with pytest.raises(edxml.Unwritable, match="độ mật"):
        edxml.write(found)


def test_a_level_of_nought_is_no_secrecy() -> None:
    text = DOCUMENT.replace("<edXML:Priority>", "<edXML:DoMat>0</edXML:DoMat><edXML:Priority>")
    assert edxml.read(text.encode()).secrecy == ""


def test_what_xml_cannot_carry_is_not_written() -> None:
    document = edxml.Document(edxml.Organ("G14"), (), "1", "CV", subject="a\x00b")
    with pytest.raises(edxml.Unwritable) as refused:
        edxml.write(document)
    assert refused.value.path == "Subject"


def test_a_zip_that_does_not_open_or_unfolds_too_far_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(edxml.BadValue):
        edxml.unwrap(edxml.Attachment("1", "a.pdf", content=b"PK\x03\x04 hong".ljust(50)))
    monkeypatch.setattr("nhipcau.standards.edxml.packing.MOST_BYTES", 1000)
    with pytest.raises(edxml.TooLarge):
        edxml.unwrap(edxml.wrap("a.pdf", b"0" * 1001))
