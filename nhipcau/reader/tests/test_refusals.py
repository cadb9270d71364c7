"""What is not read is refused with a sentence: what failed, why and where, what to do."""

import io
import re
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from unittest.mock import patch

import docx
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.reader import Refused, read_bytes, read_file, read_text
from nhipcau.reader.files import scan, sniff
from nhipcau.reader.tests import formats
from nhipcau.reader.tests.example import PLAN

SENTENCE = re.compile(r"Đọc văn bản chưa thực hiện được: .+\. Đề nghị .+\.", re.S)
ENGLISH = "The committees shall cooperate in the publication of books for the highlands. " * 5


def packed(files: dict[str, bytes], *, level: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", level) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def with_password(content: bytes) -> bytes:
    """Set the flag that every packer sets on entries with a password."""
    changed = bytearray(content)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(sign)
        while start >= 0:
            changed[start + place] |= 1
            start = changed.find(sign, start + 4)
    return bytes(changed)


def picture_of_nothing() -> bytes:
    document = pdfium.PdfDocument.new()
    document.new_page(200, 200)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def word_file() -> bytes:
    target = io.BytesIO()
    docx.Document().save(target)
    return target.getvalue()


# How a text in the letters of TCVN3 looks to whoever expects another table.
OLD_LETTERS = (
    "Céng hßa x\xb7 héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H\xb9nh phóc. " * 4
).encode("latin-1")
DOCUMENT = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
LOCKED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/O(" + b"x" * 32 + b")/U(" + b"y" * 32 + b")/P -4>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]>>\n%%EOF"
)
CASES = [
    pytest.param(formats.as_html(PLAN), "a.pdf", "không đúng với phần mở rộng", id="not its name"),
    pytest.param(b"%PDF-1.7 half a file", "a.pdf", "bị hỏng", id="broken pdf"),
    pytest.param(LOCKED_PDF, "a.pdf", "mật khẩu", id="pdf with a password"),
    pytest.param(with_password(word_file()), "a.docx", "mật khẩu", id="zip with a password"),
    pytest.param(
        sniff.OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "a.docx", "mật khẩu", id="word file with a password",
    ),
    pytest.param(sniff.OLE + b"\x00" * 600, "a.doc", "đời cũ", id="old word file"),
    pytest.param(
        packed({"word/document.xml": b" " * 50_000_000}), "a.docx", "nén bất thường", id="zip bomb"
    ),
    pytest.param(
        packed({"word/document.xml": DOCUMENT, "word/vbaProject.bin": b"x"}),
        "a.docx", "macro", id="macros",
    ),
    pytest.param(packed({"xl/workbook.xml": b"<x/>"}), "a.xlsx", "chưa đọc được", id="a sheet"),
    pytest.param(packed({"word/document.xml": b"<broken"}), "a.docx", "bị hỏng", id="broken xml"),
    pytest.param(packed({"word/document.xml": DOCUMENT}), "a.docx", "bị hỏng", id="no body"),
    pytest.param(b"PK\x03\x04 not a zip", "a.docx", "bị hỏng", id="broken zip"),
    pytest.param(word_file(), "a.docx", "không có chữ nào", id="word file without a word"),
    pytest.param(ENGLISH.encode(), "a.txt", "không phải tiếng Việt", id="another language"),
    pytest.param(b"", "a.txt", "trống", id="empty"),
    pytest.param(b" \n\x00\n ", "a.txt", "trống", id="only blanks"),
    pytest.param(b"\x00\x01\x02" * 50, "a.bin", "chưa đọc được", id="bytes of nothing"),
    pytest.param(OLD_LETTERS, "a.txt", "không phải tiếng Việt", id="letters of before Unicode"),
    pytest.param(b"<html></html>", "a.html", "không", id="page without text"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "name", "why"), CASES)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    content: bytes, name: str, why: str
) -> None:
    with pytest.raises(Refused) as refusal:
        read_bytes(content, name)
    assert SENTENCE.fullmatch(str(refusal.value))
    assert why in refusal.value.reason


def test_a_file_of_more_than_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    with path.open("wb") as file:
        file.truncate(sniff.LARGEST + 1)
    with pytest.raises(Refused, match="200 MB"):
        read_file(path)


def test_a_scan_without_text_is_refused_where_it_cannot_be_recognised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scan, "can_read_scans", lambda: False)
    with pytest.raises(Refused, match="bản quét") as refusal:
        read_bytes(picture_of_nothing(), "a.pdf")
    assert "tesseract" in refusal.value.remedy


def test_a_scan_of_very_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "can_read_scans", lambda: True)
    monkeypatch.setattr(scan, "MOST_PAGES", 0)
    with pytest.raises(Refused, match="quá giới hạn"):
        read_bytes(picture_of_nothing(), "a.pdf")


def test_a_date_that_does_not_exist_is_kept_as_written_and_marked() -> None:
    document = read_text(PLAN.replace("ngày 05 tháng 01 năm 2026", "ngày 31 tháng 02 năm 2026"))
    assert document.date is None
    assert document.date_written == "ngày 31 tháng 02 năm 2026"
    assert [doubt.sentence for doubt in document.doubts if doubt.code == "date"] == [
        "Lịch không có ngày «ngày 31 tháng 02 năm 2026»; giữ như trong văn bản."
    ]


@given(
    st.sampled_from(["docx", "pdf", "html"]),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12),
    st.floats(0.05, 1),
)
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_never_breaks_the_reader(
    kind: str, harm: list[tuple[float, int]], kept: float
) -> None:
    content = bytearray(sound_file(kind))
    for place, value in harm:
        content[int(place * len(content))] = value
    # A page that lost its text would be handed to Tesseract, which is not what is tried here.
    with suppress(Refused), patch.object(scan, "can_read_scans", return_value=False):
        read_bytes(bytes(content[: int(kept * len(content))]), f"a.{kind}")


@cache
def sound_file(kind: str) -> bytes:
    writers = {"docx": formats.as_docx, "pdf": formats.as_pdf, "html": formats.as_html}
    return writers[kind](PLAN)
