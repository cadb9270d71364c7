"""Who acts for two agencies says for which; the roles of the other rest meanwhile."""

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import PASSWORD, AgencyFactory, MembershipFactory, UserFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.base.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Agency:
    return AgencyFactory.create(code="so-mot", name="Sở Dân tộc và Tôn giáo")


@pytest.fixture
def second() -> Agency:
    return AgencyFactory.create(code="so-hai", name="Sở Văn hóa, Thể thao và Du lịch")


@pytest.fixture
def user(first: Agency, second: Agency) -> User:
    user = UserFactory.create()
    MembershipFactory.create(user=user, agency=first, role=Role.ADMINISTRATOR)
    MembershipFactory.create(user=user, agency=second, role=Role.OFFICER)
    return user


def choose(client: Client, agency: Agency) -> None:
    client.post(reverse("own-agency"), {"agency": agency.code})


def test_signing_in_leads_to_the_choice_and_the_choice_leads_on(
    client: Client, user: User, first: Agency
) -> None:
    answer = client.post(
        reverse("account_login"), {"login": user.email, "password": PASSWORD}, follow=True
    )
    assert answer.redirect_chain[-1][0].startswith("/tai-khoan/thay-mat/")
    answer = client.post("/tai-khoan/thay-mat/", {"agency": first.code, "next": "/co-quan/"})
    assert answer.headers["Location"] == "/co-quan/"


def test_one_agency_is_no_choice(client: Client) -> None:
    role = MembershipFactory.create()
    answer = client.post(
        reverse("account_login"), {"login": role.user.email, "password": PASSWORD}, follow=True
    )
    assert answer.redirect_chain[-1][0] == "/"


def test_a_write_waits_until_it_is_known_for_whom(
    client: Client, user: User, first: Agency
) -> None:
    client.force_login(user)
    address = reverse("people:open-account", args=[first.code])
    said = {"name": "Hoàng Văn Pao", "email": "pao@vidu.nhipcau.example"}
    answer = client.post(address, said, follow=True)
    assert "Đề nghị chọn cơ quan để thay mặt" in answer.content.decode()
    assert not User.objects.filter(email=said["email"]).exists()
    choose(client, first)
    client.post(address, said)
    assert AuditEvent.objects.get(verb="agencies.account_opened").acting_for == first.uuid


def test_the_roles_of_the_other_agency_rest(
    client: Client, user: User, first: Agency, second: Agency
) -> None:
    client.force_login(user)
    page = reverse("people:people", args=[first.code])
    choose(client, second)
    assert client.get(page).status_code == 403
    choose(client, first)
    assert client.get(page).status_code == 200
    assert "Quản trị hệ thống" in client.get("/").content.decode()


def test_an_agency_of_others_cannot_be_chosen(client: Client, user: User) -> None:
    client.force_login(user)
    answer = client.post(reverse("own-agency"), {"agency": AgencyFactory.create(code="so-ba").code})
    assert "đề nghị chọn một cơ quan trong danh sách" in answer.content.decode()


def test_the_choice_never_leads_to_another_site(client: Client, user: User, first: Agency) -> None:
    client.force_login(user)
    said = {"agency": first.code, "next": "https://example.org/"}
    assert client.post(reverse("own-agency"), said).headers["Location"] == "/"
