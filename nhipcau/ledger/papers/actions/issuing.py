"""What was issued outside is recorded: number, day, the signed file, and the numbers of arrival."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import filling, policies
from nhipcau.ledger.papers.models import Paper, PaperMove, PaperRecipient
from nhipcau.ledger.papers.signatures import Seen, seen_in
from nhipcau.ledger.papers.speaking import bodies_of, drafts
from nhipcau.shell.search.index import index

from .locking import locked, move
from .moving import agreed_on, note, side_of
from .replacing import tell_replaced
from .signing import check_signatories

Kind = PaperMove.Kind


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """The signed file, its hash, and what was read of its signatures."""

    file: "File[bytes]"
    sha256: str
    signatures: tuple[Seen, ...]


def record(
    *,
    paper: Paper,
    number: str,
    issued_on: date,
    file: "File[bytes] | None" = None,
    version: int,
    by: User,
) -> Paper:
    """Record number and day of what was issued outside, with its signed file. Raises Refused.

    Signatures are read before the row is locked: it may take seconds, and changes nothing.
    """
    held = _read(file) if file is not None else None
    with transaction.atomic():
        return _record(paper, number.strip(), issued_on, held, version, by)


@transaction.atomic
def record_arrival(
    *, recipient: PaperRecipient, number: str, day: date, by: User
) -> PaperRecipient:
    """Record under which number, on which day it arrived. Raises Refused.

    By the receiver, or by the drafting agency, which was told the number.
    """
    paper = locked(recipient.paper)
    may_speak = drafts(by, paper) or recipient.agency_id in bodies_of(by)
    number = number.strip()
    policies.check_can_record_arrival(
        paper, may_speak=may_speak, number=number, day=day, today=clock.today()
    )
    current = PaperRecipient.objects.select_for_update().get(pk=recipient.pk)
    before = current.arrival_number
    current.arrival_number, current.arrived_on = number, day
    current.save(update_fields=["arrival_number", "arrived_on"])
    audit.record(
        "ledger.paper_arrived", by=by, target=paper, acting_for=by.acting_for,
        changes={current.name: (before or None, number)},
    )  # fmt: skip
    return current


def may_number(user: User, paper: Paper) -> bool:
    """Whether the person belongs to the agency whose register gives the number."""
    sides = [side for side in paper.sides.all() if side.numbers]
    numbering = {side.agency_id for side in sides}
    ministries = {side.agency.parent_id for side in sides if side.is_by_order_of_minister}
    own = bodies_of(user)
    if any(each.pk in ministries for each in user.agencies()):
        return True
    return bool(own & numbering) or (not numbering and paper.drafted_by_id in own)


def _record(
    paper: Paper, number: str, issued_on: date, held: IssuedFile | None, version: int, by: User
) -> Paper:
    current = locked(paper, version=version)
    policies.check_can_record(
        current,
        is_numbering=may_number(by, current) or drafts(by, current),
        number=number,
        issued_on=issued_on,
        today=clock.today(),
        agreed_on=agreed_on(current),
    )
    _check_is_free(current, number, issued_on)
    check_signatories(current, on=issued_on)
    current.number, current.issued_on = number, issued_on
    if held is not None:
        _keep(current, held)
    move(current, Paper.State.ISSUED)
    note(current, Kind.RECORDED, by=by, agency=side_of(by, current))
    changes = {"number": (None, number), "issued_on": (None, issued_on.isoformat())}
    audit.record(
        "ledger.paper_recorded", by=by, target=current, acting_for=by.acting_for, changes=changes
    )
    tell_replaced(current, by)
    filling.tell_recorded(current, by)
    index([current])
    return current


def _check_is_free(paper: Paper, number: str, issued_on: date) -> None:
    same = Paper.objects.filter(number=number, issued_on=issued_on, drafted_by=paper.drafted_by)
    if same.exclude(pk=paper.pk).exists():
        raise Refused(
            _(
                "Chưa ghi nhận được: văn bản số %(number)s cùng ngày của %(agency)s đã có trong sổ "
                "theo dõi của chương trình. Đề nghị kiểm tra lại số, ngày."
            )
            % {"number": number, "agency": paper.drafted_by}
        )


def _read(file: "File[bytes]") -> IssuedFile:
    file.seek(0)
    content = file.read()
    return IssuedFile(file, hashlib.sha256(content).hexdigest(), seen_in(content))


def _keep(paper: Paper, held: IssuedFile) -> None:
    name = (held.file.name or "").rsplit("/", 1)[-1]
    paper.file_name, paper.file_sha256 = name[:200], held.sha256
    paper.signatures = [each.as_json() for each in held.signatures]
    held.file.seek(0)
    paper.file.save(str(paper.uuid), held.file, save=False)
