"""Bad input through the pages: each is refused with its sentence, and nothing of it is written.

What each room proves itself is not repeated here:

===============================  =====================================================================
what comes in                    where it is refused in a test
===============================  =====================================================================
plan sheet, changed header       work/tests/test_sheet.py: a_changed_head_and_a_column_of_ethnic_origin
plan sheet, column «Dân tộc»     the same
plan sheet, day that is none,    work/tests/test_sheet.py: each_fault_has_its_sentence (the rules);
key, stale row, unknown agency   through the page: here, for the faults that an official makes
quarter sheet, header, number    evidence/tests/test_quarters.py: a_sheet_with_a_fault_is_refused_whole
with a comma, row twice, other
unit, closed period, «Dân tộc»
evidence, CSV with «Dân tộc»     evidence/tests/test_pages.py: a_column_of_ethnic_origin
evidence, XLSX with «Dân tộc»    here
evidence, day before programme   evidence/tests/test_lodging.py: a_day_outside_the_programme_is_refused
evidence, closed period          evidence/tests/test_lodging.py (the rule); through the page: here
report, number after closing     reports/tests/test_drafting.py: a_closed_period_takes_no_number
report, DOCX of another report   reports/tests/test_word.py: a_file_of_another_report_is_refused
report, tables rebuilt by hand   reports/tests/test_word.py (the rule); through the page: here
edXML, entity bomb               correspondence/tests/test_messages.py: what_may_not_enter
edXML, wrong signature           correspondence/tests/test_messages.py: a_wrong_signature_is_refused
===============================  =====================================================================
"""

import datetime
import io
from collections.abc import Callable
from uuid import uuid4

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from nhipcau.agencies.models import User
from nhipcau.ledger.evidence.actions import close_period
from nhipcau.ledger.evidence.models import Evidence
from nhipcau.ledger.reports.composing import compose
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Incoming, ReportLine
from nhipcau.ledger.reports.tests.conftest import Scene, scene
from nhipcau.ledger.testing import TaskFactory, periods_of
from nhipcau.ledger.work.models import BudgetLine, Plan, Task
from nhipcau.ledger.work.tests.world import World
from nhipcau.standards import nd30

__all__ = ["scene"]

pytestmark = [pytest.mark.machine, pytest.mark.django_db]


@pytest.fixture
def world(db: None) -> World:
    return World()


