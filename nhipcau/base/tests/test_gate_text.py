"""What the gate says of words that a person types or pastes."""

import re
import unicodedata
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.base.gate import REMINDER, Concern, Kind, Severity, examine_text
from nhipcau.base.gate.composing import composed

from .cards import written_cards

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
FORMS: list[Callable[[str], str]] = [
    str,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFKC", text),
    str.upper,
    str.title,
    lambda text: unicodedata.normalize("NFD", text.upper()),
]


def only(text: str) -> Concern:
    (concern,) = examine_text(text)
    return concern


def kinds(text: str) -> list[tuple[Kind, Severity]]:
    return [(each.kind, each.severity) for each in examine_text(text)]


def beside_the_place(concern: Concern) -> str:
    """The sentence without the line and column that it names."""
    return concern.sentence.replace(str(concern.place), "")


@given(ANY_TEXT)
def test_any_text_gets_an_answer(text: str) -> None:
    for concern in examine_text(text):
        assert concern.sentence


@given(st.lists(st.sampled_from(["\t", "|", "\n", "Dân tộc", "Họ tên", "DT", "Kinh", "CCCD", "1"])))
def test_any_heap_of_cells_gets_an_answer(pieces: list[str]) -> None:
    examine_text("".join(pieces))


@given(ANY_TEXT)
def test_composing_is_nfc_for_every_text_that_people_write(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "heap",
    [
        "a" + "\u0300\u0323" * 100_000,  # sorting these marks would take hours
        "Họ tên\tDân tộc\n" * 60_000,
        "Họ tên\tDân tộc\t" * 60_000 + "\nA\tTày",
        "CCCD\t1\n" * 100_000,
        "(ậ" + " " * 1_000_000,
    ],
    ids=lambda heap: repr(heap[:15]),
)
def test_a_heap_made_to_keep_the_server_busy_is_answered_soon(heap: str) -> None:
    started = process_time()
    examine_text(heap)
    assert process_time() - started < 10


# Identity-card numbers


@given(st.text("abc xyz,;:()/\n", max_size=20), written_cards(), st.text("abc ,;:)\n", max_size=20))
def test_a_number_is_found_anywhere_and_never_repeated(
    before: str, number: str, after: str
) -> None:
    (concern,) = examine_text(before + number + after)
    assert (concern.kind, concern.severity) == (Kind.IDENTITY_NUMBER, Severity.REFUSE)
    assert concern.place.line == before.count("\n") + 1
    assert concern.place.column == len(before.rpartition("\n")[2]) + 1
    assert not re.search(r"\d", beside_the_place(concern))


def test_the_sentence_says_what_where_and_what_to_do() -> None:
    assert only("Kính gửi đoàn.\nÔng A, số 001 085 012 345.").sentence == (
        "Nội dung chưa được tiếp nhận: dòng 2, cột 11 có dãy “••• ••• ••• •••”, giống số căn "
        "cước, số định danh cá nhân. Đề nghị bỏ dãy số này; khi cần nêu người, ghi chức vụ và "
        "đơn vị."
    )


@pytest.mark.parametrize(
    "number",
    [
        "000085012345",  # no such province
        "097085012345",
        "001485012345",  # born after 2100
        "001299012345",  # born in 2099
        "1001085012345",  # thirteen digits
        "0010850123456",
        "0.001085012345",  # a fraction
        "0912 345 678",  # telephones
        "024.3845.2306",
        "1.234.567.890.123",  # money
        "30/2020/NĐ-CP ngày 05/3/2020",
        "893 0010 8501 234",
    ],
)
def test_other_numbers_pass(number: str) -> None:
    assert examine_text(f"Theo số {number}, đề nghị xem xét.") == []


@pytest.mark.parametrize(
    "text",
    [
        "CMND số 123456789",
        "Số CMND: 123 456 789 cấp ngày 01/01/2010",
        "giấy chứng minh nhân dân 012345678",
        "Căn cước:\n987654321",
        "số định danh cá nhân 999999999999",
        "CCCD 012.345.678",
        "123456789 (CMND)",
    ],
)
def test_nine_digits_are_a_number_where_words_near_it_say_so(text: str) -> None:
    for form in FORMS:
        assert kinds(form(text)) == [(Kind.IDENTITY_NUMBER, Severity.REFUSE)], form(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tài khoản 123456789 tại Kho bạc",
        "Kinh phí cấp thẻ căn cước: 500000000 đồng",
        "Đã cấp căn cước cho 100000000 người",
        "Luật Căn cước số 26/2023/QH15 ngày 27/11/2023",
        "Số điện thoại trên căn cước 0912345678",
    ],
)
def test_nine_digits_that_count_something_else_pass(text: str) -> None:
    assert examine_text(text) == []


