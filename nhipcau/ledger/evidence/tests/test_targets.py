"""What a task is to reach, beside what its evidence measured; moved with a reason, never quietly."""

import datetime
from decimal import Decimal
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency
from nhipcau.agencies.roles import Role
from nhipcau.base.models import AuditEvent
from nhipcau.ledger.evidence import actions, attribution, targets
from nhipcau.ledger.evidence.models import Indicator, TaskTarget
from nhipcau.ledger.evidence.values import Given
from nhipcau.ledger.testing import IndicatorFactory, PlanFactory, TaskFactory, periods_of
from nhipcau.ledger.work.models import Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def task() -> Task:
    asker = AgencyFactory.create(name="Bộ Dân tộc và Tôn giáo")
    lead = AgencyFactory.create(name="Trung tâm Chuyển đổi số")
    return TaskFactory.create(plan=PlanFactory.create(agency=asker), lead=lead)


@pytest.fixture
def indicator(task: Task) -> Indicator:
    return IndicatorFactory.create(programme=task.programme, name="Số tài liệu", unit="tài liệu")


def signed_in(agency: Agency, role: Role) -> Client:
    client = Client()
    client.force_login(MembershipFactory.create(agency=agency, role=role).user)
    return client


def address(task: Task, indicator: Indicator | None = None) -> str:
    page = reverse("ledger:task-targets", args=[task.uuid])
    return f"{page}?chi-tieu={indicator.uuid}" if indicator else page


def form(indicator: Indicator, target: str, **more: str) -> dict[str, str]:
    return {"indicator": str(indicator.uuid), "target": target, **more}


def measured(task: Task, indicator: Indicator, value: int) -> None:
    actions.lodge(
        programme=task.programme, kind="product", agency=task.lead, task=task, by=None,
        day=datetime.date(2025, 9, 5), summary="Tài liệu tiếng Nùng",
        measures=[Given(indicator, Decimal(value))],
    )  # fmt: skip


def test_a_target_stands_on_the_page_of_the_task_beside_what_was_measured(
    task: Task, indicator: Indicator
) -> None:
    officer = signed_in(task.lead, Role.OFFICER)
    page = task.get_absolute_url()
    assert "Chưa đặt chỉ tiêu bằng số" in officer.get(page).text
    assert "Số tài liệu (tài liệu)" in officer.get(address(task)).text
    said = officer.post(address(task), form(indicator, "1.200"), follow=True)
    assert "Đã ghi chỉ tiêu của nhiệm vụ." in said.text
    assert "chưa có số liệu" in said.text
    measured(task, indicator, 300)
    measured(task, indicator, 150)
    (one,) = targets.of(task)
    assert [one.target, one.done.value, one.percent] == [1200, 450, Decimal("37.5")]
    shown = officer.get(page).text
    assert all(f">{each}</td>" in shown for each in ("1.200", "450", "37,5%"))
    event = AuditEvent.objects.get(verb="ledger.target_set")
    assert (event.target, event.acting_for) == (task.uuid, task.lead.uuid)


def test_a_target_moves_with_its_reason_and_the_history_keeps_the_old_one(
    task: Task, indicator: Indicator
) -> None:
    officer = signed_in(task.lead, Role.OFFICER)
    officer.post(address(task), form(indicator, "12"))
    page = address(task, indicator)
    assert 'value="12"' in officer.get(page).text
    refused = officer.post(page, form(indicator, "8", shown="12"))
    assert refused.status_code == 422
    assert "thiếu lý do" in refused.text
    why = {"reason": "Kinh phí được giao thấp hơn dự toán"}
    stale = officer.post(page, form(indicator, "8", shown="10", **why))
    assert "vừa được người khác ghi là 12" in stale.text
    officer.post(page, form(indicator, "8", shown="12.0000", **why))
    assert TaskTarget.objects.get().target == 8
    history = officer.get(task.get_absolute_url()).text
    assert "Số tài liệu: 12 → 8 (tài liệu). Kinh phí được giao thấp hơn dự toán" in history
    officer.post(page, form(indicator, "", shown="8", reason="Chuyển sang nhiệm vụ khác"))
    assert not TaskTarget.objects.exists()


def test_strangers_set_nothing_and_after_issue_only_who_asked_moves_it(
    task: Task, indicator: Indicator
) -> None:
    assert task.plan
    assert task.plan.agency
    officer = signed_in(task.lead, Role.OFFICER)
    asker = signed_in(task.plan.agency, Role.FOCAL_POINT)
    stranger = signed_in(AgencyFactory.create(), Role.OFFICER)
    refused = stranger.post(address(task), form(indicator, "12"))
    assert "không phải đơn vị của ông/bà" in refused.text
    assert "<select" not in stranger.get(address(task)).text
    moved = form(indicator, "8", shown="12", reason="Điều chỉnh theo kinh phí")
    with patch.object(attribution, "is_settled", return_value=True):
        assert officer.post(address(task), form(indicator, "12")).status_code == 302
        assert "Đề nghị cơ quan giao nhiệm vụ" in officer.post(address(task), moved).text
        assert asker.post(address(task), moved).status_code == 302
    assert TaskTarget.objects.get().target == 8


def test_a_year_that_was_closed_and_a_task_that_is_over_keep_their_targets(
    task: Task, indicator: Indicator
) -> None:
    officer = signed_in(task.lead, Role.OFFICER)
    officer.post(address(task), form(indicator, "12"))
    Task.objects.filter(pk=task.pk).update(state="done", done_on="2025-10-01")
    moved = form(indicator, "8", shown="12", reason="Cho khớp với kết quả")
    assert "Đề nghị mở lại nhiệm vụ trước" in officer.post(address(task), moved).text
    year = periods_of(task.programme, 2025)["year"]
    year.closed_at = datetime.datetime(2025, 12, 14, tzinfo=datetime.UTC)
    year.save()
    answer = officer.post(address(task), moved)
    assert "kỳ báo cáo năm 2025 đã chốt số liệu ngày 14/12/2025" in answer.text
    assert TaskTarget.objects.get().target == 12
