"""A plan out to a spreadsheet and back: the same comes back, each fault has its sentence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from nhipcau.ledger.testing import TaskFactory
from nhipcau.ledger.work import sheet, taking_in
from nhipcau.ledger.work.models import Plan, Task
from nhipcau.ledger.work.sheet import BadSheet, Line

from .world import World

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp", "Zs")),
    max_size=12,
).map(str.strip)


@given(st.lists(st.tuples(*(WORDS for _name in sheet.NAMES)), max_size=5))
@settings(max_examples=25)
def test_what_goes_out_comes_back_the_same(rows: list[tuple[str, ...]]) -> None:
    lines = [
        Line(number, **dict(zip(sheet.NAMES, cells, strict=True)))
        for number, cells in enumerate(rows, start=2)
    ]
    back = sheet.read(BytesIO(sheet.write(lines)))
    assert back == [line for line in lines if any(line.cells)]


@pytest.fixture
def plan(world: World) -> Plan:
    plan = world.plan()
    TaskFactory.create(plan=plan, lead=world.unit, code="25.I1a.01")
    TaskFactory.create(plan=plan, lead=world.unit, code="25.I1a.02", is_routine=True, due=None)
    return plan


Change = Callable[[list[Line]], list[Line]]
FAULTS: dict[str, tuple[Change, str]] = {
    "a day that does not exist": (
        lambda lines: [replace(lines[0], due="31/02/2026"), lines[1]],
        "Dòng 2, cột “Thời hạn” ghi 31/02/2026, ngày này không có trong lịch",
    ),
    "a day before the programme": (
        lambda lines: [replace(lines[0], due="01/3/2025"), lines[1]],
        "trước ngày ký chương trình (20/3/2025)",
    ),
    "a number with a comma": (
        lambda lines: [replace(lines[0], money="1,250,000"), lines[1]],
        "cột “Kinh phí dự toán (đồng)” ghi “1,250,000” không phải số tiền",
    ),
    "a row twice": (lambda lines: [lines[0], lines[0]], "lặp lại dòng 2"),
    "an unknown agency": (
        lambda lines: [replace(lines[0], lead="Sở Mây Gió"), lines[1]],
        "không có cơ quan nào đang hoạt động tên “Sở Mây Gió”",
    ),
    "a place that the text has not": (
        lambda lines: [replace(lines[0], provision="X.9"), lines[1]], "ghi “X.9”, điều khoản này",
    ),
    "a key that was changed": (
        lambda lines: [replace(lines[0], key="abc"), lines[1]], "cột “Khóa” đã bị sửa",
    ),
    "a routine task with a day": (
        lambda lines: [lines[0], replace(lines[1], due="01/12/2025")],
        "phải để trống vì nhiệm vụ thường xuyên",
    ),
    "a row that was written since": (
        lambda lines: [replace(lines[0], version="7", title="Khác"), lines[1]],
        "đã được người khác cập nhật",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_its_sentence_and_nothing_is_written(
    name: str, world: World, plan: Plan
) -> None:
    change, sentence = FAULTS[name]
    lines = [replace(line, number=n) for n, line in enumerate(change(taking_in.lines_of(plan)), 2)]
    found = taking_in.preview(plan, lines, by=world.officer)
    assert any(sentence in fault.sentence for fault in found.faults), found.faults
    with pytest.raises(BadSheet):
        taking_in.write(plan, lines, by=world.officer)
    assert not Task.objects.filter(version__gt=1).exists()


def test_a_task_of_another_plan_or_unit_is_refused(world: World, plan: Plan) -> None:
    lines = taking_in.lines_of(plan)
    other = world.plan(title="Kế hoạch khác")
    found = taking_in.preview(other, lines, by=world.officer)
    assert "là nhiệm vụ của kế hoạch khác" in found.faults[0].sentence
    Plan.objects.filter(pk=plan.pk).update(agency=world.culture)
    plan.refresh_from_db()
    changed = [replace(lines[0], title="Lời của bên kia")]
    found = taking_in.preview(plan, changed, by=world.other)
    assert "là nhiệm vụ của đơn vị khác" in found.faults[0].sentence


def upload(client: Client, plan: Plan, content: bytes) -> str:
    file = SimpleUploadedFile("ke-hoach.xlsx", content)
    return client.post(reverse("ledger:plan-sheet-back", args=[plan.uuid]), {"file": file}).text


def with_cells(content: bytes, cells: dict[str, str]) -> bytes:
    book = load_workbook(BytesIO(content))
    for place, words in cells.items():
        book.worksheets[0][place] = words
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def test_a_sheet_is_shown_row_by_row_before_it_is_written(world: World, plan: Plan) -> None:
    client = Client()
    client.force_login(world.officer)
    address = reverse("ledger:plan-sheet", args=[plan.uuid])
    out = client.get(address).content
    assert "giống hệt kế hoạch" in upload(client, plan, out)
    cells = {"B2": "Biên soạn và phát hành tài liệu", "L2": "120000000", "B4": "Việc mới",
             "D4": "Phòng Thông tin cơ sở", "I4": "30/11/2025"}  # fmt: skip
    back = reverse("ledger:plan-sheet-back", args=[plan.uuid])
    file = SimpleUploadedFile("ke-hoach.xlsx", with_cells(out, cells))
    page = client.post(back, {"file": file})
    assert "Biên soạn và phát hành tài liệu" in page.text
    assert "thêm mới" in page.text
    assert plan.tasks.count() == 2
    client.post(back, {"rows": page.context["sealed"]})
    assert set(plan.tasks.values_list("code", "title")) >= {
        ("25.I1a.01", "Biên soạn và phát hành tài liệu"), ("25.NV.01", "Việc mới"),
    }  # fmt: skip
    first = plan.tasks.get(code="25.I1a.01")
    assert first.budget_lines.get().estimated == 120_000_000
    again = client.post(back, {"rows": page.context["sealed"]})
    assert again.status_code == 422


def test_a_changed_head_and_a_column_of_ethnic_origin_are_refused(world: World, plan: Plan) -> None:
    client = Client()
    client.force_login(world.officer)
    out = client.get(reverse("ledger:plan-sheet", args=[plan.uuid])).content
    assert "cột 2 ghi “Việc”, phải là “Nhiệm vụ”" in upload(
        client, plan, with_cells(out, {"B1": "Việc"})
    )
    ethnic = {"O1": "Họ và tên", "P1": "Dân tộc", "O2": "Lò Thị Hoa", "P2": "Thái"}
    page = upload(client, plan, with_cells(out, ethnic))
    assert "cột dân tộc trong danh sách có tên người" in page
    assert "giống hệt" not in page
    assert "thêm cột" in upload(client, plan, with_cells(out, {"O1": "Ghi chú"}))


def test_what_is_no_spreadsheet_is_said_to_be_none() -> None:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("khong-phai.txt", "không phải bảng tính")
    for content in (b"", b"khong phai", held.getvalue()):
        with pytest.raises(BadSheet, match="không mở được"):
            sheet.read(BytesIO(content))


def test_a_sealed_preview_is_of_its_plan_only(world: World, plan: Plan) -> None:
    sealed = taking_in.seal(plan, taking_in.lines_of(plan))
    with pytest.raises(BadSheet, match="kế hoạch khác"):
        taking_in.unseal(world.plan(), sealed)
    with pytest.raises(BadSheet, match="đã cũ"):
        taking_in.unseal(plan, sealed[:-2] + "xx")


def test_an_agency_that_has_ended_is_still_written_and_read(world: World, plan: Plan) -> None:
    world.unit.last_day = date(2025, 6, 30)
    world.unit.save()
    lines = taking_in.lines_of(plan)
    assert lines[0].lead == "Phòng Thông tin cơ sở"
    changed = [replace(lines[0], deliverable="Sách")]
    assert taking_in.preview(plan, changed, by=world.officer).faults == ()
