"""Doors of the inspections."""

from datetime import date
from typing import Any

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.roles import Role
from nhipcau.modules.inspections.models import Inspection, Member, Recommendation, Result

from .kinds import opens, writes

READ, WRITE, ANSWER = "inspections.read", "inspections.write", "inspections.answer"
DOORS = {
    "inspections:list": opens(READ),
    "inspections:new": opens(WRITE),
    "inspections:inspection": opens(READ),
    "inspections:add-member": writes(WRITE),
    "inspections:drop-member": writes(WRITE),
    "inspections:outline": writes(WRITE),
    "inspections:announce": writes(WRITE),
    "inspections:begin-paper": writes(WRITE),
    "inspections:report": opens(ANSWER),
    "inspections:checklist": opens(WRITE),
    "inspections:add-check": writes(WRITE),
    "inspections:results": opens(WRITE),
    "inspections:explain": opens(ANSWER),
    "inspections:close-minutes": writes(WRITE),
    "inspections:recommend": opens(WRITE),
    "inspections:recommendation": opens(READ),
    "inspections:mend": writes(ANSWER),
    "inspections:confirm": writes(READ),
    "inspections:return-remedy": writes(READ),
}
HOLDERS = {
    READ: set(Role.values),
    WRITE: {"inspector", "focal_point"},
    ANSWER: {"officer", "leader", "focal_point"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """One inspection, led by the world's agency."""
    inspection = Inspection.objects.create(
        programme=world.programme,
        year=2026,
        title="Kiểm tra thông tin cơ sở (ví dụ)",
        leads=world.agency,
        unit=AgencyFactory.create(name="Sở Văn hóa (ví dụ)"),
        first_day=date(2026, 8, 3),
        last_day=date(2026, 8, 4),
    )
    member = Member.objects.create(
        inspection=inspection, name="Đinh Thị Lan (ví dụ)", post="Chuyên viên", agency=world.agency
    )
    result = Result.objects.create(inspection=inspection, kind="achieved", words="Đã mở 02 lớp.")
    asked = Recommendation.objects.create(
        inspection=inspection,
        words="Bổ sung tài liệu song ngữ.",
        to=inspection.unit,
        due=date(2026, 12, 1),
        follower=world.person,
    )
    given: dict[str, dict[str, object]] = {}
    for name in DOORS:
        if name.split(":")[1] in {"recommendation", "mend", "confirm", "return-remedy"}:
            given[name] = {"uuid": asked.uuid}
        elif name not in {"inspections:list", "inspections:new"}:
            given[name] = {"uuid": inspection.uuid}
    given["inspections:drop-member"]["pk"] = member.pk
    given["inspections:begin-paper"]["kind"] = "inspection-decision"
    given["inspections:explain"]["result"] = result.uuid
    return given
