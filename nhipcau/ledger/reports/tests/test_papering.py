"""A report travels in a paper: agreed by its sides, numbered outside, then sent with it."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.roles import Role
from nhipcau.ledger.papers import composing as papers
from nhipcau.ledger.papers import loading
from nhipcau.ledger.papers.filling import tell_recorded
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import Party
from nhipcau.ledger.reports import papering, writing
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Report, Snapshot
from nhipcau.ledger.reports.words import status

from .conftest import Scene
from .test_drafting import DONE


@pytest.fixture
def report(scene: Scene) -> Report:
    loading.load()
    scene.task(1, **DONE)
    made = scene.report()
    draft(report=made)
    return made


def test_the_paper_says_what_the_report_says(report: Report, scene: Scene) -> None:
    paper = papering.begin_paper(report=report, by=scene.officer)
    said = papers.text_of(papers.compose(paper))
    assert any("có 01 nhiệm vụ có thời hạn, đã hoàn thành đúng hạn." in line for line in said)
    section = report.sections.get(key="shortcomings")
    writing.add_line(section=section, words="Kinh phí giao muộn.", by=scene.officer)
    assert "Kinh phí giao muộn." in papers.text_of(papers.compose(paper))
    report.refresh_from_db()
    assert papering.begin_paper(report=report, by=scene.officer) == paper


def test_number_and_day_freeze_what_was_not_sent_yet(report: Report, scene: Scene) -> None:
    paper = papering.begin_paper(report=report, by=scene.officer)
    Paper.objects.filter(pk=paper.pk).update(
        state="issued", number="15/BC-TTTL", issued_on=datetime.date(2025, 12, 18)
    )
    paper.refresh_from_db()
    tell_recorded(paper, scene.leader)
    report.refresh_from_db()
    assert report.state == Report.State.SENT
    assert Snapshot.objects.filter(report=report).count() == 1


def test_both_sides_agree_to_the_joint_report(scene: Scene) -> None:
    loading.load()
    other = AgencyFactory.create(name="Ủy ban Dân tộc (ví dụ)", level="central")
    Party.objects.create(
        programme=scene.programme, order=2, name_as_signed="Ủy ban Dân tộc", agency=other
    )
    scene.task(1, **DONE)
    joint = scene.report("joint")
    draft(report=joint)
    paper = papering.begin_paper(report=joint, by=scene.receiver)
    assert paper.kind == "joint-review-report"
    assert other in {side.agency for side in paper.sides.all() if side.consents}
    assert len(papers.compose(paper).issuers) == 2


def test_a_replaced_report_says_by_which_number(
    client: Client, report: Report, scene: Scene
) -> None:
    client.force_login(scene.officer)
    client.get(report.get_absolute_url())
    leader = MembershipFactory.create(agency=scene.unit, role=Role.FOCAL_POINT).user
    client.force_login(leader)
    report.refresh_from_db()
    client.post(reverse("ledger:report-send", args=[report.uuid]), {"version": report.version})
    report.refresh_from_db()
    given = {"version": report.version, "reason": "Sai số lượt nghe"}
    client.post(reverse("ledger:report-replace", args=[report.uuid]), given)
    report.refresh_from_db()
    new = Report.objects.get(replaces=report)
    assert status(report) == "Được thay thế"
    paper = papering.begin_paper(report=new, by=leader)
    Paper.objects.filter(pk=paper.pk).update(number="16/BC-TTTL")
    assert status(report) == "Được thay thế bằng báo cáo số 16/BC-TTTL"
