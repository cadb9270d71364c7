"""What is owed is made once, at night or when somebody looks; a closed period gets no new one."""

import datetime

import pytest
from django.db import transaction

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Succession
from nhipcau.base.refusal import Refused
from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Provision
from nhipcau.ledger.reports.jobs import open_due_reports
from nhipcau.ledger.reports.models import Report
from nhipcau.ledger.reports.opening import open_due, open_reports
from nhipcau.ledger.reports.reading import read
from nhipcau.ledger.reports.scope import scope_of
from nhipcau.ledger.reports.waiting import of_reports
from nhipcau.ledger.testing import ProvisionFactory
from nhipcau.ledger.work.models import Directive, Task
from nhipcau.registry.modules import registry

from .conftest import YEAR, Scene

NOVEMBER = datetime.date(2025, 11, 20)


def test_every_unit_that_leads_work_has_its_report_once(scene: Scene) -> None:
    scene.task(1)
    assert open_due(on=NOVEMBER) == 3  # the unit's, the party's, the joint one
    assert open_due(on=NOVEMBER) == 0
    above = {each.level: each.above.level if each.above else "" for each in Report.objects.all()}
    assert above == {"unit": "party", "party": "joint", "joint": ""}


def test_a_unit_with_nothing_but_a_conclusion_to_carry_out_owes_its_report(scene: Scene) -> None:
    """Tasks of a directive count as those of a plan do, in the year in which they are due too."""
    said = {"programme": scene.programme, "agency": scene.unit, "issuer": "Hội nghị (ví dụ)"}
    now, before = (
        Directive.objects.create(
            kind="conclusion", issued_on=datetime.date(year, 12, 20), summary="Kết luận", **said
        )
        for year in (YEAR - 1, YEAR - 2)
    )
    for number, directive, due in ((1, now, (YEAR, 6, 30)), (2, before, (YEAR - 1, 6, 30))):
        scene.task(number, plan=None, directive=directive, due=datetime.date(*due), state="ongoing")
    report = scene.report()
    assert report.agency == scene.unit
    assert [task.code for task in scope_of(report).tasks()] == ["25.I1.01"]
    assert read(scope_of(report)).counts.overdue == 1


def test_the_work_of_an_agency_that_was_split_goes_with_the_function_of_its_point(
    scene: Scene,
) -> None:
    """Press to one ministry, networks to another; what names no function to one of them only."""
    old, press, networks = (
        AgencyFactory.create(name=name, level="central")
        for name in ("Bộ cũ (ví dụ)", "Bộ Báo chí (ví dụ)", "Bộ Mạng (ví dụ)")
    )
    type(old).objects.filter(pk=old.pk).update(last_day=datetime.date(YEAR, 2, 28))
    for new, function in ((press, "báo chí"), (networks, "an toàn thông tin")):
        Succession.objects.create(
            kind="divide", old=old, new=new, day=datetime.date(YEAR, 3, 1), functions=[function],
            source="ví dụ",
        )  # fmt: skip
    safe = ProvisionFactory.create(
        programme=scene.programme, address="I.2", marker="2.", kind="clause", text="An toàn."
    )
    for point, function in ((scene.point, "báo chí"), (safe, "an toàn thông tin")):
        Obligation.objects.create(
            provision=point, line=1, functions=[function], state=Obligation.State.CONFIRMED
        )
    places: tuple[Provision | None, ...] = (scene.point, safe, None)
    for number, place in enumerate(places, start=1):
        scene.task(number, provision=place, lead=old, state="ongoing")
        lodge(
            programme=scene.programme, kind=next(iter(registry.evidence_kinds())), agency=old,
            day=datetime.date(YEAR, 2, 10), task=Task.objects.get(code=f"25.I1.0{number}"),
            summary="Đã in 200 cuốn sổ tay song ngữ", by=None,
        )  # fmt: skip
    made = open_reports(regime=scene.regime, period=scene.period, by=None)
    units = {each.agency: each for each in made if each.level == "unit"}
    assert set(units) == {press, networks}
    held = {agency: read(scope_of(report)) for agency, report in units.items()}
    assert [point.address for point in held[press].points] == ["I.1.a", ""]
    assert [point.address for point in held[networks].points] == ["I.2"]
    assert [account.counts.evidence for account in held.values()] == [2, 1]
    (example,) = held[networks].examples
    assert (example.agency, example.now) == ("Bộ cũ (ví dụ)", "Bộ Mạng (ví dụ)")


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
    (item,) = of_reports(scene.officer, NOVEMBER)
    assert item.why == "sắp đến kỳ; chốt số liệu ngày 14/12/2025"
    assert not [*of_reports(scene.officer, NOVEMBER.replace(month=9))], "not months before"
    Report.objects.filter(pk=report.pk).update(state="with_leader")
    assert [item.why for item in of_reports(scene.leader, january)] == ["chờ gửi báo cáo"]
    Report.objects.filter(pk=report.pk).update(state="sent", edition=1)
    received = [item.why for item in of_reports(scene.receiver, january)]
    assert "chờ tiếp nhận" in received
