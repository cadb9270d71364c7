"""Pages of plans and tasks, with and without a script: read, written, moved, listed."""

import csv
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from nhipcau.agencies.models import User
from nhipcau.ledger.testing import TaskFactory, some_provinces
from nhipcau.ledger.work.models import BudgetLine, Directive, Plan, Task

from .world import World

MOST_QUESTIONS = 19  # of a changed task, from the session to the audit

pytestmark = pytest.mark.usefixtures("in_july")


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def plan(world: World) -> Plan:
    return world.plan()


@pytest.fixture
def task(world: World, plan: Plan) -> Task:
    made: Task = TaskFactory.create(
        plan=plan, lead=world.unit, asked_by=world.culture, code="25.I1a.01",
        state="ongoing", due=date(2025, 7, 9),
    )  # fmt: skip
    return made


def form_of(client: Client, task: Task) -> dict[str, object]:
    page = client.get(reverse("ledger:task-edit", args=[task.uuid]))
    initial = page.context["form"].initial
    return {key: value if value is not None else "" for key, value in initial.items()}


def test_a_plan_is_begun_on_its_page_and_shows_its_tasks(world: World) -> None:
    world.obligations()
    client = as_(world.focal)
    given = {
        "programme": world.programme.pk, "kind": "year", "year": 2025, "with_obligations": "on",
        "paper_kind": "annual-plan",
    }  # fmt: skip
    page = client.post(reverse("ledger:plan-new"), given, follow=True)
    assert "25.I1a.01" in page.text
    assert "Thường xuyên" in page.text
    plan = world.programme.plans.get()
    again = client.post(reverse("ledger:plan-new"), given)
    assert again.status_code == 422
    assert "đang được dự thảo" in again.text
    assert plan.get_absolute_url() in again.text
    left = client.post(reverse("ledger:plan-new"), {**given, "kind": "remaining"}, follow=True)
    assert "Năm 2025 đã có 2 nhiệm vụ trong kế hoạch khác" in left.text
    filled = client.post(left.request["PATH_INFO"] + "noi-dung-phoi-hop/", follow=True)
    assert "Không có nội dung phối hợp nào cần thêm" in filled.text


def test_a_task_is_written_in_its_row_and_on_its_page(world: World, plan: Plan, task: Task) -> None:
    client = as_(world.officer)
    said = {**form_of(client, task), "title": "Biên soạn và in tài liệu"}
    address = reverse("ledger:task-edit", args=[task.uuid])
    row = client.post(address, said, headers={"HX-Request": "true"})
    assert row.text.lstrip().startswith("<tr")
    assert "Biên soạn và in tài liệu" in row.text
    said = {**form_of(client, task), "deliverable": "03 bộ tài liệu"}
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(address, said)
    assert len(asked) <= MOST_QUESTIONS
    assert answer["Location"] == f"{plan.get_absolute_url()}#25.I1a.01"
    task.refresh_from_db()
    assert (task.deliverable, task.version) == ("03 bộ tài liệu", 3)


def test_a_stale_form_loses_nothing_and_shows_what_stands(world: World, task: Task) -> None:
    client = as_(world.officer)
    said = {**form_of(client, task), "title": "Lời của người thứ hai"}
    Task.objects.filter(pk=task.pk).update(version=2, deliverable="Sách", title="Lời thứ nhất")
    address = reverse("ledger:task-edit", args=[task.uuid])
    page = client.post(address, said)
    assert page.status_code == 422
    assert "Lời của người thứ hai" in page.text
    assert "Lời thứ nhất" in page.text
    assert "bản 2" in page.text
    again = {**said, "version": page.context["form"]["version"].value()}
    assert client.post(address, again).status_code == 302


def test_steps_are_offered_to_those_whose_turn_it_is(world: World, task: Task) -> None:
    page = as_(world.officer).get(task.get_absolute_url())
    assert "Đề nghị xác nhận hoàn thành" in page.text
    assert "Đưa ra khỏi kế hoạch" not in page.text
    step = reverse("ledger:task-do", args=[task.uuid, "de-nghi"])
    as_(world.officer).post(step, {"version": 1, "words": "Đã có 03 bộ tài liệu"})
    task.refresh_from_db()
    assert task.state == "awaiting"
    confirm = reverse("ledger:task-decide", args=[task.uuid, "xac-nhan"])
    assert "Xác nhận hoàn thành" in as_(world.leader).get(task.get_absolute_url()).text
    as_(world.leader).post(confirm, {"version": 2})
    task.refresh_from_db()
    assert task.state == "done"
    page = as_(world.officer).get(task.get_absolute_url())
    assert "Hoàn thành quá hạn 12 ngày" in page.text
    assert "Đã có 03 bộ tài liệu" in page.text


