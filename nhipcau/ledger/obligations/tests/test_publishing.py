"""Nothing is published with an open question; showing it to the public is another act."""

import pytest

from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.obligations import actions
from nhipcau.ledger.obligations.models import NameMeaning, Obligation, Part
from nhipcau.ledger.obligations.questions import open_questions
from nhipcau.ledger.programmes.actions import enter, name_party
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.reader import read_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Programme:
    document = read_text(EXAMPLE)
    programme = enter(document, text=EXAMPLE, file_name="vi-du.txt", by=None)
    actions.propose(programme=programme, document=document, by=None)
    return programme


@pytest.fixture
def focal_point() -> User:
    return person_with(Role.FOCAL_POINT)


def answer_everything(programme: Programme, by: User) -> None:
    for party in programme.parties.all():
        name_party(party=party, agency=AgencyFactory.create(), focal_point=None, by=by)
    for name in open_questions(programme).names:
        actions.say_meaning(
            programme=programme, name=name, meaning=NameMeaning.Meaning.KIND, agency=None, by=by
        )
    for obligation in Obligation.objects.of(programme).open():
        actions.confirm(obligation=obligation, version=obligation.version, by=by)


def test_a_draft_asks_about_proposals_names_and_parties(draft: Programme) -> None:
    questions = open_questions(draft)
    assert [obligation.provision.address for obligation in questions.obligations] == [
        "I.1.a",
        "I.1.b",
        "I.2",
    ]
    assert set(questions.names) == {"Sở Văn hóa", "Sở Dân tộc"}
    assert len(questions.parties) == 2


def test_nothing_is_published_with_an_open_question(draft: Programme, focal_point: User) -> None:
    with pytest.raises(Refused, match="còn 7 câu hỏi"):
        actions.publish(programme=draft, version=draft.version, by=focal_point)
    draft.refresh_from_db()
    assert draft.is_draft


def test_a_reviewed_programme_is_published_for_those_inside(
    draft: Programme, focal_point: User
) -> None:
    answer_everything(draft, focal_point)
    actions.publish(programme=draft, version=draft.version, by=focal_point)
    officer = person_with(Role.OFFICER)
    assert Programme.objects.visible_to(officer).get() == draft
    draft.refresh_from_db()
    assert not draft.is_public


def test_a_draft_is_seen_by_those_who_enter_programmes_only(
    draft: Programme, focal_point: User
) -> None:
    assert Programme.objects.visible_to(focal_point).exists()
    assert not Programme.objects.visible_to(person_with(Role.OFFICER)).exists()


def test_a_draft_is_not_made_public(draft: Programme, focal_point: User) -> None:
    with pytest.raises(Refused, match="còn đang rà soát"):
        actions.make_public(programme=draft, version=draft.version, by=focal_point)


def test_of_two_who_publish_one_is_told(draft: Programme, focal_point: User) -> None:
    answer_everything(draft, focal_point)
    actions.publish(programme=draft, version=draft.version, by=focal_point)
    with pytest.raises(actions.Stale, match="vừa được người khác cập nhật"):
        actions.publish(programme=draft, version=draft.version, by=focal_point)


def test_what_a_person_said_of_a_name_holds_for_every_part_that_bears_it(
    draft: Programme, focal_point: User
) -> None:
    agency = AgencyFactory.create(name="Sở Dân tộc và Tôn giáo")
    actions.say_meaning(
        programme=draft,
        name="Sở Dân tộc",
        meaning=NameMeaning.Meaning.AGENCY,
        agency=agency,
        by=focal_point,
    )
    parts = Part.objects.filter(name_as_written="Sở Dân tộc")
    assert {part.agency for part in parts} == {agency}
    assert "Sở Dân tộc" not in open_questions(draft).names


def test_a_name_that_means_an_agency_needs_the_agency(draft: Programme, focal_point: User) -> None:
    with pytest.raises(Refused, match="chưa chọn cơ quan"):
        actions.say_meaning(
            programme=draft,
            name="Sở Dân tộc",
            meaning=NameMeaning.Meaning.AGENCY,
            agency=None,
            by=focal_point,
        )
