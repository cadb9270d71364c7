"""What waits for whom; the calendar and the mail that tell it outside, without its words."""

from datetime import date

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from nhipcau.agencies.models import User
from nhipcau.ledger.testing import TaskFactory
from nhipcau.ledger.work import digests, feeds, visibility, worklist
from nhipcau.ledger.work.actions.directives import Said, record
from nhipcau.ledger.work.models import CalendarFeed, Directive, Task

from .test_visibility import LADDER
from .world import TODAY, World

pytestmark = pytest.mark.usefixtures("in_july")
TITLE = "Biên soạn tài liệu tiếng Tày"


@pytest.fixture
def late(world: World) -> Task:
    visibility.load(LADDER)
    made: Task = TaskFactory.create(
        plan=world.plan(), lead=world.unit, asked_by=world.culture, title=TITLE,
        due=date(2025, 7, 9), state="ongoing",
    )  # fmt: skip
    return made


def test_lateness_waits_for_the_unit_and_its_leader_and_nobody_else(
    late: Task, world: World
) -> None:
    for user in (world.officer, world.leader, world.focal):
        items = worklist.items(user, TODAY)
        assert [(each.title, each.tone) for each in items] == [(TITLE, "late")]
    assert worklist.items(world.other, TODAY) == []


def test_a_confirmation_waits_for_who_asked_and_not_for_who_proposed(
    late: Task, world: World
) -> None:
    Task.objects.filter(pk=late.pk).update(state="awaiting", proposed_by=world.leader.uuid)
    assert worklist.items(world.leader, TODAY) == []
    (item,) = worklist.items(world.focal, TODAY)
    assert item.action == "Xác nhận"


def test_an_extension_that_was_asked_for_waits(late: Task, world: World) -> None:
    Task.objects.filter(pk=late.pk).update(asked_due=date(2025, 8, 1))
    assert "Quyết định" in {each.action for each in worklist.items(world.leader, TODAY)}


def test_a_room_adds_its_rows_once(world: World) -> None:
    def source(user: User, on: date) -> list[worklist.Item]:
        return [worklist.Item("Báo cáo quý", "chờ tiếp nhận", "/")]

    worklist.provide(source)
    worklist.provide(source)
    try:
        assert [each.title for each in worklist.items(world.other, TODAY)] == ["Báo cáo quý"]
    finally:
        worklist._sources.remove(source)


def test_the_page_says_what_waits_first(late: Task, world: World) -> None:
    client = Client()
    client.force_login(world.officer)
    page = client.get(reverse("ledger:work-list"))
    assert TITLE in page.text
    assert "1 việc quá hạn" in page.text
    assert f"hạn 09/7/2025 · mã {late.code}" in page.text


def test_a_document_that_nobody_gave_on_says_what_it_asks_for(world: World) -> None:
    said = Said(
        kind=Directive.Kind.INCOMING, issued_on=date(2025, 7, 1), number="18/VD-CV",
        issuer="Cơ quan cấp trên", summary="Tăng cường thông tin ở các xã biên giới.",
    )  # fmt: skip
    made = record(programme=world.programme, said=said, agency=world.unit, by=world.officer)
    (item,) = worklist.items(world.officer, TODAY)
    assert item.title == "18/VD-CV: Tăng cường thông tin ở các xã biên giới."
    client = Client()
    client.force_login(world.officer)
    assert '<h1 class="long" lang="vi">18/VD-CV: Tăng' in client.get(made.get_absolute_url()).text


def test_a_calendar_is_read_by_its_secret_until_it_is_taken_back(late: Task, world: World) -> None:
    client = Client()
    client.force_login(world.officer)
    page = client.post(reverse("ledger:calendar-make"), follow=True)
    address = page.context["calendar"]
    assert address in page.text
    assert address not in client.get(reverse("ledger:work-list")).text, "it is shown once"
    answer = Client().get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event.decoded("dtstart") == date(2025, 7, 9)
    assert late.code in str(event["summary"])
    assert TITLE not in answer.content.decode()
    client.post(reverse("ledger:calendar-take-back"))
    assert Client().get(address).status_code == 404


def test_a_new_address_ends_the_one_before(world: World) -> None:
    first = feeds.make(user=world.officer)
    second = feeds.make(user=world.officer)
    assert feeds.whose(first) is None
    assert feeds.whose(second) == world.officer
    kept = CalendarFeed.objects.values_list("secret_hash", flat=True)
    assert not {first, second} & set(kept)


def test_a_summary_goes_once_a_day_to_those_who_asked_and_tells_no_titles(
    late: Task, world: World
) -> None:
    assert digests.send_all(TODAY) == 0
    digests.choose(user=world.officer, is_wanted=True)
    digests.choose(user=world.other, is_wanted=True)
    assert digests.send_all(TODAY) == 1
    assert digests.send_all(TODAY) == 0
    (sent,) = mail.outbox
    assert sent.to == [world.officer.email]
    assert "nhiệm vụ đến hạn: 01" in sent.body
    assert "quá hạn: 01" in sent.body
    assert TITLE not in sent.body
    assert digests.send_all(date(2025, 7, 26)) == 0, "not on a Saturday"
