"""The front, the bases and what sentences cite, in the many ways that offices set them."""

from datetime import date

import pytest

from nhipcau.reader import read_text

FRONT = (
    "ỦY BAN NHÂN DÂN\nTỈNH VÍ DỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Số: 07/KH-UBND", "07/KH-UBND"),
        ("Số:\n26/2025/QĐ-UBND", "26/2025/QĐ-UBND"),
        ("Số: 773 /QĐ-TTg", "773/QĐ-TTg"),
        ("Số: 02-CTPH/MTTQ-TTCP-BTP-HLG-LĐLS", "02-CTPH/MTTQ-TTCP-BTP-HLG-LĐLS"),
        ("Số: 14-CT/TW", "14-CT/TW"),
        ("Số: 88/SNN&MT-TCCB", "88/SNN&MT-TCCB"),
    ],
)
def test_numbers_are_read_in_every_form(written: str, number: str) -> None:
    document = read_text(
        f"{FRONT}{written}\nPhố Núi, ngày 09 tháng 02 năm 2026\nKẾ HOẠCH\nVÍ DỤ\nI. VIỆC"
    )
    assert document.number == number
    assert document.date == date(2026, 2, 9)


def test_the_issuer_in_two_lines_is_one() -> None:
    assert read_text(f"{FRONT}Số: 1/KH-UBND\nKẾ HOẠCH\nVÍ DỤ\nI. A").issuers == (
        "ỦY BAN NHÂN DÂN TỈNH VÍ DỤ",
    )


def test_the_front_in_one_row_of_a_table_is_taken_apart() -> None:
    document = read_text(
        "CHÍNH PHỦ_______ Số: 9/2025/NĐ-CP | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc____ "
        "Hà Nội, ngày 30 tháng 6 năm 2025 |\nNGHỊ ĐỊNH\nQuy định về ví dụ\nCăn cứ Luật Ví dụ;\nĐiều 1. A"
    )
    assert (document.number, document.issuers, document.place) == (
        "9/2025/NĐ-CP",
        ("CHÍNH PHỦ",),
        "Hà Nội",
    )
    assert (document.date, document.title) == (date(2025, 6, 30), "Quy định về ví dụ")


def test_a_copy_without_a_front_still_says_its_type() -> None:
    document = read_text("Thông tư quy định về ví dụ\nCăn cứ Luật Ví dụ;\nĐiều 1. A")
    assert (document.kind, document.title) == ("Thông tư", "Thông tư quy định về ví dụ")
    assert {"number", "date"} <= {doubt.code for doubt in document.doubts}


def test_laws_are_based_on_by_name_and_by_number() -> None:
    document = read_text(
        f"{FRONT}QUYẾT ĐỊNH\nVÍ DỤ\nCăn cứ Luật Sách ngày 19 tháng 6 năm 2015; Luật Báo số 7/2016/QH13;\n"
        "Theo đề nghị của Giám đốc Sở Ví dụ tại Tờ trình số 4/TTr-SVD ngày 03 tháng 02 năm 2026.\nĐiều 1. A"
    )
    assert [
        (each.relation, each.kind, each.number, each.date) for each in document.legal_bases
    ] == [
        ("can_cu", "Luật", "", date(2015, 6, 19)),
        ("can_cu", "Luật", "7/2016/QH13", None),
        ("de_nghi", "Tờ trình", "4/TTr-SVD", date(2026, 2, 3)),
    ]


def test_several_instruments_of_one_line_are_told_from_those_in_their_titles() -> None:
    document = read_text(
        "KẾ HOẠCH\nVÍ DỤ\nThực hiện Nghị quyết số 2/NQ-CP ngày 01/3/2025 của Chính phủ về việc thực hiện Kết luận số "
        "9-KL/TW; Quyết định số 5/QĐ-UBND; Sở Ví dụ ban hành kế hoạch theo Nghị quyết số 2/NQ-CP:\nI. A"
    )
    assert [(each.relation, each.number) for each in document.legal_bases] == [
        ("thuc_hien", "2/NQ-CP"), ("nested", "9-KL/TW"), ("thuc_hien", "5/QĐ-UBND"),
    ]  # fmt: skip


def test_a_citation_keeps_number_date_issuer_and_place() -> None:
    text = "I. VIỆC\n1. Làm theo quyết định số 77/QĐ- TTg ngày 14/10/2025 của Thủ tướng Chính phủ và Đề án 06."
    first, second = read_text(text).citations
    assert (first.provision, first.kind, first.number) == ("I.1", "Quyết định", "77/QĐ-TTg")
    assert (first.date, first.issuer) == (date(2025, 10, 14), "Thủ tướng Chính phủ")
    line = text.splitlines()[1]
    assert line[first.start : first.end].startswith("quyết định số 77/QĐ- TTg")
    assert second.number == "Đề án 06"


@pytest.mark.parametrize(
    ("sentence", "short", "full"),
    [
        ("Ban hành quy chế đọc sách (sau đây gọi tắt là Quy chế).", "Quy chế", "quy chế đọc sách"),
        (
            "Thuộc lĩnh vực của Bộ Ví dụ (viết gọn là lĩnh vực VD).",
            "lĩnh vực VD",
            "lĩnh vực của Bộ Ví dụ",
        ),
        ("Về công tác thông tin và đối ngoại (TTĐN) năm nay.", "TTĐN", "thông tin và đối ngoại"),
        ("Bảo vệ bí mật nhà nước (BMNN).", "BMNN", "bí mật nhà nước"),
    ],
)
def test_short_names_are_given_with_what_they_stand_for(
    sentence: str, short: str, full: str
) -> None:
    found = {each.short: each.full for each in read_text(f"I. VIỆC\n1. {sentence}").abbreviations}
    assert found == {short: full}


def test_times_are_told_apart() -> None:
    document = read_text("I. VIỆC\n1. Giai đoạn 2026 - 2030, hằng năm họp trước ngày 15/12/2026.")
    assert {(each.kind, each.value) for each in document.times} == {
        ("period", "2026/2030"), ("recurring", "năm"), ("date", "2026-12-15"), ("due", "trước ngày 15/12/2026"),
    }  # fmt: skip
