"""Who leads, joins, guides and carries out; and the sentences that assign nothing to anybody."""

from typing import NamedTuple

import pytest

from nhipcau.reader import Assignment, read_text

FRONT = "Số: 1/KH-VD\nPhố Núi, ngày 01 tháng 3 năm 2026\nKẾ HOẠCH\nVÍ DỤ\nCăn cứ Luật Ví dụ;\nI. NHIỆM VỤ\n"


class Case(NamedTuple):
    """A body of invented sentences, with leads and partners as "provision: names"."""

    body: str
    lead: list[str]
    coordinate: list[str]


CASES = {
    "subject before the verb": Case(
        "1. Sở Ví dụ chủ trì, phối hợp với Công an tỉnh mở lớp.", ["I.1: Sở Ví dụ"], ["I.1: Công an tỉnh"]
    ),
    "given with giao, no comma": Case(
        "1. Giao Sở Ví dụ chủ trì phối hợp với các sở, ban, ngành mở lớp.",
        ["I.1: Sở Ví dụ"], ["I.1: các sở, ban, ngành"],
    ),
    "after an adverbial": Case(
        "1. Hằng năm, trong quý I, Sở Ví dụ chủ trì, tổ chức họp.", ["I.1: Sở Ví dụ"], []
    ),
    "in brackets that assign": Case(
        "1. Viết sách (Giao Sở Ví dụ chủ trì, phối hợp với Sở Y tế).", ["I.1: Sở Ví dụ"], ["I.1: Sở Y tế"]
    ),
    "about this very task": Case(
        "1. Nhiệm vụ này do Sở Ví dụ chủ trì, các xã phối hợp thực hiện.", ["I.1: Sở Ví dụ"], ["I.1: các xã"]
    ),
    "from the heading": Case(
        "1. Sở Ví dụ\n- Chủ trì, phối hợp với Sở Y tế mở lớp.\n- Phối hợp với Công an tỉnh kiểm tra.",
        ["I.1: Sở Ví dụ"], ["I.1: Sở Y tế", "I.1: Công an tỉnh"],
    ),
    "from the heading, after an adverbial": Case(
        "1. Trách nhiệm của Sở Ví dụ\na) Trên cơ sở đề xuất của các xã, chủ trì tổng hợp.", ["I.1.a: Sở Ví dụ"], []
    ),
    "from a sentence that ends in a colon": Case(
        "1. Giao Sở Ví dụ là cơ quan đầu mối, chủ trì thực hiện:\n- Chủ trì in sách.",
        ["I.1: Sở Ví dụ", "I.1: Sở Ví dụ"], [],
    ),
    "name before a colon": Case(
        "1. Sở Ví dụ: Phối hợp với Công an tỉnh, các đơn vị có liên quan kiểm tra.",
        [], ["I.1: Công an tỉnh", "I.1: các đơn vị có liên quan"],
    ),
    "heading that says so": Case(
        "1. Nội dung Công an tỉnh có trách nhiệm chủ trì\na) Giữ gìn trật tự.", ["I.1: Công an tỉnh"], []
    ),
    "B joins after A leads": Case(
        "1. Sở Ví dụ chủ trì, Sở Y tế phối hợp mở lớp.", ["I.1: Sở Ví dụ"], ["I.1: Sở Y tế"]
    ),
    "led together with": Case(
        "1. Sở Ví dụ chủ trì cùng các cơ quan chức năng tuần tra.", ["I.1: Sở Ví dụ"], ["I.1: các cơ quan chức năng"]
    ),
    "joined without với": Case(
        "1. Sở Ví dụ\na) Phối hợp các cơ quan liên quan kiểm tra.", [], ["I.1.a: các cơ quan liên quan"]
    ),
    "labelled lines": Case(
        "1. Viết sách\n- Đơn vị chủ trì: Sở Ví dụ.\n- Đơn vị phối hợp: Sở Y tế, UBND xã, phường.",
        ["I.1: Sở Ví dụ"], ["I.1: Sở Y tế", "I.1: UBND xã, phường"],
    ),
    "labels inside a paragraph": Case(
        "1. Viết sách. Cơ quan chủ trì: Sở Ví dụ; cơ quan phối hợp: Sở Y tế.", ["I.1: Sở Ví dụ"], ["I.1: Sở Y tế"]
    ),
    "a list below a label": Case(
        "1. Viết sách\na) Cơ quan chủ trì:\n- Sở Ví dụ;\n- Sở Y tế.", ["I.1.a: Sở Ví dụ", "I.1.a: Sở Y tế"], []
    ),
    "who carries out, in a sentence": Case(
        "1. Cơ quan thực hiện: Sở Ví dụ chủ trì, phối hợp với Sở Y tế.", ["I.1: Sở Ví dụ"], ["I.1: Sở Y tế"]
    ),
    "a table of tasks": Case(
        "1. Bảng\nTT | Việc | Cơ quan chủ trì | Phối hợp\n1 | In sách | Sở Ví dụ | Sở Y tế; các xã",
        ["I.1: Sở Ví dụ"], ["I.1: Sở Y tế", "I.1: các xã"],
    ),
}  # fmt: skip
TRAPS = [
    "1. Góp ý văn bản do Sở Ví dụ chủ trì soạn thảo.",
    "1. Cơ quan chủ trì đề tài, đơn vị chủ trì dự án gửi hồ sơ.",
    "1. Việc của cơ quan nào thì cơ quan đó chủ động chủ trì giải quyết.",
    "1. Cơ quan được giao chủ trì phải chủ động phối hợp với cơ quan liên quan.",
    "1. Gửi báo cáo cho Bộ Ví dụ và các sở chủ trì dự án trong tháng.",
    "1. Các Sở, ngành chủ trì, quản lý dự án\n- Phê duyệt kế hoạch.",
    "1. Tổng hợp (các bộ, cơ quan trung ương chủ trì dự án) theo quy định.",
    "1. Ban hành Quy chế phối hợp với Sở Ví dụ.",
    "1. Công tác phối hợp với các sở còn chậm.",
    "1. Phát huy vai trò chủ trì của công an.",
    "1. Người chủ trì cuộc họp gửi biên bản.",
]


