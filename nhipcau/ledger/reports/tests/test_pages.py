"""The pages of a report, as the officer, the leader and the receiver use them."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import person_with
from nhipcau.agencies.roles import Role
from nhipcau.ledger.reports.models import Report, ReportLine

from .conftest import Scene
from .test_drafting import DONE


@pytest.fixture
def report(scene: Scene) -> Report:
    scene.task(1, **DONE)
    return scene.report()


def address(step: str, report: Report, *more: object) -> str:
    return reverse(f"ledger:report-{step}", args=[report.uuid, *more])


def test_an_officer_writes_and_a_leader_sends(
    client: Client, report: Report, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(scene.officer)
    page = client.get(report.get_absolute_url()).content.decode()
    assert "có 01 nhiệm vụ có thời hạn, đã hoàn thành đúng hạn." in page
    row = ReportLine.objects.get(section__report=report, key="point:I.1.a")
    words = row.draft.replace("đã hoàn thành", "đơn vị đã hoàn thành")
    client.post(address("line", report, row.uuid), {"version": row.version, "words": words})
    client.post(address("add-line", report, "nguyen-nhan"), {"words": "Kinh phí giao muộn."})
    refused = client.post(
        address("line", report, row.uuid),
        {"version": row.version + 1, "words": words.replace("01", "07")},
    )
    assert refused.status_code == 422
    assert "bị đổi thành “07”" in refused.content.decode()
    client.force_login(scene.leader)
    report.refresh_from_db()
    with monkeypatch.context() as early:
        early.setattr("nhipcau.base.clock.today", lambda: datetime.date(2025, 12, 13))
        page = client.get(report.get_absolute_url()).content.decode()
        assert address("send", report) not in page
        assert "Báo cáo gửi được từ ngày 14/12/2025" in page
        assert "Còn trong hạn, đến 20/12/2025" in page
        given = {"version": report.version}
        page = client.post(address("send", report), given, follow=True).content.decode()
        assert "số liệu của kỳ đến ngày 14/12/2025 mới chốt" in page
    assert address("send", report) in client.get(report.get_absolute_url()).content.decode()
    client.post(address("send", report), {"version": report.version})
    page = client.get(report.get_absolute_url()).content.decode()
    assert "đơn vị đã hoàn thành đúng hạn" in page
    assert "Kinh phí giao muộn." in page
    assert "Đã gửi" in page


def test_a_sentence_leads_to_its_records(client: Client, report: Report, scene: Scene) -> None:
    client.force_login(scene.officer)
    client.get(report.get_absolute_url())
    page = client.get(address("records", report, "point:I.1.a")).content.decode()
    assert "25.I1.01" in page


def test_the_receiver_sees_it_only_once_it_was_sent(
    client: Client, report: Report, scene: Scene
) -> None:
    client.force_login(scene.officer)
    client.get(report.get_absolute_url())
    client.force_login(scene.receiver)
    stranger = Client()
    stranger.force_login(person_with(Role.FOCAL_POINT))
    Report.objects.filter(pk=report.pk).update(above=None)
    assert client.get(report.get_absolute_url()).status_code == 404
    assert stranger.get(report.get_absolute_url()).status_code == 404


def test_the_receiver_returns_it_with_a_reason(
    client: Client, report: Report, scene: Scene
) -> None:
    client.force_login(scene.officer)
    client.get(report.get_absolute_url())
    client.force_login(scene.leader)
    client.post(address("send", report), {"version": 1})
    client.force_login(scene.receiver)
    without = client.post(address("send-back", report), {"version": 2, "reason": ""})
    assert without.status_code == 422
    given = {"version": 2, "reason": "Bổ sung số lượt nghe", "sections": ["theo-diem"]}
    client.post(address("send-back", report), given)
    page = client.get(report.get_absolute_url()).content.decode()
    assert "Trả lại, đề nghị bổ sung, hoàn thiện" in page
    assert "Bổ sung số lượt nghe" in page
