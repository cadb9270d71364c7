"""The audit as a page: readable, narrowed by links, limited to one's own system, itself noted."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from nhipcau.agencies import memberships
from nhipcau.agencies.factories import AgencyFactory, MembershipFactory, UserFactory
from nhipcau.agencies.models import Agency, Membership, User
from nhipcau.agencies.roles import Role
from nhipcau.base import audit, clock
from nhipcau.base.models import AuditEvent, AuditText, Redaction
from nhipcau.base.redaction import redact

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency() -> Agency:
    return AgencyFactory.create(name="Sở Dân tộc và Tôn giáo tỉnh Lạng Sơn")


@pytest.fixture
def administrator(agency: Agency) -> User:
    user = UserFactory.create(name="Ksor Hùng (ví dụ)")
    MembershipFactory.create(user=user, agency=agency, role=Role.ADMINISTRATOR)
    return user


@pytest.fixture
def reader(client: Client, agency: Agency) -> Client:
    auditor = UserFactory.create(name="Bùi Minh Đức (ví dụ)")
    MembershipFactory.create(user=auditor, agency=agency, role=Role.AUDITOR)
    client.force_login(auditor)
    return client


def appoint(agency: Agency, by: User | None) -> Membership:
    return memberships.appoint(
        user=UserFactory.create(name="Trần Thu Hà (ví dụ)"),
        agency=agency,
        role=Role.CLERK,
        first_day=clock.today(),
        by=by,
        acting_for=agency,
    )


def text(client: Client, query: str = "") -> str:
    return client.get(reverse("people:audit") + query).content.decode()


def shown(client: Client, query: str = "") -> list[str]:
    """The kinds of events on the page, newest first."""
    lines = client.get(reverse("people:audit") + query).context["lines"]
    return [line.verb for line in lines if not line.verb.endswith(("signed_in", "audit_read"))]


def test_an_event_says_who_did_what_to_which_object_from_what_to_what_for_whom(
    reader: Client, agency: Agency, administrator: User
) -> None:
    role = appoint(agency, administrator)
    memberships.end_role(
        membership=role, last_day=clock.today(), by=administrator, acting_for=agency
    )
    page = text(reader)
    for words in (
        "Ksor Hùng (ví dụ)", "giao vai trò", "kết thúc vai trò", "Trần Thu Hà (ví dụ)",
        "vai trò: Văn thư", "Sở Dân tộc và Tôn giáo tỉnh Lạng Sơn", "đến hết ngày",
    ):  # fmt: skip
        assert words in page
    assert "agencies.appointed" not in page.replace("viec=agencies.appointed", "")


def test_every_name_narrows_the_page(reader: Client, agency: Agency, administrator: User) -> None:
    role = appoint(agency, administrator)
    memberships.end_role(
        membership=role, last_day=clock.today(), by=administrator, acting_for=agency
    )
    both = ["agencies.role_ended", "agencies.appointed"]
    today = clock.today()
    assert shown(reader) == both
    assert shown(reader, f"?nguoi={administrator.uuid}") == both
    assert shown(reader, f"?nguoi={role.user.uuid}") == []
    assert shown(reader, f"?co_quan={agency.uuid}") == both
    assert shown(reader, "?viec=agencies.appointed") == both[1:]
    assert shown(reader, f"?tu={today}&den={today}") == both
    assert shown(reader, f"?den={today - timedelta(days=1)}") == []
    assert shown(reader, "?nguoi=khong&tu=31/31&truoc=x") == both


def test_a_long_audit_is_read_page_by_page(reader: Client, administrator: User) -> None:
    with transaction.atomic():
        for number in range(60):
            audit.record("agencies.loaded", by=None, target=administrator, note=f"tệp {number}")
    page = text(reader)
    assert "tệp 59" in page
    assert "tệp 5<" not in page
    older = reader.get(reverse("people:audit")).context["older"]
    assert "tệp 0<" in text(reader, f"?truoc={older}")


def test_a_page_takes_as_many_questions_for_thirty_events_as_for_three(
    reader: Client, agency: Agency, administrator: User
) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            text(reader)
        return len(asked)

    for _ in range(3):
        appoint(agency, administrator)
    text(reader)
    few = questions()
    for _ in range(27):
        appoint(agency, administrator)
    assert questions() == few


def test_what_was_emptied_by_law_is_shown_as_emptied(
    reader: Client, agency: Agency, administrator: User
) -> None:
    appoint(agency, administrator)
    event = AuditEvent.objects.get(verb="agencies.appointed")
    ground = Redaction.Ground.DATA_SUBJECT
    redact(event, AuditText, ground=ground, reason="theo yêu cầu", by=administrator)
    page = text(reader, "?viec=agencies.appointed")
    assert "đã hủy nội dung" in page
    assert "yêu cầu của chủ thể dữ liệu cá nhân" in page
    assert "Trần Thu Hà" not in page


def test_the_other_side_is_not_read(reader: Client, administrator: User) -> None:
    other = AgencyFactory.create()
    stranger = MembershipFactory.create(agency=other, role=Role.ADMINISTRATOR).user
    appoint(other, stranger)
    assert shown(reader) == []


def test_reading_is_noted_once_a_day(reader: Client) -> None:
    text(reader)
    text(reader, "?viec=agencies.appointed")
    assert AuditEvent.objects.filter(verb="agencies.audit_read").count() == 1
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        text(reader)
    assert AuditEvent.objects.filter(verb="agencies.audit_read").count() == 2


def test_the_page_goes_back_as_far_as_the_installation_keeps_it_open(
    reader: Client, agency: Agency, administrator: User, settings: Settings
) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=400)):
        appoint(agency, administrator)
    assert shown(reader) == ["agencies.appointed"]
    settings.AUDIT_MONTHS = 12
    assert shown(reader) == []


def test_a_reader_without_the_right_reads_why(client: Client) -> None:
    client.force_login(MembershipFactory.create(role=Role.OFFICER).user)
    answer = client.get(reverse("people:audit"))
    assert answer.status_code == 403
    assert "không có quyền “Xem nhật ký”" in answer.content.decode()
