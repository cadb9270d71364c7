"""A province links its points to the central text: suggested by the words, confirmed by a person."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage.actions import links
from nhipcau.ledger.coverage.linking import linked_to, points
from nhipcau.ledger.coverage.models import PointLink, ProvinceAction
from nhipcau.ledger.coverage.similarity import Central, pairs
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import ProgrammeFactory, ProvisionFactory, some_provinces
from nhipcau.ledger.work.models import Plan, Task

from .country import Way, somebody

pytestmark = pytest.mark.django_db

CENTRAL = (
    "Phối hợp tuyên truyền chủ trương của Đảng tới đồng bào dân tộc thiểu số qua người có uy tín.",
    "Hai bên phối hợp bảo đảm an toàn thông tin mạng cho các hệ thống thông tin.",
    "Phối hợp tổ chức sơ kết hằng năm việc thực hiện chương trình.",
)
OWN = "Sở Văn hóa phối hợp với Ban Dân tộc bảo đảm an toàn thông tin mạng cho hệ thống của tỉnh."


@pytest.fixture
def action(db: None) -> ProvinceAction:
    """A merged province whose own programme of one point is loaded."""
    public = {
        "state": Programme.State.PUBLISHED, "circulation": Programme.Circulation.PUBLIC,
    }  # fmt: skip
    central = ProgrammeFactory.create(**public)
    own = ProgrammeFactory.create(title="Chương trình phối hợp của tỉnh (ví dụ)", **public)
    for turn, text in enumerate(CENTRAL, start=1):
        ProvisionFactory.create(programme=central, order=turn, address=f"IV.{turn}", text=text)
    ProvisionFactory.create(programme=own, order=1, address="II.1", text=OWN)
    action: ProvinceAction = ProvinceAction.objects.create(
        programme=central, place=some_provinces()["34", "08"], way=Way.OWN_PROGRAMME,
        title="Chương trình của tỉnh", own_programme=own, first_day=date(2025, 9, 1),
        source="ví dụ",
    )  # fmt: skip
    return action


def test_what_is_worded_alike_comes_first_and_common_words_say_little() -> None:
    central = ProgrammeFactory.create()
    for turn, text in enumerate(CENTRAL, start=1):
        ProvisionFactory.create(programme=central, order=turn, address=f"IV.{turn}", text=text)
    asked = Central(central.provisions.all())
    assert [each.provision.address for each in asked.suggest(OWN)][:1] == ["IV.2"]
    assert asked.suggest("Phối hợp.") == () or asked.suggest("")[:1] == ()
    assert asked.suggest("Mua sắm ghế ngồi") == ()
    assert pairs("Hoà bình") == pairs("hòa  BÌNH") == {"hoa binh"}


def test_nothing_is_linked_before_a_person_confirms(client: Client, action: ProvinceAction) -> None:
    client.force_login(somebody(Role.OFFICER, action.place))
    address = reverse("ledger:point-links", args=[action.programme.slug, action.uuid])
    page = client.get(address).content.decode()
    assert "IV.2" in page
    assert not PointLink.objects.exists()
    assert "checked" not in page
    (point,) = points(action)
    client.post(address, {point.key: "IV.2"})
    (link,) = linked_to(action.programme)
    assert (link.own_provision, link.provision.address) == (point.own, "IV.2")
    assert linked_to(action.programme, "IV.1") == []
    shown = client.get(
        reverse("ledger:linked-points", args=[action.programme.slug]) + "?dieu-khoan=IV.2"
    ).content.decode()
    assert "Tỉnh Tuyên Quang" in shown
    client.post(
        reverse("ledger:point-unlink", args=[action.programme.slug, link.uuid]), {"reason": "nhầm"}
    )
    assert linked_to(action.programme) == []


def test_an_empty_choice_says_what_is_missing(client: Client, action: ProvinceAction) -> None:
    client.force_login(somebody(Role.OFFICER, action.place))
    address = reverse("ledger:point-links", args=[action.programme.slug, action.uuid])
    assert "chưa chọn điểm nào" in client.post(address, follow=True).content.decode()


def test_a_task_of_the_provinces_plan_is_a_point_too(action: ProvinceAction) -> None:
    plan = Plan.objects.create(
        programme=action.programme, kind=Plan.Kind.PROVINCE, year=2025, title="Kế hoạch của tỉnh",
        place=action.place, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31),
    )  # fmt: skip
    task = Task.objects.create(
        programme=action.programme, plan=plan, code="25.01", lead=AgencyFactory.create(),
        title="Truyền thông tới đồng bào dân tộc thiểu số qua người có uy tín",
    )  # fmt: skip
    action.own_plan = plan
    action.save()
    found = next(each for each in points(action) if each.own == task)
    assert found.suggestions[0].provision.address == "IV.1"
    user = somebody(Role.OFFICER, action.place)
    to = found.suggestions[0].provision
    first = links.link(action=action, own=task, to=to, by=user)
    assert links.link(action=action, own=task, to=to, by=user) == first, "said twice, held once"


def test_only_ones_own_points_are_linked(action: ProvinceAction) -> None:
    central = action.programme.provisions.get(address="IV.1")
    user = somebody(Role.FOCAL_POINT, level="central")
    with pytest.raises(Refused, match="không thuộc văn bản của địa phương"):
        links.link(action=action, own=central, to=central, by=user)
    own = action.own_programme
    assert own is not None
    with pytest.raises(Refused, match="tài khoản không thuộc"):
        links.link(action=action, own=own.provisions.get(), to=central, by=somebody(Role.OFFICER))
