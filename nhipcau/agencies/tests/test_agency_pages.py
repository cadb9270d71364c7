"""The pages about agencies and places, as a reader and as an administrator meets them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies import successions
from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.models import Agency, CodeList, Place, PlaceChange, PlaceName, Succession
from nhipcau.agencies.roles import Role
from nhipcau.agencies.successions import Ground, Share

pytestmark = pytest.mark.django_db

DAY = date(2025, 3, 1)
GROUND = Ground(DAY, "Nghị quyết 176/2025/QH15", "Công báo", doubt="chưa đối chiếu")


@pytest.fixture
def old() -> Agency:
    """A department whose press went one way and whose networks went another."""
    old = AgencyFactory.create(name="Sở Thông tin và Truyền thông")
    culture = AgencyFactory.create(name="Sở Văn hóa, Thể thao và Du lịch")
    science = AgencyFactory.create(name="Sở Khoa học và Công nghệ")
    shares = [Share(culture, ("báo chí",)), Share(science, ("chuyển đổi số",))]
    successions.split(old=old, shares=shares, ground=GROUND, by=None)
    old.refresh_from_db()
    return old


def province(list_code: str, code: str, name: str, level: str = "province") -> Place:
    first, last = (DAY, None) if list_code == "moi" else (None, date(2025, 2, 28))
    code_list, _made = CodeList.objects.get_or_create(
        code=list_code,
        defaults={
            "name": f"Danh mục {list_code}",
            "level": level,
            "first_day": first,
            "last_day": last,
            "source": "ví dụ",
        },
    )
    place = Place.objects.create(
        list=code_list, code=code, unit_type="tỉnh", first_day=first, last_day=last, source="ví dụ"
    )
    PlaceName.objects.create(place=place, name=name, first_day=first, last_day=last, source="ví dụ")
    return place


def page(client: Client, agency: Agency, **asked: str) -> str:
    return client.get(agency.get_absolute_url(), asked).content.decode()


def test_the_page_names_who_answers_and_by_which_instrument(client: Client, old: Agency) -> None:
    html = page(client, old)
    assert "Sở Văn hóa, Thể thao và Du lịch" in html
    assert "Sở Khoa học và Công nghệ" in html
    assert "Nghị quyết 176/2025/QH15" in html
    assert "chưa đối chiếu" in html


def test_the_day_is_in_the_address(client: Client, old: Agency) -> None:
    assert "Ngày 28/02/2025: đang hoạt động." in page(client, old, ngay="2025-02-28")
    assert "Ngày 01/3/2025:" in page(client, old, ngay="2025-03-01")


def test_a_day_may_be_written_as_officials_write_it(client: Client, old: Agency) -> None:
    assert "Ngày 28/02/2025: đang hoạt động." in page(client, old, ngay="28/02/2025")


def test_a_day_that_is_none_is_said_and_today_is_shown(client: Client, old: Agency) -> None:
    html = page(client, old, ngay="31/02/2025")
    assert "“31/02/2025” không phải là một ngày" in html


def test_who_answers_for_one_function_is_asked_on_the_page(client: Client, old: Agency) -> None:
    html = page(client, old, **{"chuc-nang": "chuyển đổi số"})
    answer = html.split('class="now"')[1].split("</div>")[0]
    assert "Sở Khoa học và Công nghệ" in answer
    assert "Sở Văn hóa" not in answer


def test_a_function_that_nobody_is_known_to_have_is_to_be_asked_for(
    client: Client, old: Agency
) -> None:
    html = page(client, old, **{"chuc-nang": "bưu chính"})
    assert "chưa rõ cơ quan nào đảm nhiệm “bưu chính”" in html


def test_timeline_and_tree_say_in_words_what_they_draw(client: Client, old: Agency) -> None:
    html = page(client, old)
    assert html.count('role="img" aria-labelledby=') == 2
    assert html.count("<title id=") == html.count("<desc id=") == 2
    assert "Sở Thông tin và Truyền thông: từ 01/01/2016 đến hết 28/02/2025" in html
    assert " style=" not in html
    assert html.count('class="edge doubtful"') == 3  # two in the tree, one in its key


def test_search_finds_an_ended_agency_without_marks(client: Client, old: Agency) -> None:
    response = client.get(reverse("agencies:list"), {"tim": "so thong tin"})
    html = response.content.decode()
    assert f'href="{old.get_absolute_url()}"' in html
    assert "không mang tên này ngày" in html


def test_search_that_finds_nothing_says_what_to_try(client: Client) -> None:
    html = client.get(reverse("agencies:list"), {"tim": "xyz"}).content.decode()
    assert "Đề nghị thử ít chữ hơn" in html


def test_the_list_of_a_day_holds_those_that_existed(client: Client, old: Agency) -> None:
    before = client.get(reverse("agencies:list"), {"ngay": "2025-02-28"}).content.decode()
    after = client.get(reverse("agencies:list"), {"ngay": "2025-03-01"}).content.decode()
    assert "Đã kết thúc trước ngày" not in before
    assert old.full_name in after.split("Đã kết thúc trước ngày 01/3/2025")[1]


def test_a_divided_place_shows_all_its_targets(client: Client) -> None:
    place = province("cu", "01", "Xã Cũ")
    for turn, name in enumerate(("Xã Một", "Xã Hai")):
        PlaceChange.objects.create(
            old=place,
            new=province("moi", f"1{turn}", name),
            kind="divided",
            is_default=turn == 0,
            day=DAY,
            source="ví dụ",
        )
    html = client.get(place.get_absolute_url()).content.decode()
    assert "Nay ở 2 nơi:" in html
    assert "Xã Một" in html
    assert "Xã Hai" in html
    assert "nơi nhận mặc định" in html


def test_a_province_that_told_nothing_is_to_be_asked(client: Client) -> None:
    AgencyFactory.create(name="Sở Dân tộc và Tôn giáo", is_type=True, level="provincial")
    html = client.get(province("moi", "08", "Tỉnh Tuyên Quang").get_absolute_url()).content.decode()
    assert "Chưa có thông tin, đề nghị liên hệ UBND tỉnh" in html


def test_a_code_leads_to_its_place_in_its_list_only(client: Client) -> None:
    place = province("cu", "80", "Tỉnh Long An")
    province("moi", "81", "Tỉnh Tây Ninh")
    address = reverse("agencies:places")
    found = client.get(address, {"ma": "80", "danh-muc": "cu"})
    assert found.headers["Location"] == place.get_absolute_url()
    refused = client.get(address, {"ma": "80", "danh-muc": "moi"}).content.decode()
    assert "Mã 80 thuộc danh mục cu (Tỉnh Long An), không có trong danh mục moi" in refused


@pytest.mark.parametrize("name", ["reorganise", "reorganise-as"])
def test_only_an_administrator_records_a_reorganisation(client: Client, name: str) -> None:
    address = reverse(f"agencies:{name}", args=["doi-ten"] if name == "reorganise-as" else [])
    assert client.get(address).status_code == 302
    client.force_login(person_with(Role.FOCAL_POINT))
    assert client.get(address).status_code == 403
    client.force_login(person_with(Role.ADMINISTRATOR))
    assert client.get(address).status_code == 200


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(person_with(Role.ADMINISTRATOR))
    return client


def send(client: Client, way: str, /, **sent: str) -> str:
    given = {"day": "2025-03-01", "instrument": "Nghị quyết 1", "source": "Công báo", **sent}
    response = client.post(reverse("agencies:reorganise-as", args=[way]), given, follow=True)
    return response.content.decode()


def test_a_split_is_recorded_on_its_page(administrator: Client) -> None:
    old, one, two = (AgencyFactory.create(name=f"Cục {each}") for each in ("Cũ", "Một", "Hai"))
    html = send(
        administrator,
        "chia-tach",
        old=old.code,
        to_1=one.code,
        functions_1="báo chí; xuất bản",
        to_2="Cục Hai",
        functions_2="viễn thông",
    )
    assert "Đã ghi nhận" in html
    rows = Succession.objects.order_by("pk").values_list("new__code", "functions", "instrument")
    assert list(rows) == [
        (one.code, ["báo chí", "xuất bản"], "Nghị quyết 1"),
        (two.code, ["viễn thông"], "Nghị quyết 1"),
    ]


def test_a_transfer_a_new_name_and_an_end_are_recorded_on_their_pages(
    administrator: Client,
) -> None:
    one, two = (AgencyFactory.create(name=f"Cục {each}") for each in ("Một", "Hai"))
    assert "Đã ghi nhận" in send(
        administrator, "chuyen-giao", old=one.code, to=two.code, functions="báo chí"
    )
    assert "Đã ghi nhận" in send(administrator, "doi-ten", agency=two.code, full_name="Cục Báo chí")
    assert "Đã ghi nhận" in send(administrator, "giai-the", agency=one.code)
    two.refresh_from_db()
    assert two.full_name == "Cục Báo chí"
    assert Agency.objects.get(pk=one.pk).last_day == date(2025, 2, 28)


def test_an_agency_is_established_under_its_parent(administrator: Client) -> None:
    parent = AgencyFactory.create(name="Ủy ban nhân dân tỉnh Ví Dụ")
    html = send(
        administrator,
        "thanh-lap",
        full_name="Sở Dân tộc và Tôn giáo",
        code="so-dttg-vi-du",
        kind="provincial department",
        level="provincial",
        parent=parent.code,
    )
    assert "Đã ghi nhận" in html
    assert Agency.objects.get(code="so-dttg-vi-du").parent == parent


@pytest.mark.parametrize(
    ("kind", "sent", "sentence"),
    [
        (
            "giai-the",
            {"agency": "Cục Không Có"},
            "Chưa có cơ quan nào mang tên “Cục Không Có”. Đề nghị chọn trong danh sách.",
        ),
        ("giai-the", {"agency": "Cục Đã Hết"}, "Cục Đã Hết kết thúc hoạt động hết ngày 31/12/2020"),
        (
            "hop-nhat",
            {
                "old_1": "Cục Một",
                "old_2": "Cục Hai",
                "full_name": "Cục Ba",
                "code": "cuc-ba-moi",
                "kind": "unit",
                "level": "central",
            },
            "đã có cơ quan mang tên “Cục Ba”",
        ),
        (
            "thanh-lap",
            {
                "full_name": "Cục Bốn",
                "code": "cuc-bon",
                "kind": "unit",
                "level": "central",
                "place_list": "moi",
                "place_code": "80",
            },
            "Mã 80 thuộc danh mục cu (Tỉnh Long An), không có trong danh mục moi",
        ),
        (
            "hop-nhat",
            {"old_1": "Cục Một", "old_2": "Cục Hai", "level": "central"},
            "Cần ghi, nếu không nhập vào một cơ quan đang có.",
        ),
        ("chuyen-giao", {"old": "Cục Một", "to": "Cục Một"}, "cho chính Cục Một"),
    ],
)
def test_what_cannot_be_is_refused_with_its_sentence(
    administrator: Client, kind: str, sent: dict[str, str], sentence: str
) -> None:
    for name in ("Một", "Hai", "Ba"):
        AgencyFactory.create(name=f"Cục {name}")
    AgencyFactory.create(name="Cục Đã Hết", last_day=date(2020, 12, 31))
    province("cu", "80", "Tỉnh Long An")
    province("moi", "81", "Tỉnh Tây Ninh")
    html = send(administrator, kind, **sent)
    assert sentence in html
    assert "Đã ghi nhận" not in html
    assert not Succession.objects.exists()


def test_a_name_that_several_bear_asks_for_the_code(administrator: Client) -> None:
    for place in ("Một", "Hai"):
        parent = AgencyFactory.create(name=f"Ủy ban nhân dân tỉnh {place}")
        AgencyFactory.create(name="Sở Nội vụ", parent=parent)
    html = send(administrator, "giai-the", agency="Sở Nội vụ")
    assert "Tên “Sở Nội vụ” có nhiều cơ quan mang" in html


def test_a_mistake_is_taken_back_with_its_reason_and_stays_to_be_seen(
    administrator: Client, old: Agency
) -> None:
    row = Succession.objects.get(functions=["báo chí"])
    address = reverse("agencies:withdraw-succession", args=[row.uuid])
    refused = administrator.post(address, {"reason": ""}, follow=True).content.decode()
    assert "thiếu lý do" in refused
    administrator.post(address, {"reason": "ghi nhầm cơ quan"})
    html = administrator.get(reverse("agencies:reorganise")).content.decode()
    assert "ghi nhầm cơ quan" in html
    row.refresh_from_db()
    assert row.withdrawn_at is not None
