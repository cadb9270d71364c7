"""The API answers as its description says, to whoever calls it, and shows nobody more than the pages do."""

from datetime import date, timedelta
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, settings

from nhipcau.agencies import tokens
from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.models import ApiToken
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import ProgrammeFactory, ProvisionFactory

pytestmark = pytest.mark.machine

LIST = "/api/ledger/programmes"
schema = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())


@pytest.fixture
def something_to_read(transactional_db: None) -> None:
    programme = ProgrammeFactory.create(state="published", circulation="public", slug="0")
    ProvisionFactory.create_batch(3, programme=programme)
    AgencyFactory.create(code="0")


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_every_operation_does_what_its_description_says(
    case: schemathesis.Case[Any], something_to_read: None
) -> None:
    # The test's client does not unpack; compression is the server's, not the API's.
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


@pytest.fixture
def programmes(db: None) -> None:
    ProgrammeFactory.create(
        number="01/CTPH-CK", slug="cong-khai", state="published", circulation="public"
    )
    ProgrammeFactory.create(number="02/CTPH-NB", slug="noi-bo", state="published")
    ProgrammeFactory.create(number="03/CTPH-DT", slug="du-thao", state="draft")


def numbers(client: Client, key: str = "") -> list[str]:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return [each["number"] for each in client.get(LIST, headers=headers).json()["items"]]


def key_of(role: Role, *scopes: str, days: int = 30) -> str:
    person = person_with(role)
    last_day = clock.today() + timedelta(days=days)
    return tokens.make(user=person, label="thử", scopes=scopes, last_day=last_day, by=person)[1]


def test_nobody_in_particular_reads_what_is_public(client: Client, programmes: None) -> None:
    assert numbers(client) == ["01/CTPH-CK"]
    assert client.get("/api/ledger/programmes/noi-bo").status_code == 404


def test_a_key_reads_what_it_carries(client: Client, programmes: None) -> None:
    assert set(numbers(client, key_of(Role.OFFICER, "ledger.read_internal"))) == {
        "01/CTPH-CK",
        "02/CTPH-NB",
    }
    assert numbers(client, key_of(Role.OFFICER)) == ["01/CTPH-CK"]


def test_a_key_never_carries_more_than_its_owner_has(db: None) -> None:
    with pytest.raises(tokens.BadToken, match="không có"):
        key_of(Role.OFFICER, "ledger.enter")


@pytest.mark.parametrize("days", [-1, 400])
def test_a_key_ends_within_a_year(db: None, days: int) -> None:
    with pytest.raises(tokens.BadToken, match="ngày hết hạn"):
        key_of(Role.OFFICER, days=days)


def test_a_key_that_was_taken_back_is_refused(client: Client, programmes: None) -> None:
    key = key_of(Role.OFFICER, "ledger.read_internal")
    token = ApiToken.objects.get()
    tokens.take_back(token=token, by=token.user)
    response = client.get(LIST, headers={"Authorization": f"Bearer {key}"})
    assert response.status_code == 401


def test_a_new_password_ends_every_key(client: Client, programmes: None) -> None:
    key = key_of(Role.OFFICER)
    token = ApiToken.objects.get()
    tokens.take_all_back(user=token.user, by=token.user)
    assert client.get(LIST, headers={"Authorization": f"Bearer {key}"}).status_code == 401


def test_a_key_past_its_last_day_is_refused(client: Client, programmes: None) -> None:
    key = key_of(Role.OFFICER)
    ApiToken.objects.update(last_day=date(2025, 1, 1))
    assert client.get(LIST, headers={"Authorization": f"Bearer {key}"}).status_code == 401


def test_the_key_itself_is_kept_nowhere(db: None) -> None:
    key = key_of(Role.OFFICER)
    row = ApiToken.objects.values().get()
    assert key not in str(row)


def test_every_list_pages(client: Client, db: None) -> None:
    programme = ProgrammeFactory.create(state="published", circulation="public")
    ProvisionFactory.create_batch(3, programme=programme)
    AgencyFactory.create_batch(3)
    for address in ("/api/agencies/agencies", f"{LIST}/{programme.slug}/provisions"):
        page = client.get(address, {"limit": 2, "offset": 2}).json()
        assert (len(page["items"]), page["count"]) == (1, 3)
        assert client.get(address, {"limit": 100_000}).status_code == 422


def test_the_page_of_the_api_names_every_operation(client: Client, db: None) -> None:
    page = client.get("/api/").content.decode()
    assert "/api/ledger/programmes/{slug}/obligations" in page
    assert Programme._meta.verbose_name


def test_a_person_makes_a_key_and_sees_it_once(client: Client, db: None) -> None:
    client.force_login(person_with(Role.OFFICER))
    said = {"label": "Bảng tính của phòng", "last_day": str(clock.today() + timedelta(days=30))}
    shown = client.post("/tai-khoan/ma-truy-cap/", said).content.decode()
    assert ApiToken.objects.get().prefix in shown
    assert "Mã mới, chỉ hiện lần này" in shown
    assert "Mã mới" not in client.get("/tai-khoan/ma-truy-cap/").content.decode().split("<h2>")[0]
