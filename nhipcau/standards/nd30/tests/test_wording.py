"""Numbers, dates and lists as the decree writes them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.standards.nd30 import wording
from nhipcau.standards.nd30.document import Document, Heading, Issuer, Level
from nhipcau.standards.nd30.tests.examples import DECISION, JOINT_PLAN, LETTER, MINUTES, REPORT


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "Số:      /KH-A"),
        ("7", "Số: 07/KH-A"),
        ("07", "Số: 07/KH-A"),
        ("922", "Số: 922/KH-A"),
        ("12a", "Số: 12a/KH-A"),
    ],
)
def test_the_number_is_blank_until_it_is_recorded(number: str, said: str) -> None:
    assert wording.number_line(Document((), "", symbol="KH-A", number=number)) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 2, 5), "Hà Nội, ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "Hà Nội, ngày 31 tháng 01 năm 2026"),
        (date(2026, 3, 9), "Hà Nội, ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 10), "Hà Nội, ngày 10 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(day: date, said: str) -> None:
    assert wording.place_date_line(Document((), "", place="Hà Nội", issued_on=day)) == said


@pytest.mark.parametrize(
    ("kind", "subject", "said"),
    [
        ("Kế hoạch", "Kế hoạch thực hiện Chương trình", "Thực hiện Chương trình"),
        ("BÁO CÁO", "báo cáo: kết quả năm 2026", "Kết quả năm 2026"),
        ("Quyết định", "Quyết định về việc tặng Bằng khen", "Về việc tặng Bằng khen"),
        ("Kế hoạch", "Kế hoạch hóa nguồn nhân lực", "Kế hoạch hóa nguồn nhân lực"),
        ("Quyết định", "Ban hành Kế hoạch năm 2026", "Ban hành Kế hoạch năm 2026"),
        ("Báo cáo", "Báo cáo", "Báo cáo"),
        ("", "Kế hoạch năm 2026", "Kế hoạch năm 2026"),
    ],
)
def test_the_subject_does_not_say_the_kind_again(kind: str, subject: str, said: str) -> None:
    assert wording.subject_line(Document((), subject, type_name=kind)) == said


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Đôn đốc thực hiện kế hoạch", "V/v đôn đốc thực hiện kế hoạch"),
        ("Về việc lấy ý kiến", "V/v lấy ý kiến"),
        ("v/v lấy ý kiến", "v/v lấy ý kiến"),
        ("Bộ Công an đề nghị", "V/v Bộ Công an đề nghị"),
        ("Bộ tiêu chí đánh giá", "V/v bộ tiêu chí đánh giá"),
        ("Mời UBND tỉnh dự họp", "V/v mời UBND tỉnh dự họp"),
        ("UBND tỉnh đề nghị", "V/v UBND tỉnh đề nghị"),
    ],
)
def test_a_letters_subject_begins_small_after_its_mark(subject: str, said: str) -> None:
    assert wording.letter_subject_line(Document((), subject)) == said


def test_an_annex_names_who_issued_the_document_with_its_capitals() -> None:
    ministry = Issuer("Bộ Dân tộc và Tôn giáo")
    plan = Document((ministry,), "", type_name="Kế hoạch", symbol="KH-A")
    assert wording.annex_reference(plan).endswith("năm        của Bộ Dân tộc và Tôn giáo)")
    decision = replace(plan, authority="Bộ trưởng Bộ Dân tộc và Tôn giáo")
    assert wording.annex_reference(decision).endswith(" của Bộ trưởng Bộ Dân tộc và Tôn giáo)")


def test_a_day_that_is_not_known_is_left_to_van_thu() -> None:
    document = Document((), "", place="Hà Nội", year=2026)
    assert wording.place_date_line(document) == "Hà Nội, ngày      tháng      năm 2026"
    assert wording.place_date_line(Document((), "")) == "ngày      tháng      năm"


def test_bases_end_with_semicolons_and_the_last_with_a_stop() -> None:
    document = Document((), "", bases=("Luật A;", "Nghị định B.", "Theo đề nghị của C"))
    assert wording.basis_lines(document) == ("Luật A;", "Nghị định B;", "Theo đề nghị của C.")


def test_recipients_begin_with_nhu_tren_where_somebody_is_addressed() -> None:
    assert wording.recipient_lines(LETTER) == (
        "- Như trên;", "- Thứ trưởng phụ trách (để b/c);", "- Lưu: VT, KHTC (03).",
    )  # fmt: skip
    assert wording.recipient_lines(DECISION)[0] == "- Như Điều 3;"
    assert wording.recipient_lines(MINUTES) == ()


def test_one_addressee_stands_alone_and_several_in_a_list() -> None:
    assert wording.addressee_lines(REPORT) == ("Bộ Dân tộc và Tôn giáo",)
    assert wording.addressee_lines(LETTER) == (
        "- Sở Dân tộc và Tôn giáo các tỉnh, thành phố;",
        "- Cục Thông tin cơ sở và Thông tin đối ngoại.",
    )


def test_issuers_of_a_joint_document_are_joined_in_one_head() -> None:
    joined = " ".join(wording.issuer_lines(JOINT_PLAN)).replace("\N{NO-BREAK SPACE}", " ")
    assert joined == "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH - BỘ DÂN TỘC VÀ TÔN GIÁO"


def test_a_body_above_two_issuers_is_named_once() -> None:
    issuers = (Issuer("Sở A", above="UBND tỉnh B"), Issuer("Sở C", above="UBND tỉnh B"))
    assert wording.above_line(Document(issuers, "")) == "UBND TỈNH B"


def test_an_annex_names_its_document_and_leaves_the_number_blank() -> None:
    assert wording.annex_reference(JOINT_PLAN) == (
        "(Kèm theo Kế hoạch số      /KH-BVHTTDL-BDTTG ngày      tháng      năm 2026 "
        "của Bộ Văn hóa, Thể thao và Du lịch và Bộ Dân tộc và Tôn giáo)"
    )
    assert "số 07/QĐ-BDTTG ngày 05 tháng 3 năm 2026" in wording.annex_reference(DECISION)
    assert wording.annex_reference(LETTER).startswith("(Kèm theo Công văn số")


def test_only_several_annexes_are_numbered() -> None:
    assert wording.annex_heading(1, 1) == "Phụ lục"
    assert [wording.annex_heading(n, 9) for n in (1, 4, 9)] == [
        "Phụ lục I", "Phụ lục IV", "Phụ lục IX",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        (Heading(Level.PART, "I", "Chung"), ("Phần I", "CHUNG")),
        (Heading(Level.PART, "Chương II", "Chung"), ("Chương II", "CHUNG")),
        (Heading(Level.SECTION, "I.", "Kết quả"), ("I. KẾT QUẢ",)),
        (Heading(Level.ARTICLE, "Điều 1.", "Phạm vi"), ("Điều 1. Phạm vi",)),
        (Heading(Level.CLAUSE, "2", "Nguyên nhân"), ("2. Nguyên nhân",)),
        (Heading(Level.POINT, "đ)", "Khác"), ("đ) Khác",)),
    ],
)
def test_headings_carry_the_marks_of_their_level(heading: Heading, lines: tuple[str, ...]) -> None:
    assert wording.heading_lines(heading) == lines


@pytest.mark.parametrize(
    ("text", "ended"),
    [("Xong.", "Xong./."), ("Xong", "Xong./."), ("Xong./.", "Xong./."), ("Xong. ", "Xong. /.")],
)
def test_the_last_sentence_takes_the_closing_mark_once(text: str, ended: str) -> None:
    assert text + wording.closing_mark(text) == ended


@given(st.text(max_size=20))
def test_the_closing_mark_comes_off_again(text: str) -> None:
    bare = wording.without_closing(text)
    assert wording.without_closing(bare + wording.closing_mark(bare)).rstrip(".") == bare.rstrip(
        "."
    )


def test_an_edition_is_shown_only_while_it_is_a_draft() -> None:
    assert wording.edition_line(JOINT_PLAN) == JOINT_PLAN.edition
    assert wording.edition_line(replace(JOINT_PLAN, number="5")) == ""
