"""A small house of two sides for the tests of the work: units, people, a programme, a plan."""

import datetime
from dataclasses import dataclass, field

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.obligations.models import Obligation, Part
from nhipcau.ledger.programmes.models import Party, Programme, Provision
from nhipcau.ledger.testing import PlanFactory, ProgrammeFactory, ProvisionFactory
from nhipcau.ledger.work.models import Plan

TODAY = datetime.date(2025, 7, 21)
SENTENCES = (
    ("I.1.a", "Sở Văn hóa chủ trì biên soạn tài liệu tiếng Tày, tiếng Nùng.", "routine", ""),
    ("I.1.b", "Tổ chức ngày hội đọc sách ở các xã biên giới.", "dated", "trước 21/4 hằng năm"),
)


def person(agency: Agency, role: Role) -> User:
    user: User = MembershipFactory.create(agency=agency, role=role).user
    return user


@dataclass
class World:
    """Two departments that signed, units below them, one person for each part played."""

    culture: Agency = field(default_factory=lambda: AgencyFactory.create(name="Sở Văn hóa"))
    peoples: Agency = field(default_factory=lambda: AgencyFactory.create(name="Sở Dân tộc"))

    def __post_init__(self) -> None:
        self.unit: Agency = AgencyFactory.create(name="Phòng Thông tin cơ sở", parent=self.culture)
        self.programme: Programme = ProgrammeFactory.create(state=Programme.State.PUBLISHED)
        for order, agency in enumerate((self.culture, self.peoples), start=1):
            Party.objects.create(
                programme=self.programme, order=order, name_as_signed=agency.full_name,
                agency=agency,
            )  # fmt: skip
        self.officer = person(self.unit, Role.OFFICER)
        self.colleague = person(self.unit, Role.OFFICER)
        self.leader = person(self.culture, Role.LEADER)
        self.focal = person(self.culture, Role.FOCAL_POINT)
        self.other = person(self.peoples, Role.FOCAL_POINT)

    def plan(self, **given: object) -> Plan:
        plan: Plan = PlanFactory.create(programme=self.programme, **given)
        return plan

    def obligations(self) -> list[Obligation]:
        """One routine duty and one with a day, both confirmed, both led by the first side."""
        made = []
        for address, words, kind, due in SENTENCES:
            provision: Provision = ProvisionFactory.create(
                programme=self.programme, address=address, text=words
            )
            obligation = Obligation.objects.create(
                provision=provision, line=1, kind=kind, due=due,
                state=Obligation.State.CONFIRMED,
            )  # fmt: skip
            for order, (role, agency) in enumerate(
                (("lead", self.culture), ("partner", self.peoples)), start=1
            ):
                Part.objects.create(
                    obligation=obligation, order=order, role=role, agency=agency,
                    name_as_written=agency.full_name,
                )  # fmt: skip
            made.append(obligation)
        return made
