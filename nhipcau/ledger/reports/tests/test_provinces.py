"""The joint report counts provinces by the four ways and lists them; files of work hold reports."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from nhipcau.agencies.models import Place
from nhipcau.ledger.coverage import contents
from nhipcau.ledger.coverage.models import CaseFile, ProvinceAction
from nhipcau.ledger.reports import sending
from nhipcau.ledger.reports.composing import MOST_ROWS, annexes
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Report
from nhipcau.ledger.testing import some_provinces
from nhipcau.ledger.work.models import Task

from .conftest import Scene
from .test_drafting import DONE

# Every test lives a reporting year of its own.
pytestmark = pytest.mark.machine

Way = ProvinceAction.Way


@pytest.fixture
def joint(scene: Scene) -> Report:
    scene.task(1, **DONE)
    return scene.report("joint")


def act(scene: Scene, place: Place, way: Way, **said: object) -> None:
    given: dict[str, object] = {"first_day": date(2025, 3, 1), "source": "Báo cáo (ví dụ)", **said}
    ProvinceAction.objects.create(programme=scene.programme, place=place, way=way, **given)


def test_the_joint_report_counts_provinces_by_their_ways(
    client: Client, joint: Report, scene: Scene
) -> None:
    country = some_provinces()
    act(scene, country["34", "04"], Way.OWN_PLAN, title="Kế hoạch số 12", number="12/KH-UBND")
    act(scene, country["63", "02"], Way.FOLDED_FOREIGN, title="Kế hoạch đối ngoại")
    client.force_login(scene.receiver)
    page = client.get(joint.get_absolute_url()).content.decode()
    assert (
        "có 02/02 địa phương ký kết, lồng ghép triển khai chương trình (01 địa phương có kế hoạch "
        "riêng, 01 địa phương lồng ghép trong kế hoạch thông tin đối ngoại hằng năm)" in page
    )
    book = load_workbook(BytesIO(client.get(f"/bao-cao/{joint.uuid}.xlsx").content))
    assert book.sheetnames[0] == "Địa phương", "second where tasks were gathered"
    rows = list(book["Địa phương"].values)[1:]
    assert ("Có kế hoạch riêng", "Kế hoạch số 12", "12/KH-UBND") in {row[2:5] for row in rows}
    assert all(row[6] is None for row in rows), "nobody said how much"
    second = annexes(joint)[0]
    assert second.title == "Tình hình triển khai chương trình tại địa phương"
    records = client.get(reverse("ledger:report-records", args=[joint.uuid, "provinces"]))
    assert "Kế hoạch đối ngoại" in records.content.decode()


def test_what_is_not_known_of_provinces_is_said(
    client: Client, joint: Report, scene: Scene
) -> None:
    some_provinces()
    client.force_login(scene.receiver)
    page = client.get(joint.get_absolute_url()).content.decode()
    assert "chưa có thông tin về việc triển khai chương trình tại địa phương." in page
    assert not any("địa phương" in each.title for each in annexes(joint))


def test_the_annex_of_provinces_is_frozen_with_the_report(
    client: Client, joint: Report, scene: Scene
) -> None:
    country = some_provinces()
    act(scene, country["34", "04"], Way.OWN_PLAN, title="Kế hoạch số 12")
    draft(report=joint)
    sending.send(report=joint, version=joint.version, by=scene.receiver)
    act(scene, country["63", "02"], Way.OWN_PROGRAMME, title="Chương trình ký sau")
    client.force_login(scene.receiver)
    book = load_workbook(BytesIO(client.get(f"/bao-cao/{joint.uuid}.xlsx").content))
    assert "Chương trình ký sau" not in {row[3] for row in book["Địa phương"].values}


def test_sent_reports_lie_in_the_file_of_work(client: Client, scene: Scene) -> None:
    scene.task(1, **DONE)
    report = scene.report()
    draft(report=report)
    held = CaseFile.objects.create(
        programme=scene.programme,
        year=2025,
        agency=scene.unit,
        title="Hồ sơ năm 2025",
        opened_on=date(2025, 1, 2),
    )
    assert not [each for each in contents.contents(held, user=scene.officer) if each.address]
    sending.send(report=report, version=report.version, by=scene.leader)
    (entry,) = (each for each in contents.contents(held, user=scene.officer) if each.address)
    assert (entry.type_name, entry.address) == ("Báo cáo", report.get_absolute_url())
    client.force_login(scene.officer)
    assert report.get_absolute_url() in client.get(held.get_absolute_url()).content.decode()


@pytest.mark.machine
def test_twenty_thousand_tasks_go_out_whole(client: Client, scene: Scene) -> None:
    report = scene.report() if scene.task(0) else None
    assert report is not None
    Task.objects.bulk_create(
        Task(
            programme=scene.programme, plan=scene.plan, code=f"25.I1.{number:05}",
            title=f"Biên soạn tài liệu tiếng Tày số {number}", provision=scene.point,
            lead=scene.unit, due=date(2025, 9, 30), deliverable="Tài liệu", result="Đã bàn giao",
        )
        for number in range(1, 20_000)
    )  # fmt: skip
    client.force_login(scene.officer)
    draft(report=report)
    content = client.get(f"/bao-cao/{report.uuid}.xlsx").content
    book = load_workbook(BytesIO(content), read_only=True)
    assert sum(1 for _row in book["Nhiệm vụ"].values) == 20_001
    (table, more) = annexes(report)[0].blocks
    assert len(table.rows) == MOST_ROWS  # type: ignore[union-attr]
    assert more.text == "(Còn 19000 dòng trong bảng tính kèm theo.)"  # type: ignore[union-attr]
