"""Who may agree to an amendment, who may send it back, and for which party a person speaks."""

import datetime
from uuid import UUID, uuid4

import pytest

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, Succession
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes import amendment_policies as policies
from nhipcau.ledger.programmes.models import Amendment, Party, PartyActor, Programme
from nhipcau.ledger.programmes.sides import sides_of

from .signed_922 import focal_point_of, signed_922

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    return signed_922()


PARTIES = [Party(pk=1, name_as_signed="Bên A"), Party(pk=2, name_as_signed="Bên B")]
ME, OTHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("state", "sides", "given", "allowed"),
    [
        ("draft", [2], {}, False),
        ("draft", [2], {1: OTHER}, False),
        ("recorded", [], {1: OTHER}, False),
        ("recorded", [1], {1: OTHER}, False),
        ("recorded", [2], {1: OTHER}, True),
        ("recorded", [1, 2], {1: OTHER}, True),
        ("recorded", [2], {1: ME}, False),
        ("recorded", [1, 2], {1: ME}, False),
        ("agreed", [2], {1: OTHER}, False),
        ("agreed", [1, 2], {1: OTHER, 2: ME}, False),
    ],
)
def test_who_may_agree(
    state: str, sides: list[int], given: dict[int, UUID | None], allowed: bool
) -> None:
    amendment = Amendment(state=state)
    mine = [party for party in PARTIES if party.pk in sides]
    assert policies.can_agree(amendment, sides=mine, by=ME, given=given) is allowed
    if allowed:
        policies.check_can_agree(amendment, sides=mine, by=ME, given=given)
    else:
        with pytest.raises(Refused):
            policies.check_can_agree(amendment, sides=mine, by=ME, given=given)


@pytest.mark.parametrize(
    ("state", "sides", "reason", "allowed"),
    [
        ("recorded", [1], "Sai vị trí", True),
        ("recorded", [2], "Sai vị trí", True),
        ("recorded", [1], "  ", False),
        ("recorded", [], "Sai vị trí", False),
        ("draft", [1], "Sai vị trí", False),
        ("agreed", [1], "Sai vị trí", False),
    ],
)
def test_who_may_send_back(state: str, sides: list[int], reason: str, allowed: bool) -> None:
    amendment = Amendment(state=state)
    mine = [party for party in PARTIES if party.pk in sides]
    if allowed:
        policies.check_can_send_back(amendment, sides=mine, reason=reason)
    else:
        with pytest.raises(Refused):
            policies.check_can_send_back(amendment, sides=mine, reason=reason)


def test_whoever_took_over_speaks_for_the_party(programme: Programme) -> None:
    old, heir = Agency.objects.get(code="mic"), AgencyFactory.create(code="mcst")
    unit = AgencyFactory.create(code="mcst-ttdn", parent=heir)
    person = MembershipFactory.create(agency=unit, role=Role.FOCAL_POINT).user
    assert sides_of(person, programme, on=clock.today()) == []
    Succession.objects.create(
        kind="merge", old=old, new=heir, day=datetime.date(2025, 3, 1), source="ví dụ"
    )
    assert [side.agency for side in sides_of(person, programme, on=clock.today())] == [old]
    assert sides_of(person, programme, on=datetime.date(2025, 2, 28)) == []


def test_once_a_document_names_who_agrees_only_the_named_speak(programme: Programme) -> None:
    signatory = focal_point_of("mic")
    AgencyFactory.create(code="mcst")
    named = focal_point_of("mcst")
    party = programme.parties.get(agency__code="mic")
    PartyActor.objects.create(
        party=party,
        act=PartyActor.Act.CONSENT,
        agency=Agency.objects.get(code="mcst"),
        document="Công văn 01/VIDU ngày 05/01/2026 (ví dụ)",
        first_day=datetime.date(2026, 1, 5),
    )
    before, after = datetime.date(2026, 1, 4), datetime.date(2026, 1, 5)
    assert (sides_of(signatory, programme, on=before), sides_of(named, programme, on=before)) == (
        [party],
        [],
    )
    assert (sides_of(signatory, programme, on=after), sides_of(named, programme, on=after)) == (
        [],
        [party],
    )
