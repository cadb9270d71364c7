"""How many pieces of evidence each provision has: kept with each write, read in one query."""

from collections.abc import Iterable, Mapping

from django.db import connection, transaction
from django.db.models import Q

from nhipcau.ledger.programmes.models import Programme, Provision

from .models import Evidence, EvidenceRule, ProvisionCount

CHANGE = """
    INSERT INTO evidence_provisioncount (provision_id, number)
    SELECT provision, greatest(%s, 0) FROM unnest(%s::bigint[]) AS named (provision)
    ON CONFLICT (provision_id) DO UPDATE
    SET number = greatest(evidence_provisioncount.number + %s, 0)
"""
COUNT = """
    WITH standing AS (
        SELECT e.id, e.kind, e.task_id, e.obligation_id FROM evidence_evidence e
        WHERE e.programme_id = %(programme)s
            AND NOT EXISTS (SELECT FROM evidence_withdrawal w WHERE w.evidence_id = e.id)
    ), named AS (
        SELECT s.id, o.provision_id FROM standing s
        JOIN obligations_obligation o ON o.id = s.obligation_id
        UNION SELECT s.id, t.provision_id FROM standing s
        JOIN work_task t ON t.id = s.task_id WHERE t.provision_id IS NOT NULL
        UNION SELECT s.id, o.provision_id FROM standing s
        JOIN work_task_obligations x ON x.task_id = s.task_id
        JOIN obligations_obligation o ON o.id = x.obligation_id
        UNION SELECT s.id, o.provision_id FROM standing s
        JOIN evidence_evidencerule r ON r.kind = s.kind AND r.programme_id = %(programme)s
        JOIN obligations_obligation o ON o.id = r.obligation_id
        WHERE s.obligation_id IS NULL
    )
    INSERT INTO evidence_provisioncount (provision_id, number)
    SELECT provision_id, count(*) FROM named GROUP BY provision_id
"""


def by_provision(programme: Programme) -> Mapping[int, int]:
    """How many standing pieces of evidence count for each provision, by its key; one query."""
    held = ProvisionCount.objects.filter(provision__programme=programme, number__gt=0)
    return dict(held.values_list("provision", "number"))


def provisions_of(evidence: Evidence) -> set[int]:
    """The provisions for which evidence counts: named, of its task, or by a rule for its kind."""
    found: set[int | None] = set()
    if evidence.obligation is not None:
        found.add(evidence.obligation.provision_id)
    if evidence.task is not None:
        found.add(evidence.task.provision_id)
        found.update(evidence.task.obligations.values_list("provision", flat=True))
    if evidence.obligation is None:
        rules = EvidenceRule.objects.filter(programme=evidence.programme_id, kind=evidence.kind)
        found.update(rules.values_list("obligation__provision", flat=True))
    return {each for each in found if each is not None}


def of_provision(provision: Provision) -> Q:
    """The same, asked from the other side: which rows count for a provision."""
    obligations = list(provision.obligations.values_list("pk", flat=True))
    tasks = set(provision.tasks.values_list("pk", flat=True))
    tasks |= set(provision.obligations.exclude(tasks=None).values_list("tasks", flat=True))
    kinds = list(
        EvidenceRule.objects.filter(obligation__in=obligations).values_list("kind", flat=True)
    )
    return Q(obligation__in=obligations) | Q(task__in=tasks) | Q(obligation=None, kind__in=kinds)


def change(provisions: Iterable[int], by: int) -> None:
    """Count one more or one less for some provisions, in the running transaction."""
    keys = sorted(provisions)
    if keys:
        with connection.cursor() as cursor:
            cursor.execute(CHANGE, [by, keys, by])


@transaction.atomic
def recount(programme: Programme) -> None:
    """Count anew: after the rules changed, or rows were loaded in bulk."""
    ProvisionCount.objects.filter(provision__programme=programme).delete()
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"programme": programme.pk})
