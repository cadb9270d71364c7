"""What is owed is made once, at night or when somebody looks; a closed period gets no new one."""

import datetime

import pytest
from django.db import transaction

from nhipcau.base.refusal import Refused
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.reports.jobs import open_due_reports
from nhipcau.ledger.reports.models import Report
from nhipcau.ledger.reports.opening import open_due, open_reports
from nhipcau.ledger.reports.waiting import of_reports

from .conftest import Scene

NOVEMBER = datetime.date(2025, 11, 20)


def test_every_unit_that_leads_work_has_its_report_once(scene: Scene) -> None:
    scene.task(1)
    assert open_due(on=NOVEMBER) == 3  # the unit's, the party's, the joint one
    assert open_due(on=NOVEMBER) == 0
    above = {each.level: each.above.level if each.above else "" for each in Report.objects.all()}
    assert above == {"unit": "party", "party": "joint", "joint": ""}


def test_nothing_is_owed_long_after_or_before(scene: Scene) -> None:
    scene.task(1)
    assert open_due(on=datetime.date(2024, 12, 1)) == 0
    assert open_due(on=datetime.date(2026, 8, 1)) == 0


def test_the_night_makes_them(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.task(1)
    monkeypatch.setattr("nhipcau.base.clock.today", lambda: NOVEMBER)
    open_due_reports(timestamp=0)
    assert Report.objects.count() == 3


def test_a_closed_period_gets_no_new_report(scene: Scene) -> None:
    scene.task(1)
    Period.objects.update(closed_at="2025-12-14T17:00:00+07:00")
    scene.period.refresh_from_db()
    with pytest.raises(Refused, match="đã chốt số liệu ngày 14/12/2025"), transaction.atomic():
        open_reports(regime=scene.regime, period=scene.period, by=None)
    assert open_due(on=NOVEMBER) == 0


def test_work_lists_say_who_has_to_do_what(scene: Scene) -> None:
    scene.task(1)
    report = scene.report()
    january = datetime.date(2026, 1, 5)
    waits = {
        person: [item.why for item in of_reports(person, january)]
        for person in (scene.officer, scene.leader)
    }
    assert waits == {scene.officer: ["Đang soạn thảo, quá hạn 16 ngày"], scene.leader: []}
    Report.objects.filter(pk=report.pk).update(state="with_leader")
    assert [item.why for item in of_reports(scene.leader, january)] == ["chờ gửi báo cáo"]
    Report.objects.filter(pk=report.pk).update(state="sent", edition=1)
    received = [item.why for item in of_reports(scene.receiver, january)]
    assert "chờ tiếp nhận" in received
