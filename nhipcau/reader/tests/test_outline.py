"""Which marker is whose child: levels, restarts, slips of numbering, attachments, quotations."""

import pytest

from nhipcau.reader import read_text
from nhipcau.reader.markers import find_marker, ordinal

OUTLINES = {
    "plan": ("I. A\n1. B\na) C\nđ) D\n2. E\nII. F", ["I", "I.1", "I.1.a", "I.1.đ", "I.2", "II"]),
    "decimals take their last number": ("I. A\n1. B\n1.1. C\n1.2. D\n1.2.1. E", ["I", "I.1", "I.1.1", "I.1.2", "I.1.2.1"]),
    "chapters are left out of what stands below": (
        "Chương I\nCHUNG\nĐiều 1. A\n1. B\nChương II\nRIÊNG\nĐiều 2. C",
        ["Chương I", "Điều 1", "Điều 1.1", "Chương II", "Điều 2"],
    ),
    "sections count anew in each chapter": (
        "Chương I\nA\nMục 1\nB\nĐiều 1. C\nChương II\nD\nMục 1\nE\nĐiều 2. F",
        ["Chương I", "Mục 1", "Mục 1.Điều 1", "Chương II", "Mục 1#2", "Mục 1#2.Điều 2"],
    ),
    "a repeated marker": ("1. A\na) B\nb) C\nb) D", ["1", "1.a", "1.b", "1.b#2"]),
    "a missing number": ("1. A\n2. B\n4. C", ["1", "2", "4"]),
    "f after e": ("1. A\nđ) B\ne) C\nf) D", ["1", "1.đ", "1.e", "1.f"]),
    "numbers below a letter": ("1. A\na) B\n1. C\n2. D\nb) E\n2. F", ["1", "1.a", "1.a.1", "1.a.2", "1.b", "2"]),
    "brackets below letters": ("1. A\na) B\n(1) C\n(2) D\n2. E", ["1", "1.a", "1.a.1", "1.a.2", "2"]),
    "i is a letter after h": ("1. A\ng) B\nh) C\ni) D\nk) E", ["1", "1.g", "1.h", "1.i", "1.k"]),
    "a short number in a row of decimals": ("2. A\n2.7. B\n2.8. C\n9. D\n2.10. E", ["2", "2.7", "2.8", "2.9", "2.10"]),
    "footnote numbers after the marker": ("1. A\n2.[4] B\n3.6 C\na)5 D", ["1", "2", "3", "3.a"]),
    "marker alone on its line": ("I.\nNội dung\n1.\nViệc", ["I", "I.1"]),
    "parts by ordinal": ("Phần thứ nhất\nA\nPhần thứ hai\nB", ["Phần thứ nhất", "Phần thứ hai"]),
    "capitals above romans": ("A. X\nI. Y\n1. Z\nB. W", ["A", "A.I", "A.I.1", "B"]),
    "rows of a table open nothing": ("1. A\n1. | x | y\n2. | z | w\n2. B", ["1", "2"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), OUTLINES.values(), ids=OUTLINES)
def test_ids_follow_the_text(body: str, expected: list[str]) -> None:
    assert [each.id for each in read_text(body).outline] == expected


def test_bullets_are_provisions_but_not_of_the_outline() -> None:
    document = read_text("1. A\n- B\n+ C\n- D\n2. E")
    assert [each.id for each in document.provisions] == ["1", "1.-1", "1.-1.-1", "1.-2", "2"]
    assert [each.id for each in document.outline] == ["1", "2"]


def test_an_attached_document_begins_its_numbering_anew() -> None:
    document = read_text(
        "QUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH\nCăn cứ Luật Ví dụ;\nĐiều 1. Ban hành Kế hoạch.\nĐiều 2. Thi hành./.\n"
        "Nơi nhận:\n- Như Điều 2.\nCHỦ TỊCH\nLê Văn Mẫu\n"
        "KẾ HOẠCH\nĐỌC SÁCH\n(Kèm theo Quyết định số /QĐ-VD)\nI. VIỆC\n1. Đọc./.\nPHỤ LỤC II\nBẢNG\nI. MỤC"
    )
    assert [each.id for each in document.outline] == [
        "Điều 1", "Điều 2", "KT1", "KT1.I", "KT1.I.1", "Phụ lục II", "Phụ lục II.I",
    ]  # fmt: skip
    assert document.outline[3].component == "KT1"
    assert document.outline[2].text == "KẾ HOẠCH ĐỌC SÁCH (Kèm theo Quyết định số /QĐ-VD)"
    assert [signer.name for signer in document.signers] == ["Lê Văn Mẫu"]


def test_quoted_provisions_belong_to_the_provision_that_quotes_them() -> None:
    document = read_text(
        "Điều 1. Sửa đổi\n1. Sửa Điều 5:\n“Điều 5. A\n1. B\n2. C”\n2. Bãi bỏ Điều 6."
    )
    assert [each.id for each in document.outline] == ["Điều 1", "Điều 1.1", "Điều 1.2"]
    assert document.outline[1].paragraphs == ("“Điều 5. A", "1. B", "2. C”")


def test_gaps_and_repetitions_are_said_and_the_custom_without_đ_is_not_one() -> None:
    document = read_text("1. A\na) B\nc) C\nc) D\nd) E\ne) F\n3. G")
    assert {(each.code, each.provision) for each in document.doubts if each.provision} == {
        ("gap", "3"),
        ("gap", "1.c"),
        ("repeated", "1.c#2"),
    }


@pytest.mark.parametrize(
    ("text", "style", "label"),
    [
        ("Chương II. QUY ĐỊNH", "chapter", "Chương II"),
        ("Mục 3", "section", "Mục 3"),
        ("Điều 35a. Kiểm tra", "article", "Điều 35a"),
        ("IV. NỘI DUNG", "roman", "IV"),
        ("Iii. nâng cao", "roman", "III"),
        ("II TỔ CHỨC", "roman", "II"),
        ("1/ Việc", "number", "1"),
        ("đ) Điểm", "letter", "đ"),
        ("• Việc", "bullet", "•"),
    ],
)
def test_markers_are_known_by_their_form(text: str, style: str, label: str) -> None:
    marker = find_marker(text)
    assert marker is not None
    assert (marker.style, marker.label) == (style, label)


@pytest.mark.parametrize(
    "text",
    ["Chương trình này", "Mục 2 của Kế hoạch", "Mục tiêu chung", "Điều 5 của Luật", "214/NQ-CP ngày", "1.500 tỷ", "05 xã", "I", "2025"],
)  # fmt: skip
def test_words_and_figures_that_only_look_like_markers_open_nothing(text: str) -> None:
    assert find_marker(text) is None


def test_ordinals_are_counted() -> None:
    assert [ordinal("roman", value) for value in ("IV", "IX", "XIV", "XL")] == [4, 9, 14, 40]
    assert ordinal("part", "thứ ba") == 3
