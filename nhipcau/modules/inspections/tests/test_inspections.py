"""An inspection from the year's plan to a remedy that a named other person confirmed."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory, UserFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.public import Evidence, Programme
from nhipcau.ledger.testing import ProgrammeFactory, load_outlines
from nhipcau.modules.inspections import actions, papers
from nhipcau.modules.inspections.actions import Noted, Planned
from nhipcau.modules.inspections.models import Check, Inspection, Member, Result
from nhipcau.modules.inspections.policies import Stale

pytestmark = pytest.mark.django_db
DAY = date(2026, 8, 3)


@pytest.fixture
def programme() -> Programme:
    load_outlines()
    return ProgrammeFactory.create(state=Programme.State.PUBLISHED)


def person_of(agency: Agency, role: Role) -> User:
    user = UserFactory.create()
    MembershipFactory.create(user=user, agency=agency, role=role)
    return user


class Team:
    """The leading agency with its inspector, and a unit with its officer."""

    def __init__(self, programme: Programme) -> None:
        self.leads = AgencyFactory.create(name="Vụ Tuyên truyền (ví dụ)")
        self.unit = AgencyFactory.create(name="Sở Văn hóa (ví dụ)")
        self.inspector = person_of(self.leads, Role.INSPECTOR)
        self.officer = person_of(self.unit, Role.OFFICER)
        self.programme = programme

    def plan(self, **changes: object) -> Inspection:
        planned = {
            "year": 2026, "title": "Kiểm tra thông tin cơ sở (ví dụ)", "leads": self.leads,
            "unit": self.unit, "first_day": DAY, "last_day": DAY, **changes,
        }  # fmt: skip
        return actions.plan(
            programme=self.programme,
            planned=Planned(**planned),  # type: ignore[arg-type]
            by=self.inspector,
        )

    def staffed(self) -> Inspection:
        inspection = self.plan()
        for role in (Member.Role.HEAD, Member.Role.SECRETARY):
            actions.name_member(
                inspection=inspection, name=f"{role.label} (ví dụ)", post="Chuyên viên",
                agency=self.leads, role=role, by=self.inspector,
            )  # fmt: skip
        return inspection

    def decided(self) -> Inspection:
        """With a team and a decision whose number and day are recorded."""
        inspection = self.staffed()
        paper = actions.begin_paper(
            inspection=inspection, kind="inspection-decision", by=self.inspector
        )
        type(paper).objects.filter(pk=paper.pk).update(
            state="issued", number="12/QĐ-TTTT", issued_on=DAY - timedelta(days=20)
        )
        return Inspection.objects.for_page().get(pk=inspection.pk)


@pytest.fixture
def team(programme: Programme) -> Team:
    return Team(programme)


def test_a_unit_has_one_team_at_a_time(team: Team) -> None:
    team.plan()
    with pytest.raises(Refused, match="đã có đoàn khác trong những ngày này"):
        team.plan(last_day=DAY + timedelta(days=3))
    team.plan(first_day=DAY + timedelta(days=1), last_day=DAY + timedelta(days=2))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"last_day": DAY - timedelta(days=1)}, "ngày kết thúc trước ngày bắt đầu"),
        ({"leads": "unit"}, "không thuộc cơ quan chủ trì đoàn"),
        ({"unit": "leads"}, "cơ quan chủ trì và đơn vị được kiểm tra là một"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(
    team: Team, changes: dict[str, object], sentence: str
) -> None:
    given = {k: getattr(team, v) if isinstance(v, str) else v for k, v in changes.items()}
    with pytest.raises(Refused, match=sentence):
        team.plan(**given)


def test_the_unit_sees_it_only_once_it_was_announced(team: Team) -> None:
    inspection = team.decided()
    assert not Inspection.objects.visible_to(team.officer).exists()
    stranger = person_of(AgencyFactory.create(name="Cơ quan khác (ví dụ)"), Role.LEADER)
    with pytest.raises(Refused, match="đề cương còn trống"):
        actions.announce(inspection=inspection, by=team.inspector)
    actions.ask(inspection=inspection, questions=["Số lớp đã mở"], by=team.inspector)
    actions.announce(inspection=inspection, by=team.inspector)
    assert Inspection.objects.visible_to(team.officer).get() == inspection
    assert not Inspection.objects.visible_to(stranger).exists()


def test_from_outline_to_a_confirmed_remedy(team: Team) -> None:
    inspection = team.decided()
    actions.ask(inspection=inspection, questions=["Số lớp đã mở"], by=team.inspector)
    actions.announce(inspection=inspection, by=team.inspector)
    question = inspection.questions.get()
    actions.report(inspection=inspection, answers=[(question, "Đã mở 02 lớp.")], by=team.officer)
    actions.find(
        inspection=inspection, kind=Result.Kind.ACHIEVED, words="Đã mở 02 lớp.", by=team.inspector
    )
    short = actions.find(
        inspection=inspection, kind=Result.Kind.SHORTCOMING, words="Chưa có tài liệu song ngữ",
        cause="thiếu người dịch", by=team.inspector,
    )  # fmt: skip
    actions.explain(result=short, words="Đang hợp đồng biên dịch", by=team.officer)
    actions.close_minutes(inspection=fresh(inspection), by=team.inspector)
    with pytest.raises(Refused, match="biên bản đã kết thúc"):
        actions.find(
            inspection=fresh(inspection), kind=Result.Kind.ACHIEVED, words="Thêm", by=team.inspector
        )
    asked = actions.recommend(
        inspection=fresh(inspection), words="Bổ sung tài liệu song ngữ", to=team.unit,
        due=clock.today() + timedelta(days=30), follower=team.inspector, by=team.inspector,
    )  # fmt: skip
    with pytest.raises(Refused, match="chưa gửi kết quả khắc phục"):
        actions.confirm(recommendation=asked, version=asked.version, by=team.inspector)
    actions.mend(recommendation=asked, remedy="Đã có 01 tài liệu", version=1, by=team.officer)
    with pytest.raises(Refused, match="người theo dõi kiến nghị này là"):
        actions.confirm(recommendation=asked, version=asked.version, by=team.officer)
    with pytest.raises(Stale, match="vừa được người khác cập nhật"):
        actions.confirm(recommendation=asked, version=1, by=team.inspector)
    actions.confirm(recommendation=asked, version=asked.version, by=team.inspector)
    assert asked.is_confirmed


@pytest.mark.parametrize(("is_example", "mark"), [(True, " (ví dụ)"), (False, "")])
def test_a_conclusion_is_evidence_and_of_an_example_it_says_so(
    team: Team, is_example: bool, mark: str
) -> None:
    team.unit.names.update(name="Sở Văn hóa tỉnh Lạng Sơn")
    inspection = team.decided()
    Inspection.objects.filter(pk=inspection.pk).update(is_example=is_example)
    kind = "inspection-conclusion"
    paper = actions.begin_paper(inspection=fresh(inspection), kind=kind, by=team.inspector)
    papers.lodge(paper, team.inspector)
    evidence = Evidence.objects.get()
    assert evidence.kind == papers.EVIDENCE
    unit = "Sở Văn hóa tỉnh Lạng Sơn"
    assert evidence.said.summary == f"Kiểm tra việc thực hiện chương trình tại {unit}{mark}"


def test_minutes_that_list_only_faults_are_not_closed(team: Team) -> None:
    inspection = team.decided()
    actions.find(
        inspection=inspection, kind=Result.Kind.SHORTCOMING, words="Thiếu", by=team.inspector
    )
    with pytest.raises(Refused, match="chưa ghi kết quả đạt được"):
        actions.close_minutes(inspection=fresh(inspection), by=team.inspector)


def test_two_people_with_one_checklist_lose_nothing(team: Team) -> None:
    inspection = team.decided()
    check = actions.list_check(
        inspection=inspection, words="Đài xã hoạt động", provision=None, by=team.inspector
    )
    noted = [Noted(check, 1, "done", "Phát ngày 3 buổi")]
    actions.note_checks(inspection=inspection, noted=noted, by=team.inspector)
    with pytest.raises(Stale, match="vừa được người khác trong đoàn ghi"):
        actions.note_checks(inspection=inspection, noted=noted, by=team.inspector)
    assert Check.objects.get().note == "Phát ngày 3 buổi"


def test_the_pages_of_the_team_and_of_the_unit(team: Team, client: Client) -> None:
    inspection = team.decided()
    client.force_login(team.inspector)
    said = {"questions": "Số lớp đã mở\nKinh phí đã dùng"}
    client.post(reverse("inspections:outline", args=[inspection.uuid]), said)
    client.post(reverse("inspections:announce", args=[inspection.uuid]))
    client.post(
        reverse("inspections:add-check", args=[inspection.uuid]), {"words": "Đài xã hoạt động"}
    )
    page = client.get(reverse("inspections:checklist", args=[inspection.uuid])).content.decode()
    assert "Đài xã hoạt động" in page
    sent = {"1-outcome": "done", "1-note": "", "1-version": "1"}
    client.post(reverse("inspections:checklist", args=[inspection.uuid]), sent)
    assert Check.objects.get().outcome == "done"
    client.force_login(team.officer)
    page = client.get(inspection.get_absolute_url()).content.decode()
    assert "Báo cáo theo đề cương" in page
    assert "Kiểm tra tại chỗ" not in page
    client.post(reverse("inspections:report", args=[inspection.uuid]), {"q1": "02 lớp", "q2": ""})
    assert fresh(inspection).stage == Inspection.Stage.REPORTED


def fresh(inspection: Inspection) -> Inspection:
    return Inspection.objects.for_page().get(pk=inspection.pk)
