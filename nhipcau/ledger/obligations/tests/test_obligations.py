"""The machine proposes, a person confirms, and what was confirmed can be withdrawn."""

import json

import pytest
from django.db import IntegrityError, connection, transaction

from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.obligations import actions, policies
from nhipcau.ledger.obligations.models import Confirmation, Obligation, Part
from nhipcau.ledger.programmes.actions import enter
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.reader import read_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    AgencyFactory.create(name="Sở Văn hóa")
    document = read_text(EXAMPLE)
    programme = enter(document, text=EXAMPLE, file_name="vi-du.txt", by=None)
    actions.propose(programme=programme, document=document, by=None)
    return programme


@pytest.fixture
def focal_point() -> User:
    return person_with(Role.FOCAL_POINT)


def at(programme: Programme, address: str) -> Obligation:
    return Obligation.objects.of(programme).get(provision__address=address)


def test_what_the_reader_found_waits_for_a_person(programme: Programme) -> None:
    obligation = at(programme, "I.1.a")
    assert not obligation.is_confirmed
    assert [(part.role, part.name_as_written) for part in obligation.parts.all()] == [
        (Part.Role.LEAD, "Sở Văn hóa"),
        (Part.Role.PARTNER, "Sở Dân tộc"),
    ]


def test_a_name_that_one_agency_bears_means_that_agency(programme: Programme) -> None:
    lead, partner = at(programme, "I.1.a").parts.all()
    assert lead.agency is not None
    assert lead.agency.full_name == "Sở Văn hóa"
    assert partner.agency is None


def test_a_name_stands_where_its_words_stand(programme: Programme) -> None:
    lead = at(programme, "I.1.a").parts.all()[0]
    assert lead.obligation.provision.text[lead.start : lead.end] == "Sở Văn hóa"


def test_a_sentence_without_a_subject_is_asked_about(programme: Programme) -> None:
    assert at(programme, "I.1.b").implied_both


def test_a_confirmation_keeps_what_was_confirmed(programme: Programme, focal_point: User) -> None:
    obligation = at(programme, "I.1.a")
    actions.confirm(obligation=obligation, version=1, by=focal_point, note="đã đối chiếu")
    obligation.refresh_from_db()
    assert obligation.is_confirmed
    kept = Confirmation.objects.get(obligation=obligation.uuid)
    words = json.loads(kept.words.text or "")
    assert kept.by == focal_point.uuid
    assert words["parts"] == [["lead", "Sở Văn hóa"], ["partner", "Sở Dân tộc"]]
    assert words["note"] == "đã đối chiếu"


def test_the_second_of_two_people_is_told(programme: Programme, focal_point: User) -> None:
    obligation = at(programme, "I.1.a")
    actions.confirm(obligation=obligation, version=1, by=focal_point)
    with pytest.raises(actions.Stale, match="vừa được người khác cập nhật"):
        actions.confirm(obligation=obligation, version=1, by=focal_point)
    assert Confirmation.objects.count() == 1


def test_a_withdrawal_needs_a_reason_and_leaves_the_confirmation_on_record(
    programme: Programme, focal_point: User
) -> None:
    obligation = at(programme, "I.1.a")
    actions.confirm(obligation=obligation, version=1, by=focal_point)
    with pytest.raises(policies.Refused, match="thiếu lý do"):
        actions.withdraw(obligation=obligation, version=2, by=focal_point, note=" ")
    actions.withdraw(obligation=obligation, version=2, by=focal_point, note="nhầm điểm")
    obligation.refresh_from_db()
    assert not obligation.is_confirmed
    assert list(Confirmation.objects.values_list("withdrawn", flat=True)) == [False, True]


@pytest.mark.parametrize(
    ("state", "may_confirm", "may_withdraw"),
    [("proposed", True, False), ("confirmed", False, True)],
)
def test_what_each_state_allows(state: str, may_confirm: bool, may_withdraw: bool) -> None:
    obligation = Obligation(state=state)
    assert policies.can_confirm(obligation) is may_confirm
    assert policies.can_withdraw(obligation) is may_withdraw


def test_a_confirmed_obligation_is_not_corrected(programme: Programme, focal_point: User) -> None:
    obligation = at(programme, "I.1.a")
    actions.confirm(obligation=obligation, version=1, by=focal_point)
    obligation.refresh_from_db()
    with pytest.raises(policies.Refused):
        actions.correct(obligation=obligation, parts=[], implied_both=True)


def test_a_confirmation_cannot_be_rewritten_by_sql(programme: Programme, focal_point: User) -> None:
    actions.confirm(obligation=at(programme, "I.1.a"), version=1, by=focal_point)
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE obligations_confirmation SET withdrawn = true")
