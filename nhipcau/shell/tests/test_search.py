"""Finding in the index: what matches, in which order, for whom; and no text breaks it."""

import uuid
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhipcau.base.append_only import write
from nhipcau.base.models import Redaction, RedactionText
from nhipcau.shell.search.find import MOST_PAGES, ON_A_PAGE, find
from nhipcau.shell.search.index import both_ways, index
from nhipcau.shell.search.models import SearchEntry, Synonym
from nhipcau.shell.search.query import parse
from nhipcau.shell.search.vector import vector

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


class Insider:
    """Somebody who may do everything."""

    is_authenticated = True

    def may(self, permission: str) -> bool:
        return True

    def circles(self) -> frozenset[str]:
        return frozenset()


def entry(title: str = "", body: str = "", **given: object) -> SearchEntry:
    """An entry as the index would have written it."""
    words = vector([title] if title else [], body)
    fields: dict[str, object] = {
        "kind": "vi-du",
        "object": uuid.uuid4(),
        "address": "/vi-du/",
        **given,
    }
    return SearchEntry.objects.create(title=title, body=body, words=words, **fields)


def found(typed: str, **given: object) -> list[SearchEntry]:
    return list(find(typed, user=NOBODY, **given).page)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "typed",
    ["đồng bào", "dong bao", "ĐỒNG BÀO", "đong bao", "Đồng  Bào", "bào đồng", "  đồng\tbào  "],
)
def test_whatever_the_marks_case_and_blanks_the_same_is_found(typed: str) -> None:
    with_marks, without = entry(body="vùng đồng bào"), entry(body="VUNG DONG BAO")
    entry(body="đồng bằng")
    assert set(found(typed)) == {with_marks, without}


@pytest.mark.parametrize(
    "typed",
    ["1719", "1719/QĐ-TTg", "qđ 1719", "QĐ-TTg 1719", "1719/qd-ttg", "quyết định 1719", "171"],
)
def test_a_number_is_found_whole_and_in_part(typed: str) -> None:
    decision = entry("Quyết định 1719/QĐ-TTg")
    entry("Quyết định 1657/QĐ-TTg")
    assert found(typed)[0] == decision


def test_a_whole_number_does_not_find_its_parts_scattered() -> None:
    entry(body="Số 1719 của tờ khai; Quyết định 12/QĐ-TTg")
    assert found("1719/QĐ-TTg") == []


def test_marks_as_typed_come_first_then_the_whole_name_title_phrase_and_the_newest() -> None:
    scattered = entry(body="bào chế hợp đồng")
    phrase = entry(body="vùng đồng bào", dated_on=date(2020, 1, 1))
    newer = entry(body="vùng đồng bào", dated_on=date(2024, 1, 1))
    title = entry("Chính sách cho đồng bào")
    other_marks = entry("Động bão")
    name = entry("Đồng bào")
    assert found("đồng bào") == [name, title, newer, phrase, scattered, other_marks]


def test_all_words_come_before_most_words() -> None:
    most = entry("Xã biên giới")
    every = entry(body="ở các xã có biên giới trên đất liền; truyền thanh")
    assert found("truyền thanh xã biên giới") == [every]
    assert found("xã biên giới đất") == [every, most]
    assert find("xã biên giới đất", user=NOBODY).is_widened


def test_the_last_word_may_be_begun_only() -> None:
    whole = entry(body="truyền thanh xã")
    assert found("truyền tha") == [whole]


def test_an_abbreviation_finds_its_words_and_they_find_it() -> None:
    Synonym.objects.bulk_create(both_ways("TTĐN", "thông tin đối ngoại", kind="general"))
    short, long = entry(body="công tác TTĐN"), entry(body="công tác thông tin đối ngoại")
    entry(body="thông tin về đối tượng ngoại tỉnh")
    assert set(found("TTĐN")) == {short, long}
    assert set(found("ttdn")) == {short, long}
    assert {short, long} <= set(found("thông tin đối ngoại"))


def test_what_only_some_may_read_is_neither_found_nor_counted_nor_a_synonym_for_others() -> None:
    entry("Đồng bào", audience="shell.jobs")
    Synonym.objects.bulk_create(
        both_ways("ĐBDT", "bản mật danh", kind="vi-du", audience="shell.jobs")
    )
    open_one = entry(body="bản mật danh")
    assert find("đồng bào", user=NOBODY).total == 0
    assert find("đồng bào", user=Insider()).total == 1  # type: ignore[arg-type]
    assert found("ĐBDT") == []
    assert list(find("ĐBDT", user=Insider()).page) == [open_one]  # type: ignore[arg-type]