def test_a_long_list_gets_a_short_answer() -> None:
    assert len(examine_text("\n".join(f"0010850{number:05}" for number in range(1_000)))) == 20


# Columns of ethnic origin

LIST = "STT\tHọ và tên\tNăm sinh\tDân tộc\n1\tLò Văn Thử\t1990\tThái\n2\tVàng Thị Thử\t1992\tMông"
REFUSED = [(Kind.ETHNIC_COLUMN, Severity.REFUSE)]
WARNED = [(Kind.ETHNIC_COLUMN, Severity.WARN)]


def test_a_list_of_persons_with_a_column_of_ethnic_origin_is_refused() -> None:
    assert only(LIST).sentence == (
        "Nội dung chưa được tiếp nhận: dòng 1, cột 4 có cột dân tộc trong danh sách có tên người. "
        "Đề nghị bỏ cột này; khi cần số liệu theo dân tộc, ghi số tổng hợp."
    )


@pytest.mark.parametrize("form", FORMS)
def test_tone_placement_normal_form_and_case_make_no_difference(form: Callable[[str], str]) -> None:
    assert kinds(form(LIST)) == REFUSED
    assert kinds(form("TỐI MẬT – HOẢ TỐC\nKính gửi")) == [(Kind.SECRET_MARK, Severity.REFUSE)]
    assert kinds(form("TỐI MẬT – HỎA TỐC\nKính gửi")) == [(Kind.SECRET_MARK, Severity.REFUSE)]


@pytest.mark.parametrize("parted_by", ["\t", " | ", "   ", ";", ", "])
def test_cells_are_found_by_whatever_parts_them(parted_by: str) -> None:
    assert kinds(f"Danh sách học viên\n{LIST}\n./.".replace("\t", parted_by)) == REFUSED


@pytest.mark.parametrize(
    "heading",
    [
        "Dân tộc",
        "DÂN TỘC (ghi rõ)",
        "Thành phần dân tộc",
        "Dân tộc, tôn giáo",
        "Dân tộc/Tôn giáo",
        "Là người DTTS (x)",
        "DTTS",
        "DT",
        "Người dân tộc thiểu số",
        "Thuộc dân tộc:",
        "Ethnicity",
    ],
)
def test_the_column_is_known_by_its_many_headings(heading: str) -> None:
    assert kinds(LIST.replace("Dân tộc", heading)) == REFUSED


@pytest.mark.parametrize(
    "heading",
    ["Họ tên", "HỌ, TÊN", "Họ - tên", "Tên", "Họ và tên chủ hộ", "Tên học viên", "Học viên"],
)
def test_persons_are_known_by_their_many_headings(heading: str) -> None:
    assert kinds(LIST.replace("Họ và tên", heading)) == REFUSED


@pytest.mark.parametrize(
    "heading", ["Điện thoại", "ĐT", "Diện tích", "Lĩnh vực", "Công tác dân tộc", "Ban Dân tộc"]
)
def test_other_headings_pass(heading: str) -> None:
    assert examine_text(LIST.replace("Dân tộc", heading)) == []


def test_dt_is_a_column_of_ethnic_origin_only_above_names_of_groups() -> None:
    assert examine_text("Chủ hộ\tDT\nGiàng A Thử\t1.200 m2\nLò Thị Thử\t800 m2") == []


def test_headings_in_two_rows_joined_by_merged_cells_are_one_head() -> None:
    assert kinds("Họ và tên\tThành phần\t\n\tDân tộc\tTôn giáo\nLò Văn Thử\tThái\tKhông") == REFUSED
    assert examine_text("Lĩnh vực\tHọ và tên\nDân tộc\tNguyễn Văn Thử\nTôn giáo\tLê Thị Thử") == []


SQUEEZED = """DANH SÁCH HỌC VIÊN
TT Họ và tên Năm sinh Dân tộc Đơn vị
1 Lò Văn Thử 1990 Thái Xã Mường Ví
2 Vàng Thị Thử 1992 Mông Xã Dụ
3 Nguyễn Văn Thử 1988 Kinh Xã Ví"""


