"""The pages of the table: choices as links, the spreadsheet, the dots."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from nhipcau.agencies.factories import person_with
from nhipcau.agencies.models import CodeList, Place, PlaceName
from nhipcau.agencies.roles import Role
from nhipcau.ledger.coverage.dots import APART, dots
from nhipcau.ledger.coverage.models import ProvinceAction
from nhipcau.ledger.coverage.table import table
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import ProgrammeFactory, some_provinces

from .country import Country, Way

pytestmark = pytest.mark.django_db
DAY = date(2025, 12, 1)


@pytest.fixture
def country(db: None) -> Country:
    return some_provinces()


@pytest.fixture
def programme(country: Country) -> Programme:
    programme: Programme = ProgrammeFactory.create(
        state=Programme.State.PUBLISHED, circulation=Programme.Circulation.PUBLIC
    )
    for code, way, amount in (("02", Way.OWN_PROGRAMME, 5), ("08", Way.FOLDED, None)):
        ProvinceAction.objects.create(
            programme=programme, place=country["63", code], way=way, amount=amount,
            title="=Kế hoạch", first_day=date(2024, 9, 1), source="ví dụ",
        )  # fmt: skip
    return programme


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("?danh-muc=63", ["02", "04", "08"]),
        ("?danh-muc=34", ["04", "08"]),
        ("?danh-muc=99", ["04", "08"]),
        ("?danh-muc=63&ngay=2025-06-30", ["02", "04", "08"]),
        ("?ngay=2025-06-30", ["02", "04", "08"]),
        ("?danh-muc=63&cach=long-ghep-khac", ["08"]),
        ("?danh-muc=63&cach=khong-co", ["02", "04", "08"]),
        ("?danh-muc=63&con-thieu=thong-tin", ["04"]),
        ("?danh-muc=63&con-thieu=kinh-phi", ["08"]),
        ("?danh-muc=63&sap-xep=cach", ["02", "08", "04"]),
        ("?danh-muc=63&sap-xep=ten", ["04", "02", "08"]),
        ("?danh-muc=63&sap-xep=kinh-phi", ["02", "04", "08"]),
        ("?danh-muc=63&nam=²", ["02", "04", "08"]),
    ],
)
def test_an_address_says_which_rows_and_in_which_order(
    client: Client, programme: Programme, asked: str, expected: list[str]
) -> None:
    client.force_login(person_with(Role.OFFICER))
    answer = client.get(reverse("ledger:coverage", args=[programme.slug]) + asked)
    assert [row.place.code for row in answer.context["chosen"].rows] == expected


def test_the_spreadsheet_has_a_line_for_each_action_and_keeps_empty_apart_from_nothing(
    client: Client, programme: Programme
) -> None:
    client.force_login(person_with(Role.OFFICER))
    address = reverse("ledger:coverage-sheet", args=[programme.slug])
    sheet = load_workbook(BytesIO(client.get(f"{address}?danh-muc=63").content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert [(row[1], row[3], row[9]) for row in rows] == [
        ("02", "Đã ký chương trình", 5),
        ("04", "Chưa có thông tin", None),
        ("08", "Lồng ghép trong văn bản khác", None),
    ]
    assert rows[0][6] == "'=Kế hoạch", "no formula comes out of what people wrote"


def test_nothing_of_a_province_is_public(client: Client, programme: Programme) -> None:
    assert client.get(programme.get_absolute_url()).status_code == 200
    assert client.get(reverse("ledger:coverage", args=[programme.slug])).status_code == 302


def add_communes(country: Country) -> None:
    """Communes of today with their points, and the two special zones."""
    communes = CodeList.objects.create(
        code="xa-tu-2025-07", name="Xã", level="commune", source="ví dụ"
    )
    for number, (code, north, east) in enumerate((("08", 22.1, 105.1), ("04", 22.1001, 105.1001))):
        Place.objects.create(
            list=communes, code=f"0000{number}", unit_type="Xã", source="ví dụ",
            parent=country["34", code], latitude=north, longitude=east,
        )  # fmt: skip
    for code, name, north, east in (
        ("20333", "Đặc khu Hoàng Sa", 16.568, 112.135),
        ("22736", "Đặc khu Trường Sa", 9.71, 114.45),
    ):
        place = Place.objects.create(
            list=communes, code=code, unit_type="Đặc khu", source="ví dụ",
            parent=country["34", "04"], latitude=north, longitude=east,
        )  # fmt: skip
        PlaceName.objects.create(place=place, name=name, source="ví dụ")


def test_the_dots_lie_apart_and_hoang_sa_and_truong_sa_are_named(
    client: Client, programme: Programme, country: Country
) -> None:
    add_communes(country)
    drawing = dots(table(programme, year=2025, on=DAY, list="34"))
    one, other = drawing.marks
    assert ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 >= APART - 0.5
    assert max(one.x, other.x) < 250, "the special zones do not pull their provinces out to sea"
    client.force_login(person_with(Role.OFFICER))
    page = client.get(reverse("ledger:coverage-country", args=[programme.slug])).content.decode()
    for island in drawing.islands:
        assert f">{island.name}</text>" in page
        assert 0 < island.x < drawing.width
        assert 0 < island.y < drawing.height
    assert "<script" not in page
    assert " style=" not in page


def test_the_map_has_the_table_as_its_text(
    client: Client, programme: Programme, country: Country
) -> None:
    add_communes(country)
    client.force_login(person_with(Role.OFFICER))
    answer: Any = client.get(
        reverse("ledger:coverage-country", args=[programme.slug]) + "?ngay=2025-12-01"
    )
    told = {str(row.place) for _way, rows in answer.context["grouped"] for row in rows}
    assert told == {"Tỉnh Cao Bằng", "Tỉnh Tuyên Quang"}


@pytest.mark.parametrize("name", ["coverage", "coverage-country", "coverage-sheet", "focal-points"])
def test_without_places_the_pages_say_what_is_missing(client: Client, name: str) -> None:
    programme = ProgrammeFactory.create(state=Programme.State.PUBLISHED)
    client.force_login(person_with(Role.OFFICER))
    assert client.get(reverse(f"ledger:{name}", args=[programme.slug])).status_code == 200
