"""Truth tables of the rules about people, their roles and their signatures."""

from dataclasses import dataclass
from datetime import date

import pytest

from nhipcau.agencies import person_policies as policies
from nhipcau.agencies.models import SigningCapacity
from nhipcau.base.refusal import Refused

FIRST, MIDDLE, LAST, AFTER = (
    date(2025, 1, 1), date(2025, 6, 30), date(2025, 12, 31), date(2026, 1, 1),
)  # fmt: skip
TUQ = SigningCapacity.Capacity.BY_MANDATE


@dataclass
class Days:
    first_day: date
    last_day: date | None = None


@pytest.mark.parametrize(
    ("is_own_system", "has_own_administrator", "may"),
    [
        (True, True, True),
        (True, False, True),
        (False, False, True),
        (False, True, False),
    ],
)
def test_who_looks_after_the_people_of_an_agency(
    is_own_system: bool, has_own_administrator: bool, may: bool
) -> None:
    facts = {"is_own_system": is_own_system, "has_own_administrator": has_own_administrator}
    assert policies.may_manage(**facts) is may
    if may:
        policies.check_may_manage(**facts)
    else:
        with pytest.raises(Refused, match="có quản trị hệ thống riêng"):
            policies.check_may_manage(**facts)


@pytest.mark.parametrize(("manages_every_role", "may"), [(True, True), (False, False)])
def test_who_renews_the_way_in_of_a_person(manages_every_role: bool, may: bool) -> None:
    if may:
        policies.check_may_recover(manages_every_role=manages_every_role)
    else:
        with pytest.raises(Refused, match="quản trị hệ thống khác"):
            policies.check_may_recover(manages_every_role=manages_every_role)


@pytest.mark.parametrize(
    ("is_oneself", "first", "last", "held", "sentence"),
    [
        (False, FIRST, None, [], ""),
        (False, FIRST, FIRST, [], ""),
        (False, AFTER, None, [Days(FIRST, LAST)], ""),
        (True, FIRST, None, [], "không tự giao vai trò cho mình"),
        (False, LAST, FIRST, [], "ngày cuối 01/01/2025 trước ngày bắt đầu 31/12/2025"),
        (False, LAST, None, [Days(FIRST, LAST)], "từ ngày 01/01/2025 đến hết ngày 31/12/2025"),
        (False, MIDDLE, MIDDLE, [Days(FIRST, None)], "từ ngày 01/01/2025 đến nay"),
        (False, FIRST, None, [Days(AFTER, None)], "đã giữ vai trò đó"),
    ],
)
def test_who_may_be_given_a_role(
    is_oneself: bool, first: date, last: date | None, held: list[Days], sentence: str
) -> None:
    def check() -> None:
        policies.check_may_appoint(is_oneself=is_oneself, first_day=first, last_day=last, held=held)

    if sentence:
        with pytest.raises(Refused, match=sentence):
            check()
    else:
        check()


@pytest.mark.parametrize(
    ("role", "own_administration", "last", "sentence"),
    [
        (Days(FIRST), False, MIDDLE, ""),
        (Days(FIRST), False, FIRST, ""),
        (Days(FIRST, LAST), False, MIDDLE, ""),
        (Days(FIRST), True, MIDDLE, "không tự kết thúc vai trò quản trị của mình"),
        (Days(MIDDLE), False, FIRST, "ngày cuối phải từ ngày 30/6/2025"),
        (Days(FIRST, FIRST), False, LAST, "vai trò này đã kết thúc ngày 01/01/2025"),
    ],
)
def test_when_a_role_may_end(
    role: Days, own_administration: bool, last: date, sentence: str
) -> None:
    def check() -> None:
        policies.check_may_end(
            role=role, is_own_administration=own_administration, last_day=last, today=MIDDLE
        )

    if sentence:
        with pytest.raises(Refused, match=sentence):
            check()
    else:
        check()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, ""),
        ({"capacity": "KT.", "title_lines": ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]}, ""),
        ({"capacity": "TM.", "title_lines": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]}, ""),
        ({"capacity": TUQ, "title_lines": ["TUQ. BỘ TRƯỞNG"], "mandate": "12/GUQ-BDT", "last_day": LAST}, ""),
        ({"is_oneself": True}, "không tự ghi nhận cho mình"),
        ({"is_signatory": False}, "không giữ vai trò Người ký"),
        ({"capacity": TUQ, "title_lines": ["TUQ. BỘ TRƯỞNG"], "mandate": "12/GUQ-BDT"}, "khoản 3 Điều 13"),
        ({"capacity": TUQ, "title_lines": ["TUQ. BỘ TRƯỞNG"], "last_day": LAST}, "thiếu số văn bản ủy quyền"),
        ({"capacity": TUQ, "title_lines": ["TUQ. BỘ TRƯỞNG"], "mandate": " ", "last_day": LAST}, "thiếu số văn bản"),
        ({"capacity": "TL.", "title_lines": ["BỘ TRƯỞNG"]}, "phải bắt đầu bằng “TL.”"),
        ({"title_lines": []}, "thiếu chức vụ ghi khi ký"),
        ({"last_day": date(2024, 1, 1)}, "trước ngày bắt đầu"),
        ({"held": [Days(FIRST, LAST)]}, "đã có thẩm quyền ký loại văn bản đó"),
        ({"held": [Days(date(2024, 1, 1), date(2024, 12, 31))]}, ""),
    ],
)  # fmt: skip
def test_who_may_be_given_a_signing_capacity(changed: dict[str, object], sentence: str) -> None:
    def check() -> None:
        facts = {
            "is_oneself": False,
            "is_signatory": True,
            "capacity": SigningCapacity.Capacity.DIRECT,
            "title_lines": ["BỘ TRƯỞNG"],
            "mandate": "",
            "first_day": FIRST,
            "last_day": None,
            "held": [],
        }
        policies.check_may_grant_signing(**{**facts, **changed})  # type: ignore[arg-type]

    if sentence:
        with pytest.raises(Refused, match=sentence):
            check()
    else:
        check()


def capacity(form: str, last_day: date | None) -> SigningCapacity:
    return SigningCapacity(capacity=form, mandate="12/GUQ-BDT", first_day=MIDDLE, last_day=last_day)


@pytest.mark.parametrize(
    ("held", "on", "sentence"),
    [
        (capacity("KT.", None), MIDDLE, ""),
        (capacity("KT.", None), AFTER, ""),
        (capacity(TUQ, LAST), LAST, ""),
        (None, MIDDLE, "chưa có thẩm quyền ký loại văn bản này"),
        (capacity("KT.", None), FIRST, "thẩm quyền ký có từ ngày 30/6/2025"),
        (capacity("KT.", LAST), AFTER, "thẩm quyền ký đã kết thúc ngày 31/12/2025"),
        (capacity(TUQ, LAST), AFTER, "ủy quyền ký theo văn bản 12/GUQ-BDT đã hết hạn ngày 31/12/2025"),
    ],
)  # fmt: skip
def test_whether_a_signature_rests_on_a_capacity(
    held: SigningCapacity | None, on: date, sentence: str
) -> None:
    assert policies.can_sign(held, on=on) is not bool(sentence)
    if sentence:
        with pytest.raises(Refused, match=sentence):
            policies.check_may_sign(held, on=on)
    else:
        policies.check_may_sign(held, on=on)
