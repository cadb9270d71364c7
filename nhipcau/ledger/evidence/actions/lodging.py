"""Evidence is lodged, and withdrawn; nothing of it is ever changed."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.db import connection, transaction

from nhipcau.agencies.models import Agency, Place
from nhipcau.agencies.questions import answering
from nhipcau.base import audit, clock
from nhipcau.base.append_only import write
from nhipcau.base.audit import Actor
from nhipcau.ledger.evidence import counts, kinds, periods, photos, policies
from nhipcau.ledger.evidence.models import (
    Evidence,
    EvidenceFile,
    EvidenceRule,
    EvidenceText,
    Measure,
    Period,
    Withdrawal,
    WithdrawalText,
)
from nhipcau.ledger.evidence.values import Attached, Given
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Task


@transaction.atomic
def lodge(
    *,
    programme: Programme,
    kind: str,
    agency: Agency,
    day: date,
    summary: str,
    by: Actor | None,
    task: Task | None = None,
    obligation: Obligation | None = None,
    place: Place | None = None,
    link: str = "",
    number: str = "",
    remark: str = "",
    measures: Sequence[Given] = (),
    files: Sequence[Attached] = (),
    counted_on: date | None = None,
    once: UUID | None = None,
) -> Evidence:
    """Record that an agency did something on a day, with the numbers that it brings.

    `once` is the evidence's own uuid: given again, the same row is answered and nothing written.
    `counted_on` lets it count in another period than that of its day. Raises Refused; LookupError
    for a kind that no manifest declares.
    """
    kinds.check_known(kind)
    if once is not None and (held := _held(once)):
        return held
    evidence = Evidence(
        uuid=once or uuid4(), programme=programme, kind=kind, agency=agency, place=place,
        task=task, obligation=obligation, day=day, counted_on=counted_on or day,
        by=by.uuid if by else None,
    )  # fmt: skip
    _check(evidence, measures)
    said = {"summary": summary, "link": link, "number": number, "remark": remark}
    write(evidence, EvidenceText, json.dumps(said, ensure_ascii=False))
    Measure.objects.bulk_create(
        Measure(evidence=evidence, indicator=each.indicator, value=each.value,
                breakdown=list(each.breakdown))
        for each in measures
    )  # fmt: skip
    for attached in files:
        _keep(evidence, attached)
    counts.change(counts.provisions_of(evidence), +1)
    audit.record("ledger.evidence_lodged", by=by, target=evidence, acting_for=agency)
    return evidence


@transaction.atomic
def withdraw(*, evidence: Evidence, reason: str, by: Actor | None) -> Withdrawal:
    """Take evidence back, with the reason: it stays to be seen, and counts no more.

    Also in a closed period, where it is listed with what moved since. Raises Refused.
    """
    current = Evidence.objects.select_related("obligation", "task").get(pk=evidence.pk)
    _lock(current.uuid)
    policies.check_can_withdraw(current, reason)
    head = Withdrawal(evidence=current, by=by.uuid if by else None)
    write(head, WithdrawalText, reason.strip())
    counts.change(counts.provisions_of(current), -1)
    audit.record("ledger.evidence_withdrawn", by=by, target=current, acting_for=current.agency)
    return head


def _check(evidence: Evidence, measures: Sequence[Given]) -> None:
    """Every rule about one evidence, in the order in which a person would ask."""
    task, obligation = evidence.task, evidence.obligation
    policies.check_belongs(evidence.programme, task=task, obligation=obligation)
    today = clock.today()
    policies.check_day(evidence.programme, evidence.day, today=today, task=task)
    successors: Sequence[Agency] = ()
    if not evidence.agency.exists_on(evidence.day):
        answer = answering(evidence.agency, on=evidence.day)
        successors = answer.agencies or tuple(each.agency for each in answer.candidates)
    policies.check_agency(evidence.agency, evidence.day, successors=successors, task=task)
    if obligation is not None:
        rules = EvidenceRule.objects.filter(obligation=obligation)
        policies.check_counts(
            evidence.kind,
            allowed=set(rules.values_list("kind", flat=True)),
            label=kinds.label(evidence.kind),
        )
    policies.check_measures(evidence.programme, measures)
    closed = _closed(evidence.programme, evidence.counted_on)
    _day, instead = periods.next_open(evidence.programme, evidence.counted_on)
    policies.check_open(closed, instead=instead if closed else None, task=task)


def _closed(programme: Programme, day: date) -> Period | None:
    """The closed period that holds the day; open ones are held open until this is written."""
    rows = Period.objects.raw(
        "SELECT * FROM evidence_period WHERE programme_id = %s AND first_day <= %s "
        "AND closing_day >= %s ORDER BY closing_day FOR SHARE",
        [programme.pk, day, day],
    )
    closed = [each for each in rows if each.is_closed]
    return closed[-1] if closed else None


def _held(once: UUID) -> Evidence | None:
    """What was lodged under this uuid; whoever comes second waits for the first."""
    _lock(once)
    return Evidence.objects.filter(uuid=once).first()


def _lock(uuid: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(uuid)])


def _keep(evidence: Evidence, attached: Attached) -> None:
    """Keep a file under a name that tells nothing; a photograph without what it says of its maker."""
    content = attached.file.read()
    taken_off: tuple[str, ...] = ()
    is_photo = photos.is_photo(content)
    if is_photo:
        content, taken_off = photos.cleaned(content)
    row = EvidenceFile(
        evidence=evidence,
        name=attached.name[:200],
        sha256=hashlib.sha256(content).hexdigest(),
        is_closed=attached.is_closed,
        kept_until=attached.kept_until,
        is_photo=is_photo,
        taken_off=", ".join(taken_off)[:200],
    )
    row.file.save(f"{row.uuid}", ContentFile(content), save=False)
    row.save()
