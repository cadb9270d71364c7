"""The daily line between two agencies: its pages in both widths, and without a script."""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, FilePayload
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency
from nhipcau.base import clock
from nhipcau.ledger.testing import ProgrammeFactory
from nhipcau.modules.correspondence.factories import DispatchFactory, MatterFactory, letter_to
from nhipcau.modules.correspondence.models import Dispatch
from nhipcau.standards import edxml

from .browser import visiting
from .conftest import Site, serving
from .places import WIDTHS

pytestmark = [pytest.mark.machine, pytest.mark.django_db]

CULTURE, PEOPLES = "Sở Văn hóa, Thể thao và Du lịch Lạng Sơn", "Sở Dân tộc Lạng Sơn"


def letters() -> None:
    """A request, an answer, one recalled, one that waits."""
    programme = ProgrammeFactory.create(number="05/CTPH-SVH-SDT", state="published")
    culture = AgencyFactory.create(code="so-van-hoa", name=CULTURE)
    peoples = AgencyFactory.create(code="so-dan-toc", name=PEOPLES)
    matter = MatterFactory.create(programme=programme, opened_by=culture)
    request = DispatchFactory.create(matter=matter, number="101/SVHTTDL-QLBC")
    receipt = letter_to(request, peoples)
    receipt.progress, receipt.arrival_number = "05", "88"
    receipt.arrived_on, receipt.handler = clock.today(), "Phòng Chính sách"
    receipt.save()
    answer = DispatchFactory.create(
        matter=matter, sender=peoples, number="45/SDT-CS", answers=request, purpose="answer",
        due=None, subject="V/v cung cấp số liệu đài truyền thanh xã theo đề nghị",
    )  # fmt: skip
    letter_to(answer, culture)
    late = DispatchFactory.create(
        matter=matter, number="120/SVHTTDL-QLBC", urgency="1",
        subject="V/v đề nghị góp ý danh mục ấn phẩm tiếng Tày, tiếng Nùng năm 2026",
    )  # fmt: skip
    letter_to(late, peoples)
    gone = DispatchFactory.create(
        matter=matter, number="99/SVHTTDL-QLBC", state=Dispatch.State.RECALLED, purpose="notice",
        due=None, subject="V/v lịch tổ chức ngày hội đọc sách ở các xã biên giới",
    )  # fmt: skip
    letter_to(gone, peoples)


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    with serving(django_db_blocker, letters) as served:
        yield served


@pytest.fixture(scope="module")
def session(site: Site, django_db_blocker: DjangoDbBlocker) -> str:
    """Somebody at the agency that receives the request."""
    with django_db_blocker.unblock():
        client = Client()
        agency = Agency.objects.get(code="so-dan-toc")
        client.force_login(MembershipFactory.create(role="officer", agency=agency).user)
        return client.cookies["phien"].value


def message() -> bytes:
    """A letter as another system sends it, with a receiver that nobody knows."""
    return edxml.write(
        edxml.Document(
            sender=edxml.Organ("000.00.21.H37", CULTURE),
            receivers=(edxml.Organ("", PEOPLES), edxml.Organ("K99", "UBND xã Ví Dụ")),
            number="130",
            notation="SVHTTDL-QLBC",
            issued_on=clock.today(),
            kind=edxml.DocumentKind(name="Công văn"),
            subject="V/v phối hợp ghi âm bản tin tiếng Tày cho đài truyền thanh xã",
            attachments=(
                edxml.wrap("cong-van.txt", b"Kinh gui"),
                edxml.wrap("phu-luc.doc", b"\xd0\xcf\x11\xe0"),
            ),
        )
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_please_axe_and_stay_in_the_window(
    browser: Browser, site: Site, session: str, width: int
) -> None:
    faults: list[str] = []
    with visiting(browser, width=width, site=site.url, session=session, script=True) as visit:

        def look(name: str) -> None:
            found = visit.runs_out() + visit.faults() + visit.complaints
            faults.extend(f"{name}: {each}" for each in found)
            visit.picture(f"trao-doi-{name}-{width}")
            visit.complaints.clear()

        visit.open("/van-ban-trao-doi/")
        look("danh-sach")
        visit.page.get_by_role("link", name="Số liệu đài truyền thanh").click()
        look("vu-viec")
        visit.page.get_by_role("link", name="V/v đề nghị góp ý").click()
        look("van-ban")
        visit.open("/van-ban-trao-doi/ghi-nhan/?so=45/SDT-CS")
        look("ghi-nhan")
        visit.open("/van-ban-trao-doi/so-theo-doi/den/?year=2025")
        look("so-den")
        visit.open("/van-ban-trao-doi/tra-so/?so=công văn số 101/SVHTTDL-QLBC")
        look("tra-so")
        visit.open("/van-ban-trao-doi/nhap-edxml/")
        look("nhap")
    assert faults == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_message_is_looked_at_and_put_aside_without_a_script(
    browser: Browser, site: Site, session: str, width: int
) -> None:
    with visiting(browser, width=width, site=site.url, session=session, script=False) as visit:
        visit.open("/van-ban-trao-doi/nhap-edxml/")
        file = FilePayload(name="a.edxml", mimeType="application/xml", buffer=message())
        visit.page.get_by_label("Thông điệp edXML").set_input_files(file)
        visit.page.get_by_role("button", name="Đọc thông điệp").click()
        assert visit.page.get_by_text("chưa rõ là cơ quan nào").count() == 1
        visit.picture(f"trao-doi-thong-diep-{width}")
        visit.page.get_by_role("button", name="Bỏ thông điệp này").click()
        assert visit.page.get_by_text("không giữ lại gì").count() == 1
