"""The programme page as values: words cut into runs, margins, counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.ledger.obligations import actions, reading
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.actions import enter
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.reader import read_text


@pytest.fixture
def programme(db: None) -> Programme:
    document = read_text(EXAMPLE)
    programme = enter(document, text=EXAMPLE, file_name="vi-du.txt", by=None)
    actions.propose(programme=programme, document=document, by=None)
    return programme


def page_of(programme: Programme, *, with_proposals: bool) -> reading.ProgrammePage:
    fetched = Programme.objects.with_text().get(pk=programme.pk)
    return reading.of(fetched, with_proposals=with_proposals)


def test_the_public_sees_only_what_a_person_confirmed(programme: Programme) -> None:
    obligation = Obligation.objects.of(programme).get(provision__address="I.1.a")
    actions.confirm(obligation=obligation, version=1, by=None)
    shown = [
        view.address for view in page_of(programme, with_proposals=False).provisions
        if view.obligations
    ]  # fmt: skip
    assert shown == ["I.1.a"]


def test_names_and_citations_are_lifted_out_of_the_words(programme: Programme) -> None:
    views = {view.address: view for view in page_of(programme, with_proposals=True).provisions}
    lifted = [segment.text for segment in views["I.1.a"].lines[0] if segment.role == "name"]
    assert lifted == ["Sở Văn hóa", "Sở Dân tộc"]
    roles = {segment.role for line in views["I.2"].lines for segment in line}
    assert "citation" in roles


def test_the_margin_names_each_part_once(programme: Programme) -> None:
    views = {view.address: view for view in page_of(programme, with_proposals=True).provisions}
    parts = [(str(part.label), part.names) for part in views["I.1.a"].obligations[0].parts]
    assert parts == [("Chủ trì", "Sở Văn hóa"), ("Phối hợp", "Sở Dân tộc")]


def test_the_page_is_read_in_a_fixed_number_of_queries(
    programme: Programme, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page = page_of(programme, with_proposals=True)
        assert page.counts.provisions == 6
        assert page.outline


MARKS = st.builds(reading.Mark, st.just(0), st.integers(0, 40), st.integers(0, 40), st.just("name"))


@given(st.text(max_size=40), st.lists(MARKS, max_size=6))
def test_cutting_loses_no_letter(text: str, marks: list[reading.Mark]) -> None:
    assert "".join(segment.text for segment in reading.cut(text, marks)) == text
