"""The letter that settles who runs the programme for a party: begun here as a draft."""

from django.db import transaction

from nhipcau.agencies.models import Agency, User
from nhipcau.base import clock
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers.filling import Filling
from nhipcau.ledger.papers.models import Outline, Paper
from nhipcau.ledger.papers.values import Recipient
from nhipcau.ledger.programmes.models import Programme
from nhipcau.standards.nd30.document import Block, Prose

from .focal_points import Ground, PartyFocal, named_on, of_parties

KIND = "focal-point-letter"


def can_begin(user: User) -> bool:
    """Whether the person may draft, and an outline of the letter is in use today."""
    return user.may("papers.draft") and Outline.objects.of(KIND, on=clock.today()).exists()


@transaction.atomic
def begin(*, programme: Programme, drafted_by: Agency, by: User) -> Paper:
    """Begin the letter to those of whom nobody has said who runs the programme. Raises Refused."""
    lines = of_parties(programme, on=clock.today())
    asked = dict.fromkeys(
        agency for line in lines if line.must_be_named for agency in line.agencies
    )
    receivers = [Recipient(agency=each, is_addressee=True) for each in asked if each != drafted_by]
    receivers += [Recipient(name="Như trên"), Recipient(name="Lãnh đạo Bộ", note="để b/c")]
    return papers.begin(
        programme=programme, kind=KIND, title="", drafted_by=drafted_by,
        recipients=receivers, by=by,
    )  # fmt: skip


def fill(paper: Paper) -> Filling:
    """What is known of each party's focal unit, for the place of the letter that names the parties."""
    lines = of_parties(paper.programme, on=clock.today())
    return Filling(blocks={"parties": tuple(_said(line) for line in lines)})


def _said(line: PartyFocal) -> Block:
    names = "; ".join(named_on(each, clock.today()) for each in line.agencies) or "…"
    ground = {
        Ground.NAMED: f"theo {'; '.join(line.documents)}",
        Ground.SIGNED: "theo Chương trình đã ký",
        Ground.INFERRED: "cơ quan tiếp nhận chức năng, chưa có văn bản giao",
        Ground.NOBODY: "chưa có thông tin",
    }[line.ground]
    return Prose(f"- {line.party.name_as_signed}: {names} ({ground}).")
