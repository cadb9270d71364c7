"""A plan begins with what the programme asks for, and a task keeps its code."""

from datetime import date

import pytest
from django.utils.translation import override

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.base.models import AuditEvent
from nhipcau.base.refusal import Refused
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import PartyActor, Programme
from nhipcau.ledger.testing import load_outlines
from nhipcau.ledger.work import origins, policies, titles
from nhipcau.ledger.work.actions import plans, tasks
from nhipcau.ledger.work.actions.tasks import TaskChange
from nhipcau.ledger.work.models import Plan, Task, TaskMove

from .world import World

pytestmark = pytest.mark.usefixtures("in_july")


def begin(world: World, **given: object) -> Plan:
    asked = {"programme": world.programme, "year": 2025, "kind": "year", "by": world.focal}
    return plans.begin(**{**asked, **given})  # type: ignore[arg-type]


def test_each_obligation_begins_with_one_task_led_by_who_answers(world: World) -> None:
    world.obligations()
    plan = begin(world)
    routine, dated = plan.tasks.all()
    assert (routine.code, dated.code) == ("25.I1a.01", "25.I1b.01")
    assert routine.is_routine
    assert routine.due is None
    assert routine.deliverable
    assert dated.due == date(2025, 4, 21)
    assert {each.lead for each in (routine, dated)} == {world.culture}
    assert [part.agency for part in routine.parts.all()] == [world.peoples]
    assert TaskMove.objects.filter(kind="assigned").count() == 2
    assert AuditEvent.objects.filter(verb="ledger.plan_begun").exists()


@pytest.mark.parametrize(
    ("act", "clause", "lead", "partners"),
    [
        ("every", "", "Sở Mới", ["Sở Dân tộc"]),
        # Who was only named to agree leads too; who holds the functions joins.
        ("consent", "I.1.a", "Sở Mới", ["Sở Dân tộc", "Sở Văn hóa"]),
        ("report", "", "Sở Văn hóa", ["Sở Dân tộc"]),
        ("consent", "I.2", "Sở Văn hóa", ["Sở Dân tộc"]),
    ],
)
def test_who_was_named_to_act_for_a_party_leads(
    world: World, act: str, clause: str, lead: str, partners: list[str]
) -> None:
    world.obligations()
    Obligation.objects.update(functions=["xuất bản"])
    PartyActor.objects.create(
        party=world.programme.parties.get(order=1), act=act, clause=clause,
        agency=AgencyFactory.create(name="Sở Mới"), first_day=date(2025, 1, 1),
        document="Công văn số 05/VD ngày 02/01/2025",
    )  # fmt: skip
    task = begin(world, by=world.other).tasks.get(provision__address="I.1.a")
    assert str(task.lead) == lead
    assert sorted(str(part.agency) for part in task.parts.all()) == partners


def test_a_place_of_two_duties_shares_its_words_and_says_nothing_twice(world: World) -> None:
    first, second = world.obligations()
    second.provision = first.provision
    second.paragraph, second.start, second.end, second.order = 0, 12, 30, 2
    words = "Sở Văn hóa và Sở Dân tộc xây dựng quy chế; định kỳ hằng năm, Sở Văn hóa chủ trì, tổ chức họp."
    first.provision.text, second.start = words, words.index("định kỳ")
    second.end, second.kind = second.start + 20, "periodic"
    first.provision.save()
    second.save()
    titles_now = [task.title for task in begin(world).tasks.all()]
    assert titles_now == ["Xây dựng quy chế", "Tổ chức họp"]
    Obligation.objects.update(paragraph=0, start=0, end=len(words))
    (task,) = begin(world, year=2026).tasks.all()
    assert task.obligations.count() == 2


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("định kỳ hằng năm, hai đơn vị đầu mối chủ trì, tổ chức họp sơ kết;", "Tổ chức họp sơ kết"),
        ("UBDT chủ trì, Bộ TTTT phối hợp, tham gia xây dựng Đề án.", "Xây dựng Đề án"),
        ("UBDT là cơ quan chủ trì, phối hợp với Bộ TTTT xây dựng kế hoạch.", "Xây dựng kế hoạch"),
        ("Chủ trì phối hợp với Bộ TTTT tổ chức sơ kết, tổng kết.", "Tổ chức sơ kết, tổng kết"),
        ("Bộ TTTT hướng dẫn UBDT các biện pháp", "Hướng dẫn UBDT các biện pháp"),
        ("Hàng năm tổ chức sơ kết", "Tổ chức sơ kết"),
        ("Căn cứ Chương trình, phối hợp xây dựng đề án", "Phối hợp xây dựng đề án"),
        ("UBDT chủ trì hội nghị sơ kết", "Chủ trì hội nghị sơ kết"),
        ("Chủ trì, phối hợp với Bộ Khác xây dựng đề án", "Phối hợp với Bộ Khác xây dựng đề án"),
        ("Phối hợp với UBDT tổ chức giám sát.", "Phối hợp với UBDT tổ chức giám sát"),
        (
            "Trong quá trình thực hiện, nếu có vướng mắc, Bộ TTTT và UBDT sẽ trao đổi giải quyết./.",
            "Trao đổi giải quyết, nếu có vướng mắc",
        ),
        ("Hai bên phối hợp:", "Hai bên phối hợp"),
        ("UBDT", "UBDT"),
    ],
)
def test_a_title_begins_with_its_verb_and_names_nobody(words: str, title: str) -> None:
    assert titles.say(words, ["UBDT", "Bộ TTTT", "hai đơn vị đầu mối"]) == title


