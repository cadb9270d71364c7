"""Sơ kết: a conference, a report, a conclusion notice; notes stay at home; proposals are followed."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from icalendar import Calendar

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import composing, loading
from nhipcau.ledger.reports import final, proposing, review_papers, reviewing, sending
from nhipcau.ledger.reports.account import Account, Counts, Point
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import PrivateNote, Report, Review
from nhipcau.ledger.work.models import Directive

from .conftest import Scene

# Every test lives a reporting year of its own.
pytestmark = pytest.mark.machine

AT = timezone.make_aware(datetime.datetime(2026, 1, 9, 8, 0))
MEETING = reviewing.Meeting(
    AT, AT + datetime.timedelta(hours=3), "Hội trường A (ví dụ)", "Lãnh đạo hai bên",
    "Lãnh đạo các đơn vị\nĐại diện địa phương",
)  # fmt: skip
AGENDA = [
    reviewing.Item(30, "Báo cáo kết quả năm 2025", "Cục Thông tin"),
    reviewing.Item(60, "Thảo luận"),
]


@pytest.fixture
def review(scene: Scene) -> Review:
    loading.load()
    return reviewing.begin(
        programme=scene.programme, kind="annual", year=2025, lead=scene.focal, by=scene.receiver
    )


def test_the_conference_is_invited_to_and_goes_into_calendars(review: Review, scene: Scene) -> None:
    held = reviewing.hold(review=review, meeting=MEETING, agenda=AGENDA, by=scene.receiver)
    paper = reviewing.invite(conference=held, by=scene.receiver)
    document = composing.compose(paper)
    words = "\n".join(composing.text_of(document))
    assert "Thời gian: 08 giờ 00, ngày 09 tháng 01 năm 2026." in words
    assert "08 giờ 30 - 09 giờ 30 | Thảo luận" in words
    again = reviewing.hold(review=review, meeting=MEETING, agenda=AGENDA, by=scene.receiver)
    (entry,) = Calendar.from_ical(review_papers.calendar(again)).walk("VEVENT")
    assert entry["sequence"] == 1
    assert entry.decoded("dtstart") == AT
    assert "60 phút: Thảo luận" in str(entry["description"])


def test_conclusions_are_where_tasks_come_from(review: Review, scene: Scene) -> None:
    conclusion = reviewing.Conclusion(
        scene.unit, "Hoàn thiện kho tư liệu.", datetime.date(2026, 6, 30)
    )
    paper = reviewing.conclude(review=review, conclusions=[conclusion], by=scene.receiver)
    directive = Directive.objects.get(paper=paper)
    assert (directive.kind, directive.agency) == ("conclusion", scene.unit)
    said = composing.text_of(composing.compose(paper))
    assert (
        "1. Trung tâm Tư liệu (ví dụ) chủ trì: Hoàn thiện kho tư liệu; "
        "hoàn thành trước ngày 30/6/2026." in said
    )


def test_titles_are_vietnamese_whatever_language_their_writer_reads(
    review: Review, scene: Scene
) -> None:
    held = reviewing.hold(review=review, meeting=MEETING, agenda=(), by=scene.receiver)
    with override("en"):
        invitation = reviewing.invite(conference=held, by=scene.receiver)
        notice = reviewing.conclude(review=review, conclusions=[], by=scene.receiver)
    assert invitation.title.startswith("Dự Hội nghị sơ kết năm 2025 việc thực hiện ")
    assert notice.title.startswith("Kết luận tại Hội nghị sơ kết năm 2025 việc thực hiện ")


def test_only_the_lead_runs_a_review(review: Review, scene: Scene) -> None:
    with pytest.raises(Refused, match="không thuộc cơ quan chủ trì"):
        reviewing.hold(review=review, meeting=MEETING, agenda=(), by=scene.officer)


def test_a_private_note_is_read_by_its_own_side_only(
    client: Client, review: Review, scene: Scene
) -> None:
    reviewing.note(
        review=review, agency=scene.focal, words="Bên kia phối hợp chậm.", by=scene.receiver
    )
    other = MembershipFactory.create(agency=AgencyFactory.create(), role=Role.FOCAL_POINT).user
    leader = MembershipFactory.create(agency=scene.focal, role=Role.AUDITOR).user
    readers: dict[User, bool] = {
        scene.receiver: True,
        other: False,
        scene.officer: False,
        leader: False,
    }
    for person, reads in readers.items():
        assert PrivateNote.objects.visible_to(person).exists() == reads
        client.force_login(person)
        page = client.get(review.get_absolute_url()).content.decode()
        assert "<h1>Sơ kết năm 2025</h1>" in page
        assert ("Bên kia phối hợp chậm." in page) == reads


def test_a_proposal_is_followed_until_it_is_answered_and_planned(scene: Scene) -> None:
    scene.task(1)
    report = scene.report()
    draft(report=report)
    said = proposing.Said("proposal", "Giao kinh phí từ quý I", "Cục Thông tin", scene.focal)
    row = proposing.propose(report=report, said=said, by=scene.officer)
    texts = [line.words for section in report.sections.all() for line in section.lines.all()]
    assert "Kiến nghị với Cục Thông tin: Giao kinh phí từ quý I." in texts
    answer = proposing.Answer("Đồng ý.", "Công văn số 15/VD", timezone.localdate())
    with pytest.raises(Refused, match="không thuộc cơ quan được kiến nghị"):
        proposing.answer(proposal=row, answer=answer, by=scene.officer)
    row = proposing.answer(proposal=row, answer=answer, by=scene.receiver)
    with pytest.raises(Refused, match="đã được trả lời"):
        proposing.answer(proposal=row, answer=answer, by=scene.receiver)
    directive = proposing.take_into_plan(proposal=row, agency=scene.focal, by=scene.receiver)
    assert directive.kind == Directive.Kind.PROPOSAL
    assert (
        proposing.take_into_plan(proposal=row, agency=scene.focal, by=scene.receiver) == directive
    )


def test_the_final_review_adds_what_was_finished_and_carries_over_once() -> None:
    def year(number: int, **counts: int) -> final.Year:
        point = Point("I.1", "Truyền thông", 1, Counts(**counts))
        return final.Year(number, Account(points=(point,)), Report())

    held = [year(2024, on_time=3, ongoing=2), year(2025, on_time=4, late=1, overdue=1)]
    counts = final.together(held)
    assert (counts.done, counts.dated) == (8, 9)
    assert final.sentences(held)[-1].text == (
        "Cả giai đoạn 2024 - 2025: đã hoàn thành 08 nhiệm vụ, đạt 88,9%; ghi nhận 0 minh chứng."
    )


def test_the_final_review_stands_on_what_was_sent(scene: Scene) -> None:
    joint = scene.report("joint")
    draft(report=joint)
    sending.send(report=joint, version=joint.version, by=scene.receiver)
    review = Review.objects.create(
        programme=scene.programme, kind="final", year=2030, lead=scene.focal
    )
    assert [each.year for each in final.years(review)] == [2025]


def test_the_pages_of_a_review_work_without_scripts(
    client: Client, review: Review, scene: Scene
) -> None:
    client.force_login(scene.receiver)
    address = reverse("ledger:annual-review-hold", args=[review.uuid])
    given = {
        "day": "2026-01-09", "starts": "08:00", "ends": "11:00", "venue": "Hội trường A",
        "chair": "Lãnh đạo hai bên", "agenda": "30 | Báo cáo\nsai",
    }  # fmt: skip
    assert "Dòng 2 phải ghi" in client.post(address, given).content.decode()
    page = client.post(address, {**given, "agenda": "30 | Báo cáo"}, follow=True)
    assert "30 phút: Báo cáo" in page.content.decode()
