"""Delegates with term and mandate; files of work with what lies in them."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage import contents as files
from nhipcau.ledger.coverage.actions import case_files, delegates
from nhipcau.ledger.coverage.actions.case_files import Filing
from nhipcau.ledger.coverage.actions.delegates import Sending
from nhipcau.ledger.coverage.models import CaseFile, Delegate
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import ProgrammeFactory
from nhipcau.ledger.work.models import Directive, Plan

from .country import somebody

pytestmark = pytest.mark.django_db

SENDING = Sending(
    person_name="Lò Văn Minh (ví dụ)", post="Phó Trưởng phòng", body="drafting",
    body_name="Ban soạn thảo Nghị định (ví dụ)", mandate="Công văn số 12/SVH-VP (ví dụ)",
    first_day=date(2025, 2, 1), last_day=date(2025, 12, 31),
)  # fmt: skip
FILING = Filing(
    title="Hồ sơ thực hiện chương trình năm 2025", retention="10 năm", creator="Lò Thị Hoa",
    opened_on=date(2025, 1, 2), notation="08.VHCS", organ_id="H64.12",
)  # fmt: skip


@pytest.fixture
def programme(db: None) -> Programme:
    programme: Programme = ProgrammeFactory.create(
        state=Programme.State.PUBLISHED, circulation=Programme.Circulation.PUBLIC
    )
    return programme


@pytest.fixture
def user(db: None) -> User:
    return somebody(Role.OFFICER)


@pytest.fixture
def agency(user: User) -> Agency:
    assert user.acting_for is not None
    return user.acting_for


def test_a_delegate_serves_for_the_term_and_its_end_has_a_reason(
    client: Client, programme: Programme, user: User, agency: Agency
) -> None:
    delegate = delegates.send(programme=programme, agency=agency, sending=SENDING, by=user)
    client.force_login(user)
    address = reverse("ledger:delegates", args=[programme.slug])

    def serving(day: str) -> list[Delegate]:
        rows = client.get(f"{address}?ngay={day}").context["serving"]
        return [each for each, _agency, _may_end in rows]

    assert serving("2025-01-31") == []
    assert serving("2025-12-31") == [delegate]
    given = {"last_day": "2025-06-30", "reason": "Chuyển công tác"}
    client.post(reverse("ledger:delegate-end", args=[programme.slug, delegate.uuid]), given)
    assert serving("2025-06-30") == [delegate]
    assert serving("2025-07-01") == []


def test_a_delegate_is_recorded_by_a_form(
    client: Client, programme: Programme, user: User, agency: Agency
) -> None:
    client.force_login(user)
    given = {
        "agency": f"{agency} ({agency.code})", "person_name": "Lò Văn Minh", "post": "Phó phòng",
        "body": "editing", "body_name": "Tổ biên tập", "mandate": "Quyết định số 5",
        "first_day": "2025-02-01",
    }  # fmt: skip
    address = reverse("ledger:delegate-new", args=[programme.slug])
    assert client.post(address, given).status_code == 302
    assert Delegate.objects.get().agency == agency
    given["person_name"] = "Lò Văn Minh, CCCD 012345678901"
    assert client.post(address, given).status_code == 422, (
        "no more personal data than name and post"
    )


def test_nobody_speaks_for_another_agency(programme: Programme, user: User, agency: Agency) -> None:
    other = somebody(Role.OFFICER)
    with pytest.raises(Refused, match="tài khoản không thuộc"):
        delegates.send(programme=programme, agency=agency, sending=SENDING, by=other)
    with pytest.raises(Refused, match="tài khoản không thuộc"):
        case_files.begin(programme=programme, agency=agency, year=2025, filing=FILING, by=other)


def filled(programme: Programme, user: User, agency: Agency) -> CaseFile:
    """A file with an issued plan, a draft, and what came in."""
    paper = {"programme": programme, "kind": "annual-plan", "drafted_by": agency}
    out = Paper.objects.create(
        **paper, title="Kế hoạch năm 2025 (ví dụ)", state="issued", number="12/KH-SVH",
        issued_on=date(2025, 1, 20),
    )  # fmt: skip
    Paper.objects.create(**paper, title="Của năm khác", state="issued", number="9/KH-SVH",
        issued_on=date(2024, 1, 20))  # fmt: skip
    Plan.objects.create(
        programme=programme, year=2025, title="Kế hoạch các tháng còn lại (ví dụ)", agency=agency,
        kind=Plan.Kind.REMAINING, first_day=date(2025, 4, 1), last_day=date(2025, 12, 31),
    )  # fmt: skip
    Directive.objects.create(
        programme=programme, kind="incoming", number="30/UBND-VX", issued_on=date(2025, 1, 10),
        arrival_number="101", issuer="UBND tỉnh", summary="Triển khai chương trình", agency=agency,
    )  # fmt: skip
    assert out.is_out
    return case_files.begin(programme=programme, agency=agency, year=2025, filing=FILING, by=user)


def test_the_contents_of_a_file_list_themselves_in_order(
    client: Client, programme: Programme, user: User, agency: Agency
) -> None:
    row = filled(programme, user, agency)
    found = files.contents(row, user=user)
    assert [(each.code_number, each.code_notation) for each in found] == [
        ("30", "UBND-VX"), ("12", "KH-SVH"), ("", ""),
    ]  # fmt: skip
    client.force_login(user)
    where = [programme.slug, row.uuid]
    assert "12/KH-SVH" in client.get(reverse("ledger:case-file", args=where)).content.decode()
    content = client.get(reverse("ledger:case-file-sheet", args=where)).content
    about, sheet = load_workbook(BytesIO(content)).worksheets
    said = {line[0]: line[2] for line in about.iter_rows(values_only=True)}
    assert (said["1"], said["2"], said["3"]) == ("H64.12.2025.08.VHCS", FILING.title, "10 năm")
    assert said["9"] == 3
    lines = list(sheet.iter_rows(values_only=True))
    assert lines[0][:4] == (
        "Số thứ tự văn bản trong hồ sơ", "Tên loại văn bản", "Số của văn bản",
        "Ký hiệu của văn bản",
    )  # fmt: skip
    assert [line[0] for line in lines[1:]] == [1, 2, 3]


def test_a_room_above_puts_its_own_into_the_file(
    programme: Programme, user: User, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_sources", [])
    report = files.Entry("Báo cáo", "4/BC-SVH", date(2025, 12, 20), "Sở", "Báo cáo năm 2025")
    files.provide(lambda case_file, person: [report])
    row = case_files.begin(programme=programme, agency=agency, year=2025, filing=FILING, by=user)
    assert files.contents(row, user=user) == [report]


def test_a_file_is_handed_over_only_when_it_is_closed(
    client: Client, programme: Programme, user: User, agency: Agency
) -> None:
    row = case_files.begin(programme=programme, agency=agency, year=2025, filing=FILING, by=user)
    client.force_login(user)
    address = reverse("ledger:case-file-change", args=[programme.slug, row.uuid])
    given = {
        "title": row.title, "retention": "10 năm", "rights": "Hạn chế", "creator": "Lò Thị Hoa",
        "language": "Tiếng Việt", "opened_on": "2025-01-02", "handed_over_on": "2026-03-01",
        "version": 1,
    }  # fmt: skip
    refused = client.post(address, given)
    assert "hồ sơ chưa kết thúc" in refused.content.decode()
    given["closed_on"] = "2026-01-15"
    assert client.post(address, given).status_code == 302
    assert "vừa được người khác sửa" in client.post(address, given).content.decode()
    with pytest.raises(Refused, match="đã có hồ sơ năm 2025"):
        case_files.begin(programme=programme, agency=agency, year=2025, filing=FILING, by=user)


def test_a_closed_file_says_that_its_year_is_over(
    client: Client, programme: Programme, user: User, agency: Agency
) -> None:
    row = case_files.begin(programme=programme, agency=agency, year=2020, filing=FILING, by=user)
    CaseFile.objects.filter(pk=row.pk).update(
        opened_on=date(2020, 1, 2), closed_on=date(2021, 1, 15)
    )
    client.force_login(user)
    page = client.get(reverse("ledger:case-file", args=[programme.slug, row.uuid]))
    assert "đến hạn giao nộp vào lưu trữ cơ quan từ ngày 15/01/2022" in page.content.decode()
