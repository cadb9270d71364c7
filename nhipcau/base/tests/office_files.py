"""Office files made for the tests, sound ones and ill-meant ones."""

import io
import zipfile
from collections.abc import Sequence

import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment

Rows = Sequence[Sequence[object]]

LIST: Rows = [
    ["STT", "Họ và tên", "Dân tộc"],
    [1, "Lò Văn Thử", "Thái"],
    [2, "Vàng Thị Thử", "Mông"],
]


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def xlsx(rows: Rows, *, title: str = "Danh sách", hidden: bool = False, note: str = "") -> bytes:
    workbook = Workbook()
    workbook.active.title = "Trang đầu"
    sheet = workbook.create_sheet(title)
    for row in rows:
        sheet.append(row)
    if hidden:
        sheet.sheet_state = "hidden"
    if note:
        sheet["A1"].comment = Comment(note, "Người soạn")
    return _saved(workbook)


def docx(*paragraphs: str, rows: Rows = (), footer: str = "") -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                cell.text = str(value)
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    return _saved(document)


def pdf(*pages: str) -> bytes:
    """A printed document; a line break in a page is one on paper."""
    broken = ("\\\n".join(page.splitlines()) for page in pages)
    return typst.compile("\n#pagebreak()\n".join(broken).encode())


def locked_pdf() -> bytes:
    """A PDF that asks for a password before it shows anything."""
    lock = b"/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/P -4" + lock + b">>endobj\n"
        b"trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]>>\n%%EOF"
    )


def archive(parts: dict[str, bytes]) -> bytes:
    """An archive that is a workbook and a document by the names in it, and holds these parts."""
    content = io.BytesIO()
    empty = {"xl/workbook.xml": b"<workbook/>", "word/document.xml": b"<document/>"}
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in (empty | parts).items():
            made.writestr(name, part)
    return content.getvalue()


def with_password_flag(content: bytes) -> bytes:
    """The same archive with every entry marked as encrypted."""
    marked = bytearray(content)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(signature)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(signature, at + 4)
    return bytes(marked)


def _saved(made: object) -> bytes:
    content = io.BytesIO()
    made.save(content)  # type: ignore[attr-defined]  # a Workbook or a Document
    return content.getvalue()
