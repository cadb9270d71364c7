"""Words, vectors, queries and snippets: what is equal, what is marked, and that nothing breaks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.shell.search.abbreviations import defined_in, spelled_out, without_common_words
from nhipcau.shell.search.query import parse, spans
from nhipcau.shell.search.snippets import marked, snippet
from nhipcau.shell.search.tokens import cut, normal
from nhipcau.shell.search.vector import LAST_POSITION, vector

ALIKE = [
    "đồng bào",
    "dong bao",
    "ĐỒNG BÀO",
    "đong bao",
    "Đồng  Bào",
    unicodedata.normalize("NFD", "đồng bào"),
]
TEXT = normal("Hợp đồng số 12. Hỗ trợ đồng bào dân tộc thiểu số; công tác TTĐN ở xã biên giới.")


def hits(text: str, query: str) -> list[str]:
    return [run.text for run in marked(normal(text), parse(query)) if run.is_hit]


@pytest.mark.parametrize("typed", ALIKE)
def test_marks_case_blanks_and_normal_form_make_no_difference_to_what_matches(typed: str) -> None:
    assert parse(typed).every_word == "'dong' & 'bao'"


def test_both_customs_of_placing_the_tone_are_one_word() -> None:
    assert [t.exact for t in cut("uỷ hoà")] == [t.exact for t in cut("ủy hòa")]


def test_a_number_is_its_parts_one_after_the_other() -> None:
    assert parse("1719/QĐ-TTg").every_word == "('1719' <-> 'qd' <-> 'ttg')"
    assert parse("qđ 1719").every_word == "'qd' & '1719'"


def test_a_word_keeps_the_marks_of_other_scripts() -> None:
    assert [token.exact for token in cut("ꨀꨇꩉ ꪼꪕ")] == ["ꨀꨇꩉ", "ꪼꪕ"]


def test_a_script_without_blanks_is_cut_into_pairs_of_letters() -> None:
    assert [token.exact for token in cut("ລາວ")] == ["ລາ", "າວ"]
    assert hits("ພາສາລາວ", "ລາວ") == ["ລາວ"]


def test_a_vector_has_exact_and_folded_words_at_the_same_place() -> None:
    written = vector(["Đồng bào"], "ở đồng bằng")
    assert "'đồng':9A,20B" in written
    assert "'dong':9C,20D" in written
    assert "'= dong bao':16383A" in written


def test_positions_stay_in_the_bounds_of_postgresql() -> None:
    written = vector([], "ban " * 400 + "xã " * 20_000)
    places = dict(each.rsplit(":", 1) for each in written.split(" ") if each)
    assert len(places["'ban'"].split(",")) == 255
    assert (
        max(int(p.rstrip("ABCD")) for at in places.values() for p in at.split(",")) <= LAST_POSITION
    )


def test_a_synonym_stands_for_the_words_that_it_abbreviates_and_the_other_way_round() -> None:
    both = {"ttdn": ["thong tin doi ngoai"], "thong tin doi ngoai": ["ttdn"]}
    assert parse("công tác TTĐN", both).every_word == (
        "'cong' & 'tac' & (('ttdn') | ('thong' <-> 'tin' <-> 'doi' <-> 'ngoai'))"
    )
    assert "('ttdn')" in parse("thông tin đối ngoại", both).every_word
    assert "thong tin doi ngoai" in spans("về thông tin đối ngoại năm 2024")


def test_with_three_words_one_may_be_missing() -> None:
    assert parse("xã biên giới").most_words.count("|") == 2
    assert "|" not in parse("biên giới").most_words


def test_hits_are_marked_on_the_letters_as_written() -> None:
    assert hits(TEXT, "dong bao") == ["đồng bào"]
    assert hits("Số 1719/QĐ-TTg ngày 14/10/2021", "1719/qđ-ttg") == ["1719/QĐ-TTg"]
    assert hits("Uỷ ban Dân tộc", "ủy ban") == ["Uỷ ban"]


def test_where_the_phrase_stands_its_words_alone_are_not_marked() -> None:
    assert hits(TEXT, "đồng bào") == ["đồng bào"]
    assert hits("Hợp đồng của bào chế", "đồng bào") == ["đồng", "bào"]


def test_where_the_marks_stand_as_typed_other_ones_are_not_marked() -> None:
    assert hits("hoạt động, đồng lòng", "đồng") == ["đồng"]
    assert hits("hoạt động, đồng lòng", "dong") == ["động", "đồng"]


def test_a_snippet_shows_the_phrase_wherever_in_the_text_it_stands() -> None:
    long = normal("Hợp đồng. " * 200 + "Vùng đồng bào dân tộc thiểu số. " + "Phụ lục. " * 200)
    runs = snippet(long, parse("dong bao"))
    assert [run.text for run in runs if run.is_hit] == ["đồng bào"]
    assert sum(len(run.text) for run in runs) < 300
    assert (runs[0].text, runs[-1].text) == ("… ", " …")


def test_abbreviations_of_a_text_are_those_whose_letters_agree() -> None:
    text = "công tác thông tin đối ngoại (TTĐN); Kho bạc Nhà nước (sau đây viết tắt là KBNN) (PPP)"
    assert list(defined_in(text)) == [("TTĐN", "thông tin đối ngoại"), ("KBNN", "Kho bạc Nhà nước")]
    assert spelled_out("TTTT", "của Bộ Thông tin và Truyền thông") == "Thông tin và Truyền thông"
    assert spelled_out("ODA", "hỗ trợ phát triển") == ""


def test_words_that_both_forms_begin_with_are_left_out() -> None:
    pair = without_common_words("Cục TTĐN", "Cục Thông tin đối ngoại")
    assert pair == ("TTĐN", "Thông tin đối ngoại")


@given(st.text())
def test_any_text_is_cut_marked_and_put_together_again(text: str) -> None:
    whole = normal(text)
    query = parse(whole[:20])
    assert "".join(run.text for run in marked(whole, query)) == whole
    for token in cut(whole):
        assert whole[token.start : token.end]


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_query_has_a_snippet_of_any_text(text: str, typed: str) -> None:
    assert sum(len(run.text) for run in snippet(normal(text * 5), parse(typed))) <= 300
