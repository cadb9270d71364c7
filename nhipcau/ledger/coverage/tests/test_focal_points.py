"""28 February and 1 March 2025: the same pages name the right agencies; nobody named, a letter."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django import DjangoDbBlocker

from nhipcau.agencies import loading
from nhipcau.agencies.factories import MembershipFactory, person_with
from nhipcau.agencies.models import Agency, Place, User
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage import letters
from nhipcau.ledger.coverage.actions import focal_units
from nhipcau.ledger.coverage.focal_points import Ground, named_on, of_parties
from nhipcau.ledger.coverage.models import FocalUnit
from nhipcau.ledger.papers import loading as outlines
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.acting import Naming, name_actor
from nhipcau.ledger.programmes.models import PartyActor, Programme
from nhipcau.ledger.testing import ProgrammeFactory, some_provinces

from .country import somebody

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parents[4] / "data"
# As 922 names them.
PARTIES = (
    ("Bộ Thông tin và Truyền thông", "mic", "mic-ttdn"),
    ("Ủy ban Dân tộc", "cema", "cema-cds"),
)
BEFORE, AFTER = date(2025, 2, 28), date(2025, 3, 1)


@pytest.fixture(scope="module")
def programme(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Programme]:
    """922 with its agencies, once: what a test writes is a savepoint inside, taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load(DATA / "agencies.json", by=None)
        made = ProgrammeFactory.create(
            number="922/CTPH-BTTTT-UBDT", state=Programme.State.PUBLISHED,
            circulation=Programme.Circulation.PUBLIC,
        )  # fmt: skip
        for order, (name, agency, unit) in enumerate(PARTIES, start=1):
            made.parties.create(
                order=order, name_as_signed=name, agency=Agency.objects.get(code=agency),
                focal_point=Agency.objects.get(code=unit),
            )  # fmt: skip
        some_provinces()
        yield Programme.objects.get(pk=made.pk)
        transaction.set_rollback(True)


@pytest.fixture
def person(programme: Programme) -> User:
    agency = Agency.objects.get(code="mcst-ttcs-ttdn")
    user: User = MembershipFactory.create(agency=agency, role=Role.FOCAL_POINT).user
    return user


def test_the_pages_of_the_two_days_name_those_who_run_it(
    client: Client, programme: Programme, person: User
) -> None:
    client.force_login(person)
    for name in ("ledger:focal-points", "ledger:coverage"):
        address = reverse(name, args=[programme.slug])
        before = client.get(f"{address}?ngay=2025-02-28").content.decode()
        after = client.get(f"{address}?ngay=2025-03-01").content.decode()
        for line in of_parties(programme, on=BEFORE):
            assert line.ground is Ground.SIGNED
            assert escape(named_on(line.agencies[0], BEFORE)) in before
            assert escape(named_on(line.agencies[0], BEFORE)) not in after
        for line in of_parties(programme, on=AFTER):
            assert line.ground is Ground.INFERRED
            assert all(each.exists_on(AFTER) for each in line.agencies)
            assert all(escape(named_on(each, AFTER)) in after for each in line.agencies)
        assert "chưa có văn bản giao" not in before
        assert "chưa có văn bản giao" in after


def test_since_when_nobody_is_named_is_said_with_the_next_step(
    client: Client, programme: Programme, person: User
) -> None:
    client.force_login(person)
    address = reverse("ledger:focal-points", args=[programme.slug])
    page = client.get(f"{address}?ngay=2025-03-01").content.decode()
    assert "đơn vị đầu mối tại thời điểm ký không còn từ ngày 01/3/2025" in page
    assert "Soạn công văn về đầu mối" not in page, "no outline is loaded yet"
    outlines.load()
    page = client.get(f"{address}?ngay=2025-03-01").content.decode()
    assert "Soạn công văn về đầu mối" in page


def test_who_a_document_names_is_shown_with_it(programme: Programme, person: User) -> None:
    party = programme.parties.get(order=1)
    document = "Quyết định số 77/QĐ-BVHTTDL ngày 15/4/2025 (ví dụ)"
    naming = Naming(
        party=party, agency=Agency.objects.get(code="mcst-ttcs-ttdn"), document=document,
        first_day=date(2025, 4, 15), act=PartyActor.Act.FOCAL,
    )  # fmt: skip
    name_actor(naming=naming, by=person)
    first, second = of_parties(programme, on=date(2025, 4, 15))
    assert (first.ground, first.documents) == (Ground.NAMED, (document,))
    assert [each.code for each in first.agencies] == ["mcst-ttcs-ttdn"]
    assert second.must_be_named
    assert of_parties(programme, on=date(2025, 4, 14))[0].ground is Ground.INFERRED


def test_the_letter_begins_as_a_draft_to_those_who_took_over(
    client: Client, programme: Programme, person: User
) -> None:
    outlines.load()
    client.force_login(person)
    answer = client.post(reverse("ledger:focal-letter", args=[programme.slug]), follow=True)
    assert answer.status_code == 200
    paper = Paper.objects.get(kind=letters.KIND)
    addressed = {each.agency for each in paper.recipients.filter(is_addressee=True)}
    taken_over = {
        each for line in of_parties(programme, on=clock.today()) for each in line.agencies
    }
    assert addressed == taken_over - {paper.drafted_by}
    assert (paper.number, paper.issued_on) == ("", None)
    (said, *_rest) = letters.fill(paper).blocks["parties"]
    assert "chưa có văn bản giao" in said.text  # type: ignore[union-attr]


def test_without_an_outline_the_letter_says_what_to_do(
    client: Client, programme: Programme, person: User
) -> None:
    client.force_login(person)
    address = reverse("ledger:focal-letter", args=[programme.slug])
    page = client.post(address, follow=True).content.decode()
    assert "chưa có mẫu đề cương" in page
    assert not Paper.objects.exists()


def test_a_province_says_its_focal_unit_by_a_document(
    client: Client, programme: Programme, person: User
) -> None:
    place = Place.objects.get(list__code="tinh-34", code="08")
    own = somebody(Role.OFFICER, place)
    client.force_login(own)
    given = {
        "place": place.pk, "unit": "Phòng Thông tin cơ sở", "document": "Công văn số 8",
        "first_day": "2025-09-01",
    }  # fmt: skip
    address = reverse("ledger:focal-unit-new", args=[programme.slug])
    assert client.post(address, given).status_code == 302
    page = reverse("ledger:focal-points", args=[programme.slug])
    shown = client.get(f"{page}?ngay=2025-09-01").content.decode()
    assert "Phòng Thông tin cơ sở" in shown
    earlier = client.get(f"{page}?ngay=2025-08-31").content.decode()
    assert "Chưa ghi nhận đầu mối của địa phương nào vào ngày này" in earlier
    unit = FocalUnit.objects.get()
    with pytest.raises(Refused, match="đã được ghi là đầu mối"):
        focal_units.name(
            programme=programme, place=place, unit=unit.unit, document="x", by=own,
            first_day=date(2026, 1, 1),
        )  # fmt: skip
    with pytest.raises(Refused, match="không thuộc cơ quan nào"):
        focal_units.withdraw(unit=unit, reason="x", by=person_with(Role.OFFICER))
    client.post(
        reverse("ledger:focal-unit-withdraw", args=[programme.slug, unit.uuid]), {"reason": "nhầm"}
    )
    unit.refresh_from_db()
    assert unit.withdrawn_because == "nhầm"
