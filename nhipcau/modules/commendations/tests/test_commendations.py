"""From a launched emulation to a decision that is recorded; who may see whose file."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory, UserFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.public import Programme, lodge
from nhipcau.ledger.testing import ProgrammeFactory, load_outlines
from nhipcau.modules.commendations import actions
from nhipcau.modules.commendations.actions import Proposed
from nhipcau.modules.commendations.loading import load
from nhipcau.modules.commendations.models import Award, Emulation, Nomination
from nhipcau.modules.commendations.papers import fill_awards
from nhipcau.modules.commendations.policies import Stale
from nhipcau.standards.nd30.document import Table

pytestmark = pytest.mark.django_db


def person_of(agency: Agency, role: Role) -> User:
    user = UserFactory.create()
    MembershipFactory.create(user=user, agency=agency, role=role)
    return user


class World:
    """A ministry that launches and decides, a unit that nominates, a province that manages."""

    def __init__(self) -> None:
        load_outlines()
        load()
        self.programme: Programme = ProgrammeFactory.create(state=Programme.State.PUBLISHED)
        self.ministry = AgencyFactory.create(name="Bộ Văn hóa (ví dụ)")
        self.unit = AgencyFactory.create(name="Sở Văn hóa (ví dụ)")
        self.province = AgencyFactory.create(name="Ủy ban nhân dân tỉnh (ví dụ)")
        self.officer = person_of(self.unit, Role.OFFICER)
        self.leader = person_of(self.ministry, Role.LEADER)
        self.manager = person_of(self.province, Role.LEADER)
        today = clock.today()
        self.emulation = actions.launch(
            programme=self.programme, title="Thi đua vì thông tin cơ sở (ví dụ)",
            agency=self.ministry, criteria="Có tài liệu song ngữ", by=self.leader,
            first_day=date(today.year, 1, 1), last_day=date(today.year, 12, 31),
        )  # fmt: skip

    def proposed(self, **changes: object) -> Proposed:
        said = {
            "award": Award.objects.get(code="bang-khen-bo"), "route": "own",
            "is_collective": True, "name": "Đài truyền thanh xã (ví dụ)", "post": "",
            "decided_at": self.ministry, "managing": self.province,
            "achievement": "Phát chuyên mục tiếng Tày.", **changes,
        }  # fmt: skip
        return Proposed(**said)  # type: ignore[arg-type]

    def nominated(self, **changes: object) -> Nomination:
        return actions.nominate(
            emulation=self.emulation, unit=self.unit, proposed=self.proposed(**changes),
            by=self.officer,
        )  # fmt: skip

    def reviewed(self, votes: int = 9, **changes: Any) -> Nomination:
        made = self.nominated(**changes)
        actions.send(nomination=made, version=made.version, by=self.officer)
        if made.managing_id:
            actions.attest(nomination=made, agrees=True, version=made.version, by=self.manager)
        actions.vote(
            nomination=made, votes_for=votes, votes_all=10, version=made.version, by=self.leader
        )
        return made


@pytest.fixture
def world() -> World:
    return World()


def test_a_file_is_seen_by_its_unit_and_once_sent_by_those_who_decide(world: World) -> None:
    made = world.nominated()
    other = person_of(AgencyFactory.create(name="Sở khác (ví dụ)"), Role.LEADER)
    focal = person_of(world.ministry, Role.FOCAL_POINT)

    def seen_by() -> set[User]:
        people = {world.officer, world.leader, world.manager, other, focal}
        return {each for each in people if Nomination.objects.visible_to(each).exists()}

    assert seen_by() == {world.officer}
    actions.send(nomination=made, version=made.version, by=world.officer)
    assert seen_by() == {world.officer, world.leader, world.manager}


def test_one_achievement_is_nominated_once(world: World) -> None:
    first = world.nominated()
    with pytest.raises(Refused, match="Mỗi thành tích chỉ khen một lần"):
        world.nominated(name="đài truyền thanh xã (ví dụ)")
    actions.withdraw(nomination=first, version=first.version, by=world.officer)
    world.nominated()


def test_only_the_unit_itself_nominates(world: World) -> None:
    with pytest.raises(Refused, match="do chính đơn vị bình xét"):
        actions.nominate(
            emulation=world.emulation, unit=world.unit, proposed=world.proposed(), by=world.leader
        )


def test_an_award_of_the_past_is_refused(world: World) -> None:
    Award.objects.filter(code="bang-khen-bo").update(last_day=date(2025, 12, 31))
    with pytest.raises(Refused, match="không còn hoặc chưa áp dụng"):
        world.nominated()


def test_the_council_waits_for_the_managing_agency(world: World) -> None:
    made = world.nominated()
    actions.send(nomination=made, version=made.version, by=world.officer)
    with pytest.raises(Refused, match="còn chờ ý kiến hiệp y"):
        actions.vote(
            nomination=made, votes_for=9, votes_all=10, version=made.version, by=world.leader
        )
    with pytest.raises(Refused, match="không thuộc cơ quan quản lý"):
        actions.attest(nomination=made, agrees=True, version=made.version, by=world.leader)


@pytest.mark.parametrize(("votes", "may"), [(7, False), (8, True), (10, True)])
def test_an_award_of_the_state_needs_its_share_of_votes(
    world: World, votes: int, may: bool
) -> None:
    made = world.reviewed(votes, award=Award.objects.get(code="bang-khen-ttg"), route="higher")
    given = {"emulation": world.emulation, "agency": world.ministry, "nominations": [made]}
    if may:
        assert actions.submit(**given, by=world.leader).kind == "award-submission"  # type: ignore[arg-type]
    else:
        with pytest.raises(Refused, match="cần ít nhất 80%"):
            actions.submit(**given, by=world.leader)  # type: ignore[arg-type]


def test_a_recorded_decision_decides_its_nominations(world: World) -> None:
    person: dict[str, Any] = {
        "is_collective": False,
        "name": "Lò Thị Hoa (ví dụ)",
        "post": "Phó Trưởng phòng",
    }
    both = [world.reviewed(), world.reviewed(managing=None, **person)]
    paper = actions.draft_decision(
        emulation=world.emulation, agency=world.ministry, nominations=both, by=world.leader
    )
    filled = fill_awards(paper)
    table = filled.annexes[0].blocks[0]
    assert isinstance(table, Table)
    assert table.head == ("TT", "Tên tập thể, cá nhân", "Chức vụ", "Đơn vị", "Hình thức")
    said = " ".join(each.text for each in filled.blocks["awards"])  # type: ignore[union-attr]
    assert "Bằng khen của Bộ trưởng: 01 tập thể, 01 cá nhân." in said
    actions.decided(paper, world.leader)
    assert set(Nomination.objects.values_list("state", flat=True)) == {"decided"}


def test_the_unit_attaches_its_own_evidence(world: World) -> None:
    today = clock.today()
    for agency in (world.unit, world.ministry):
        lodge(
            programme=world.programme, kind="document", agency=agency, day=today,
            summary=f"Ban hành hướng dẫn của {agency.full_name}", by=world.officer,
        )  # fmt: skip
    made = world.nominated()
    assert actions.attach_evidence(nomination=made, by=world.officer) == 1
    assert "Sở Văn hóa" in made.evidence[0][2]


def test_whoever_comes_second_is_told(world: World) -> None:
    made = world.nominated()
    actions.send(nomination=made, version=1, by=world.officer)
    with pytest.raises(Stale, match="vừa được người khác cập nhật"):
        actions.withdraw(nomination=made, version=1, by=world.officer)


def test_the_pages_from_nomination_to_submission(world: World, client: Client) -> None:
    client.force_login(world.officer)
    said = {
        "is_collective": "1", "name": "Đài truyền thanh xã (ví dụ)", "post": "",
        "award": str(Award.objects.get(code="bang-khen-bo").pk), "route": "own",
        "decided_at": "Bộ Văn hóa (ví dụ)", "managing": "", "achievement": "Phát chuyên mục.",
    }  # fmt: skip
    client.post(reverse("commendations:nominate", args=[world.emulation.uuid]), said)
    made = Nomination.objects.get()
    client.post(reverse("commendations:send", args=[made.uuid]), {"version": made.version})
    client.force_login(world.leader)
    made.refresh_from_db()
    votes = {"votes_for": "9", "votes_all": "10", "version": made.version}
    client.post(reverse("commendations:vote", args=[made.uuid]), votes)
    page = client.get(world.emulation.get_absolute_url()).content.decode()
    assert "Soạn tờ trình" in page
    sent = client.post(
        reverse("commendations:submit", args=[world.emulation.uuid]), {"chosen": [made.pk]}
    )
    assert sent.status_code == 302
    assert Emulation.objects.get().papers.count() == 1
