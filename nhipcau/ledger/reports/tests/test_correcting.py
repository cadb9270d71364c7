"""What was returned is marked and open, the rest shut; what was issued may have its form corrected."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import MembershipFactory
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import loading
from nhipcau.ledger.papers.actions.replacing import tell_replaced
from nhipcau.ledger.papers.filling import tell_recorded
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.reports import papering, proposing, sending, writing
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Report, ReportMove

from .conftest import Scene
from .test_drafting import DONE


@pytest.fixture
def report(scene: Scene) -> Report:
    loading.load()
    scene.task(1, **DONE)
    made = scene.report()
    draft(report=made)
    return made


def returned(report: Report, scene: Scene, *sections: str) -> Report:
    sent = sending.send(report=report, version=report.version, by=scene.leader)
    return sending.send_back(
        report=sent, version=sent.version, reason="Bổ sung nguyên nhân", sections=sections,
        by=scene.receiver,
    )  # fmt: skip


def add_line(client: Client, report: Report, section: str) -> str:
    address = reverse("ledger:report-add-line", args=[report.uuid, section])
    answer = client.post(address, {"words": f"Đoạn bổ sung vào {section}."}, follow=True)
    return answer.content.decode()


def test_only_returned_sections_are_marked_and_open(
    client: Client, report: Report, scene: Scene
) -> None:
    row = returned(report, scene, "shortcomings")
    client.force_login(scene.officer)
    page = client.get(row.get_absolute_url()).content.decode()
    assert page.count('class="report-part returned"') == 1
    assert "Bổ sung nguyên nhân" in page
    assert "Mục này không bị trả lại nên chưa sửa được." in page
    assert reverse("ledger:report-add-line", args=[row.uuid, "results"]) not in page
    assert "Đoạn bổ sung vào shortcomings." in add_line(client, row, "shortcomings")
    refused = add_line(client, row, "results")
    assert "mục này không bị trả lại. Đề nghị chỉ hoàn thiện" in refused
    assert not row.sections.get(key="results").lines.filter(key__startswith="own").exists()


def test_numbers_and_proposals_of_shut_sections_stay(report: Report, scene: Scene) -> None:
    row = returned(report, scene, "shortcomings")
    with pytest.raises(Refused, match="không bị trả lại"):
        writing.drop_number(report=row, key="point:I.1.a:on_time", by=scene.officer)
    said = proposing.Said("difficulty", "Kinh phí giao muộn")
    with pytest.raises(Refused, match="không bị trả lại"):
        proposing.propose(report=row, said=said, by=scene.officer)


def test_a_report_that_was_returned_whole_or_sent_again_locks_nothing(
    client: Client, report: Report, scene: Scene
) -> None:
    row = returned(report, scene)
    client.force_login(scene.officer)
    assert "Đoạn bổ sung vào results." in add_line(client, row, "results")
    page = client.get(row.get_absolute_url()).content.decode()
    assert "Cơ quan nhận trả lại toàn bộ báo cáo." in page
    row.refresh_from_db()
    sending.send(report=row, version=row.version, by=scene.leader)
    page = client.get(row.get_absolute_url()).content.decode()
    assert "Cơ quan nhận trả lại" not in page


def issued(report: Report, scene: Scene) -> Paper:
    paper = papering.begin_paper(report=report, by=scene.officer)
    Paper.objects.filter(pk=paper.pk).update(
        state="issued", number="15/BC-TTTL", issued_on=datetime.date(2025, 12, 18)
    )
    paper.refresh_from_db()
    tell_recorded(paper, scene.leader)
    return paper


def test_a_letter_corrects_the_form_of_an_issued_report(
    client: Client, report: Report, scene: Scene
) -> None:
    client.force_login(scene.officer)
    address = reverse("ledger:report-correct", args=[report.uuid])
    early = client.post(address, follow=True).content.decode()
    assert "Chưa lập được công văn đính chính" in early
    paper = issued(report, scene)
    assert address in client.get(report.get_absolute_url()).content.decode()
    client.post(address)
    client.post(address)
    letter = Paper.objects.get(corrects=paper)
    assert letter.kind == "correction-letter"
    Paper.objects.filter(pk=letter.pk).update(
        state="issued", number="17/TTTL", issued_on=datetime.date(2025, 12, 20)
    )
    letter.refresh_from_db()
    clerk = MembershipFactory.create(agency=scene.unit, role=Role.CLERK).user
    tell_recorded(letter, clerk)
    tell_replaced(letter, clerk)
    page = client.get(report.get_absolute_url()).content.decode()
    assert "Công văn số 17/TTTL ngày 20/12/2025" in page
    assert "đã đính chính</span>" in page
    assert ", đã đính chính" in client.get(reverse("ledger:reports")).content.decode()
    kinds = ReportMove.objects.filter(report=report).values_list("kind", flat=True)
    assert list(kinds) == ["sent", "corrected"]
