"""For which agencies a person may speak: the own ones, and the bodies that they are units of."""

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import User

from .models import Paper, PaperSide


def bodies_of(user: User) -> frozenset[int]:
    """The agencies of today's roles and every agency above them."""
    return upwards(user.agencies())


def drafts(user: User, paper: Paper) -> bool:
    """Whether the paper is the draft of an agency for which this person speaks."""
    return paper.drafted_by_id in bodies_of(user)


def sides_of(user: User, paper: Paper) -> list[PaperSide]:
    """The sides of the paper for which this person speaks, in the paper's order."""
    own = bodies_of(user)
    return [side for side in paper.sides.all() if side.agency_id in own]


def others_consent(paper: Paper) -> bool:
    """Whether the paper waits for anybody beside the agency that drafts it."""
    own = upwards([paper.drafted_by])
    return any(side.consents and side.agency_id not in own for side in paper.sides.all())
