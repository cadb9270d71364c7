"""Own leader first: who sees that a unit is late, over roles and relations.

Through the list, with the states of tasks, it is tried among the reports, which say what was sent.
"""

from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser

from nhipcau.agencies.factories import AgencyFactory, UserFactory
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.work import visibility
from nhipcau.ledger.work.models import VisibilityRung

from .world import World, person

LADDER = Path(__file__).parents[4] / "data" / "visibility.json"
RELATIONS = ("unit", "above", "sibling", "other")
# Role → the relations in which it sees at once, and those in which it sees after sending.
AT_ONCE = {
    "officer": {"unit", "above"},
    "leader": {"unit", "above"},
    "focal_point": {"unit", "above", "sibling"},
    "signatory": {"unit", "above"},
    "inspector": {"unit", "above"},
    "clerk": {"unit"},
    "spokesperson": {"unit"},
    "auditor": {"unit"},
    "administrator": {"unit"},
}
AFTER_SENDING = {role: {"other"} for role in ("officer", "leader", "focal_point", "inspector")}


@pytest.fixture
def ladder(world: World) -> World:
    visibility.load(LADDER)
    return world


def test_the_ladder_is_data_with_its_source_and_loads_once(ladder: World) -> None:
    assert [rung.relation for rung in VisibilityRung.objects.all()] == [
        "unit", "above", "focal", "other_side", "public",
    ]  # fmt: skip
    assert all(rung.source for rung in VisibilityRung.objects.all())
    assert visibility.load(LADDER) == 0


@pytest.mark.parametrize("role", Role.values)
def test_who_sees_that_a_unit_is_late(role: str, ladder: World) -> None:
    sibling = AgencyFactory.create(name="Trung tâm Văn hóa", parent=ladder.culture)
    places = {
        "unit": ladder.unit, "above": ladder.culture, "sibling": sibling, "other": ladder.peoples,
    }  # fmt: skip
    for relation, agency in places.items():
        user = person(agency, Role(role))
        now = visibility.may_see_lateness(user, agency=ladder.unit, sent=False)
        later = visibility.may_see_lateness(user, agency=ladder.unit, sent=True)
        assert now == (relation in AT_ONCE[role]), relation
        assert later == (relation in AT_ONCE[role] or relation in AFTER_SENDING.get(role, set())), (
            relation
        )


def test_strangers_and_people_without_a_role_see_nothing(ladder: World) -> None:
    nobody: User = UserFactory.create()
    for user in (AnonymousUser(), nobody):
        assert not visibility.may_see_lateness(user, agency=ladder.unit, sent=True)


def test_without_the_data_only_the_unit_itself_sees(world: World) -> None:
    assert visibility.may_see_lateness(world.officer, agency=world.unit, sent=False)
    assert not visibility.may_see_lateness(world.leader, agency=world.unit, sent=True)
