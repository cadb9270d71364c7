"""A small programme with agencies, a plan of the year, a period and a regime."""

import datetime
from dataclasses import dataclass

import pytest

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.programmes.models import Party, Programme, Provision
from nhipcau.ledger.reports.levels import Level
from nhipcau.ledger.reports.models import Deadline, Regime, Report
from nhipcau.ledger.reports.opening import open_reports
from nhipcau.ledger.testing import ProgrammeFactory, ProvisionFactory
from nhipcau.ledger.work.models import Plan, Task

YEAR = 2025


@dataclass
class Scene:
    """What a test of reports begins with."""

    programme: Programme
    point: Provision
    plan: Plan
    period: Period
    regime: Regime
    unit: Agency
    focal: Agency
    officer: User
    leader: User
    receiver: User

    def task(self, number: int, **said: object) -> Task:
        given: dict[str, object] = {
            "programme": self.programme,
            "plan": self.plan,
            "code": f"25.I1.{number:02}",
            "title": f"Biên soạn tài liệu tiếng Tày số {number}",
            "provision": self.point,
            "lead": self.unit,
            "due": datetime.date(YEAR, 9, 30),
            **said,
        }
        return Task.objects.create(**given)

    def report(self, level: str = Level.UNIT) -> Report:
        open_reports(regime=self.regime, period=self.period, by=None)
        return Report.objects.get(level=level, agency=self.at(level))

    def at(self, level: str) -> Agency:
        return self.unit if level == Level.UNIT else self.focal


@pytest.fixture
def scene(db: None) -> Scene:
    return make_scene()


def make_scene() -> Scene:
    programme = ProgrammeFactory.create(state="published")
    point = ProvisionFactory.create(
        programme=programme, address="I.1.a", marker="a)", kind="point",
        text="Biên soạn tài liệu truyền thông bằng tiếng Tày, tiếng Nùng.",
    )  # fmt: skip
    ministry = AgencyFactory.create(name="Bộ Văn hóa (ví dụ)", level="central")
    focal = AgencyFactory.create(name="Cục Thông tin (ví dụ)", level="central", parent=ministry)
    unit = AgencyFactory.create(name="Trung tâm Tư liệu (ví dụ)", level="central", parent=ministry)
    Party.objects.create(
        programme=programme,
        order=1,
        name_as_signed="Bộ Văn hóa",
        agency=ministry,
        focal_point=focal,
    )
    period = Period.objects.create(
        programme=programme,
        kind=Period.Kind.YEAR,
        year=YEAR,
        label=f"Năm {YEAR}",
        first_day=datetime.date(YEAR - 1, 12, 15),
        closing_day=datetime.date(YEAR, 12, 14),
    )
    regime = Regime.objects.create(
        code="vi-du-nam", programme=programme, kind=Regime.Kind.PERIODIC,
        name="Báo cáo kết quả thực hiện chương trình phối hợp", content="Kết quả theo từng điểm",
        reporters="Đơn vị chủ trì nhiệm vụ", receiver="Cơ quan đầu mối",
        method="Văn bản điện tử", deadline_words="Trước ngày 20 tháng 12",
        frequency=Period.Kind.YEAR, closing_words="Ngày 14 tháng 12",
        outline_kind="unit-report", outlines={"joint": "joint-review-report"}, legal_basis="Thông tư ví dụ",
        levels=["unit", "department", "commune", "party", "joint"], source="ví dụ",
    )  # fmt: skip
    Deadline.objects.create(regime=regime, level=Level.UNIT, month=12, day=20, source="ví dụ")
    plan = Plan.objects.create(
        programme=programme, kind=Plan.Kind.YEAR, year=YEAR, title="Kế hoạch năm 2025",
        first_day=datetime.date(YEAR, 1, 1), last_day=datetime.date(YEAR, 12, 31),
    )  # fmt: skip
    people = {
        "officer": (unit, Role.OFFICER),
        "leader": (unit, Role.LEADER),
        "receiver": (focal, Role.FOCAL_POINT),
    }
    made = {
        name: MembershipFactory.create(agency=agency, role=role).user
        for name, (agency, role) in people.items()
    }
    return Scene(programme, point, plan, period, regime, unit, focal, **made)