def test_a_refused_step_keeps_the_words_that_were_typed(world: World, task: Task) -> None:
    step = reverse("ledger:task-do", args=[task.uuid, "gia-han"])
    page = as_(world.officer).post(step, {"version": 1, "words": "Chờ bản dịch"})
    assert page.status_code == 422
    assert "thiếu ngày" in page.text
    assert "Chờ bản dịch" in page.text


def test_the_other_side_reads_the_task_without_its_lateness(world: World, task: Task) -> None:
    for address in (reverse("ledger:tasks"), task.get_absolute_url()):
        assert "quá hạn 12 ngày" in as_(world.officer).get(address).text
        page = as_(world.other).get(address)
        assert "Đang thực hiện" in page.text
        assert "quá hạn 12 ngày" not in page.text
    late = reverse("ledger:tasks") + "?tinh-trang=qua-han"
    assert task.code in as_(world.officer).get(late).text
    assert task.code not in as_(world.other).get(late).text
    out = b"".join(as_(world.other).get(reverse("ledger:tasks-csv")))
    assert "quá hạn" not in out.decode()


def test_a_task_outside_plans_is_seen_by_whom_it_concerns(world: World) -> None:
    lone = TaskFactory.create(
        plan=None, programme=world.programme, lead=world.unit, asked_by=world.culture
    )
    assert lone in Task.objects.visible_to(world.leader)
    assert lone not in Task.objects.visible_to(world.other)
    lone.directive = Directive.objects.create(
        programme=world.programme, kind="conclusion", issued_on=date(2025, 7, 1),
        issuer="Hội nghị sơ kết", summary="Kết luận", agency=world.culture,
    )  # fmt: skip
    lone.save()
    assert lone in Task.objects.visible_to(world.other)


def test_provinces_add_up_whatever_is_in_plans_and_outside_them(world: World, plan: Plan) -> None:
    """Several lines of one task, none of another, and a stranger who sees the plan alone."""
    place = some_provinces()["63", "02"]
    late = {"lead": world.unit, "state": "ongoing", "due": date(2025, 7, 9)}
    paid = TaskFactory.create(plan=plan, place=place, **late)
    done_on = date(2025, 7, 1)
    TaskFactory.create(plan=plan, place=place, lead=world.unit, state="done", done_on=done_on)
    TaskFactory.create(plan=plan, lead=world.unit)
    TaskFactory.create(plan=None, programme=world.programme, place=place, **late)
    for source, estimated in (("state", 5_000_000), ("other", None), ("national", 250_000)):
        BudgetLine.objects.create(
            task=paid, year=2025, source=source, owner=world.unit, estimated=estimated
        )
    page = as_(world.officer).get(reverse("ledger:tasks-by-province"))
    province, nowhere = page.context["table"].provinces[0], page.context["table"].nowhere[0]
    assert (province.total, province.done, province.ongoing) == ("3", "1", "2")
    assert (province.estimated, province.allotted, nowhere.estimated) == ("5.250.000", "", "")
    assert '<b class="late">2</b>' in page.text
    assert f"?dia-ban={province.code}" in page.text
    assert page.context["rolled"].total.total == page.context["listing"].tasks.count() == 4
    others = as_(world.other).get(reverse("ledger:tasks-by-province"))
    assert others.context["rolled"].total.total == others.context["listing"].count == 3


def test_pages_of_the_list_hold_each_task_once_however_deep(world: World, plan: Plan) -> None:
    TaskFactory.create_batch(60, plan=plan, lead=world.unit)
    client = as_(world.officer)
    seen = []
    for number in (1, 2, 3):
        page = client.get(reverse("ledger:tasks"), {"trang": number})
        seen += [row.code for row in page.context["listing"].rows]
    assert len(seen) == len(set(seen)) == 60
    assert seen == sorted(seen)
    beyond = client.get(reverse("ledger:tasks"), {"trang": 99})
    assert beyond.context["listing"].page == 3


