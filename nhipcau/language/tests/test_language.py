"""The rules of the language, held to the shared vectors and to their own promises."""

import json
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.dates import find_dates, parse_date, say, write_figures
from nhipcau.language.fold import fold
from nhipcau.language.sort import CLAUSES, follows, sort_key
from nhipcau.language.syllables import place_tones, syllables

VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "folded"), VECTORS["fold"])
def test_fold_meets_the_vectors(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "placed"), VECTORS["place_tones"])
def test_tones_are_placed_on_the_first_vowel_at_the_end_of_a_syllable(
    text: str, placed: str
) -> None:
    assert place_tones(text) == placed


@pytest.mark.parametrize(("text", "parts"), VECTORS["syllables"])
def test_syllables_meet_the_vectors(text: str, parts: list[str]) -> None:
    assert syllables(text) == parts


@pytest.mark.parametrize("ordered", VECTORS["sort"])
def test_lists_stand_in_the_order_of_the_alphabet(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=sort_key) == ordered


@pytest.mark.parametrize(("written", "iso"), VECTORS["dates_read"])
def test_dates_are_read_as_officials_write_them(written: str, iso: str | None) -> None:
    found = parse_date(written)
    assert found is not None
    assert found.written == written
    assert found.value == (date.fromisoformat(iso) if iso else None)


@pytest.mark.parametrize(("iso", "words", "figures"), VECTORS["dates_written"])
def test_dates_are_written_as_the_decree_asks(iso: str, words: str, figures: str) -> None:
    day = date.fromisoformat(iso)
    assert (say(day), write_figures(day)) == (words, figures)


def test_every_clause_letter_follows_the_one_before_and_f_is_known_after_e() -> None:
    assert all(follows(b, a) for a, b in pairwise(CLAUSES))
    assert follows("f", "e")
    assert follows("g", "f")
    assert not follows("e", "d")


@given(st.text())
def test_fold_is_total_and_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x1EFF)))
def test_fold_and_sort_do_not_see_the_normal_form(text: str) -> None:
    other = unicodedata.normalize("NFD", text)
    assert fold(text) == fold(other)
    assert sort_key(text) == sort_key(other)
    assert place_tones(text) == place_tones(other)


@given(st.text())
def test_placing_tones_keeps_length_and_settles(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    placed = place_tones(text)
    assert len(placed) == len(composed)
    assert place_tones(placed) == placed
    assert fold(placed) == fold(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_that_is_written_is_read_back(day: date) -> None:
    for written in (say(day), write_figures(day)):
        found = parse_date(f"Hà Nội, {written}.")
        assert found is not None
        assert found.value == day


@given(st.text(alphabet="0123456789/.- ngàythángnăm"))
def test_no_text_stops_the_search_for_dates(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.written
