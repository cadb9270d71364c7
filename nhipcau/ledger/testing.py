"""Factories and an invented programme that the tests of the modules may use; Vietnamese values one would believe."""

import datetime
from pathlib import Path

from factory.declarations import SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import CodeList, Place, PlaceChange, PlaceName
from nhipcau.ledger.evidence import periods
from nhipcau.ledger.evidence.models import Indicator, Period
from nhipcau.ledger.papers import loading as outlines
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.work.models import Plan, Task


class ProgrammeFactory(DjangoModelFactory[Programme]):
    class Meta:
        model = Programme

    slug = Sequence(lambda n: f"chuong-trinh-vi-du-{n}")
    kind = "Chương trình phối hợp"
    number = Sequence(lambda n: f"{n + 1:02}/CTPH-VIDU")
    title = "Chương trình phối hợp truyền thông ở các xã biên giới (ví dụ)"
    place = "Lạng Sơn"
    signed_on = datetime.date(2025, 3, 20)
    first_year = 2025
    last_year = 2028
    is_example = True


class ProvisionFactory(DjangoModelFactory[Provision]):
    class Meta:
        model = Provision

    programme = SubFactory(ProgrammeFactory)
    order = Sequence(lambda n: n + 1)
    address = Sequence(lambda n: f"I.{n + 1}")
    marker = "1."
    kind = "clause"
    text = (
        "Hai bên trao đổi tài liệu truyền thông bằng tiếng Tày, tiếng Nùng cho đài truyền thanh xã."
    )
    first_line = 1


EXAMPLE = """Số: 05/CTPH-SVH-SDT
Lạng Sơn, ngày 20 tháng 3 năm 2025
CHƯƠNG TRÌNH PHỐI HỢP
GIỮA SỞ VĂN HÓA VÀ SỞ DÂN TỘC VỀ TRUYỀN THÔNG Ở CÁC XÃ BIÊN GIỚI GIAI ĐOẠN 2025 - 2028
Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10/5/2024 của Chính phủ về hoạt động thông tin cơ sở;
Sở Văn hóa và Sở Dân tộc thống nhất ký kết chương trình phối hợp như sau:
I. NỘI DUNG PHỐI HỢP
1. Truyền thông
a) Sở Văn hóa chủ trì, Sở Dân tộc phối hợp biên soạn tài liệu tiếng Tày, tiếng Nùng.
b) Phối hợp tổ chức ngày hội đọc sách ở các xã biên giới hằng năm.
2. Tập huấn
Sở Dân tộc chủ trì tập huấn cho đài truyền thanh xã theo Nghị định số 49/2024/NĐ-CP.
II. TỔ CHỨC THỰC HIỆN
Chương trình này có hiệu lực kể từ ngày ký./.
"""


# The provinces of some tests of coverage: two that were merged in July 2025, one that went on.

OLD_ONES = {"02": "Tỉnh Hà Giang", "08": "Tỉnh Tuyên Quang", "04": "Tỉnh Cao Bằng"}
NEW_ONES = {"08": ("Tỉnh Tuyên Quang", ("02", "08")), "04": ("Tỉnh Cao Bằng", ("04",))}
MERGED_ON = datetime.date(2025, 7, 1)


def some_provinces() -> dict[tuple[str, str], Place]:
    """Both lists with a few provinces: «("63", "02")» is Hà Giang, «("34", "08")» what it is in."""
    before = MERGED_ON - datetime.timedelta(days=1)
    old_list = _code_list("tinh-63", None, before)
    new_list = _code_list("tinh-34", MERGED_ON, None)
    found = {("63", code): _province(old_list, code, name) for code, name in OLD_ONES.items()}
    for code, (name, made_of) in NEW_ONES.items():
        place = found["34", code] = _province(new_list, code, name)
        for old in made_of:
            kind = PlaceChange.Kind.PASSES if len(made_of) > 1 else PlaceChange.Kind.CONTINUES
            PlaceChange.objects.create(
                old=found["63", old], new=place, kind=kind, day=MERGED_ON, source="ví dụ"
            )
    return found


def _code_list(
    code: str, first_day: datetime.date | None, last_day: datetime.date | None
) -> CodeList:
    days = {"first_day": first_day, "last_day": last_day}
    return CodeList.objects.create(
        code=code, name=f"Danh mục {code}", level="province", source="ví dụ", **days
    )


def _province(code_list: CodeList, code: str, name: str) -> Place:
    days = {"first_day": code_list.first_day, "last_day": code_list.last_day}
    place = Place.objects.create(
        list=code_list, code=code, unit_type="tỉnh", source="ví dụ", **days
    )
    PlaceName.objects.create(place=place, name=name, source="ví dụ", **days)
    return place


# Evidence, indicators, periods

PERIOD_RULES = Path(__file__).parents[2] / "data/periods.json"


class IndicatorFactory(DjangoModelFactory[Indicator]):
    class Meta:
        model = Indicator

    programme = SubFactory(ProgrammeFactory)
    code = Sequence(lambda n: f"so-luot-{n}")
    name = "Số lượt người nghe các buổi truyền thông (ví dụ)"
    definition = "Tổng số lượt người có mặt tại các buổi truyền thông trong kỳ."
    unit = "lượt"
    source = "ví dụ của bộ kiểm thử"


def periods_of(programme: Programme, year: int) -> dict[str, Period]:
    """The periods of a year by the rules of the project's data: "year", "half", "quarter-1" …"""
    periods.load(PERIOD_RULES)
    made = periods.ensure(programme, year)
    return {f"{each.kind}-{each.turn}" if each.turn else each.kind: each for each in made}


def load_outlines() -> None:
    """The outlines of documents, from which papers begin."""
    outlines.load()


# Plans and tasks


class PlanFactory(DjangoModelFactory[Plan]):
    class Meta:
        model = Plan

    programme = SubFactory(ProgrammeFactory, state=Programme.State.PUBLISHED)
    year = 2025
    title = "Kế hoạch phối hợp truyền thông ở các xã biên giới năm 2025 (ví dụ)"
    first_day = datetime.date(2025, 1, 1)
    last_day = datetime.date(2025, 12, 31)
    is_example = True


class TaskFactory(DjangoModelFactory[Task]):
    class Meta:
        model = Task

    plan = SubFactory(PlanFactory)
    programme = SelfAttribute("plan.programme")
    code = Sequence(lambda n: f"25.I1a.{n + 1:02}")
    title = "Biên soạn tài liệu tiếng Tày, tiếng Nùng cho đài truyền thanh xã"
    lead = SubFactory(AgencyFactory)
    due = datetime.date(2025, 10, 15)
    deliverable = "Bộ tài liệu"
    is_example = True