def assignments(body: str) -> tuple[Assignment, ...]:
    return read_text(FRONT + body).assignments


def named(found: tuple[Assignment, ...], part: str) -> list[str]:
    return [f"{one.provision}: {each.name}" for one in found for each in getattr(one, part)]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_leads_and_partners_are_found(case: Case) -> None:
    found = assignments(case.body)
    assert (named(found, "lead"), named(found, "coordinate")) == (case.lead, case.coordinate)


@pytest.mark.parametrize("body", TRAPS)
def test_words_that_assign_nothing_are_left_alone(body: str) -> None:
    found = assignments(body)
    assert (named(found, "lead"), named(found, "coordinate")) == ([], [])


def test_guide_support_and_participation_have_their_parts() -> None:
    found = assignments(
        "1. BVD phối hợp, hướng dẫn, hỗ trợ UBMN lập tủ sách.\n2. Sở Y tế tham gia viết sách."
    )
    assert named(found, "guide") == ["I.1: BVD"]
    assert named(found, "guided") == ["I.1: UBMN"]
    assert named(found, "support") == ["I.1: BVD"]
    assert named(found, "participate") == ["I.2: Sở Y tế"]


def test_the_words_of_an_assignment_are_kept() -> None:
    found = assignments("1. Sở Ví dụ chủ trì, phối hợp với Sở Y tế mở lớp.")
    assert found[0].words == "Sở Ví dụ chủ trì … phối hợp với Sở Y tế"


@pytest.mark.parametrize(
    ("body", "due", "recurrence"),
    [
        ("1. Sở Ví dụ báo cáo trước ngày 15/12/2026.", "trước ngày 15/12/2026", ""),
        ("1. Sở Ví dụ định kỳ 6 tháng báo cáo.", "", "6 tháng"),
        ("1. Hằng năm, Sở Ví dụ chủ trì họp.", "", "năm"),
        ("1. Việc\na) Cơ quan chủ trì: Sở Ví dụ.\nb) Thời gian thực hiện: Quý I năm 2027.", "Quý I năm 2027", ""),
    ],
)  # fmt: skip
def test_time_limits_and_recurrences_are_kept_as_written(
    body: str, due: str, recurrence: str
) -> None:
    one = assignments(body)[0]
    assert (one.due, one.recurrence) == (due, recurrence)
