"""Two departments of Lạng Sơn that write to each other, and a third that has no part in it."""

from dataclasses import dataclass

import pytest
from django.test import Client

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, AgencyIdentifier, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.public import Programme
from nhipcau.ledger.testing import ProgrammeFactory, ProvisionFactory
from nhipcau.modules.correspondence.factories import DispatchFactory, MatterFactory, letter_to
from nhipcau.modules.correspondence.models import Dispatch, Receipt

CULTURE, PEOPLES = "Sở Văn hóa, Thể thao và Du lịch Lạng Sơn", "Sở Dân tộc Lạng Sơn"
CODES = {"so-van-hoa": "H37.21", "so-dan-toc": "H37.30"}


@dataclass(frozen=True)
class Two:
    """Who writes, who receives, a person at each, and the programme."""

    programme: Programme
    culture: Agency
    peoples: Agency
    writer: User
    reader: User
    stranger: User


def held(agency: Agency, role: Role = Role.OFFICER) -> User:
    return MembershipFactory.create(agency=agency, role=role).user


def as_person(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def two() -> Two:
    programme = ProgrammeFactory.create(number="05/CTPH-SVH-SDT", state="published")
    ProvisionFactory.create(programme=programme, address="I.1.a")
    culture = AgencyFactory.create(code="so-van-hoa", name=CULTURE)
    peoples = AgencyFactory.create(code="so-dan-toc", name=PEOPLES)
    for agency in (culture, peoples):
        AgencyIdentifier.objects.create(
            agency=agency, scheme="QĐ 20/2020/QĐ-TTg", value=CODES[agency.code], source="ví dụ"
        )
    other = AgencyFactory.create(name="Sở Tài chính Lạng Sơn")
    people = (held(each) for each in (culture, peoples, other))
    return Two(programme, culture, peoples, *people)


@pytest.fixture
def letter(two: Two) -> Dispatch:
    """A request of the department of culture to that of peoples' affairs."""
    matter = MatterFactory.create(programme=two.programme, opened_by=two.culture)
    made = DispatchFactory.create(matter=matter, number="101/SVHTTDL-QLBC")
    letter_to(made, two.peoples)
    return made


@pytest.fixture
def receipt(letter: Dispatch) -> Receipt:
    found = letter.receipts.first()
    assert found
    return found
