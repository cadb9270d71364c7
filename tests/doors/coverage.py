"""Doors of the room of provinces, delegates, focal points and files of work."""

import datetime
from typing import Any

from nhipcau.agencies.roles import Role
from nhipcau.ledger.coverage.models import CaseFile, ProvinceAction, StandingChoice
from nhipcau.ledger.testing import some_provinces

from .kinds import Door, opens, writes

READ, WRITE = "ledger.read_internal", "coverage.write"

DOORS = {
    "ledger:coverage": opens(READ),
    "ledger:coverage-sheet": opens(READ),
    "ledger:coverage-country": opens(READ),
    "ledger:coverage-place": opens(READ),
    "ledger:province-action": opens(WRITE),
    "ledger:province-action-new": opens(WRITE),
    "ledger:province-action-withdraw": writes(WRITE),
    # No file is attached to the one of the walker.
    "ledger:province-action-file": Door(302, 404, READ),
    "ledger:standing-choose": writes(WRITE),
    "ledger:standing-unchoose": writes(WRITE),
    "ledger:linked-points": opens(READ),
    "ledger:point-links": opens(WRITE),
    "ledger:point-unlink": writes(WRITE),
    "ledger:delegates": opens(READ),
    "ledger:delegate-new": opens(WRITE),
    "ledger:delegate-end": writes(WRITE),
    "ledger:focal-points": opens(READ),
    "ledger:focal-unit-new": opens(WRITE),
    "ledger:focal-unit-withdraw": writes(WRITE),
    "ledger:focal-letter": writes("papers.draft"),
    "ledger:case-files": opens(READ),
    "ledger:case-file-new": opens(WRITE),
    "ledger:case-file": opens(READ),
    "ledger:case-file-change": opens(WRITE),
    "ledger:case-file-sheet": opens(READ),
}
FILES = ("ledger:case-file", "ledger:case-file-change", "ledger:case-file-sheet")
HOLDERS = {WRITE: {Role.FOCAL_POINT, Role.OFFICER}}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """One province with one action that was chosen to stand."""
    place = some_provinces()["34", "08"]
    day = datetime.date(2025, 9, 5)
    action = ProvinceAction.objects.create(
        programme=world.programme, place=place, way=ProvinceAction.Way.OWN_PLAN,
        title="Kế hoạch (ví dụ)", first_day=day, source="ví dụ",
    )  # fmt: skip
    choice = StandingChoice.objects.create(
        programme=world.programme, place=place, action=action, document="ví dụ", first_day=day
    )
    file = CaseFile.objects.create(
        programme=world.programme, agency=world.agency, year=2025, title="Hồ sơ (ví dụ)",
        retention="10 năm", creator="ví dụ", opened_on=day,
    )  # fmt: skip
    slug = {"slug": world.programme.slug}
    where = {**slug, "list_code": "tinh-34", "code": "08"}
    one = {**slug, "uuid": action.uuid}
    return {
        "ledger:coverage": slug,
        "ledger:coverage-sheet": slug,
        "ledger:coverage-country": slug,
        "ledger:coverage-place": where,
        "ledger:province-action-new": where,
        "ledger:standing-choose": where,
        "ledger:province-action": one,
        "ledger:province-action-withdraw": one,
        "ledger:province-action-file": one,
        "ledger:standing-unchoose": {**slug, "uuid": choice.uuid},
        "ledger:point-links": one,
        **{name: {**slug, "uuid": file.uuid} for name in FILES},
    }
