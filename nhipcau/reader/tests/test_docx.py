"""Word files as offices make them: front and signature in tables, text boxes, page headers."""

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from nhipcau.reader import Document, read_bytes
from nhipcau.reader.files.numbering import write_number

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def read(document: "docx.document.Document") -> Document:
    target = io.BytesIO()
    document.save(target)
    return read_bytes(target.getvalue(), "vi-du.docx")


def office_letter() -> "docx.document.Document":
    """A plan whose front and signature stand in tables, as templates of offices have them."""
    document = docx.Document()
    front = document.add_table(rows=1, cols=2)
    fill(front.cell(0, 0), "UBND TỈNH VÍ DỤ", "SỞ MIỀN NÚI", "Số: 07/KH-SMN")
    fill(front.cell(0, 1), *MOTTO, "Phố Núi, ngày 09 tháng 02 năm 2026")
    for text in (
        "KẾ HOẠCH",
        "ĐƯA SÁCH ĐẾN BẢN NĂM 2026",
        "Căn cứ Kế hoạch số 3/KH-UBND ngày 05/01/2026;",
    ):
        document.add_paragraph(text)
    document.add_paragraph("I. NHIỆM VỤ")
    document.add_paragraph("1. Phòng Sách chủ trì, phối hợp với Đồn Biên phòng chuyển sách./.")
    rows = document.add_table(rows=2, cols=4)
    for cell, text in zip(rows.rows[0].cells, ("TT", "Việc", "Chủ trì", "Thời gian"), strict=True):
        cell.text = text
    for cell, text in zip(rows.rows[1].cells, ("1", "In sách", "Phòng Sách", "Quý I"), strict=True):
        cell.text = text
    closing = document.add_table(rows=1, cols=2)
    fill(closing.cell(0, 0), "Nơi nhận:", "- Như trên;", "- Lưu: VT.")
    fill(closing.cell(0, 1), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Mẫu")
    return document


def fill(cell: "docx.table._Cell", *paragraphs: str) -> None:
    cell.text = paragraphs[0]
    for text in paragraphs[1:]:
        cell.add_paragraph(text)


def test_the_front_in_a_table_is_read_cell_by_cell() -> None:
    document = read(office_letter())
    assert (document.number, document.place) == ("07/KH-SMN", "Phố Núi")
    assert document.issuers == ("SỞ MIỀN NÚI",)
    assert document.title == "ĐƯA SÁCH ĐẾN BẢN NĂM 2026"
    assert [each.number for each in document.legal_bases] == ["3/KH-UBND"]


def test_the_signature_table_gives_signer_and_recipients() -> None:
    document = read(office_letter())
    assert [signer.name for signer in document.signers] == ["Lê Thị Mẫu"]
    assert document.recipients == ("Như trên", "Lưu: VT")


def test_a_table_of_tasks_keeps_its_rows_as_lines() -> None:
    document = read(office_letter())
    assert "1 | In sách | Phòng Sách | Quý I" in [line.text for line in document.lines]


def test_text_boxes_are_read_once_and_page_headers_apart() -> None:
    document = office_letter()
    document.sections[0].header.paragraphs[0].text = "Kế hoạch đưa sách, trang đầu"
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:AlternateContent><mc:Choice Requires='wps'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    ).format(
        "<w:txbxContent><w:p><w:r><w:t>2. Ghi chú trong khung chữ.</w:t></w:r></w:p></w:txbxContent>"
    )
    document.paragraphs[-1]._p.append(parse_xml(box))
    read_back = read(document)
    assert [each.id for each in read_back.outline] == ["I", "I.1", "I.2"]
    assert [line.role for line in read_back.lines if "trang đầu" in line.text] == ["page"]


def test_numbers_are_written_as_word_shows_them() -> None:
    assert [write_number(4, each) for each in ("upperRoman", "lowerRoman", "lowerLetter")] == [
        "IV", "iv", "d",
    ]  # fmt: skip
    assert write_number(27, "upperLetter") == "AA"
    assert (write_number(7, "decimalZero"), write_number(7, "none")) == ("07", "")
