"""The questions over time, asked by a program."""

from datetime import date

import pytest
from django.test import Client

from nhipcau.agencies import successions
from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import CodeList, Place, PlaceChange, PlaceName
from nhipcau.agencies.successions import Ground, Share

pytestmark = pytest.mark.django_db

DAY = date(2025, 3, 1)


@pytest.fixture(autouse=True)
def split() -> None:
    old = AgencyFactory.create(code="cu", name="Sở Thông tin và Truyền thông")
    shares = [
        Share(AgencyFactory.create(code="van-hoa", name="Sở Văn hóa"), ("báo chí",)),
        Share(AgencyFactory.create(code="khoa-hoc", name="Sở Khoa học"), ("chuyển đổi số",)),
    ]
    ground = Ground(DAY, "Nghị quyết 176/2025/QH15", "Công báo", doubt="chưa đối chiếu")
    successions.split(old=old, shares=shares, ground=ground, by=None)


def test_who_answers_for_a_function_on_a_day(client: Client) -> None:
    asked = {"function": "báo chí", "on": "2025-03-01"}
    answer = client.get("/api/agencies/agencies/cu/answering", asked).json()
    assert answer["standing"] == "followed"
    assert answer["holders"] == [
        {
            "code": "van-hoa",
            "name": "Sở Văn hóa",
            "since": "2025-03-01",
            "functions": ["báo chí"],
            "instruments": ["Nghị quyết 176/2025/QH15"],
            "doubts": ["chưa đối chiếu"],
        }
    ]


def test_where_nobody_is_known_others_may_be_asked(client: Client) -> None:
    asked = {"function": "bưu chính", "on": "2025-03-01"}
    answer = client.get("/api/agencies/agencies/cu/answering", asked).json()
    assert (answer["standing"], answer["holders"]) == ("unknown", [])
    assert {each["code"] for each in answer["candidates"]} == {"van-hoa", "khoa-hoc"}


def test_the_day_before_it_was_itself(client: Client) -> None:
    answer = client.get("/api/agencies/agencies/cu/answering", {"on": "2025-02-28"}).json()
    assert answer["standing"] == "itself"


def test_what_an_agency_came_from_and_became(client: Client) -> None:
    became = client.get("/api/agencies/agencies/cu/lineage").json()
    assert [(each["new"], each["kind"]) for each in became["became"]] == [
        ("van-hoa", "split"),
        ("khoa-hoc", "split"),
    ]
    came = client.get("/api/agencies/agencies/van-hoa/lineage").json()
    assert [each["old"] for each in came["came_from"]] == ["cu"]


def test_a_place_is_asked_for_by_its_code_in_a_list(client: Client) -> None:
    places = {}
    for code, level in (("tinh-63", "province"), ("tinh-34", "province")):
        code_list = CodeList.objects.create(code=code, name=code, level=level, source="ví dụ")
        place = Place.objects.create(list=code_list, code="80", unit_type="tỉnh", source="ví dụ")
        PlaceName.objects.create(place=place, name=f"Tỉnh {code}", source="ví dụ")
        places[code] = place
    PlaceChange.objects.create(
        old=places["tinh-63"], new=places["tinh-34"], kind="passes", day=DAY, source="ví dụ"
    )
    old = client.get("/api/agencies/places/tinh-63/80").json()
    assert old["became"][0]["place"]["of_list"] == "tinh-34"
    assert client.get("/api/agencies/places/tinh-34/80").json()["made_of"][0]["kind"] == "passes"
    (carried,) = client.get("/api/agencies/provinces").json()
    assert [each["name"] for each in carried["old"]] == ["Tỉnh tinh-63"]
    assert client.get("/api/agencies/places/tinh-34/81").status_code == 404
