"""The machine proposes, a person confirms, and what was confirmed can be withdrawn."""

import json

import pytest
from django.db import IntegrityError, connection, transaction

from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
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
    with pytest.raises(Refused, match="thiếu lý do"):
        actions.withdraw(obligation=obligation, version=2, by=focal_point, note=" ")
    actions.withdraw(obligation=obligation, version=2, by=focal_point, note="nhầm điểm")
    obligation.refresh_from_db()
    assert not obligation.is_confirmed
    assert list(Confirmation.objects.values_list("decision", flat=True)) == [
        "confirmed",
        "withdrawn",
    ]


@pytest.mark.parametrize(
    ("state", "may_decide", "may_withdraw"),
    [("proposed", True, False), ("confirmed", False, True), ("rejected", False, True)],
)
def test_what_each_state_allows(state: str, may_decide: bool, may_withdraw: bool) -> None:
    obligation = Obligation(state=state)
    assert policies.can_decide(obligation) is may_decide
    assert policies.can_withdraw(obligation) is may_withdraw


def test_a_decided_obligation_is_not_changed(programme: Programme, focal_point: User) -> None:
    obligation = at(programme, "I.1.a")
    actions.confirm(obligation=obligation, version=1, by=focal_point)
    with pytest.raises(Refused):
        actions.change(obligation=obligation, version=2, to=actions.Change(()), by=focal_point)


def test_what_a_person_reads_replaces_what_was_proposed(
    programme: Programme, focal_point: User
) -> None:
    to = actions.Change(
        parts=((Part.Role.LEAD, "Sở Dân tộc"),),
        kind=Obligation.Kind.DATED,
        deliverable="04 tài liệu song ngữ",
    )
    obligation = at(programme, "I.1.a")
    actions.change(obligation=obligation, version=1, to=to, by=focal_point)
    changed = at(programme, "I.1.a")
    assert [part.name_as_written for part in changed.parts.all()] == ["Sở Dân tộc"]
    assert (changed.kind, changed.deliverable) == ("dated", "04 tài liệu song ngữ")
    lead = changed.parts.all()[0]
    assert changed.provision.text[lead.start : lead.end] == "Sở Dân tộc"


def test_a_sentence_that_binds_nobody_is_rejected(programme: Programme, focal_point: User) -> None:
    obligation = at(programme, "I.1.b")
    actions.reject(obligation=obligation, version=1, by=focal_point, note="chỉ là mục tiêu")
    assert at(programme, "I.1.b").state == Obligation.State.REJECTED


def test_a_proposal_is_parted_in_two_by_its_words(programme: Programme, focal_point: User) -> None:
    obligation = at(programme, "I.1.a")
    second = actions.split(
        obligation=obligation,
        version=1,
        first="Sở Văn hóa chủ trì",
        second="Sở Dân tộc phối hợp biên soạn tài liệu",
        by=focal_point,
    )
    first = Obligation.objects.get(pk=obligation.pk)
    assert first.words == "Sở Văn hóa chủ trì"
    assert second.words == "Sở Dân tộc phối hợp biên soạn tài liệu"
    assert second.order == 2


def test_words_that_do_not_stand_in_the_text_part_nothing(
    programme: Programme, focal_point: User
) -> None:
    with pytest.raises(Refused, match="không có trong điều khoản"):
        actions.split(
            obligation=at(programme, "I.1.a"),
            version=1,
            first="Sở Văn hóa",
            second="điều không có",
            by=focal_point,
        )
    assert Obligation.objects.of(programme).filter(provision__address="I.1.a").count() == 1


def test_two_proposals_become_one_with_the_parts_of_both(
    programme: Programme, focal_point: User
) -> None:
    one = at(programme, "I.1.a")
    two = actions.split(
        obligation=one,
        version=1,
        first="Sở Văn hóa chủ trì",
        second="Sở Dân tộc phối hợp",
        by=focal_point,
    )
    merged = actions.merge(obligation=two, into=one, version=two.version, by=focal_point)
    assert merged.words == "Sở Văn hóa chủ trì, Sở Dân tộc phối hợp"
    two.refresh_from_db()
    assert two.state == Obligation.State.REJECTED


def test_a_confirmation_cannot_be_rewritten_by_sql(programme: Programme, focal_point: User) -> None:
    actions.confirm(obligation=at(programme, "I.1.a"), version=1, by=focal_point)
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE obligations_confirmation SET decision = 'rejected'")
