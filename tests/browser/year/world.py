"""Programme 922 in its third year: its sides, a unit of each, a province, a commune; and a calendar."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, CodeList, Place, PlaceName, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.evidence import periods
from nhipcau.ledger.papers import loading as outlines
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.reports import regimes
from nhipcau.ledger.reports.levels import Level
from nhipcau.ledger.reports.models import Proposal, Regime, Report
from nhipcau.ledger.reports.opening import open_reports
from nhipcau.ledger.testing import MERGED_ON, PERIOD_RULES, some_provinces
from nhipcau.ledger.work import visibility
from nhipcau.project import loading
from tests.browser.browser import Visit, visiting
from tests.programme_922 import load_922

YEAR = 2026
PATIENCE = 15_000  # milliseconds that a page is waited for on a busy machine
OUR_FOCAL, THEIR_FOCAL = "mcst-ttcs-ttdn", "mera-cds"
UNIT, OTHER_UNIT = "mcst-ptth", "mera-bao"
ASKED = "Tổ chức tuyên truyền về sắp xếp đơn vị hành chính bằng tiếng dân tộc"
PROPOSED = "Đề nghị bổ sung chuyên mục tiếng Hmông trên báo điện tử của hai bên"

# Who lives the year: for which agency, in which role.
PEOPLE = {
    "our focal point": (OUR_FOCAL, Role.FOCAL_POINT),
    "our officer": (OUR_FOCAL, Role.OFFICER),
    "our leader": ("mcst", Role.LEADER),
    "our clerk": ("mcst", Role.CLERK),
    "their focal point": (THEIR_FOCAL, Role.FOCAL_POINT),
    "their leader": ("mera", Role.LEADER),
    "their clerk": ("mera", Role.CLERK),
    "unit officer": (UNIT, Role.OFFICER),
    "unit leader": (UNIT, Role.LEADER),
    "other unit officer": (OTHER_UNIT, Role.OFFICER),
    "other unit leader": (OTHER_UNIT, Role.LEADER),
    "province officer": ("so-dttg-08", Role.OFFICER),
    "commune officer": ("ubnd-xa-08-1", Role.OFFICER),
}


@dataclass
class Year:
    """What every step of the year has: the site, the people, the programme; what came of it."""

    browser: Browser
    url: str
    programme: Programme
    people: dict[str, User]
    folder: Path
    held: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> str:
        return f"/chuong-trinh/{self.programme.slug}"

    @cached_property
    def signed(self) -> Path:
        """The signed file, as it comes from outside."""
        path = self.folder / "van-ban-da-ky.txt"
        path.write_text("Văn bản đã ký (ví dụ của bộ kiểm thử)", encoding="utf-8")
        return path

    @contextmanager
    def on(self, day: date, *, hour: int = 9) -> Iterator[None]:
        """Live on this day: the served site lives in this process, so it is that day there too."""
        moment = datetime(
            day.year, day.month, day.day, hour, tzinfo=timezone.get_fixed_timezone(420)
        )
        with time_machine.travel(moment, tick=True):
            yield

    @contextmanager
    def as_(self, who: str, *, width: int = 1280, script: bool = True) -> Iterator["Desk"]:
        """A window in which this person is signed in on the day it is."""
        # Beside the test's own transaction, so that the served site sees the session.
        with ThreadPoolExecutor(1) as beside:
            session = beside.submit(_sign_in, self.people[who]).result()
        with visiting(
            self.browser, width=width, session=session, site=self.url, script=script
        ) as visit:
            visit.page.set_default_timeout(PATIENCE)
            yield Desk(visit)
            assert visit.complaints == [], (who, visit.page.url)


@dataclass
class Desk:
    """One person before one page."""

    visit: Visit

    @property
    def page(self) -> Page:
        return self.visit.page

    def open(self, address: str, *, status: int = 200) -> None:
        self.visit.open(address, status=status)

    def press(self, name: str, *, inside: str = "main", turn: int = 0) -> None:
        """Press a button and wait for the page that it leads to."""
        button = self.page.locator(inside).get_by_role("button", name=name, exact=True).nth(turn)
        with self.page.expect_navigation():
            button.click()

    def follow(self, name: str, *, inside: str = "main", exact: bool = True) -> None:
        link = self.page.locator(inside).get_by_role("link", name=name, exact=exact).first
        with self.page.expect_navigation():
            link.click()

    def unfold(self, name: str, *, inside: str = "main") -> None:
        self.page.locator(inside).locator("summary", has_text=name).first.click()

    def fill(self, inside: str = "main", /, **said: str) -> None:
        """Say what goes into the fields of these names."""
        for name, value in said.items():
            found = self.page.locator(f"{inside} [name='{name}']").first
            if found.evaluate("each => each.tagName") == "SELECT":
                found.select_option(value)
            else:
                found.fill(value)

    def sees(self, *words: str) -> None:
        seen = self.page.locator("body").inner_text()
        missing = [each for each in words if each not in seen]
        assert not missing, (missing, self.page.url, seen[:3000])

    def sees_not(self, *words: str) -> None:
        seen = self.page.locator("body").inner_text()
        assert not [each for each in words if each in seen]

    def picture(self, name: str) -> None:
        if os.environ.get("NHIPCAU_PICTURES"):
            self.visit.picture(f"nam-{name}")


def _sign_in(user: User) -> str:
    client = Client()
    client.force_login(user)
    connection.close()
    return client.cookies["phien"].value


def fill_year() -> None:
    """Load 922 and what its third year begins with: outlines, rules, people, last year's review."""
    load_922()
    outlines.load(loading.DATA / "outlines")
    visibility.load(loading.DATA / "visibility.json")
    regimes.load()
    _places()
    with time_machine.travel(datetime(YEAR - 1, 12, 20, 2), tick=False):
        _last_year(Programme.objects.get(number__startswith="922/"))


