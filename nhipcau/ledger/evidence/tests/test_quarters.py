"""The commune's page and its spreadsheet."""

import datetime
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency
from nhipcau.base import clock
from nhipcau.ledger.evidence import totals
from nhipcau.ledger.evidence.models import CommuneQuarter, Evidence, Indicator, Period, Withdrawal
from nhipcau.ledger.evidence.waiting import of_quarters
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import IndicatorFactory, ProgrammeFactory, TaskFactory, periods_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_may_2025() -> Iterator[None]:
    with patch.object(clock, "today", return_value=datetime.date(2025, 5, 20)):
        yield


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory.create(state="published")


@pytest.fixture
def indicators(programme: Programme) -> list[Indicator]:
    return [
        IndicatorFactory.create(programme=programme, code="buoi", name="Số buổi", unit="buổi"),
        IndicatorFactory.create(programme=programme, code="luot", name="Số lượt", unit="lượt"),
    ]


@pytest.fixture
def quarter(programme: Programme, indicators: list[Indicator]) -> Period:
    return periods_of(programme, 2025)["quarter-2"]


@pytest.fixture
def commune() -> Agency:
    return AgencyFactory.create(
        code="ubnd-xa-dong-dang", name="Ủy ban nhân dân xã Đồng Đăng", level="commune"
    )


@pytest.fixture
def client(commune: Agency) -> Client:
    made = Client()
    made.force_login(MembershipFactory.create(agency=commune).user)
    return made


def address(name: str, programme: Programme) -> str:
    return reverse(f"ledger:{name}", args=[programme.slug])


def shown(indicator: Indicator, period: Period) -> str:
    return totals.of(indicator, period=period).done.sign


def test_one_page_says_a_quarter_and_is_sent_again_without_a_trace_lost(
    programme: Programme, indicators: list[Indicator], quarter: Period, client: Client
) -> None:
    page = address("commune-quarter", programme)
    text = client.get(page).text
    assert "quý II năm 2025" in text
    assert "<script" not in text
    assert len(text.encode()) < 30_000
    first, second = indicators
    sent = {
        "done": "3 buổi truyền thông tại chợ phiên", "difficulties": "Thiếu loa",
        f"so-{first.pk}": "3", f"khong-{second.pk}": "on",
    }  # fmt: skip
    assert client.post(page, sent).status_code == 302
    assert (shown(first, quarter), shown(second, quarter)) == ("3", "–")
    assert client.post(page, {**sent, f"so-{first.pk}": "4"}).status_code == 302
    assert shown(first, quarter) == "4"
    assert (Evidence.objects.count(), Withdrawal.objects.count()) == (2, 1)
    assert CommuneQuarter.objects.get().difficulties == "Thiếu loa"
    again = client.get(page).text
    assert "3 buổi truyền thông tại chợ phiên" in again
    assert 'value="4"' in again


def test_where_nothing_arose_a_tick_is_enough(
    programme: Programme, indicators: list[Indicator], quarter: Period, client: Client
) -> None:
    page = address("commune-quarter", programme)
    assert client.post(page, {"nothing_arose": "on"}).status_code == 302
    assert shown(indicators[0], quarter) == "–"
    both = client.post(page, {"nothing_arose": "on", "done": "3 buổi"})
    assert "Đề nghị chọn một" in both.text


def changed(answer: Any, change: Callable[[Worksheet], object]) -> SimpleUploadedFile:
    """The form as it was fetched, filled in."""
    book = load_workbook(BytesIO(answer.content))
    change(book.worksheets[0])
    held = BytesIO()
    book.save(held)
    return SimpleUploadedFile("quy.xlsx", held.getvalue())


