"""28 February and 1 March 2025: the same pages name the right agencies; a year says who did what."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.factories import MembershipFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.reports import regimes
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Regime, Report, ReportLine
from nhipcau.ledger.reports.opening import open_reports
from nhipcau.ledger.testing import TaskFactory, periods_of, some_provinces
from nhipcau.ledger.work.models import Task

from .programme_922 import load_922

BEFORE, AFTER = date(2025, 2, 28), date(2025, 3, 1)
OLD, NEW = "Bộ Thông tin và Truyền thông", "Bộ Văn hóa, Thể thao và Du lịch"
OLD_UNIT, NEW_UNIT = (
    "Cục Thông tin đối ngoại", "Cục Thông tin cơ sở và Thông tin đối ngoại",
)  # fmt: skip


@pytest.fixture(scope="module")
def programme(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Programme]:
    """922 with its agencies, once; what a test writes is taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_922()
        some_provinces()
        regimes.load()
        yield Programme.objects.get(number__startswith="922/")
        transaction.set_rollback(True)


@pytest.fixture
def task(programme: Programme) -> Task:
    """A task of the year that the unit of that time leads."""
    lead = Agency.objects.get(code="mic-ttdn")
    made: Task = TaskFactory.create(
        plan__programme=programme, lead=lead, code="25.IV1c.01", due=date(2025, 10, 15)
    )
    return made


@pytest.fixture
def reader(programme: Programme) -> User:
    unit = Agency.objects.get(code="mera-cds")
    user: User = MembershipFactory.create(role=Role.OFFICER, agency=unit).user
    return user


def seen(reader: User, address: str, day: date) -> str:
    """The page as it is on this day."""
    noon = datetime(day.year, day.month, day.day, 5, tzinfo=timezone.get_fixed_timezone(0))
    with time_machine.travel(noon, tick=False):
        client = Client()
        client.force_login(reader)
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.content.decode()


# Page → who is named on 28 February, who in addition or instead on 1 March.
PAGES = {
    "programme": ([], OLD, "Bộ VHTTDL"),
    "provision": (["IV.1.c"], OLD, "Bộ VHTTDL"),
    "voices": ([], OLD, NEW),
    "focal-points": ([], OLD_UNIT, NEW_UNIT),
    "coverage": ([], OLD_UNIT, NEW_UNIT),
}


@pytest.mark.machine
@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_the_same_page_names_who_it_was_and_who_it_is(
    programme: Programme, reader: User, name: str
) -> None:
    more, old, new = PAGES[name]
    address = reverse(f"ledger:{name}", args=[programme.slug, *more])
    before, after = (seen(reader, address, day) for day in (BEFORE, AFTER))
    assert escape(old) in before
    assert escape(new) not in before
    assert escape(new) in after


@pytest.mark.machine
@pytest.mark.django_db
def test_a_task_of_a_unit_that_ended_says_who_leads_it_now(
    programme: Programme, reader: User, task: Task
) -> None:
    before, after = (seen(reader, task.get_absolute_url(), day) for day in (BEFORE, AFTER))
    assert OLD_UNIT in before
    assert NEW_UNIT not in before
    assert OLD_UNIT in after
    assert NEW_UNIT in after


@pytest.mark.machine
@pytest.mark.django_db
def test_the_report_of_2025_says_who_did_what_under_which_name(programme: Programme) -> None:
    reader = MembershipFactory.create(
        role=Role.FOCAL_POINT, agency=Agency.objects.get(code="mcst-xb")
    ).user
    old, new = (Agency.objects.get(code=code) for code in ("mic-xb", "mcst-xb"))
    for agency, day in ((old, date(2025, 1, 20)), (new, date(2025, 4, 20))):
        lodge(
            programme=programme, kind="product", agency=agency, day=day, by=None,
            summary="Phát hành 500 cuốn song ngữ",
        )  # fmt: skip
    year = periods_of(programme, 2025)["year"]
    with time_machine.travel(datetime(2025, 12, 15, 5, tzinfo=timezone.get_fixed_timezone(0))):
        regime = Regime.objects.get(code="chuong-trinh-phoi-hop-nam")
        open_reports(regime=regime, period=year, by=None)
        report = Report.objects.get(agency=new)
        assert not Report.objects.filter(agency=old).exists(), "the one that ended owes nothing"
        draft(report=report)
    lines = ReportLine.objects.filter(section__report=report).values_list("draft", flat=True)
    words = "\n".join(lines)
    page = seen(reader, report.get_absolute_url(), date(2025, 12, 15))
    name = "Cục Xuất bản, In và Phát hành"
    assert f"ngày 20/4/2025, {name}: Phát hành 500 cuốn song ngữ." in words
    for said in (f"ngày 20/01/2025, {name}", f"ngày 20/4/2025, {name}"):
        assert said in words
        assert escape(said) in page
