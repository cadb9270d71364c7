"""Doors of emulation and commendation."""

from datetime import date
from typing import Any

from nhipcau.agencies.roles import Role
from nhipcau.modules.commendations.loading import load
from nhipcau.modules.commendations.models import Award, Emulation, Nomination

from .kinds import Door, opens, writes

READ, LAUNCH = "commendations.read", "commendations.launch"
NOMINATE, DECIDE = "commendations.nominate", "commendations.decide"
# One nomination is only there for its unit and for those who decide about it.
OWN_ONLY = Door(302, 404, READ)
DOORS = {
    "commendations:list": opens(READ),
    "commendations:awards": opens(READ),
    "commendations:launch": opens(LAUNCH),
    "commendations:emulation": opens(READ),
    "commendations:register": writes(NOMINATE),
    "commendations:nominate": opens(NOMINATE),
    "commendations:submit": writes(DECIDE),
    "commendations:decision": writes(DECIDE),
    "commendations:nomination": OWN_ONLY,
    "commendations:change": Door(302, 404, NOMINATE),
    "commendations:attach-evidence": writes(NOMINATE),
    "commendations:send": writes(NOMINATE),
    "commendations:withdraw": writes(NOMINATE),
    "commendations:attest": writes(DECIDE),
    "commendations:give-back": writes(DECIDE),
    "commendations:vote": writes(DECIDE),
    "commendations:close": writes(DECIDE),
}
HOLDERS = {
    READ: set(Role.values),
    LAUNCH: {"leader", "focal_point"},
    NOMINATE: {"officer", "leader", "focal_point"},
    DECIDE: {"leader", "signatory"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """One emulation, and a nomination of another unit that nobody here decides."""
    from nhipcau.agencies.factories import AgencyFactory

    load()
    emulation = Emulation.objects.create(
        programme=world.programme,
        title="Thi đua vì thông tin cơ sở (ví dụ)",
        launched_by=world.agency,
        criteria="Có tài liệu song ngữ",
        first_day=date(2026, 1, 1),
        last_day=date(2026, 12, 31),
    )
    unit = AgencyFactory.create(name="Trung tâm Văn hóa (ví dụ)")
    nomination = Nomination.objects.create(
        emulation=emulation,
        award=Award.objects.get(code="bang-khen-bo"),
        name="Đài truyền thanh xã (ví dụ)",
        unit=unit,
        decided_at=unit,
        achievement="Phát chuyên mục tiếng Tày.",
    )
    of_emulation = ("emulation", "register", "nominate", "submit", "decision")
    plain = {"commendations:list", "commendations:awards", "commendations:launch"}
    return {
        name: {"uuid": emulation.uuid if name.split(":")[1] in of_emulation else nomination.uuid}
        for name in DOORS
        if name not in plain
    }