def test_a_spreadsheet_goes_by_mail_is_shown_row_by_row_and_then_written(
    programme: Programme, indicators: list[Indicator], quarter: Period, client: Client
) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["G2"], sheet["G4"], sheet["G5"] = "3 buổi ở chợ phiên", 3, "1.250"

    fetched = client.get(address("commune-sheet", programme))
    back = address("commune-sheet-back", programme)
    preview = client.post(back, {"file": changed(fetched, fill)})
    assert "Sẽ ghi" in preview.text
    assert "1.250" in preview.text
    assert not Evidence.objects.exists()
    client.post(back, {"seen": preview.context["seen"]})
    assert (shown(indicators[0], quarter), shown(indicators[1], quarter)) == ("3", "1.250")


@pytest.mark.parametrize(
    ("cell", "value", "words"),
    [
        ("D1", "Chỉ số", "dòng 1, cột 4 phải là “Mã chỉ tiêu”"),
        ("G4", "1,250", "dòng 4, cột “Số liệu, nội dung”: “1,250” có thể hiểu hai cách"),
        ("G4", "nhiều", "dòng 4, cột “Số liệu, nội dung”"),
        ("H1", "Dân tộc", "Dân tộc"),
        ("D5", "buoi", "lặp lại dòng 4"),
        ("D5", "khac", "“khac” không phải chỉ tiêu của chương trình"),
        ("C4", "2025-Q9", "“2025-Q9” không phải kỳ quý"),
        ("A4", "so-khac", "dòng 4: không có đơn vị mã “so-khac”"),
        ("A4", "ubnd-xa-khac", "không phải đơn vị của ông/bà"),
        ("C4", "2025-Q1", "kỳ báo cáo quý I năm 2025 đã chốt số liệu ngày 14/03/2025"),
    ],
)
def test_a_sheet_with_a_fault_is_refused_whole_with_row_and_column(
    programme: Programme, quarter: Period, client: Client, cell: str, value: str, words: str
) -> None:
    AgencyFactory.create(code="ubnd-xa-khac", name="Ủy ban nhân dân xã Tân Thanh")
    Period.objects.filter(kind="quarter", turn=1).update(
        closed_at=datetime.datetime(2025, 3, 14, tzinfo=datetime.UTC)
    )
    fetched = client.get(address("commune-sheet", programme))

    def spoil(sheet: Worksheet) -> None:
        sheet["G4"], sheet["G5"] = 3, 5
        sheet[cell] = value
        if cell == "H1":
            for row, people in ((2, "Tày"), (3, "Nùng"), (4, "Mông")):
                sheet[f"H{row}"] = people

    answer = client.post(
        address("commune-sheet-back", programme), {"file": changed(fetched, spoil)}
    )
    assert answer.status_code == 422
    assert words in answer.text
    assert not Evidence.objects.exists()


def test_what_was_shown_to_one_person_is_not_written_by_another(
    programme: Programme, quarter: Period, client: Client
) -> None:
    fetched = client.get(address("commune-sheet", programme))
    back = address("commune-sheet-back", programme)
    seen = client.post(back, {"file": changed(fetched, lambda sheet: None)}).context["seen"]
    other = Client()
    other.force_login(MembershipFactory.create().user)
    assert other.post(back, {"seen": seen}).status_code == 403
    assert client.post(back, {"seen": seen[:-1]}).status_code == 422


def test_the_page_of_a_quarter_waits_until_it_is_sent_where_the_commune_has_work(
    client: Client, commune: Agency, programme: Programme, quarter: Period
) -> None:
    (user,) = (each.user for each in commune.memberships.all())
    assert [*of_quarters(user, clock.today())] == []
    TaskFactory.create(plan=None, programme=programme, lead=commune)
    (item,) = of_quarters(user, clock.today())
    assert item.title == "Trang quý của xã: quý II năm 2025"
    assert item.why == "chưa gửi; chốt số liệu ngày 14/6/2025"
    assert item.tone == ""
    assert client.get(item.address).status_code == 200
    CommuneQuarter.objects.create(period=quarter, agency=commune)
    assert [*of_quarters(user, clock.today())] == []