@pytest.mark.parametrize("form", FORMS[:2])
def test_a_list_whose_cells_run_into_each_other_is_refused(form: Callable[[str], str]) -> None:
    assert kinds(form(SQUEEZED)) == REFUSED
    assert only(form(SQUEEZED)).place.line == 2


@pytest.mark.parametrize(
    "text",
    [
        SQUEEZED.replace(" Dân tộc", " Chức vụ"),
        SQUEEZED.replace("Dân tộc", "Ban Dân tộc"),
        SQUEEZED.partition("\n1 ")[0],
        "Ghi họ và tên, dân tộc của người khai.\n1. Người Kinh ghi Kinh.\n2. Người Tày ghi Tày.",
    ],
)
def test_words_that_stand_near_each_other_are_no_head(text: str) -> None:
    assert examine_text(text) == []


def test_statistics_by_group_are_only_warned_of() -> None:
    assert kinds("STT\tDân tộc\tSố hộ\tSố người\n1\tTày\t30\t121\n2\tNùng\t4\t15") == WARNED


def test_an_empty_form_is_only_warned_of() -> None:
    assert kinds("STT\tHọ và tên\tDân tộc\n(1)\t(2)\t(3)\n1\t…\t…") == WARNED


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban Dân tộc chủ trì, phối hợp với Bộ Thông tin và Truyền thông.",
        "Công tác dân tộc; vùng đồng bào dân tộc thiểu số và miền núi; Ban Dân tộc tỉnh.",
        "TT\tLĩnh vực\tSố thủ tục\n1\tDân tộc\t3\n2\tTôn giáo\t5",
        "Thông tin cần khai: họ và tên, ngày sinh, dân tộc\nNơi sinh, quê quán, nơi cư trú",
        "Dân tộc\nTôn giáo",
        "Dân tộc Tày, Nùng, Dao, Mông",
    ],
)
def test_ordinary_words_are_never_a_column(text: str) -> None:
    assert examine_text(text) == []


@pytest.mark.parametrize(
    "heading", ["CCCD", "Số căn cước công dân", "Số CMND/CCCD", "Số định danh"]
)
def test_a_column_of_identity_numbers_is_known_without_its_leading_noughts(heading: str) -> None:
    (concern,) = examine_text(f"Họ tên\t{heading}\nLò Văn Thử\t1085012345")
    assert concern.kind is Kind.IDENTITY_NUMBER
    assert "1085" not in concern.sentence


# Marks of state secrets


@pytest.mark.parametrize(
    "text",
    [
        "MẬT",
        "  (Tối mật)  ",
        "BỘ A\nSố: 12/BC-A\nTUYỆT MẬT\nBÁO CÁO",
        "T U Y Ệ T  M Ậ T",
        "Độ mật: Mật",
        "ĐỘ MẬT : TỐI MẬT",
        "BỘ A\t\tMẬT",
        "Số: 12/BC-A          TỐI MẬT",
        "MẬT – THƯỢNG KHẨN",
        "BÁO CÁO (MẬT)",
    ],
)
def test_a_stamp_in_its_place_is_refused_with_the_reminder(text: str) -> None:
    concern = only(text)
    assert (concern.kind, concern.severity) == (Kind.SECRET_MARK, Severity.REFUSE)
    assert concern.sentence.endswith(str(REMINDER))


@pytest.mark.parametrize(
    "text",
    [
        "Luật Bảo vệ bí mật nhà nước",
        "Bí mật nhà nước độ Mật do người đứng đầu quyết định.",
        "- Tuyệt mật;\n- Tối mật;\n- Mật.",
        "Độ mật: Không",
        "Độ mật:",
        "Mật độ dân số",
        "MẶT",
        "Mất",
        "Mật ong",
    ],
)
def test_words_about_secrecy_pass(text: str) -> None:
    assert examine_text(text) == []


def test_the_mark_is_named_by_its_line_only() -> None:
    assert only("Kính gửi:\n  MẬT").sentence.startswith(
        "Nội dung chưa được tiếp nhận: dòng 2, cột 3 có dấu chỉ độ mật. Đề nghị bỏ nội dung này."
    )


def test_what_refuses_comes_before_what_warns() -> None:
    text = "Dân tộc\tSố hộ\nTày\t30\n\nCăn cước 001085012345"
    assert [each.refuses for each in examine_text(text)] == [True, False]
