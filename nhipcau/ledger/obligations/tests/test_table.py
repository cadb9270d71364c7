"""The table of obligations: a choice is an address, and choices add up."""

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.roles import Role
from nhipcau.ledger.obligations import actions
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.actions import enter
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.reader import read_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(client: Client) -> str:
    AgencyFactory.create(code="svh", name="Sở Văn hóa")
    document = read_text(EXAMPLE)
    programme = enter(document, text=EXAMPLE, file_name="vi-du.txt", by=None)
    actions.propose(programme=programme, document=document, by=None)
    Programme.objects.update(state=Programme.State.PUBLISHED)
    actions.confirm(obligation=Obligation.objects.of(programme)[0], version=1, by=None)
    client.force_login(person_with(Role.OFFICER))
    return reverse("ledger:obligations", args=[programme.slug])


def places(client: Client, address: str) -> list[str]:
    response = client.get(address)
    return [row.provision.address for row in response.context["rows"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", ["I.1.a", "I.1.b", "I.2"]),
        ("?tinh-trang=confirmed", ["I.1.a"]),
        ("?tinh-trang=proposed", ["I.1.b", "I.2"]),
        ("?tinh-chat=periodic", ["I.1.b"]),
        ("?co-quan=svh", ["I.1.a"]),
        ("?co-quan=svh&tinh-trang=proposed", []),
        ("?sap-xep=tinh-trang", ["I.1.b", "I.2", "I.1.a"]),
        ("?sap-xep=khong-co&tinh-trang=", ["I.1.a", "I.1.b", "I.2"]),
    ],
)
def test_an_address_says_which_rows_and_in_which_order(
    client: Client, address: str, asked: str, expected: list[str]
) -> None:
    assert places(client, address + asked) == expected


def test_a_choice_that_holds_leads_back_to_all(client: Client, address: str) -> None:
    table = client.get(f"{address}?tinh-trang=confirmed&co-quan=svh").context["table"]
    states = next(iter(table.groups())).choices
    assert [(choice.holds, choice.address) for choice in states] == [
        (True, "?co-quan=svh"),
        (False, "?co-quan=svh&tinh-trang=proposed"),
    ]


def test_an_empty_choice_says_how_to_see_all(client: Client, address: str) -> None:
    page = client.get(f"{address}?co-quan=khong-co").content.decode()
    assert "Không có nội dung nào theo lựa chọn này" in page
