"""A numbered plan is read from its text into provisions, bases and assignments."""

import json
from datetime import date

import pytest

from nhipcau.reader import Assignment, Document, as_json, as_tree, read_text, render
from nhipcau.reader.tests.example import PLAN
from nhipcau.reader.tests.shared import SHARED, needs_shared


@pytest.fixture(scope="module")
def plan() -> Document:
    return read_text(PLAN, "vi-du.txt")


def assignment(document: Document, provision: str) -> Assignment:
    return next(one for one in document.assignments if one.provision == provision)


def names(document: Document, provision: str, role: str) -> list[str]:
    return [mention.name for mention in getattr(assignment(document, provision), role)]


def test_the_front_gives_number_date_place_parties_and_period(plan: Document) -> None:
    assert plan.kind == "Chương trình phối hợp"
    assert (plan.number, plan.symbol) == ("05/CTPH-BVD-UBMN", "CTPH-BVD-UBMN")
    assert (plan.date, plan.place) == (date(2026, 1, 5), "Phố Núi")
    assert plan.issuers == ("Bộ Ví dụ", "Ủy ban Miền núi")
    assert plan.period == (2026, 2030)


def test_each_marker_is_a_provision_in_its_place(plan: Document) -> None:
    assert [each.id for each in plan.outline] == [
        "I", "I.1", "I.2", "II", "II.1", "II.1.a", "II.1.b", "II.1.c", "II.1.d", "II.1.đ", "II.2",
        "III", "III.1", "III.1.a", "III.1.b", "III.2", "IV",
    ]  # fmt: skip


def test_an_unnumbered_paragraph_stays_with_its_provision(plan: Document) -> None:
    point = next(each for each in plan.provisions if each.id == "II.1.b")
    assert point.paragraphs == ("Sách in ra được gửi về các trường nội trú.",)
    assert point.last_line == point.first_line + 1


def test_bases_are_told_from_what_their_titles_name(plan: Document) -> None:
    assert [(each.relation, each.number) for each in plan.legal_bases] == [
        ("can_cu", "901/2021/NĐ-CP"),
        ("can_cu", "77/QĐ-TTg"),
        ("nested", "9-KL/TW"),
    ]
    assert plan.legal_bases[2].issuer == "Bộ Chính trị"


@pytest.mark.parametrize(
    ("provision", "role", "expected"),
    [
        ("II.1.a", "lead", ["UBMN"]),
        ("II.1.a", "coordinate", ["BVD"]),
        ("II.1.c", "guide", ["BVD"]),
        ("II.1.c", "guided", ["UBMN"]),
        ("III.1.a", "lead", ["Bộ Ví dụ"]),
        ("III.1.a", "coordinate", ["Ủy ban Miền núi", "các cơ quan có liên quan"]),
        ("III.1.b", "executor", ["Sở Ví dụ các tỉnh"]),
        ("III.1.b", "coordinate", ["Phòng Miền núi"]),
        ("III.1.b", "responsible", ["Bộ Ví dụ"]),
        ("III.2", "coordinate", ["Bộ Ví dụ"]),
        ("III.2", "responsible", ["Ủy ban Miền núi"]),
    ],
)
def test_parties_are_found_with_their_part(
    plan: Document, provision: str, role: str, expected: list[str]
) -> None:
    assert names(plan, provision, role) == expected


def test_labelled_lines_assign_to_the_provision_above(plan: Document) -> None:
    found = [one for one in plan.assignments if one.provision == "II.2"]
    assert [m.name for one in found for m in one.lead] == ["Sở Ví dụ"]
    assert [m.name for one in found for m in one.coordinate] == [
        "Đồn Biên phòng",
        "UBND xã, phường",
    ]


def test_a_missing_subject_is_a_doubt_for_a_person(plan: Document) -> None:
    assert assignment(plan, "II.1.b").implied_both
    assert "II.1.b" in {doubt.provision for doubt in plan.doubts}


def test_a_relative_clause_about_another_document_assigns_nothing(plan: Document) -> None:
    assert not [one for one in plan.assignments if one.provision == "II.1.d" and one.lead]


def test_every_line_belongs_to_one_node(plan: Document) -> None:
    assert [line.text for line in plan.lines] == PLAN.splitlines()


def test_closing_matter_gives_recipients_and_signers(plan: Document) -> None:
    assert plan.recipients == ("Chính phủ", "Lưu: VT, 02 bản")
    assert [signer.name for signer in plan.signers] == ["Đặng Văn Mẫu"]


def test_the_tree_and_the_json_name_every_provision(plan: Document) -> None:
    tree = as_tree(plan)
    assert all(each.text[:40] in tree for each in plan.provisions)
    assert json.loads(render(plan, "json"))["doc"]["number"] == plan.number
    with pytest.raises(ValueError, match="unknown format"):
        render(plan, "xml")


def test_no_text_gives_an_empty_tree() -> None:
    assert read_text("").provisions == ()


@needs_shared
def test_programme_922_is_read_whole() -> None:
    text = (SHARED / "programme/922-CTPH-BTTTT-UBDT.txt").read_text(encoding="utf-8")
    gold = json.loads((SHARED / "gold/922.json").read_text(encoding="utf-8"))
    document = read_text(text)
    assert [each.id for each in document.outline] == [node["id"] for node in gold["outline"]]
    assert len(document.legal_bases) == 9
    assert (document.number, document.date) == ("922/CTPH-BTTTT-UBDT", date(2024, 6, 4))
    strict = {
        (".".join(one["path"]), role, name["name"])
        for one in gold["assignments"] if one["strict"]
        for role in ("lead", "coordinate", "guide", "guided") for name in one.get(role, [])
    }  # fmt: skip
    assert strict == {
        (one["node"], role, name)
        for one in as_json(document)["assignments"] if one["strict"]
        for role in ("lead", "coordinate", "guide", "guided") for name in one[role]
    }  # fmt: skip
