"""What an address answers, to whom."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Door:
    """What an address answers: to a stranger, to whoever may, and to one who may not."""

    stranger: int
    signed_in: int
    permission: str = ""
    only_writes: bool = False
    refused: int = 403  # to one who is in and has not the permission


PUBLIC = Door(200, 200)
OWN = Door(302, 200)  # one's own account: a stranger is asked to sign in
SIGN_IN = Door(200, 302)  # whoever is in already is led on
CONFIRMED = Door(302, 302)  # asks once more who it is
STEP = Door(302, 302)  # a step of signing in that nobody stands at
NOTHING_THERE = Door(404, 404)  # a key or a service that this person, this installation has not


def opens(permission: str) -> Door:
    return Door(302, 200, permission)


def writes(permission: str = "") -> Door:
    return Door(405, 405, permission, only_writes=True)
