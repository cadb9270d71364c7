"""A text that was read becomes a programme, whole or not at all."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.base.models import AuditEvent
from nhipcau.ledger.programmes.actions import NotEntered, enter
from nhipcau.ledger.programmes.models import Citation, Programme
from nhipcau.ledger.programmes.places import locate
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.reader import read_text

pytestmark = pytest.mark.django_db


def enter_example() -> Programme:
    return enter(read_text(EXAMPLE), text=EXAMPLE, file_name="vi-du.txt", by=None)


def test_a_read_text_becomes_an_internal_programme_with_its_provisions() -> None:
    programme = enter_example()
    assert programme.circulation == Programme.Circulation.INTERNAL
    assert (programme.number, programme.slug) == ("05/CTPH-SVH-SDT", "05-ctph-svh-sdt")
    assert [p.address for p in programme.provisions.all()] == [
        "I", "I.1", "I.1.a", "I.1.b", "I.2", "II",
    ]  # fmt: skip
    assert str(programme.legal_bases.get().instrument) == "Nghị định số 49/2024/NĐ-CP"


def test_provisions_hang_below_their_parents() -> None:
    point = enter_example().provisions.get(address="I.1.b")
    assert point.parent is not None
    assert (point.parent.address, point.depth) == ("I.1", 3)


def test_the_signed_text_is_kept_word_for_word() -> None:
    kept = enter_example().signed_texts.get()
    assert kept.words.text == EXAMPLE
    assert kept.file_sha256 == hashlib.sha256(EXAMPLE.encode()).hexdigest()


def test_a_citation_stands_where_its_words_stand() -> None:
    enter_example()
    citation = Citation.objects.get()
    paragraph = citation.provision.all_paragraphs[citation.paragraph]
    assert paragraph[citation.start : citation.end].startswith("Nghị định số 49/2024/NĐ-CP")


def test_one_instrument_is_held_once_for_basis_and_citation() -> None:
    programme = enter_example()
    assert Citation.objects.get().instrument == programme.legal_bases.get().instrument


def test_the_same_number_and_day_enter_once() -> None:
    enter_example()
    with pytest.raises(NotEntered, match="05/CTPH-SVH-SDT đã có"):
        enter_example()
    assert Programme.objects.count() == 1


def test_a_text_without_a_number_is_refused_with_a_sentence() -> None:
    with pytest.raises(NotEntered, match="không tìm thấy số"):
        enter(read_text("Chào các anh chị."), text="…", file_name="a.txt", by=None)
    assert not Programme.objects.exists()


def test_entering_is_noted_in_the_audit() -> None:
    programme = enter_example()
    event = AuditEvent.objects.get(verb="ledger.programme_entered")
    assert event.target == programme.uuid


@given(st.lists(st.text(max_size=30), max_size=4), st.text(max_size=5), st.integers(0, 40))
def test_words_are_located_where_they_really_stand(
    paragraphs: list[str], words: str, near: int
) -> None:
    span = locate(paragraphs, words, near)
    if span is None:
        assert not words or all(words not in paragraph for paragraph in paragraphs)
    else:
        assert paragraphs[span.paragraph][span.start : span.end] == words
