"""Opens every address as everybody: a stranger, a person without a role, and each role.

The table says who may see what. An address that is not in it fails: whoever adds a page says here
who it is for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils.translation import override

from nhipcau.agencies.document_types import DocumentType
from nhipcau.agencies.factories import PASSWORD, AgencyFactory, MembershipFactory, UserFactory
from nhipcau.agencies.models import Agency, SigningCapacity, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.obligations.actions import propose
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes import amending
from nhipcau.ledger.programmes.actions import enter as enter_text
from nhipcau.ledger.programmes.models import Amendment, Instrument, Programme, Transcript
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.reader import read_text
from nhipcau.registry.addresses import Address, addresses_in
from nhipcau.registry.modules import registry
from tests.doors import DOORS, HOLDERS, OBJECTS
from tests.doors.kinds import OWN, Door, opens

pytestmark = pytest.mark.django_db


NAMES = sorted({address.name for address in addresses_in(get_resolver().url_patterns)})
VISITORS = ["stranger", "no role", *Role.values]


@dataclass(frozen=True)
class World:
    """One object of every kind that an address may name."""

    programme: Programme
    draft: Programme
    agency: Agency
    person: User
    uuids: dict[str, UUID]
    instrument: Instrument
    # What stands in the addresses of the rooms that have tables of their own.
    given: dict[str, dict[str, object]] = field(default_factory=dict)

    def path(self, name: str) -> str:
        address = next(each for each in addresses() if each.name == name)
        given = self.given.get(name) or {n: self._given(name, n) for n in address.takes}
        if name == "account_reset_password_from_key":
            given = {"uidb36": "1", "key": "khong-dung"}
        with override("vi"):
            return reverse(name, kwargs=given)

    def _given(self, name: str, taken: str) -> object:
        if taken == "slug" and "instrument" in name:
            return self.instrument.slug
        if taken == "slug" and ("review" in name or name == "ledger:sheet-back"):
            return self.draft.slug
        if "transcript" in name or name.startswith("ledger:line"):
            return {"uuid": self.uuids["ledger:transcript"], "order": 1, "after": 0}[taken]
        return {
            "slug": self.programme.slug,
            "code": self.agency.code,
            "uuid": self.uuids.get(name, self.uuids[""]),
            "address": "I.1.a",
            "act": "replace",
            "place": "I.1.a",
            "kind": "hop-nhat",
            "list_code": "khong-co",
            "of_list": "khong-co",
            "order": 1,
            "pk": 0,
            "provider_id": "co-quan",
        }[taken]


def addresses() -> Iterator[Address]:
    return addresses_in(get_resolver().url_patterns)


def _entered(text: str) -> Programme:
    """A text as it stands after it was read, with what was found in it waiting for review."""
    document = read_text(text)
    programme = enter_text(document, text=text, file_name="vi-du.txt", by=None)
    propose(programme=programme, document=document, by=None)
    return programme


@pytest.fixture
def world() -> World:
    programme = _entered(EXAMPLE)
    Programme.objects.filter(pk=programme.pk).update(
        circulation=Programme.Circulation.PUBLIC, state=Programme.State.PUBLISHED
    )
    programme.refresh_from_db()
    draft = _entered(EXAMPLE.replace("05/CTPH", "06/CTPH"))
    agency = AgencyFactory.create(name="Sở Dân tộc")
    role = MembershipFactory.create(agency=agency, role=Role.SIGNATORY)
    capacity = SigningCapacity.objects.create(
        user=role.user,
        agency=agency,
        document_type=DocumentType.LETTER,
        capacity="direct",
        title_lines="BỘ TRƯỞNG",
        first_day=role.first_day,
    )
    obligation = Obligation.objects.of(programme).first()
    open_question = Obligation.objects.of(draft).first()
    amendment = amending.draft(
        programme=programme, kind=Amendment.Kind.LETTER, title="Điều chỉnh (ví dụ)",
        is_example=True, by=None,
    )  # fmt: skip
    instrument = Instrument.objects.first()
    assert obligation
    assert open_question
    assert instrument
    of_obligations = ("ledger:confirm", "ledger:withdraw")
    of_people = ("people:person", "people:give-link", "people:clear-factors")
    uuids = {
        "": amendment.uuid,
        **dict.fromkeys(of_obligations, obligation.uuid),
        **dict.fromkeys(of_people, role.user.uuid),
        "ledger:review-one": open_question.uuid,
        "ledger:transcript": Transcript.objects.create(
            kind="Chương trình phối hợp", title="Về thông tin cơ sở (ví dụ)", source="bản in"
        ).uuid,
        "people:end-role": role.uuid,
        "people:end-signing": capacity.uuid,
    }
    made = World(programme, draft, agency, role.user, uuids, instrument)
    for objects in OBJECTS:
        made.given.update(objects(made))
    return made


def enter(visitor: str, agency: Agency) -> Client:
    """A browser in which this visitor came in by the sign-in page."""
    client = Client()
    if visitor == "stranger":
        return client
    user = UserFactory.create()
    if visitor != "no role":
        MembershipFactory.create(user=user, agency=agency, role=visitor)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return client


def may(visitor: str, door: Door) -> bool:
    return not door.permission or visitor in HOLDERS[door.permission]


def expected(door: Door, visitor: str, *, writing: bool = False) -> int:
    if visitor == "stranger":
        return 302 if writing and door.refused == 403 else door.stranger
    if not may(visitor, door):
        return door.refused if writing or not door.only_writes else 405
    return door.signed_in


def test_every_address_says_who_it_is_for() -> None:
    assert set(NAMES) - set(DOORS) == set(), "say in DOORS who may open them"
    assert set(DOORS) - set(NAMES) == set(), "these are gone"


def test_every_permission_says_who_has_it() -> None:
    assert {each.code: set(each.roles) for each in registry.permissions().values()} == HOLDERS


@pytest.mark.machine
@pytest.mark.parametrize("visitor", VISITORS)
def test_each_visitor_opens_what_is_meant_for_them_and_nothing_else(
    visitor: str, world: World
) -> None:
    client = enter(visitor, world.agency)
    answered = {name: client.get(world.path(name)).status_code for name in NAMES}
    assert differing(answered, visitor) == {}
    closed = [name for name, door in DOORS.items() if door.permission and not may(visitor, door)]
    written = {name: client.post(world.path(name)).status_code for name in closed}
    assert differing(written, visitor, writing=True) == {}


def test_a_closed_page_says_which_right_it_needs(world: World) -> None:
    client = enter("no role", world.agency)
    for name, door in DOORS.items():
        if door.permission and not door.only_writes and door.refused == 403:
            label = str(registry.permissions()[door.permission].label)
            assert label in client.get(world.path(name)).content.decode(), name


def test_a_stranger_is_led_to_sign_in_and_back(world: World) -> None:
    client = enter("stranger", world.agency)
    asked = [name for name, door in DOORS.items() if door in (OWN, opens(door.permission))]
    for name in set(asked) - {"account_logout"}:
        path = world.path(name)
        location = client.get(path).headers["Location"]
        assert location.startswith(f"{reverse('account_login')}?next={path}"), name


def differing(
    answered: dict[str, int], visitor: str, *, writing: bool = False
) -> dict[str, tuple[int, int]]:
    """Addresses that answer otherwise than the table says: what came, what should have."""
    return {
        name: (status, wanted)
        for name, status in answered.items()
        if status != (wanted := expected(DOORS[name], visitor, writing=writing))
    }
