"""Where the name of a body ends, and how a list of names is parted."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.syllables import place_tones
from nhipcau.reader.heads import find_heads
from nhipcau.reader.names import read_names

LISTS = [
    ("Sở Y tế và Sở Tài chính lập kế hoạch", ["Sở Y tế", "Sở Tài chính"]),
    ("các sở, ban, ngành và UBND xã, phường tổ chức", ["các sở, ban, ngành", "UBND xã, phường"]),
    ("Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh", ["Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"]),
    ("Bộ Lao động - Thương binh và Xã hội, Bộ Y tế", ["Bộ Lao động - Thương binh và Xã hội", "Bộ Y tế"]),
    ("Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ; Ủy ban nhân dân các tỉnh, thành phố",
     ["Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "Ủy ban nhân dân các tỉnh, thành phố"]),
    ("Thủ trưởng các sở, ban, ngành; Chủ tịch UBND huyện", ["Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND huyện"]),
    ("các cơ quan, tổ chức có liên quan in sách", ["các cơ quan, tổ chức có liên quan"]),
    ("Bộ Quốc phòng trình Chính phủ", ["Bộ Quốc phòng"]),
    ("Sở Giáo dục và Đào tạo tạo điều kiện", ["Sở Giáo dục và Đào tạo"]),
    ("cơ quan quản lý nhà nước về sách", ["cơ quan quản lý nhà nước về sách"]),
    ("Văn phòng đăng ký đất đai, Chi nhánh Văn phòng đăng ký đất đai", ["Văn phòng đăng ký đất đai", "Chi nhánh Văn phòng đăng ký đất đai"]),
    ("Ban Quản lý các khu công nghệ cao thẩm định", ["Ban Quản lý các khu công nghệ cao"]),
    ("Đoàn kiểm tra liên ngành báo cáo", ["Đoàn kiểm tra liên ngành"]),
    ("UBDT các biện pháp", ["UBDT"]),
    ("Sở TTTT các tỉnh, thành phố phối hợp", ["Sở TTTT các tỉnh, thành phố"]),
    ("Công an tỉnh (Phòng An ninh mạng), Sở Ví dụ", ["Công an tỉnh", "Sở Ví dụ"]),
    ("các Vụ: Kế hoạch, Pháp chế làm việc", ["các Vụ: Kế hoạch, Pháp chế"]),
    ("Sở Y tế Sở Công Thương", ["Sở Y tế", "Sở Công Thương"]),
    ("Bộ trưởng Bộ Nội vụ hướng dẫn", ["Bộ trưởng Bộ Nội vụ"]),
    ("Ban Chỉ đạo về chuyển đổi số, Sở Y tế về việc", ["Ban Chỉ đạo về chuyển đổi số", "Sở Y tế"]),
    ("Trung ương Hội Nông dân Việt Nam sơ kết", ["Trung ương Hội Nông dân Việt Nam"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_are_parted_as_an_official_reads_them(text: str, expected: list[str]) -> None:
    plain = place_tones(text)
    names, _ = read_names(plain, 0, len(plain))
    assert [text[name.start : name.end] for name in names] == expected


@pytest.mark.parametrize(
    "text", ["tổ chức hội nghị", "báo cáo kết quả", "ban hành quy chế", "", "xây dựng"]
)
def test_verbs_that_begin_like_a_body_are_no_names(text: str) -> None:
    assert read_names(text, 0, len(text)) == ((), 0)


def test_small_words_are_bodies_where_one_is_expected() -> None:
    text = "ngành y tế xây dựng kế hoạch"
    assert read_names(text, 0, len(text))[0] == ()
    names, _ = read_names(text, 0, len(text), small=True)
    assert [text[name.start : name.end] for name in names] == ["ngành y tế"]


@given(
    st.lists(
        st.sampled_from(
            [
                "Sở",
                "Bộ",
                "các",
                ",",
                ";",
                "và",
                "(",
                ")",
                ":",
                "Y tế",
                "chủ trì",
                "có liên quan",
                "-",
                "về",
                "xã",
                "UBND",
                "\xa0",
            ]
        )
        | st.text(max_size=4)
    ).map(" ".join)
)
def test_no_text_breaks_the_search_for_names(text: str) -> None:
    for start in find_heads(text, 0, len(text)):
        names, end = read_names(text, start, len(text))
        assert all(start <= name.start < name.end <= end for name in names)
        assert all(before.end <= after.start for before, after in pairwise(names))
