"""Evidence by hand, on pages: lodged, listed, opened, withdrawn."""

import datetime
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency
from nhipcau.agencies.roles import Role
from nhipcau.base.models import AuditEvent
from nhipcau.ledger.evidence import listing
from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.evidence.models import Evidence
from nhipcau.ledger.evidence.photos import cleaned
from nhipcau.ledger.programmes.models import Party, Programme
from nhipcau.ledger.testing import IndicatorFactory, ProgrammeFactory, periods_of

pytestmark = pytest.mark.django_db

DAY = datetime.date(2025, 9, 5)
APP1 = b"\xff\xe1\x00\x13Exif\0\0GPS 21.8N12"
PICTURE = (
    b"\xff\xd8" + APP1 + b"\xff\xdb\x00\x04\x00\x01\xff\xda\x00\x04\x00\x00ab\xff\x00c\xff\xd9"
)


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory.create(state="published")


@pytest.fixture
def agency() -> Agency:
    return AgencyFactory.create(name="Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn")


def signed_in(agency: Agency, role: Role = Role.OFFICER) -> Client:
    client = Client()
    client.force_login(MembershipFactory.create(agency=agency, role=role).user)
    return client


def page(name: str, *args: object) -> str:
    return reverse(f"ledger:{name}", args=args)


def form(agency: Agency, **more: object) -> dict[str, object]:
    return {
        "once": str(uuid4()), "kind": "event", "agency": f"{agency} ({agency.code})",
        "day": "05/09/2025", "summary": "Ngày hội đọc sách ở xã Đồng Đăng", **more,
    }  # fmt: skip


def lodged(programme: Programme, agency: Agency, **more: object) -> Evidence:
    given = {"kind": "event", "day": DAY, "summary": "Ngày hội đọc sách", "by": None, **more}
    return lodge(programme=programme, agency=agency, **given)  # type: ignore[arg-type]


def test_an_officer_lodges_a_days_work_with_a_number_a_file_and_a_photograph(
    programme: Programme, agency: Agency
) -> None:
    indicator = IndicatorFactory.create(programme=programme)
    client, address = signed_in(agency), page("evidence-lodge", programme.slug)
    assert "danh mục bí mật nhà nước" in client.get(address).text
    sent = form(
        agency, indicator_0=indicator.code, value_0="1.250",
        file=SimpleUploadedFile("ke-hoach.txt", "Kế hoạch ngày hội".encode()),
        photo=SimpleUploadedFile("anh.jpg", PICTURE), kept_until="31/12/2028",
    )  # fmt: skip
    answer = client.post(address, sent, follow=True)
    evidence = Evidence.objects.get()
    assert evidence.measures.get().value == 1250
    assert "1.250" in answer.text
    document, photo = evidence.files.order_by("name").reverse()
    assert (document.is_closed, document.kept_until) == (True, datetime.date(2028, 12, 31))
    with photo.file.open() as kept:
        assert b"GPS" not in kept.read()
    assert "vị trí chụp" in answer.text


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"value_0": "1,250"}, "có thể hiểu hai cách"),
        ({"value_0": "1.250"}, "chọn chỉ tiêu và ghi số"),
        ({"day": "31/02/2025"}, "ngày/tháng/năm"),
        ({"day": "01/01/2024"}, "trước khi chương trình bắt đầu"),
        ({"task": "25.X.01"}, "không có nhiệm vụ mã"),
        ({"summary": "Chị Hoa, CCCD 001199012345, đã dự lớp"}, "CCCD"),
        ({"link": "javascript:alert(1)"}, "hợp lệ"),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed(
    programme: Programme, agency: Agency, more: dict[str, object], words: str
) -> None:
    IndicatorFactory.create(programme=programme)
    answer = signed_in(agency).post(page("evidence-lodge", programme.slug), form(agency, **more))
    assert answer.status_code == 422
    assert words in answer.text
    assert not Evidence.objects.exists()


def test_a_column_of_ethnic_origin_and_a_file_that_is_no_picture_are_refused(
    programme: Programme, agency: Agency
) -> None:
    client, address = signed_in(agency), page("evidence-lodge", programme.slug)
    rows = "TT,Họ và tên,Dân tộc,Số điện thoại\n1,Lò Thị Hoa,Thái,\n2,Vàng A Páo,Mông,\n"
    table = SimpleUploadedFile("danh-sach.csv", rows.encode())
    answer = client.post(address, form(agency, file=table))
    assert "cột dân tộc trong danh sách có tên người" in answer.text
    answer = client.post(address, form(agency, photo=SimpleUploadedFile("a.jpg", b"GIF89a")))
    assert "không phải ảnh JPEG hoặc PNG" in answer.text
    assert not Evidence.objects.exists()


def test_nobody_lodges_for_a_strangers_unit_but_a_focal_point(
    programme: Programme, agency: Agency
) -> None:
    other = AgencyFactory.create(name="Sở Dân tộc và Tôn giáo tỉnh Lạng Sơn")
    below = AgencyFactory.create(name="Trung tâm Văn hóa tỉnh Lạng Sơn", parent=agency)
    address = page("evidence-lodge", programme.slug)
    answer = signed_in(agency).post(address, form(other))
    assert "không phải đơn vị của ông/bà" in answer.text
    assert signed_in(agency).post(address, form(below)).status_code == 302
    assert signed_in(agency, Role.FOCAL_POINT).post(address, form(other)).status_code == 302


