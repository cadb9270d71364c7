"""Every kind of document stands the check, and the check sees what is wrong."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from nhipcau.standards.nd30 import to_docx
from nhipcau.standards.nd30.check import faults
from nhipcau.standards.nd30.document import Document
from nhipcau.standards.nd30.tests.examples import ALL, DECISION, INVITATION, JOINT_PLAN, LETTER

PLAN = replace(JOINT_PLAN, annexes=JOINT_PLAN.annexes[1:] * 2)
PLAN = replace(PLAN, annexes=(PLAN.annexes[0], replace(PLAN.annexes[1], blocks=())))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: to_docx(document) for name, document in ALL.items()}


@pytest.mark.parametrize("name", ALL)
def test_every_kind_of_document_is_as_the_decree_asks(name: str, files: dict[str, bytes]) -> None:
    assert faults(files[name]) == []


def changed(document: Document, part: str, old: str, new: str) -> bytes:
    """The file of `document` with `old` in one of its parts replaced everywhere."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(to_docx(document))) as source,
        zipfile.ZipFile(made, "w") as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old.encode() in content, old
                content = content.replace(old.encode(), new.encode())
            target.writestr(name, content)
    return made.getvalue()


BODY, STYLES = "word/document.xml", "word/styles.xml"


@pytest.mark.parametrize(
    ("document", "part", "old", "new", "fault"),
    [
        (PLAN, BODY, "CỘNG HÒA XÃ HỘI", "Cộng hòa xã hội", "Quốc hiệu"),
        (PLAN, BODY, "Độc lập - Tự do", "Độc lập – Tự do", "Tiêu ngữ"),
        (PLAN, BODY, "Số:      /KH", "Số: 5/KH", "Số ký hiệu"),
        (PLAN, BODY, "ngày      tháng      năm 2026</w:t>", "ngày 05/02/2026</w:t>", "Địa danh"),
        (PLAN, BODY, "KẾ HOẠCH", "Kế hoạch", "Tên loại"),
        (PLAN, BODY, "năm 2025;", "năm 2025.", "Căn cứ"),
        (PLAN, BODY, "/.</w:t>", "</w:t>", "./."),
        (PLAN, BODY, "- Lưu: VT", "- VT", "Nơi nhận"),
        (PLAN, BODY, "Phụ lục II<", "Phụ lục 2<", "Phụ lục"),
        (PLAN, BODY, "(Kèm theo Kế hoạch", "(Theo Kế hoạch", "Chỉ dẫn"),
        (PLAN, BODY, "<w:titlePg/>", "", "first page"),
        (PLAN, BODY, '<w:pgNumType w:start="1"/>', "", "count for itself"),
        (PLAN, BODY, 'w:left="1701"', 'w:left="1134"', "Lề left"),
        (PLAN, BODY, 'w:top="1134"', 'w:top="567"', "Lề top"),
        (PLAN, BODY, "<w:tblHeader/>", "", "repeated"),
        (PLAN, BODY, "<w:cantSplit/>", "", "split"),
        (PLAN, BODY, '<w:bottom w:val="single"', '<w:bottom w:val="nil"', "no rule"),
        (PLAN, STYLES, 'w:ascii="Times New Roman"', 'w:ascii="Arial"', "font"),
        (PLAN, STYLES, 'w:cs="Times New Roman"', 'w:cs="Arial"', "font"),
        (PLAN, STYLES, '<w:sz w:val="28"/>', '<w:sz w:val="22"/>', "size 11"),
        (PLAN, STYLES, '<w:i w:val="1"/>', '<w:i w:val="0"/>', "italic False"),
        (PLAN, STYLES, '<w:b w:val="1"/>', '<w:b w:val="0"/>', "bold False"),
        (PLAN, STYLES, '<w:jc w:val="both"/>', '<w:jc w:val="left"/>', "wanted both"),
        (PLAN, STYLES, 'w:firstLine="720"', 'w:firstLine="0"', "first line"),
        (PLAN, STYLES, 'w:before="120"', 'w:before="0"', "wanted at least 6"),
        (PLAN, STYLES, "vi-VN", "en-US", "Ngôn ngữ"),
        (PLAN, "word/header3.xml", "PAGE", "DATE", "Số trang"),
        (PLAN, "docProps/core.xml", "KẾ HOẠCH Thực hiện Chương trình phối hợp số 922/CTPH-BTTTT-UBDT năm 2026", "", "no title"),
        (LETTER, BODY, "V/v đề nghị", "Đề nghị", "V/v"),
        (LETTER, BODY, "Nguyễn Văn A", "TS. Nguyễn Văn A", "title before"),
        (LETTER, BODY, "Kính gửi:", "Kính thưa:", "Kính gửi"),
        (INVITATION, BODY, "Nd30QuyenHanChucVu", "Nd30NoiDung", "signature"),
        (DECISION, BODY, "Số: 07", "Số: 7", "Số ký hiệu"),
    ],
)  # fmt: skip
def test_a_wrong_element_is_seen(
    document: Document, part: str, old: str, new: str, fault: str
) -> None:
    found = faults(changed(document, part, old, new))
    assert any(fault in each for each in found), found
