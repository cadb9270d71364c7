"""Rules of the programme: which kinds of evidence count for which obligation."""

from django.db import transaction

from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.ledger.evidence import counts, kinds
from nhipcau.ledger.evidence.models import EvidenceRule
from nhipcau.ledger.obligations.models import Obligation


@transaction.atomic
def add_rule(
    *, kind: str, obligation: Obligation, ground: str = "", by: Actor | None
) -> EvidenceRule:
    """Let a kind of evidence count for an obligation; what was lodged is counted anew."""
    kinds.check_known(kind)
    programme = obligation.provision.programme
    rule, is_new = EvidenceRule.objects.get_or_create(
        kind=kind, obligation=obligation, defaults={"programme": programme, "ground": ground}
    )
    if is_new:
        audit.record("ledger.evidence_rule_set", by=by, target=rule, changes={"kind": (None, kind)})
        counts.recount(programme)
    return rule


@transaction.atomic
def drop_rule(*, rule: EvidenceRule, by: Actor | None) -> None:
    """Take a rule away; what was lodged is counted anew."""
    audit.record(
        "ledger.evidence_rule_set", by=by, target=rule, changes={"kind": (rule.kind, None)}
    )
    programme = rule.programme
    rule.delete()
    counts.recount(programme)
