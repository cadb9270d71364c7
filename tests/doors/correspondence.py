"""Doors of the daily line between agencies."""

from typing import Any

from django.core.files.base import ContentFile

from nhipcau.agencies.factories import UserFactory
from nhipcau.modules.correspondence.factories import DispatchFactory, MatterFactory, letter_to
from nhipcau.modules.correspondence.models import DispatchFile, Message

from .kinds import Door, opens, writes

READ, RECORD = "correspondence.read", "correspondence.record"
DOORS = {
    "correspondence:matters": opens(READ),
    "correspondence:matter": opens(READ),
    "correspondence:dispatch": opens(READ),
    "correspondence:file": opens(READ),
    "correspondence:book": opens(READ),
    "correspondence:book-sheet": opens(READ),
    "correspondence:number": opens(READ),
    "correspondence:record": opens(RECORD),
    "correspondence:hand-in": opens(RECORD),
    "correspondence:correct": opens(RECORD),
    "correspondence:export": opens(RECORD),
    "correspondence:export-status": opens(RECORD),
    # Somebody else's message: that there is one is not told.
    "correspondence:message": Door(302, 404, RECORD),
    "correspondence:put-aside": writes(RECORD),
    "correspondence:refuse-recall": writes(RECORD),
    "correspondence:close": writes(RECORD),
    "correspondence:acknowledge": writes(RECORD),
    "correspondence:progress": writes(RECORD),
    "correspondence:recall": writes(RECORD),
}
HOLDERS = {
    READ: {"officer", "focal_point", "clerk", "leader", "signatory", "inspector"},
    RECORD: {"officer", "focal_point", "clerk"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """A letter to the agency of the walk, with a file, and a message that another handed in."""
    matter = MatterFactory.create(programme=world.programme)
    letter = DispatchFactory.create(matter=matter)
    receipt = letter_to(letter, world.agency)
    file = DispatchFile.objects.create(
        dispatch=letter, name="cong-van.txt", size=9, sha256="0" * 64
    )
    file.file.save("cong-van.txt", ContentFile(b"noi dung"))
    message = Message.objects.create(
        handed_in_by=UserFactory.create(), agency=world.agency, name="a.edxml", sha256="0" * 64
    )
    of: dict[str, object] = {"uuid": letter.uuid}
    at: dict[str, object] = {"uuid": receipt.uuid}
    return {
        "correspondence:matter": {"uuid": matter.uuid},
        "correspondence:close": {"uuid": matter.uuid},
        "correspondence:dispatch": of,
        "correspondence:recall": of,
        "correspondence:correct": of,
        "correspondence:export": of,
        "correspondence:acknowledge": at,
        "correspondence:progress": at,
        "correspondence:export-status": at,
        "correspondence:file": {"uuid": file.uuid},
        "correspondence:book": {"book": "den"},
        "correspondence:book-sheet": {"book": "di"},
        "correspondence:message": {"uuid": message.uuid},
        "correspondence:put-aside": {"uuid": message.uuid},
        "correspondence:refuse-recall": {"uuid": message.uuid},
    }