def test_kinds_are_counted_together_and_shown_apart() -> None:
    entry("Đồng bào", kind="a")
    one = entry(body="đồng bào", kind="b")
    both = find("dong bao", user=NOBODY, kind="b")
    assert (both.counts, list(both.page)) == ({"a": 1, "b": 1}, [one])


def test_pages_go_on_and_end() -> None:
    for turn in range(ON_A_PAGE + 1):
        entry(body="đồng bào", turn=turn)
    assert len(found("dong bao")) == ON_A_PAGE
    assert [each.turn for each in found("dong bao", page="2")] == [ON_A_PAGE]
    assert len(found("dong bao", page="không phải số")) == ON_A_PAGE
    assert find("dong bao", user=NOBODY, page=10_000).page.number <= MOST_PAGES


def test_a_redaction_takes_its_entries_and_their_synonyms_away() -> None:
    source, thing = uuid.uuid4(), uuid.uuid4()
    entry("Đồng bào", sources=[uuid.uuid4(), source], object=thing)
    kept = entry("Đồng bào")
    Synonym.objects.bulk_create(both_ways("ĐBDT", "đồng bào", kind="vi-du", of=thing))
    head = Redaction(table_name="x", row=source, ground=Redaction.Ground.COURT)
    with transaction.atomic():
        write(head, RedactionText, "Theo bản án (ví dụ).")
    assert found("đồng bào") == [kept]
    assert not Synonym.objects.exists()


def test_to_index_what_nobody_declared_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="declared by no module"):
        index([Redaction()])


HOSTILE = [
    "'", "''", "\\", "a\\' | b", "'); DROP TABLE shell_searchentry; --", "dân & ! (", "NOT OR (", "<->", ":*",
    "'dong':A", "dan:*ABC", "\x00", "dân\x00tộc", "\ud7ff\u200b", "👩‍🌾 bà con", "%s %(x)s", "{{ q }}", "<b>", "٣٤", "ǅ İ ß",
    "\u0300\u0301", "a" * 200, "đ " * 100, "1/2/3/4", "-", "ກ", "﷽", "= dong bao",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_only_text(client: Client, typed: str) -> None:
    entry("Đồng bào")
    # A NUL is refused before any page is asked; see shell.limits.
    expected = 400 if "\x00" in typed else 200
    for address in ("/tim-kiem/", "/en/tim-kiem/"):
        response = client.get(address, {"q": typed, "trang": typed, "loai": typed})
        assert response.status_code == expected
    assert SearchEntry.objects.count() == 1


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.text(max_size=230) | st.lists(st.sampled_from(HOSTILE), max_size=6).map(" ".join))
def test_no_text_ever_raises_or_changes_the_statement(typed: str) -> None:
    find(typed, user=NOBODY)
    query, plain = parse(typed), parse("một hai")
    for literal in [query.as_typed, query.most_words, query.exact, query.phrase] if query else []:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::tsquery", [literal])
        statement = SearchEntry.objects.matching(literal).query.sql_with_params()[0]
        assert (
            statement == SearchEntry.objects.matching(plain.every_word).query.sql_with_params()[0]
        )


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_that_is_kept_is_found_by_itself(body: str) -> None:
    SearchEntry.objects.all().delete()
    kept = entry(body=body.replace("\x00", " "))
    if parse(body):
        assert kept in found(body)


def test_a_query_too_short_or_too_long_gets_a_sentence(client: Client) -> None:
    entry("Đồng bào")
    assert "quá ngắn" in client.get("/tim-kiem/", {"q": "đ"}).content.decode()
    assert "quá dài" in client.get("/tim-kiem/", {"q": "đ" * 1000}).content.decode()
    assert "Không tìm thấy" in client.get("/tim-kiem/", {"q": "voi ma mút"}).content.decode()


def test_the_page_is_complete_without_a_script_and_public_pages_load_none(client: Client) -> None:
    entry("Đồng bào", body="<b>đồng bào</b>", address="/vi-du/#IV.1.đ")
    page = client.get("/tim-kiem/", {"q": "dong bao"}).content.decode()
    assert "<script" not in page
    assert "<mark>Đồng bào</mark>" in page
    assert "&lt;b&gt;<mark>đồng bào</mark>" in page
    assert 'href="/vi-du/#IV.1.đ"' in page
    english = client.get("/en/tim-kiem/", {"q": "dong bao"}).content.decode()
    assert 'href="/en/vi-du/#IV.1.đ"' in english


def test_as_one_types_the_same_partial_comes_alone(client: Client) -> None:
    entry("Đồng bào")
    whole = client.get("/tim-kiem/", {"q": "đồng b"}).content.decode()
    partial = client.get("/tim-kiem/", {"q": "đồng b"}, headers={"HX-Request": "true"})
    assert partial.content.decode().strip() in whole
    assert "HX-Request" in partial["Vary"]
