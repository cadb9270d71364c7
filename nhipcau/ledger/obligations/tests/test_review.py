"""A review file says which obligations a person confirmed."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.ledger.obligations import actions, review
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.actions import enter
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.reader import read_text

pytestmark = pytest.mark.django_db

REVIEW = f"""
programme = "05/CTPH-SVH-SDT"
text_sha256 = "{hashlib.sha256(EXAMPLE.encode()).hexdigest()}"
reviewed_by = "Nông Thị Mai (ví dụ)"
reviewed_on = 2025-03-21
title = "Chương trình phối hợp truyền thông ở các xã biên giới"

[[obligation]]
at = "I.1.a"
lead = ["Sở Dân tộc"]
partner = ["Sở Văn hóa"]

[[obligation]]
at = "II"
responsible = ["Hai sở"]
"""


@pytest.fixture
def programme() -> Programme:
    document = read_text(EXAMPLE)
    programme = enter(document, text=EXAMPLE, file_name="vi-du.txt", by=None)
    actions.propose(programme=programme, document=document, by=None)
    return programme


def follow(written: str, programme: Programme, folder: Path, text: str = EXAMPLE) -> int:
    path = folder / "review.toml"
    path.write_text(written, encoding="utf-8")
    return review.follow(review.read(path), programme=programme, text=text, by=None)


def test_where_person_and_reader_differ_the_person_is_right(
    programme: Programme, tmp_path: Path
) -> None:
    assert follow(REVIEW, programme, tmp_path) == 2
    obligation = Obligation.objects.of(programme).get(provision__address="I.1.a")
    assert obligation.is_confirmed
    assert [(p.role, p.name_as_written) for p in obligation.parts.all()] == [
        ("lead", "Sở Dân tộc"),
        ("partner", "Sở Văn hóa"),
    ]


def test_an_obligation_that_only_the_person_saw_is_added(
    programme: Programme, tmp_path: Path
) -> None:
    Obligation.objects.filter(provision__address="II").delete()
    follow(REVIEW, programme, tmp_path)
    added = Obligation.objects.of(programme).get(provision__address="II", state="confirmed")
    assert [part.name_as_written for part in added.parts.all()] == ["Hai sở"]


def test_what_the_person_did_not_name_goes_on_waiting(programme: Programme, tmp_path: Path) -> None:
    follow(REVIEW, programme, tmp_path)
    assert not Obligation.objects.of(programme).get(provision__address="I.1.b").is_confirmed


def test_the_person_gives_the_title_its_ordinary_letters(
    programme: Programme, tmp_path: Path
) -> None:
    follow(REVIEW, programme, tmp_path)
    programme.refresh_from_db()
    assert programme.title == "Chương trình phối hợp truyền thông ở các xã biên giới"
    assert not programme.is_public


def test_parties_are_named_by_agency(programme: Programme, tmp_path: Path) -> None:
    name = programme.parties.all()[0].name_as_signed
    AgencyFactory.create(code="svh-langson")
    party = f'[[party]]\nname = "{name}"\nagency = "svh-langson"\n'
    follow(REVIEW + party, programme, tmp_path)
    agency = programme.parties.all()[0].agency
    assert agency is not None
    assert agency.code == "svh-langson"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("programme = ", "chưa dùng được"),
        ('programme = "x"', "chưa dùng được"),
        (REVIEW.replace("lead", "boss"), "boss"),
        (REVIEW.replace('"I.1.a"', '"IX"'), "không có điều khoản IX"),
        (REVIEW + '[[party]]\nname = "Sở Khác"\nagency = "x"\n', "Sở Khác"),
    ],
)
def test_a_bad_review_is_refused_with_a_sentence_and_nothing_of_it_is_kept(
    programme: Programme, tmp_path: Path, written: str, sentence: str
) -> None:
    with pytest.raises(review.BadReview, match=sentence):
        follow(written, programme, tmp_path)
    assert not Obligation.objects.confirmed().exists()


def test_a_review_of_another_text_is_refused(programme: Programme, tmp_path: Path) -> None:
    with pytest.raises(review.BadReview, match="văn bản đã thay đổi"):
        follow(REVIEW, programme, tmp_path, text=EXAMPLE + " ")


@given(written=st.text())
def test_no_text_whatever_breaks_the_reading_of_a_review(
    written: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("review") / "review.toml"
    path.write_bytes(written.encode("utf-8", "surrogatepass"))
    with pytest.raises(review.BadReview):
        review.read(path)