def at(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def changed(content: bytes, spoil: Callable[[Worksheet], None]) -> SimpleUploadedFile:
    book = load_workbook(io.BytesIO(content))
    spoil(book.worksheets[0])
    return saved(book)


def saved(book: Workbook) -> SimpleUploadedFile:
    held = io.BytesIO()
    book.save(held)
    return SimpleUploadedFile("bang.xlsx", held.getvalue())


def twice(sheet: Worksheet) -> None:
    sheet.append([cell.value for cell in sheet[2]])


def with_comma(sheet: Worksheet) -> None:
    sheet["L2"] = "1,250,000"


def before_the_programme(sheet: Worksheet) -> None:
    sheet["I2"] = "01/3/2025"


def of_another_unit(sheet: Worksheet) -> None:
    """A row is brought in whose key belongs to the plan of somebody else."""
    sheet["N2"] = str(Task.objects.get(code="25.KHAC.01").uuid)


Spoil = Callable[[Worksheet], None]
PLAN_FAULTS: dict[Spoil, tuple[str, ...]] = {
    twice: ("Dòng 4 lặp lại dòng 2 (25.I1a.01)", "Đề nghị giữ một dòng và gửi lại"),
    with_comma: ("Dòng 2, cột “Kinh phí dự toán (đồng)” ghi “1,250,000” không phải số tiền",),
    before_the_programme: ("Dòng 2, cột “Thời hạn” ghi", "trước ngày ký chương trình (20/3/2025)"),
    of_another_unit: ("là nhiệm vụ của kế hoạch khác", "gửi vào đúng kế hoạch"),
}


@pytest.mark.parametrize("spoil", PLAN_FAULTS, ids=lambda each: each.__name__)
def test_a_plan_sheet_with_a_fault_is_shown_and_cannot_be_written(
    world: World, spoil: Spoil
) -> None:
    plan: Plan = world.plan()
    for turn in (1, 2):
        TaskFactory.create(plan=plan, lead=world.unit, code=f"25.I1a.{turn:02}")
    TaskFactory.create(plan=world.plan(title="Khác"), lead=world.peoples, code="25.KHAC.01")
    before = list(Task.objects.order_by("pk").values())
    client = at(world.officer)
    out = client.get(reverse("ledger:plan-sheet", args=[plan.uuid])).content

    def and_a_good_row(sheet: Worksheet) -> None:
        sheet["B3"] = "Lời của dòng không có lỗi"
        spoil(sheet)

    answer = client.post(
        reverse("ledger:plan-sheet-back", args=[plan.uuid]), {"file": changed(out, and_a_good_row)}
    )
    for words in (*PLAN_FAULTS[spoil], "chưa có dòng nào được ghi"):
        assert words in answer.text
    assert "sealed" not in answer.context
    assert "Ghi các thay đổi này" not in answer.text
    assert list(Task.objects.order_by("pk").values()) == before
    assert not BudgetLine.objects.exists()


def evidence(**said: object) -> dict[str, object]:
    given = {
        "once": uuid4(), "kind": "event", "day": "2025-09-05",
        "summary": "Tổ chức ngày hội đọc sách ở xã biên giới.",
    }  # fmt: skip
    return {**given, **said}


def test_a_period_that_has_closed_takes_no_evidence_and_says_where_it_goes(world: World) -> None:
    year = periods_of(world.programme, 2025)["year"]
    periods_of(world.programme, 2026)
    close_period(period=year, by=None)
    address = reverse("ledger:evidence-lodge", args=[world.programme.slug])
    answer = at(world.officer).post(address, evidence(agency=world.unit.code))
    assert answer.status_code == 422
    for words in ("năm 2025 đã chốt số liệu ngày 14/12/2025", "Đề nghị ghi vào kỳ năm 2026"):
        assert words in answer.text
    assert "Tổ chức ngày hội đọc sách" in answer.text, "what was typed stays"
    assert not Evidence.objects.exists()


def test_evidence_with_a_sheet_of_people_by_ethnic_group_is_refused(world: World) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Danh sách lớp tập huấn"])
    sheet.append(["TT", "Họ và tên", "Dân tộc"])
    sheet.append([1, "Lò Thị Hoa", "Thái"])
    sheet.append([2, "Vàng A Páo", "Mông"])
    address = reverse("ledger:evidence-lodge", args=[world.programme.slug])
    said = evidence(agency=world.unit.code, file=saved(book))
    answer = at(world.officer).post(address, said)
    assert answer.status_code == 422
    assert "cột dân tộc trong danh sách có tên người" in answer.text
    assert not Evidence.objects.exists()


def test_a_report_whose_tables_were_rebuilt_by_hand_does_not_come_back(scene: Scene) -> None:
    scene.task(1, state="done", done_on=datetime.date(2025, 9, 20), result="Bộ tài liệu")
    report = scene.report()
    draft(report=report)
    word = docx.Document(io.BytesIO(nd30.to_docx(compose(report))))
    body = word.element.body
    for each in list(body.iter(qn("w:sdt"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        if next(each.iterancestors(qn("w:tbl")), None) is not None:
            each.getparent().remove(each)
    held = io.BytesIO()
    word.save(held)
    file = SimpleUploadedFile("bao-cao.docx", held.getvalue())
    before = list(ReportLine.objects.order_by("pk").values("typed", "version"))
    answer = at(scene.officer).post(
        reverse("ledger:report-take-in", args=[report.uuid]), {"file": file}
    )
    assert answer.status_code == 422
    for words in ("đã được dựng lại bằng tay", "chưa có nội dung nào được ghi"):
        assert words in answer.text
    assert not Incoming.objects.exists()
    assert list(ReportLine.objects.order_by("pk").values("typed", "version")) == before
