"""Which kinds of evidence count for which obligation, and how many each provision has."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme, Provision


class EvidenceRule(models.Model):
    """Quy định về minh chứng: a kind of evidence counts for an obligation.

    An obligation without a rule takes every kind that names it; one with rules takes those kinds
    only, and takes them also where the evidence names no obligation.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="evidence_rules"
    )
    kind = models.SlugField(_("loại minh chứng"), max_length=40)
    obligation = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, related_name="evidence_rules"
    )
    ground = models.CharField(_("theo"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["obligation__provision__order", "obligation", "kind"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "obligation"], name="one_rule_per_kind_and_obligation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.obligation_id}"


class ProvisionCount(models.Model):
    """Số minh chứng của điều khoản: kept with each lodging, so that a page need not count."""

    provision = models.OneToOneField(
        Provision, primary_key=True, on_delete=models.CASCADE, related_name="evidence_count"
    )
    number = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.provision_id}: {self.number}"