def test_a_late_one_counts_in_the_next_open_period_if_the_person_says_so(
    programme: Programme, agency: Agency
) -> None:
    year = periods_of(programme, 2025)["year"]
    periods_of(programme, 2026)
    year.closed_at = datetime.datetime(2025, 12, 14, tzinfo=datetime.UTC)
    year.save()
    client, address = signed_in(agency), page("evidence-lodge", programme.slug)
    refused = client.post(address, form(agency))
    assert "Đề nghị ghi vào kỳ năm 2026" in refused.text
    assert client.post(address, form(agency, late="on")).status_code == 302
    assert Evidence.objects.get().counted_on == datetime.date(2025, 12, 15)


def test_closed_files_open_for_the_unit_those_above_it_and_focal_points_and_it_is_noted(
    programme: Programme, agency: Agency
) -> None:
    ministry = AgencyFactory.create(name="Ủy ban nhân dân tỉnh Lạng Sơn")
    agency.parent = ministry
    agency.save()
    party_agency = AgencyFactory.create(name="Bộ Dân tộc và Tôn giáo")
    Party.objects.create(
        programme=programme, order=1, name_as_signed="Bộ Dân tộc", agency=party_agency
    )
    client = signed_in(agency)
    file = SimpleUploadedFile("ke-hoach.txt", b"noi dung")
    client.post(page("evidence-lodge", programme.slug), form(agency, file=file))
    row = Evidence.objects.get().files.get()
    address = page("evidence-file", row.uuid)
    truth = {
        (agency, Role.OFFICER): 200,
        (agency, Role.AUDITOR): 200,
        (ministry, Role.LEADER): 200,
        (party_agency, Role.FOCAL_POINT): 200,
        (party_agency, Role.OFFICER): 403,
        (AgencyFactory.create(), Role.FOCAL_POINT): 403,
        (AgencyFactory.create(), Role.LEADER): 403,
    }
    for (unit, role), status in truth.items():
        answer = signed_in(unit, role).get(address)
        assert answer.status_code == status, (unit, role)
        if status == 200:
            assert b"".join(answer) == b"noi dung"
    opened = AuditEvent.objects.filter(verb="ledger.evidence_file_read")
    assert opened.count() == list(truth.values()).count(200)
    row.kept_until = datetime.date(2025, 12, 31)
    row.save()
    assert "hết thời hạn lưu giữ" in signed_in(agency).get(address).text


def test_the_list_is_paged_by_key_forth_and_back_and_narrowed(
    programme: Programme, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "ROWS", 2)
    for turn in range(5):
        day = DAY + datetime.timedelta(days=turn // 2)
        lodged(programme, agency, day=day, summary=f"Việc thứ {turn}.")
    lodged(programme, AgencyFactory.create(), kind="training", summary="Lớp tập huấn")
    client, address = signed_in(agency), page("evidence", programme.slug)

    def seen(query: str) -> list[str]:
        found: list[Evidence] = client.get(f"{address}{query}").context["listing"].rows
        return [each.said.summary for each in found]

    asked, pages = f"?co-quan={agency.code}", []
    while asked:
        shown = client.get(f"{address}{asked}").context["listing"]
        pages.append([each.said.summary for each in shown.rows])
        asked, last = shown.older, shown
    assert pages == [
        ["Việc thứ 4.", "Việc thứ 3."],
        ["Việc thứ 2.", "Việc thứ 1."],
        ["Việc thứ 0."],
    ]
    assert seen(last.newer) == ["Việc thứ 2.", "Việc thứ 1."]
    assert seen("?loai=training") == ["Lớp tập huấn"]
    assert seen("?sau=khong-phai") == ["Việc thứ 4.", "Việc thứ 3."]


def test_withdrawn_evidence_shows_why_and_leaves_the_list(
    programme: Programme, agency: Agency
) -> None:
    evidence = lodged(programme, agency)
    client = signed_in(agency)
    assert signed_in(AgencyFactory.create()).post(
        page("evidence-withdraw", evidence.uuid), {"reason": "Nhầm"}
    ).status_code == 422  # fmt: skip
    answer = client.post(
        page("evidence-withdraw", evidence.uuid), {"reason": "Ghi nhầm ngày"}, follow=True
    )
    assert "Ghi nhầm ngày" in answer.text
    listed = client.get(page("evidence", programme.slug))
    assert "Ngày hội đọc sách" not in listed.text
    assert "Ngày hội đọc sách" in client.get(page("evidence", programme.slug) + "?da-rut=1").text


def test_a_photograph_loses_what_it_tells_and_keeps_what_it_shows() -> None:
    kept, gone = cleaned(PICTURE + b"a second picture" + APP1)
    assert kept == PICTURE.replace(APP1, b"")
    assert len(gone) == 1
