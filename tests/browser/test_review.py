"""A focal point hands in a plan never seen before, reviews it by keyboard, publishes and finds it."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.roles import Role
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.obligations.questions import open_questions
from nhipcau.ledger.programmes.models import Programme

from .browser import visiting
from .conftest import Site, serving

pytestmark = [pytest.mark.machine, pytest.mark.django_db(transaction=True)]

PLAN = Path(__file__).parents[3] / "shared" / "corpus" / "txt" / "0134-kh-ubnd.txt"


@pytest.fixture(scope="module", params=[True, False], ids=["script", "no script"])
def site(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Site]:
    """One site for each way of using it: what a test leaves behind is gone for the next."""
    with (
        serving(django_db_blocker, lambda: None) as served,
        override_settings(STORAGES=settings.STORAGES),
    ):
        yield served


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The plan as a Word file, as it would come by mail."""
    if not PLAN.exists():
        pytest.skip("../shared is not there")
    document = docx.Document()
    for line in PLAN.read_text(encoding="utf-8").splitlines():
        if line.strip():
            document.add_paragraph(line)
    path = tmp_path / "ke-hoach.docx"
    document.save(str(path))
    return path


def decide_all(page: Page) -> int:
    """Enter on the button that has the focus confirms; a sentence without a subject is answered."""
    decided = 0
    while "/ra-soat/" in page.url and not page.url.endswith("/ra-soat/"):
        if not page.locator("input[name=who]:checked").count():
            page.locator("input[name=who]").first.focus()
            page.keyboard.press("Space")
            page.get_by_role("button", name="Xác nhận", exact=True).focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        decided += 1
        assert decided < 200, "the review goes round in circles"
    return decided


def test_a_plan_is_handed_in_reviewed_published_and_found(
    browser: Browser, site: Site, plan: Path, request: pytest.FixtureRequest
) -> None:
    session = site.sessions[Role.FOCAL_POINT]
    script = "no script" not in request.node.name
    with visiting(browser, site=site.url, session=session, script=script) as visit:
        page = visit.page
        visit.open("/chuong-trinh/dua-vao/")
        page.set_input_files("input[type=file]", plan)
        page.get_by_role("button", name="Đọc tệp").press("Enter")
        page.wait_for_url("**/ra-soat/")
        programme = Programme.objects.get()
        for party in programme.parties.all():
            AgencyFactory.create(name=party.name_as_signed)
            page.get_by_role("button", name="Ghi nhận", exact=True).first.press("Enter")
            page.wait_for_load_state()
        for select in page.locator("select[name$=meaning]").all():
            select.select_option("kind")
        page.get_by_role("button", name="Ghi nhận các tên gọi").press("Enter")
        page.wait_for_load_state()
        assert (
            len(open_questions(programme).obligations) == Obligation.objects.of(programme).count()
        )
        page.get_by_role("link", name="Rà soát câu tiếp theo").press("Enter")
        page.wait_for_load_state()
        assert decide_all(page) >= 20
        assert len(open_questions(programme)) == 0
        page.get_by_role("button", name="Đưa vào sử dụng").press("Enter")
        page.wait_for_url(f"**/chuong-trinh/{programme.slug}/")
        programme.refresh_from_db()
        assert not programme.is_draft
        visit.open("/chuong-trinh/")
        assert page.get_by_text(programme.number).first.is_visible()
        visit.open(f"/tim-kiem/?q={programme.number}")
        assert page.get_by_text(programme.number).count() > 1
        assert visit.complaints == []
