"""The pages of amendments, of the consolidated text and of one provision."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nhipcau.agencies.factories import person_with
from nhipcau.agencies.roles import Role
from nhipcau.ledger.programmes.models import Amendment, Programme, Standing

from .signed_922 import EFFECTIVE_ON, agreed, focal_point_of, signed_922, small_amendment

pytestmark = pytest.mark.django_db

ONE = "/chuong-trinh/922-ctph-btttt-ubdt"
BEFORE = EFFECTIVE_ON - datetime.timedelta(days=1)


@pytest.fixture
def programme() -> Programme:
    return signed_922()


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(person_with(Role.OFFICER))
    return client


def signed_in(code: str) -> Client:
    client = Client()
    client.force_login(focal_point_of(code))
    return client


def words(client: Client, address: str, **asked: str) -> str:
    response = client.get(address, asked, follow=True)
    assert response.status_code == 200
    return plain(response.content.decode())


def plain(html: str) -> str:
    bare = re.sub(r"<[^>]+>", "", html.replace("&#x27;", "'"))
    return re.sub(r"\s+", " ", bare)


def version_in(html: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', html)
    assert found
    return found[1]


def test_an_amendment_goes_all_the_way_through_the_pages(programme: Programme) -> None:
    ours, theirs = signed_in("mic"), signed_in("cema")
    begun = ours.post(
        f"{ONE}/dieu-chinh/moi/",
        {"kind": "letter", "title": "Điều chỉnh (ví dụ)", "is_example": "on"},
    )
    page = begun.headers["Location"]
    chosen = ours.get(f"{page}noi-dung/", {"act": "replace", "place": "IV.1.c"})
    form = ours.get(chosen.headers["Location"]).content.decode()
    assert "thành tựu của Việt Nam" in form
    ours.post(
        chosen.headers["Location"],
        {"version": version_in(form), "text": "Xây dựng dữ liệu về 54 dân tộc."},
    )
    place = f"{page}noi-dung/insert/IV.2.f/"
    form = ours.get(place).content.decode()
    ours.post(
        place,
        {"version": version_in(form), "where": "after", "marker": "g)", "text": "Phát thanh."},
    )
    ours.post(
        f"{page}ghi-nhan/",
        {
            "version": version_in(ours.get(page).content.decode()),
            "number": "01/VIDU-BTTTT",
            "signed_on": "2026-03-02",
            "effective_on": "01/04/2026",
            "file": SimpleUploadedFile("cong-van.txt", "Công văn thống nhất (ví dụ).".encode()),
        },
    )
    shown = theirs.get(page).content.decode()
    assert "còn chờ" in shown
    done = theirs.post(f"{page}thong-nhat/", {"version": version_in(shown)}, follow=True)
    assert "Đã ghi nhận thống nhất" in plain(done.content.decode())
    amendment = Amendment.objects.get()
    assert amendment.is_agreed
    assert amendment.file_name == "cong-van.txt"
    assert amendment.changes.get(act="insert").address == "IV.2.g"


def test_the_consolidated_text_says_what_it_is(programme: Programme, reader: Client) -> None:
    agreed(small_amendment(programme))
    day = {"ngay": EFFECTIVE_ON.isoformat()}
    shown = words(reader, f"{ONE}/hop-nhat/", **day)
    assert "Bản hợp nhất để tham khảo, tính đến ngày 01/4/2026" in shown
    assert "Công văn thống nhất số 01/VIDU-BTTTT" in shown
    assert "[bỏ: 53]" in shown
    assert "[thêm: 54]" in shown
    assert "(đã bãi bỏ) IV.1.đ" in shown
    before = words(reader, f"{ONE}/hop-nhat/", ngay=BEFORE.isoformat())
    assert "đây là lời văn đã ký" in before


def test_an_amendment_that_does_not_count_yet_is_for_those_who_enter(
    programme: Programme, reader: Client
) -> None:
    amendment = small_amendment(programme)
    page = amendment.get_absolute_url()
    assert reader.get(page).status_code == 404
    assert amendment.title not in words(reader, f"{ONE}/dieu-chinh/")
    assert signed_in("mic").get(page).status_code == 200
    agreed(amendment)
    assert reader.get(page).status_code == 200


@pytest.mark.parametrize(
    ("asked", "answered", "sentence"),
    [
        ("IV.1.đ", "IV.1", "IV.1.đ đã được bãi bỏ từ ngày 01/4/2026 theo Công văn thống nhất số"),
        ("IV.1.z", "IV.1", "Văn bản không có “IV.1.z” vào ngày 02/4/2026. Đây là IV.1"),
        ("IV.9.a", "IV", "Đây là IV, chỗ gần nhất ở cấp trên"),
        ("XX.1", "", "Đây là toàn văn"),
    ],
)
def test_a_link_to_a_vanished_place_leads_upwards_and_says_so(
    programme: Programme, reader: Client, asked: str, answered: str, sentence: str
) -> None:
    agreed(small_amendment(programme))
    response = reader.get(f"{ONE}/dieu-khoan/{asked}/", {"ngay": "2026-04-02"}, follow=True)
    assert sentence in plain(response.content.decode())
    where = response.request["PATH_INFO"]
    assert where == (f"{ONE}/dieu-khoan/{answered}/" if answered else f"{ONE}/hop-nhat/")


def test_the_day_before_the_link_still_opens_its_place(
    programme: Programme, reader: Client
) -> None:
    agreed(small_amendment(programme))
    response = reader.get(f"{ONE}/dieu-khoan/IV.1.đ/", {"ngay": BEFORE.isoformat()})
    assert response.status_code == 200
    assert "Lời văn như khi ký" in plain(response.content.decode())


def test_a_place_that_does_not_stand_yet_is_said_so(programme: Programme, reader: Client) -> None:
    agreed(small_amendment(programme))
    shown = words(reader, f"{ONE}/dieu-khoan/IV.2.g/", ngay=BEFORE.isoformat())
    assert "Văn bản không có “IV.2.g” vào ngày 31/3/2026" in shown


def test_a_provision_tells_its_history_and_what_it_cites(
    programme: Programme, reader: Client
) -> None:
    agreed(small_amendment(programme))
    shown = words(reader, f"{ONE}/dieu-khoan/IV.1.c/", ngay="2026-05-01")
    assert "Sửa đổi, từ ngày 01/4/2026" in shown
    assert "Nghị quyết số 47/NQ-CP" in words(reader, f"{ONE}/dieu-khoan/IV.1.b/")


def test_nothing_typed_is_lost_when_somebody_else_was_first(programme: Programme) -> None:
    amendment = small_amendment(programme)
    sent = signed_in("mic").post(
        f"{amendment.get_absolute_url()}noi-dung/replace/III.3/",
        {"version": "1", "text": "Lời văn vừa gõ."},
    )
    shown = sent.content.decode()
    assert sent.status_code == 422
    assert "vừa được người khác cập nhật" in shown
    assert "Lời văn vừa gõ." in shown


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"marker": "???"}, "chưa đọc được"),
        ({"marker": "e)"}, "Đã có điều khoản IV.2.e"),
        ({"marker": ""}, "bắt buộc"),
        ({"text": ""}, "bắt buộc"),
    ],
)
def test_a_bad_insertion_comes_back_with_its_sentence(
    programme: Programme, said: dict[str, str], sentence: str
) -> None:
    amendment = small_amendment(programme)
    given = {
        "version": str(amendment.version),
        "where": "after",
        "marker": "h)",
        "text": "Lời văn.",
    } | said
    sent = signed_in("mic").post(f"{amendment.get_absolute_url()}noi-dung/insert/IV.2.f/", given)
    assert sent.status_code == 422
    assert sentence in sent.content.decode()


def test_an_effect_day_before_the_day_of_issue_is_refused(programme: Programme) -> None:
    amendment = small_amendment(programme)
    sent = signed_in("mic").post(
        f"{amendment.get_absolute_url()}ghi-nhan/",
        {
            "version": str(amendment.version),
            "number": "01/VIDU",
            "signed_on": "2026-03-02",
            "effective_on": "2026-03-01",
        },
    )
    assert "không thể trước ngày ban hành" in sent.content.decode()
    amendment.refresh_from_db()
    assert amendment.is_draft


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.FOCAL_POINT])
def test_other_roles_enter_no_amendments(programme: Programme, role: Role) -> None:
    client = Client()
    client.force_login(person_with(role))
    assert client.get(f"{ONE}/dieu-chinh/moi/").status_code == 403
    assert client.get(f"{ONE}/tinh-trang/").status_code == 403


def test_a_standing_is_said_by_form(programme: Programme) -> None:
    client = signed_in("mic")
    said = {
        "state": "under_review",
        "first_day": "2025-03-01",
        "ground": "Nghị quyết số 176/2025/QH15",
    }
    assert client.post(f"{ONE}/tinh-trang/", said).status_code == 302
    assert Standing.objects.get().state == Standing.State.UNDER_REVIEW
    for page in (f"{ONE}/dieu-chinh/", f"{ONE}/"):
        assert "Chờ rà soát sau sắp xếp" in words(client, page)
    again = client.post(f"{ONE}/tinh-trang/", said)
    assert "đã ghi một tình trạng khác" in again.content.decode()


def test_strangers_see_nothing_of_an_internal_programme(programme: Programme) -> None:
    client = Client()
    for page in ("dieu-chinh", "hop-nhat", "dieu-khoan/IV"):
        assert client.get(f"{ONE}/{page}/").status_code == 404
