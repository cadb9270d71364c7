"""An administrator opens accounts, gives and ends roles, and records who may sign."""

from datetime import date, timedelta

import pytest
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from nhipcau.agencies import capacities
from nhipcau.agencies.document_types import DocumentType
from nhipcau.agencies.factories import AgencyFactory, MembershipFactory, UserFactory
from nhipcau.agencies.models import Agency, Membership, SigningCapacity, User
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.models import AuditEvent
from nhipcau.base.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency() -> Agency:
    return AgencyFactory.create(code="so-dan-toc", name="Sở Dân tộc và Tôn giáo tỉnh Lạng Sơn")


@pytest.fixture
def administrator(agency: Agency) -> User:
    return MembershipFactory.create(agency=agency, role=Role.ADMINISTRATOR).user


@pytest.fixture
def page(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def noted(verb: str) -> AuditEvent:
    return AuditEvent.objects.get(verb=verb)


def test_an_account_is_opened_with_a_link_that_sets_the_password_once(
    page: Client, agency: Agency, administrator: User
) -> None:
    address = reverse("people:open-account", args=[agency.code])
    answer = page.post(address, {"name": "Hoàng Văn Pao", "email": "pao@vidu.nhipcau.example"})
    link = answer.context["link"]
    user = User.objects.get(email="pao@vidu.nhipcau.example")
    assert not user.has_usable_password()
    event = noted("agencies.account_opened")
    assert (event.actor, event.acting_for) == (administrator.uuid, agency.uuid)

    person = Client()
    form = person.get(link, follow=True)
    said = {"password1": "ruong-bac-thang-2026", "password2": "ruong-bac-thang-2026"}
    person.post(form.redirect_chain[-1][0], said)
    user.refresh_from_db()
    assert user.check_password("ruong-bac-thang-2026")
    assert "không còn dùng được" in Client().get(link, follow=True).content.decode()


def test_with_mail_the_link_goes_to_the_person_and_not_to_the_administrator(
    page: Client, agency: Agency, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    settings.MAIL_GOES_OUT = True
    address = reverse("people:open-account", args=[agency.code])
    answer = page.post(address, {"name": "Hoàng Văn Pao", "email": "pao@vidu.nhipcau.example"})
    assert "/dat-lai/" in mailoutbox[0].body
    assert mailoutbox[0].to == ["pao@vidu.nhipcau.example"]
    assert "/dat-lai/" not in answer.content.decode()


def test_an_address_has_one_account(page: Client, agency: Agency) -> None:
    UserFactory.create(email="pao@vidu.nhipcau.example")
    address = reverse("people:open-account", args=[agency.code])
    answer = page.post(address, {"name": "Hoàng Văn Pao", "email": "PAO@vidu.nhipcau.example"})
    assert "Địa chỉ này đã có tài khoản" in answer.content.decode()


def test_a_role_is_given_and_ended_and_both_are_noted(page: Client, agency: Agency) -> None:
    user = UserFactory.create()
    said = {"user": user.email, "role": "clerk", "first_day": "2026-01-05"}
    page.post(reverse("people:appoint", args=[agency.code]), said)
    role = Membership.objects.get(user=user)
    assert (role.agency, role.role, role.last_day) == (agency, Role.CLERK, None)
    assert noted("agencies.appointed").acting_for == agency.uuid

    page.post(reverse("people:end-role", args=[agency.code, role.uuid]), {"last_day": "2026-06-30"})
    role.refresh_from_db()
    assert role.last_day == date(2026, 6, 30)
    assert '"last_day": [null, "2026-06-30"]' in (noted("agencies.role_ended").words.text or "")


def test_a_role_for_nobody_known_is_refused_with_its_sentence(page: Client, agency: Agency) -> None:
    said = {"user": "la@vidu.nhipcau.example", "role": "clerk", "first_day": "2026-01-05"}
    answer = page.post(reverse("people:appoint", args=[agency.code]), said)
    assert "Chưa có tài khoản nào mang địa chỉ này" in answer.content.decode()


def test_nobody_appoints_oneself(page: Client, agency: Agency, administrator: User) -> None:
    said = {"user": administrator.email, "role": "signatory", "first_day": "2026-01-05"}
    answer = page.post(reverse("people:appoint", args=[agency.code]), said)
    assert "không tự giao vai trò cho mình" in answer.content.decode()
    assert not administrator.memberships.filter(role=Role.SIGNATORY).exists()


def test_the_other_side_has_its_own_administrator(page: Client) -> None:
    other = AgencyFactory.create(code="so-vhttdl")
    assert page.get(reverse("people:people", args=[other.code])).status_code == 200
    MembershipFactory.create(agency=other, role=Role.ADMINISTRATOR)
    answer = page.get(reverse("people:people", args=[other.code]))
    assert answer.status_code == 403
    assert "có quản trị hệ thống riêng" in answer.content.decode()


def test_units_below_and_bodies_taken_over_belong_to_the_same_care(
    page: Client, agency: Agency
) -> None:
    unit = AgencyFactory.create(code="phong-1", parent=agency)
    MembershipFactory.create(agency=unit, role=Role.ADMINISTRATOR)
    ended = AgencyFactory.create(code="ban-dan-toc", last_day=date(2025, 2, 28))
    ended.handed_over.create(kind="merge", new=agency, day=date(2025, 3, 1), source="ví dụ")
    for code in ("phong-1", "ban-dan-toc"):
        assert page.get(reverse("people:people", args=[code])).status_code == 200
    listed = page.get(reverse("people:agencies")).content.decode()
    assert "phong-1" in listed
    assert "ban-dan-toc" in listed


def test_no_link_is_given_for_a_person_who_also_acts_for_the_other_side(
    page: Client, agency: Agency
) -> None:
    role = MembershipFactory.create(agency=agency)
    address = reverse("people:give-link", args=[agency.code, role.user.uuid])
    assert "/dat-lai/" in page.post(address).content.decode()
    other = AgencyFactory.create(code="so-vhttdl")
    MembershipFactory.create(agency=other, role=Role.ADMINISTRATOR)
    MembershipFactory.create(agency=other, user=role.user)
    assert page.post(address).status_code == 403


SIGNS = {
    "document_types": ["CV", "BC"],
    "capacity": "TUQ.",
    "title_lines": "TUQ. BỘ TRƯỞNG\r\nCHÁNH VĂN PHÒNG",
    "mandate": "12/GUQ-BDT ngày 05/01/2026",
    "first_day": "2026-01-05",
    "last_day": "2026-06-30",
}


def test_a_mandate_is_recorded_and_refused_after_its_last_day(page: Client, agency: Agency) -> None:
    signatory = MembershipFactory.create(agency=agency, role=Role.SIGNATORY).user
    address = reverse("people:grant-signing", args=[agency.code])
    page.post(address, {**SIGNS, "user": signatory.pk})
    assert SigningCapacity.objects.count() == 2

    def sign(on: date) -> SigningCapacity:
        return capacities.of_signature(
            user=signatory, agency=agency, document_type=DocumentType.LETTER, on=on
        )

    assert sign(date(2026, 6, 30)).mandate == "12/GUQ-BDT ngày 05/01/2026"
    with pytest.raises(Refused, match=r"đã hết hạn ngày 30/6/2026\. Đề nghị người đứng đầu ký"):
        sign(date(2026, 7, 1))


def test_a_mandate_without_its_last_day_is_refused_and_nothing_is_kept(
    page: Client, agency: Agency
) -> None:
    signatory = MembershipFactory.create(agency=agency, role=Role.SIGNATORY).user
    said = {**SIGNS, "user": signatory.pk, "last_day": ""}
    answer = page.post(reverse("people:grant-signing", args=[agency.code]), said)
    assert "khoản 3 Điều 13 Nghị định số 30/2020/NĐ-CP" in answer.content.decode()
    assert not SigningCapacity.objects.exists()


def test_one_refused_document_type_leaves_the_others_out_too(page: Client, agency: Agency) -> None:
    signatory = MembershipFactory.create(agency=agency, role=Role.SIGNATORY).user
    address = reverse("people:grant-signing", args=[agency.code])
    page.post(address, {**SIGNS, "user": signatory.pk, "document_types": ["BC"]})
    page.post(address, {**SIGNS, "user": signatory.pk, "document_types": ["CV", "BC"]})
    assert [each.document_type for each in SigningCapacity.objects.all()] == ["BC"]


def test_a_signing_capacity_ends_and_is_never_deleted(page: Client, agency: Agency) -> None:
    signatory = MembershipFactory.create(agency=agency, role=Role.SIGNATORY).user
    today = clock.today()
    said = {**SIGNS, "user": signatory.pk, "document_types": ["CV"], "first_day": today,
            "last_day": today + timedelta(days=90)}  # fmt: skip
    page.post(reverse("people:grant-signing", args=[agency.code]), said)
    held = SigningCapacity.objects.get()
    page.post(reverse("people:end-signing", args=[agency.code, held.uuid]), {"last_day": today})
    held.refresh_from_db()
    assert held.last_day == today


def test_the_database_refuses_a_mandate_without_end_and_two_capacities_at_once() -> None:
    role = MembershipFactory.create(role=Role.SIGNATORY)
    facts = {"user": role.user, "agency": role.agency, "document_type": "CV",
             "title_lines": "x", "first_day": date(2026, 1, 5)}  # fmt: skip
    with pytest.raises(IntegrityError, match="a_mandate_is_written_and_ends"), transaction.atomic():
        SigningCapacity.objects.create(**facts, capacity="TUQ.", mandate="12/GUQ-BDT")
    SigningCapacity.objects.create(**facts, capacity="direct")
    with pytest.raises(IntegrityError, match="one_capacity_per"), transaction.atomic():
        SigningCapacity.objects.create(**facts, capacity="TM.")
    SigningCapacity.objects.create(**{**facts, "document_type": "BC"}, capacity="TM.")


def test_the_page_of_people_shows_roles_held_and_ended(page: Client, agency: Agency) -> None:
    MembershipFactory.create(agency=agency, role=Role.CLERK, last_day=date(2025, 1, 1))
    text = page.get(reverse("people:people", args=[agency.code])).content.decode()
    assert "Văn thư" in text
    assert "đã kết thúc" in text
    assert "Chưa ghi nhận thẩm quyền ký" in text
