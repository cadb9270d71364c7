"""Who records what of which province, and what is refused with which sentence."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.roles import Role
from nhipcau.base.models import AuditEvent
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage.actions import choices, provinces
from nhipcau.ledger.coverage.fields import AmountField
from nhipcau.ledger.coverage.models import ProvinceAction, StandingChoice
from nhipcau.ledger.coverage.policies import may_write_for
from nhipcau.ledger.coverage.values import ActionChange
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import ProgrammeFactory, some_provinces
from nhipcau.registry.modules import registry

from .country import Country, Way, said, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def country(db: None) -> Country:
    return some_provinces()


@pytest.fixture
def programme(db: None) -> Programme:
    programme: Programme = ProgrammeFactory.create(
        state=Programme.State.PUBLISHED, circulation=Programme.Circulation.PUBLIC
    )
    return programme


@pytest.mark.parametrize(
    ("role", "level", "own", "new", "old", "other"),
    [
        (Role.OFFICER, "provincial", True, True, True, False),
        (Role.FOCAL_POINT, "provincial", True, True, True, False),
        (Role.LEADER, "provincial", True, False, False, False),
        (Role.OFFICER, "provincial", False, False, False, False),
        (Role.FOCAL_POINT, "provincial", False, False, False, False),
        (Role.FOCAL_POINT, "central", False, True, True, True),
        (Role.OFFICER, "central", False, False, False, False),
    ],
)
def test_a_province_writes_its_own_and_the_centres_focal_point_every_one(
    country: Country, role: Role, level: str, own: bool, new: bool, old: bool, other: bool
) -> None:
    places = [country["34", "08"]] if own else []
    user = somebody(role, *places, level=level)
    asked = (country["34", "08"], country["63", "02"], country["34", "04"])
    assert [may_write_for(user, place) for place in asked] == [new, old, other]


@pytest.mark.parametrize(
    ("list_code", "change", "words"),
    [
        ("34", said(Way.NOT_APPLICABLE), "thiếu lý do"),
        ("34", said(Way.FOLDED, title=" "), "thiếu tên hoặc số"),
        ("34", said(last_day=date(2025, 8, 1)), "ngày cuối trước ngày đầu"),
        ("34", said(first_year=2026, last_year=2025), "năm cuối trước năm đầu"),
        ("34", said(amount=Decimal(-1)), "nhỏ hơn 0"),
        ("63", said(), "chỉ áp dụng đến hết ngày 30/6/2025. Đề nghị ghi cho tỉnh Tuyên Quang"),
        ("34", said(first_day=date(2025, 6, 30)), "áp dụng từ ngày 01/7/2025"),
    ],
)
def test_what_cannot_be_is_refused_with_its_sentence(
    programme: Programme, country: Country, list_code: str, change: ActionChange, words: str
) -> None:
    user = somebody(Role.FOCAL_POINT, level="central")
    with pytest.raises(Refused, match=words):
        provinces.record(
            programme=programme,
            place=country[list_code, "08"],
            change=change,
            by=user,
        )
    assert not ProvinceAction.objects.exists()


def test_a_change_keeps_what_was_in_the_audit_and_a_stale_one_is_refused(
    programme: Programme, country: Country
) -> None:
    user = somebody(Role.OFFICER, country["34", "08"])
    first = provinces.record(
        programme=programme, place=country["34", "08"], change=said(Way.DRAFTING), by=user
    )
    provinces.change(action=first, change=said(amount=Decimal(0)), version=1, by=user)
    words = AuditEvent.objects.get(verb="ledger.province_action_changed").words.text or ""
    assert '"way": ["dang-xay-dung", "ke-hoach-rieng"]' in words
    assert '"amount": [null, "0"]' in words
    with pytest.raises(Refused, match="vừa được người khác sửa"):
        provinces.change(action=first, change=said(), version=1, by=user)


def test_what_is_taken_back_stays_with_its_reason(programme: Programme, country: Country) -> None:
    user = somebody(Role.OFFICER, country["34", "08"])
    action = provinces.record(
        programme=programme, place=country["34", "08"], change=said(), by=user
    )
    with pytest.raises(Refused, match="thiếu lý do"):
        provinces.withdraw(action=action, reason=" ", by=user)
    provinces.withdraw(action=action, reason="Ghi nhầm tỉnh", by=user)
    action.refresh_from_db()
    assert action.withdrawn_because == "Ghi nhầm tỉnh"
    with pytest.raises(Refused, match="đã được rút lại"):
        provinces.withdraw(action=action, reason="nữa", by=user)


def test_a_province_records_with_a_file_and_downloads_it(
    client: Client, programme: Programme, country: Country
) -> None:
    client.force_login(somebody(Role.OFFICER, country["34", "08"]))
    where = [programme.slug, "tinh-34", "08"]
    answer = client.post(
        reverse("ledger:province-action-new", args=where),
        {
            "way": "long-ghep-doi-ngoai", "title": "Kế hoạch thông tin đối ngoại năm 2025",
            "number": "12/KH-UBND", "amount": "1.250.000.000", "first_day": "05/9/2025",
            "source": "Báo cáo số 45", "file": SimpleUploadedFile("ke-hoach.txt", b"Ke hoach"),
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.context["form"].errors
    action = ProvinceAction.objects.get()
    assert (action.amount, action.file_name) == (Decimal(1_250_000_000), "ke-hoach.txt")
    page = client.get(reverse("ledger:coverage-place", args=where) + "?ngay=2025-12-01")
    assert "1.250.000.000" in page.content.decode()
    file = client.get(reverse("ledger:province-action-file", args=[programme.slug, action.uuid]))
    assert b"".join(file.streaming_content) == b"Ke hoach"  # type: ignore[attr-defined]
    assert file.headers["Content-Disposition"].startswith("attachment")
    told = [copy for each in registry.copies(ProvinceAction) for copy in each.reach(action)]
    assert {name for copy in told for name in copy.names} >= {"title", "reason", "file"}


def test_anothers_province_says_why_it_cannot_be_written(
    client: Client, programme: Programme, country: Country
) -> None:
    client.force_login(somebody(Role.OFFICER, country["34", "04"]))
    address = reverse("ledger:province-action-new", args=[programme.slug, "tinh-34", "08"])
    page = client.get(address).content.decode()
    assert "tài khoản không thuộc cơ quan nào của tỉnh Tuyên Quang" in page
    assert "<textarea" not in page
    given = {"way": "dang-xay-dung", "first_day": "2025-09-05", "source": "x"}
    assert client.post(address, given).status_code == 422
    assert not ProvinceAction.objects.exists()


def test_a_merged_province_settles_which_programme_stands(
    client: Client, programme: Programme, country: Country
) -> None:
    for code in ("02", "08"):
        ProvinceAction.objects.create(
            programme=programme, place=country["63", code], way=Way.OWN_PROGRAMME,
            title=f"Chương trình {code}", first_day=date(2024, 9, 1), source="ví dụ",
        )  # fmt: skip
    user = somebody(Role.OFFICER, country["34", "08"])
    client.force_login(user)
    address = reverse("ledger:coverage-place", args=[programme.slug, "tinh-34", "08"])
    assert "Cần xác định chương trình tiếp tục áp dụng" in client.get(address).content.decode()
    old = reverse("ledger:coverage-place", args=[programme.slug, "tinh-63", "02"])
    assert f'href="{address}"' in client.get(old).content.decode(), "an old one leads to the new"
    kept = ProvinceAction.objects.get(place=country["63", "02"])
    given = {"action": kept.pk, "document": "Thông báo số 9/TB-UBND", "first_day": "2025-09-01"}
    client.post(reverse("ledger:standing-choose", args=[programme.slug, "tinh-34", "08"]), given)
    choice = StandingChoice.objects.get()
    assert choice.action == kept
    assert "Cần xác định" not in client.get(address).content.decode()
    with pytest.raises(Refused, match="đã ghi văn bản tiếp tục áp dụng khác"):
        choices.choose(
            place=country["34", "08"], action=kept, document="x", first_day=date(2026, 1, 1),
            by=user,
        )  # fmt: skip
    choices.withdraw(choice=choice, reason="Ghi nhầm", by=user)
    assert "Cần xác định" in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("written", "amount"),
    [("", None), ("0", 0), ("1.250.000.000", 1_250_000_000), ("350 000 000", 350_000_000)],
)
def test_an_amount_is_written_as_officials_do(written: str, amount: int | None) -> None:
    assert AmountField().clean(written) == amount


@pytest.mark.parametrize("written", ["1,5", "1.25", "-5", "mười triệu", "1" * 16])
def test_an_amount_that_is_none_says_how_to_write_it(written: str) -> None:
    with pytest.raises(forms.ValidationError, match="không phải là số đồng"):
        AmountField().clean(written)