def people() -> dict[str, User]:
    """Everybody of the year, each with one role."""
    agencies = {each.code: each for each in Agency.objects.all()}
    return {
        who: MembershipFactory.create(agency=agencies[code], role=role).user
        for who, (code, role) in PEOPLE.items()
    }


def _places() -> None:
    """Four provinces of today, one of them merged; a department and a commune in it."""
    found = some_provinces()
    today = CodeList.objects.get(code="tinh-34")
    for code, name in (("15", "Tỉnh Lào Cai"), ("20", "Tỉnh Lạng Sơn")):
        place = Place.objects.create(
            list=today, code=code, unit_type="tỉnh", source="ví dụ", first_day=MERGED_ON
        )
        PlaceName.objects.create(place=place, name=name, source="ví dụ", first_day=MERGED_ON)
    communes = CodeList.objects.create(
        code="xa-34", name="Danh mục xã", level="commune", source="ví dụ", first_day=MERGED_ON
    )
    commune = Place.objects.create(
        list=communes, code="00001", unit_type="xã", source="ví dụ", first_day=MERGED_ON,
        parent=found["34", "08"],
    )  # fmt: skip
    PlaceName.objects.create(
        place=commune, name="Xã Thượng Lâm", source="ví dụ", first_day=MERGED_ON
    )
    department = AgencyFactory.create(
        code="so-dttg-08", name="Sở Dân tộc và Tôn giáo tỉnh Tuyên Quang (ví dụ)"
    )
    department.places.set([found["34", "08"]])
    committee = AgencyFactory.create(
        code="ubnd-xa-08-1", kind="people's committee", level="commune",
        name="Ủy ban nhân dân xã Thượng Lâm (ví dụ)",
    )  # fmt: skip
    committee.places.set([commune])


def _last_year(programme: Programme) -> None:
    """The review of the year before left a proposal."""
    periods.load(PERIOD_RULES)
    year = next(each for each in periods.ensure(programme, YEAR - 1) if each.kind == "year")
    regime = Regime.objects.get(code="chuong-trinh-phoi-hop-nam")
    open_reports(regime=regime, period=year, by=None)
    report = Report.objects.filter(level=Level.JOINT).get()
    Proposal.objects.create(
        programme=programme, report=report, agency=report.agency, kind=Proposal.Kind.PROPOSAL,
        words=PROPOSED, to_words="Lãnh đạo hai Bộ", asked_on=date(YEAR - 1, 12, 20),
    )  # fmt: skip
