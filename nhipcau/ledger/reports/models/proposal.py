"""Difficulties and proposals, kept until somebody answers."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.work.models import Directive

from .report import Report, own_agencies


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> "ProposalQuerySet":
        """Those that nobody has answered."""
        return self.filter(answered_on=None)

    def visible_to(self, user: object) -> "ProposalQuerySet":
        """Of reports that a person may read; once sent, to whom they are addressed."""
        own = own_agencies(user)  # type: ignore[arg-type]
        reports = Report.objects.visible_to(user)  # type: ignore[arg-type]
        sent = Q(to_agency__in=own) & Q(report__sent_at__isnull=False)
        return self.filter(Q(report__in=reports) | sent | Q(agency__in=own)).distinct()


class Proposal(models.Model):
    """Khó khăn, vướng mắc; đề xuất, kiến nghị: of whom, to whom, and how it was answered."""

    class Kind(models.TextChoices):
        DIFFICULTY = "difficulty", _("khó khăn, vướng mắc")
        PROPOSAL = "proposal", _("đề xuất, kiến nghị")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="proposals")
    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="proposals")
    kind = models.CharField(_("loại"), max_length=10, choices=Kind)
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    words = models.TextField(_("nội dung"))
    to_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="asked_proposals"
    )
    to_words = models.CharField(_("kiến nghị với"), max_length=200)
    asked_on = models.DateField(_("ngày kiến nghị"))
    answer = models.TextField(_("nội dung trả lời"), blank=True)
    answer_document = models.CharField(_("theo văn bản"), max_length=200, blank=True)
    answered_on = models.DateField(_("ngày trả lời"), null=True, blank=True)
    # The task of the next plan comes from this row.
    directive = models.ForeignKey(
        Directive, on_delete=models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | ~Q(answer=""),
                name="an_answered_proposal_has_its_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.words[:60]