def test_a_long_title_ends_before_what_it_enumerates() -> None:
    head = "Phối hợp triển khai Nghị quyết số 47/NQ-CP"
    assert titles.say(f"{head}: {'xây dựng cơ sở dữ liệu; ' * 20}", []) == head


def test_a_second_plan_of_the_year_asks_for_nothing_twice(world: World) -> None:
    world.obligations()
    first = begin(world)
    assert not begin(world, kind="remaining").tasks.exists()
    assert plans.bring_in_obligations(plan=first, by=world.focal) == 0
    of_a_side = begin(world, agency=world.peoples, by=world.other)
    assert [task.code for task in of_a_side.tasks.all()] == ["25.I1a.02", "25.I1b.02"]


def test_a_plan_is_begun_once_and_one_that_was_issued_is_adjusted(world: World) -> None:
    load_outlines()
    first = begin(world)
    with pytest.raises(policies.AlreadyBegun, match="đang được dự thảo") as refused:
        begin(world, adjusts=True)
    assert refused.value.plan == first
    Paper.objects.update(state="issued", number="05/KH", issued_on=date(2025, 2, 1))
    with pytest.raises(policies.AlreadyBegun, match="đã được ban hành"):
        begin(world)
    assert begin(world, adjusts=True).title.startswith("Kế hoạch điều chỉnh thực hiện ")
    with pytest.raises(policies.AlreadyBegun, match="đang được dự thảo"):
        begin(world, adjusts=True)
    Paper.objects.filter(state="draft").update(state="withdrawn")
    begin(world, adjusts=True)


def test_a_dated_duty_that_was_fulfilled_is_not_asked_for_again(world: World) -> None:
    _routine, dated = world.obligations()
    before = begin(world)
    Task.objects.filter(obligations=dated).update(state="done", done_on=date(2025, 4, 20))
    assert begin(world, year=2026).tasks.count() == before.tasks.count() - 1


def test_the_months_that_are_left_begin_with_this_one(world: World) -> None:
    plan = begin(world, kind="remaining")
    assert (plan.first_day, plan.last_day) == (date(2025, 7, 1), date(2025, 12, 31))


def test_a_plan_is_refused_outside_the_programme_and_to_strangers(world: World) -> None:
    with pytest.raises(Refused, match="ngoài thời gian"):
        begin(world, year=2031)
    with pytest.raises(Refused, match="không thuộc"):
        begin(world, agency=world.peoples)
    world.programme.state = Programme.State.DRAFT
    with pytest.raises(Refused, match="đang rà soát"):
        begin(world)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("ngày 15 tháng 12 năm 2026", date(2026, 12, 15)),
        ("trước 30/11/2027", date(2027, 11, 30)),
        ("trước 15/11 hằng năm", date(2025, 11, 15)),
        ("quý IV", date(2025, 12, 31)),
        ("trước 31/02", date(2025, 12, 31)),
    ],
)
def test_a_day_in_the_text_becomes_the_day_of_the_plan_year(written: str, day: date) -> None:
    plan = Plan(year=2025, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31))
    assert origins.due_day(written, plan) == day


def test_its_title_is_vietnamese_whatever_language_its_writer_reads(world: World) -> None:
    with override("en"):
        plan = begin(world, kind="remaining", with_obligations=False)
    assert plan.title.startswith("Kế hoạch thực hiện ")
    assert plan.title.endswith(" trong các tháng còn lại của năm 2025")


def test_a_code_means_one_task_of_the_year_whichever_plan_it_is_in(world: World) -> None:
    plan = world.plan()
    change = TaskChange(title="Tập huấn cho cán bộ xã", lead=world.culture)
    made = [tasks.add(plan=plan, change=change, by=world.focal) for _ in range(2)]
    assert [each.code for each in made] == ["25.NV.01", "25.NV.02"]
    outside = tasks.add(plan=None, change=change, by=world.focal, programme=world.programme)
    assert outside.code == "25.NV.03"
    left = tasks.add(plan=world.plan(kind="remaining"), change=change, by=world.focal)
    next_year = tasks.add(plan=world.plan(year=2026), change=change, by=world.focal)
    assert (left.code, next_year.code) == ("25.NV.04", "26.NV.01")


def test_a_task_before_the_programme_or_without_words_is_refused(world: World) -> None:
    plan = world.plan()
    early = TaskChange(title="Tập huấn", lead=world.culture, due=date(2024, 1, 5))
    with pytest.raises(Refused, match="trước ngày ký"):
        tasks.add(plan=plan, change=early, by=world.focal)
    with pytest.raises(Refused, match="thiếu nội dung"):
        tasks.add(plan=plan, change=TaskChange(title=" ", lead=world.culture), by=world.focal)