def test_the_list_asks_the_same_number_of_questions_for_any_page(
    world: World, plan: Plan, django_assert_max_num_queries: object
) -> None:
    TaskFactory.create_batch(30, plan=plan, lead=world.unit)
    client = as_(world.officer)
    with django_assert_max_num_queries(18):  # type: ignore[operator]
        client.get(reverse("ledger:tasks"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nam=2025", 1), ("nam=2024", 0), ("nam=x", 0), ("tinh-trang=ongoing", 1),
        ("tinh-trang=done", 0), ("tim=ti%E1%BA%BFng+T%C3%A0y", 1), ("tim=25.I1a", 1),
        ("tim=%25", 0), ("nguon=chi-dao", 0), ("dieu-khoan=I.1", 0), ("dia-ban=tinh-63.02", 0),
    ],
)  # fmt: skip
def test_filters_stand_in_the_address(query: str, found: int, world: World, task: Task) -> None:
    page = as_(world.officer).get(f"{reverse('ledger:tasks')}?{query}")
    assert page.context["listing"].count == found


def test_tasks_go_out_as_csv_and_xlsx_without_formulas(world: World, plan: Plan) -> None:
    TaskFactory.create(plan=plan, lead=world.unit, title="=HYPERLINK(1)", code="25.I1a.09")
    client = as_(world.officer)
    text = b"".join(client.get(reverse("ledger:tasks-csv"))).decode("utf-8-sig")
    head, row = list(csv.reader(text.splitlines()))
    assert head[:3] == ["Mã", "Nhiệm vụ", "Chủ trì"]
    assert row[:3] == ["25.I1a.09", "'=HYPERLINK(1)", "Phòng Thông tin cơ sở"]
    book = load_workbook(BytesIO(client.get(reverse("ledger:tasks-xlsx")).content))
    assert [cell.value for cell in book.worksheets[0][2]][:2] == ["25.I1a.09", "'=HYPERLINK(1)"]


def test_a_directive_starts_tasks_and_shows_them(world: World) -> None:
    client = as_(world.officer)
    said = {
        "programme": world.programme.pk, "kind": "instruction", "issuer": "Giám đốc Sở",
        "issued_on": "2025-07-10", "summary": "Rà soát loa truyền thanh của các xã",
    }  # fmt: skip
    page = client.post(reverse("ledger:directive-new"), said, follow=True)
    directive = Directive.objects.get()
    assert directive.agency == world.unit
    assert "Chưa giao nhiệm vụ" in page.text
    given = {"title": "Rà soát loa", "lead": "Phòng Thông tin cơ sở", "due": "2025-08-15"}
    page = client.post(reverse("ledger:directive-task", args=[directive.uuid]), given, follow=True)
    assert "25.CĐ.01" in page.text
    asked = Task.objects.get()
    assert (asked.asked_by, asked.directive) == (world.unit, directive)


def test_money_is_added_up_and_unknown_is_not_nought(world: World, plan: Plan, task: Task) -> None:
    client = as_(world.officer)
    address = reverse("ledger:money-of-task", args=[task.uuid])
    said = {"year": 2025, "source": "state", "owner": "Phòng Thông tin cơ sở"}
    client.post(address, {**said, "estimated": "120.000.000", "spent": "0"})
    client.post(address, {**said, "estimated": ""})
    refused = client.post(address, {**said, "estimated": "1,5"})
    assert "không có dấu phẩy" in refused.text
    table = client.get(plan.get_absolute_url()).context["sums"]
    needed, estimated, _allotted, spent, _settled = table.total.amounts
    assert needed.value is None
    assert (estimated.value, estimated.unknown) == (120_000_000, 1)
    assert spent.value == 0
    assert "chưa có số liệu" in client.get(plan.get_absolute_url()).text

    needs = reverse("ledger:money-year") + "?nam=2026"
    form_address = reverse("ledger:money-of-plan", args=[plan.uuid]) + "?nam=2026"
    page = client.get(needs)
    assert form_address in page.text
    assert "Ghi nhu cầu, dự toán năm 2026" in page.text
    assert "Ghi nhu cầu năm 2026" in client.get(reverse("ledger:money-year")).text, "in July"
    form = client.get(form_address).context["form"]
    assert form.initial == {"year": 2026, "owner": "Phòng Thông tin cơ sở"}
    client.post(form_address, {**said, "year": 2026, "needed": "50.000.000"})
    assert client.get(needs).context["sums"].total.amounts[0].value == 50_000_000
    this_year = client.get(plan.get_absolute_url()).context["sums"]
    assert this_year.total.amounts[0].value is None, "the next year's needs are not this year's"
