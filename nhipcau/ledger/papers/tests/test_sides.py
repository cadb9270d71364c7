"""Who has a say in a joint paper: as signed, after the mergers, and where a text only guides."""

from datetime import date

import pytest

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Succession
from nhipcau.ledger.papers import naming, sides
from nhipcau.ledger.programmes.models import Party, PartyActor, Programme
from nhipcau.ledger.testing import ProgrammeFactory

pytestmark = pytest.mark.django_db
MERGED_ON = date(2025, 3, 1)


@pytest.fixture
def programme() -> Programme:
    """Two parties; the first ended, and three agencies took its functions over."""
    made = ProgrammeFactory.create()
    old = AgencyFactory.create(code="mic", name="Bộ Thông tin và Truyền thông")
    for order, agency in enumerate((old, AgencyFactory.create(code="mera", name="Bộ Dân tộc"))):
        Party.objects.create(
            programme=made, order=order, name_as_signed=agency.full_name, agency=agency
        )
    for code in ("mcst", "most"):
        heir = AgencyFactory.create(code=code, name=f"Bộ {code}")
        Succession.objects.create(kind="split", old=old, new=heir, day=MERGED_ON, source="ví dụ")
    old.last_day = date(2025, 2, 28)
    old.save()
    return made


def test_letters_in_a_symbol_have_no_marks_and_no_place() -> None:
    assert naming.initials("Ủy ban Dân tộc") == "UBDT"
    province = AgencyFactory.create(name="Ủy ban nhân dân tỉnh Lạng Sơn")
    assert naming.letters_of(province, MERGED_ON) == "UBND"
    assert naming.initials("Ban Quản lý các dự án Đầu tư") == "BQLDAĐT"


def test_before_the_merger_the_signers_consent(programme: Programme) -> None:
    found = sides.of(programme, on=date(2025, 2, 28))
    assert [(side.agency.code, side.leads, side.ground) for side in found] == [
        ("mic", True, "bên ký kết"),
        ("mera", False, "bên ký kết"),
    ]


def test_afterwards_all_successors_do(programme: Programme) -> None:
    found = sides.of(programme, on=MERGED_ON)
    assert {side.agency.code for side in found if side.consents} == {"mcst", "most", "mera"}
    grounds = {side.agency.code: side.ground for side in found}
    assert grounds["mcst"] == "tiếp nhận chức năng của Bộ Thông tin và Truyền thông"
    assert sum(side.leads for side in found) == sum(side.numbers for side in found) == 1


def test_once_one_is_named_the_others_are_only_told(programme: Programme) -> None:
    PartyActor.objects.create(
        party=programme.parties.get(order=0),
        agency=sides.of(programme, on=MERGED_ON)[0].agency,
        document="Công văn 01/VIDU ngày 05/01/2026 (ví dụ)",
        first_day=date(2026, 1, 5),
    )
    found = sides.of(programme, on=date(2026, 1, 5))
    consenting = [side for side in found if side.consents]
    assert len(consenting) == 2
    assert consenting[0].ground == "Công văn 01/VIDU ngày 05/01/2026 (ví dụ)"
    assert [side.consents for side in found if side.agency.code in {"mcst", "most"}].count(
        False
    ) == 1
