"""The consolidated text loses nothing, and says for each place where its words come from."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.ledger.programmes.consolidation import (
    Act,
    Consolidation,
    Edit,
    Issued,
    Place,
    consolidate,
)
from nhipcau.ledger.programmes.difference import Fate, difference, in_paragraphs

SIGNED = datetime.date(2024, 6, 4)
TEXT = (
    Place("I", "", "I.", ("Nội dung",), is_heading=True),
    Place("I.1", "I", "1.", ("Truyền thông",), is_heading=True),
    Place("I.1.a", "I.1", "a)", ("Biên soạn tài liệu.",)),
    Place("I.1.b", "I.1", "b)", ("Tổ chức ngày hội đọc sách.",)),
    Place("II", "", "II.", ("Tổ chức thực hiện",)),
)


def day(month: int, of_day: int = 1) -> datetime.date:
    return datetime.date(2026, month, of_day)


def amendment(number: str, effective_on: datetime.date, *edits: Edit) -> Issued:
    return Issued(number, f"Văn bản {number}", number, SIGNED, effective_on, edits)


def to_replace(address: str, text: str) -> Edit:
    return Edit(Act.REPLACE, Place(address, "", "", (text,)))


def to_repeal(address: str) -> Edit:
    return Edit(Act.REPEAL, Place(address, "", "", ()))


def to_insert(address: str, parent: str, after: str) -> Edit:
    return Edit(Act.INSERT, Place(address, parent, "c)", ("Phát thanh bằng tiếng Tày.",)), after)


def addresses(found: Consolidation) -> list[str]:
    return [each.address for each in found.places]


def test_before_its_effect_day_an_amendment_changes_nothing() -> None:
    change = amendment("01", day(3), to_replace("I.1.a", "Biên soạn, in tài liệu."))
    before = consolidate(TEXT, [change], day=day(2, 28))
    after = consolidate(TEXT, [change], day=day(3))
    assert [each.place for each in before.places] == list(TEXT)
    changed = after.at("I.1.a")
    assert changed is not None
    assert changed.place.paragraphs == ("Biên soạn, in tài liệu.",)
    assert changed.first_paragraphs == ("Biên soạn tài liệu.",)


def test_an_insertion_stands_after_everything_below_its_sibling() -> None:
    change = amendment("01", day(3), to_insert("I.2", "I", after="I.1"))
    assert addresses(consolidate(TEXT, [change], day=day(3))) == [
        "I", "I.1", "I.1.a", "I.1.b", "I.2", "II",
    ]  # fmt: skip


def test_an_insertion_without_a_sibling_stands_first_below_its_parent() -> None:
    change = amendment("01", day(3), to_insert("I.0", "I", after=""))
    assert addresses(consolidate(TEXT, [change], day=day(3)))[:3] == ["I", "I.0", "I.1"]


def test_a_repeal_takes_what_stands_below_with_it_and_leaves_the_places() -> None:
    found = consolidate(TEXT, [amendment("01", day(3), to_repeal("I.1"))], day=day(3))
    assert addresses(found) == [place.address for place in TEXT]
    assert [each.address for each in found.places if each.is_repealed] == ["I.1", "I.1.a", "I.1.b"]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("II", "II"),
        ("I.1.a", "I"),  # repealed with I.1
        ("I.1.z", "I"),  # never was, and what stood above it is repealed
        ("I.7.a", "I"),
        ("II.3", "II"),
        ("IX.1", None),
        ("", None),
    ],
)
def test_a_vanished_place_leads_to_the_nearest_one_above(asked: str, answered: str | None) -> None:
    found = consolidate(TEXT, [amendment("01", day(3), to_repeal("I.1"))], day=day(4))
    nearest = found.nearest(asked)
    assert (nearest.address if nearest else None) == answered


def test_an_edit_of_a_place_that_does_not_stand_is_named_and_changes_nothing() -> None:
    gone = amendment("01", day(3), to_repeal("I.1.a"))
    late = amendment("02", day(4), to_replace("I.1.a", "Khác."), to_insert("I.1.b", "I.1", ""))
    found = consolidate(TEXT, [late, gone], day=day(5))
    assert [edit.place.address for _, edit in found.unapplied] == ["I.1.a", "I.1.b"]


EDITS = st.one_of(
    st.builds(to_replace, st.sampled_from([p.address for p in TEXT]), st.text(max_size=20)),
    st.builds(to_repeal, st.sampled_from([p.address for p in TEXT] + ["X"])),
    st.builds(
        to_insert,
        st.sampled_from(["I.1.c", "I.2", "III", "I.1.c.1"]),
        st.sampled_from(["", "I", "I.1", "I.1.c", "X"]),
        st.sampled_from(["", "I.1", "I.1.b", "II", "X"]),
    ),
)
AMENDMENTS = st.lists(
    st.builds(
        lambda number, month, edits: amendment(f"{number:02}", day(month), *edits),
        st.integers(1, 99), st.integers(1, 6), st.lists(EDITS, max_size=4),
    ),
    max_size=4,
    unique_by=lambda each: each.key,
)  # fmt: skip


@given(AMENDMENTS)
def test_no_place_is_lost_or_doubled_and_the_order_of_the_text_stays(given: list[Issued]) -> None:
    found = addresses(consolidate(TEXT, given, day=day(12)))
    assert len(found) == len(set(found))
    assert [each for each in found if each in {p.address for p in TEXT}] == [
        p.address for p in TEXT
    ]


@given(AMENDMENTS, st.randoms())
def test_neither_the_order_of_entry_nor_entering_twice_makes_a_difference(
    given: list[Issued], chance: object
) -> None:
    shuffled = sorted([*given, *given], key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert consolidate(TEXT, shuffled, day=day(12)) == consolidate(TEXT, given, day=day(12))


@given(AMENDMENTS)
def test_consolidating_what_is_consolidated_changes_nothing(given: list[Issued]) -> None:
    once = consolidate(TEXT, given, day=day(12))
    again = consolidate([each.place for each in once.places], [], day=day(12))
    assert [each.place for each in again.places] == [each.place for each in once.places]


@given(AMENDMENTS)
def test_every_edit_is_applied_or_named(given: list[Issued]) -> None:
    found = consolidate(TEXT, given, day=day(12))
    inserted = [e for a in given for e in a.edits if e.act is Act.INSERT]
    left_out = [edit for _, edit in found.unapplied if edit.act is Act.INSERT]
    assert len(found.places) == len(TEXT) + len(inserted) - len(left_out)


@given(st.text(), st.text())
def test_a_difference_joins_back_to_both_texts(before: str, after: str) -> None:
    runs = difference(before, after)
    assert "".join(run.text for run in runs if run.fate != Fate.PUT) == before
    assert "".join(run.text for run in runs if run.fate != Fate.TAKEN) == after


def test_a_difference_is_of_whole_words() -> None:
    runs = difference("trước ngày 15 tháng 11", "trước ngày 30 tháng 11")
    assert [(run.text, run.fate.value) for run in runs] == [
        ("trước ngày ", "kept"), ("15", "taken"), ("30", "put"), (" tháng 11", "kept"),
    ]  # fmt: skip


def test_a_new_paragraph_is_a_line_of_its_own() -> None:
    lines = in_paragraphs(["Một câu."], ["Một câu.", "Câu thêm."])
    assert [[(run.text, run.fate.value) for run in line] for line in lines] == [
        [("Một câu.", "kept")], [("Câu thêm.", "put")],
    ]  # fmt: skip


def test_an_amendment_is_told_from_another_by_its_key_alone() -> None:
    one = amendment("01", day(3), to_repeal("II"))
    renamed = replace(one, label="Khác")
    assert len(consolidate(TEXT, [one, renamed], day=day(4)).amendments) == 1
