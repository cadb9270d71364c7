"""Scans are read through Tesseract where it is installed, and the tree says so."""

import struct
import zlib
from datetime import date

import pypdfium2 as pdfium
import pytest
import typst

from nhipcau.reader import Document, read_bytes
from nhipcau.reader.files.scan import can_read_scans
from nhipcau.reader.tests.formats import as_pdf

LETTER = """\
Số: 15/KH-SVD
Phố Núi, ngày 09 tháng 02 năm 2026
KẾ HOẠCH
Đưa sách đến bản làng năm 2026
Căn cứ Kế hoạch số 3/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh về đọc sách;
I. NHIỆM VỤ
1. Sở Ví dụ chủ trì, phối hợp với Công an tỉnh chuyển sách đến các bản làng vùng cao.
2. Các xã báo cáo kết quả trước ngày 15 tháng 12 năm 2026.
"""
pytestmark = [
    pytest.mark.machine,
    pytest.mark.skipif(not can_read_scans(), reason="Tesseract with Vietnamese is not installed"),
]


def picture(text: str) -> bytes:
    """Print the text, photograph the page in grey, and keep it as PNG."""
    page = pdfium.PdfDocument(as_pdf(text))[0]
    bitmap = page.render(scale=200 / 72, grayscale=True)
    pixels = bytes(bitmap.buffer)
    rows = b"".join(
        b"\0" + pixels[n * bitmap.stride : n * bitmap.stride + bitmap.width]
        for n in range(bitmap.height)
    )
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in parts
    )


def check(document: Document) -> None:
    assert (document.number, document.date) == ("15/KH-SVD", date(2026, 2, 9))
    assert [each.id for each in document.outline] == ["I", "I.1", "I.2"]
    lead = next(one for one in document.assignments if one.lead)
    assert [each.name for each in lead.lead] == ["Sở Ví dụ"]
    assert "scan" in {doubt.code for doubt in document.doubts}


def test_a_photographed_page_is_read_and_marked_for_comparison() -> None:
    check(read_bytes(picture(LETTER), "trang.png"))


def test_a_pdf_of_pictures_is_read_and_marked_for_comparison(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("scan")
    (folder / "page.png").write_bytes(picture(LETTER))
    source = folder / "scan.typ"
    source.write_text(
        '#set page(paper: "a4", margin: 0pt)\n#image("page.png", width: 100%)\n', encoding="utf-8"
    )
    check(read_bytes(bytes(typst.compile(source)), "scan.pdf"))
