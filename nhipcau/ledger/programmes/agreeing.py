"""An amendment is recorded as issued by one side and agreed by every other before it counts."""

import hashlib
import json
from collections.abc import Mapping
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.db.models import Max

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock
from nhipcau.base.append_only import write
from nhipcau.reader import read_text
from nhipcau.shell.search.index import index

from . import amendment_policies as policies
from .actions import cite
from .amending import Issue, latest, move
from .consolidated import as_of
from .consolidation import Act
from .models import (
    Amendment,
    AmendmentConsent,
    AmendmentConsentText,
    Change,
    Party,
    Provision,
)
from .sides import sides_of


@transaction.atomic
def record(*, amendment: Amendment, version: int, issue: Issue, by: User) -> Amendment:
    """Record number and days of the issued document; the person agrees for the own side with it."""
    current = latest(amendment, version)
    current.number, current.signed_on = issue.number, issue.signed_on
    current.effective_on = issue.effective_on
    sides = _sides(current, by)
    policies.check_can_record(
        current,
        sides=sides,
        text=as_of(current.programme, issue.effective_on, with_draft=current),
        changes=current.changes.count(),
        is_taken=_is_taken(current, issue),
    )
    if issue.file is not None:
        _keep_file(current, issue.file)
    move(current, Amendment.State.RECORDED)
    changes = {"number": ("", current.number)}
    audit.record("ledger.amendment_recorded", by=by, target=current, changes=changes)
    _consent(current, sides[0], by)
    return current


@transaction.atomic
def agree(*, amendment: Amendment, version: int, by: User) -> Amendment:
    """Say for another side that this edition is what was agreed; the last side makes it count."""
    current = latest(amendment, version)
    given = consents(current)
    sides = _sides(current, by)
    policies.check_can_agree(current, sides=sides, by=by.uuid, given=given)
    move(current, Amendment.State.RECORDED)
    _consent(current, next(party for party in sides if party.pk not in given), by)
    return current


@transaction.atomic
def send_back(*, amendment: Amendment, version: int, reason: str, by: User) -> None:
    """Return a recorded edition to typing, with the reason; what was agreed to stays on record."""
    current = latest(amendment, version)
    sides = _sides(current, by)
    policies.check_can_send_back(current, sides=sides, reason=reason)
    head = AmendmentConsent(
        amendment=current, party=sides[0], edition=current.edition, by=by.uuid, given=False
    )
    current.edition += 1
    move(current, Amendment.State.DRAFT)
    audit.record("ledger.amendment_sent_back", by=by, target=current, note=reason)
    write(head, AmendmentConsentText, json.dumps({"reason": reason}, ensure_ascii=False))


def consents(amendment: Amendment) -> Mapping[int, UUID | None]:
    """Who agreed to the present edition, by party."""
    given = amendment.consents.filter(given=True, edition=amendment.edition)
    return dict(given.values_list("party", "by"))


def _is_taken(amendment: Amendment, issue: Issue) -> bool:
    others = Amendment.objects.of(amendment.programme).exclude(pk=amendment.pk)
    return others.filter(number=issue.number, signed_on=issue.signed_on).exists()


def _sides(amendment: Amendment, by: User) -> list[Party]:
    return sides_of(by, amendment.programme, on=clock.today())


def _consent(amendment: Amendment, party: Party, by: User) -> None:
    """The row of one side; with the last one the amendment counts."""
    write(
        AmendmentConsent(amendment=amendment, party=party, edition=amendment.edition, by=by.uuid),
        AmendmentConsentText,
        _agreed_words(amendment),
    )
    audit.record("ledger.amendment_consented", by=by, target=amendment, acting_for=party.agency)
    if consents(amendment).keys() >= set(amendment.programme.parties.values_list("pk", flat=True)):
        _bring_into_force(amendment, by)


def _agreed_words(amendment: Amendment) -> str:
    """What a side agrees to, as JSON: the document as recorded and each change."""
    words = {
        "document": [amendment.kind, amendment.title, amendment.number],
        "days": [str(amendment.signed_on), str(amendment.effective_on)],
        "file_sha256": amendment.file_sha256,
        "changes": [
            [row.act, row.place, row.parent, row.after, *row.all_paragraphs]
            for row in amendment.changes.all()
        ],
    }
    return json.dumps(words, ensure_ascii=False)


def _bring_into_force(amendment: Amendment, by: User) -> None:
    """Every side agreed: from here on it counts, and what it inserts has rows of its own."""
    effective_on = amendment.effective_on or clock.today()
    text = as_of(amendment.programme, effective_on, with_draft=amendment)
    policies.check_finds_its_places(amendment, text)
    amendment.state = Amendment.State.AGREED
    amendment.save(update_fields=["state"])
    for row in amendment.changes.filter(act=Act.INSERT):
        row.provision = _insert(row)
        row.save(update_fields=["provision"])
        _cite(row.provision)
    audit.record("ledger.amendment_agreed", by=by, target=amendment)
    index([amendment.programme])


def _insert(row: Change) -> Provision:
    programme = row.amendment.programme
    last = programme.provisions.aggregate(last=Max("order"))["last"] or 0
    return Provision.objects.create(
        programme=programme,
        amendment=row.amendment,
        parent=programme.provisions.filter(address=row.parent).first(),
        order=last + 1,
        address=row.address,
        marker=row.marker,
        kind=row.kind,
        is_heading=row.is_heading,
        text=row.text,
        paragraphs=row.paragraphs,
        first_line=0,
    )


def _cite(provision: Provision) -> None:
    """What an inserted place names, as the reader finds it in any text."""
    own, *rest = provision.all_paragraphs
    document = read_text("\n".join([f"{provision.marker} {own}", *rest]))
    cite(document, {place.id: provision for place in document.provisions[:1]})


def _keep_file(amendment: Amendment, file: "File[bytes]") -> None:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    amendment.file_name, amendment.file_sha256 = file.name or "", digest.hexdigest()
    amendment.file.save(f"{amendment.uuid}-{amendment.edition}", file, save=False)
