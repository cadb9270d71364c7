"""Evidence: an append-only record that something was done, attributed to an agency."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, Place
from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Task

from .indicator import Indicator


class Evidence(AppendOnly):
    """Minh chứng: kind, agency, day, what it answers; never a person's score."""

    CHAINED: ClassVar[tuple[str, ...]] = (
        "uuid", "recorded_at", "programme_id", "kind", "agency_id", "place_id", "task_id",
        "obligation_id", "day", "by", "text_hash",
    )  # fmt: skip

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="evidence")
    kind = models.SlugField(_("loại"), max_length=40)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="evidence")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="evidence")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, related_name="evidence")
    obligation = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, null=True, related_name="evidence"
    )
    day = models.DateField(_("ngày thực hiện"))
    by = models.UUIDField(null=True)

    objects = AppendOnlyQuerySet["Evidence"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["programme", "agency", "day"], name="evidence_of_an_agency"),
            models.Index(fields=["task", "day"], name="evidence_of_a_task"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"


class EvidenceText(AppendOnlyText):
    """What was done, as JSON: {"summary", "link", "number", "remark"}."""

    row = models.OneToOneField(
        Evidence, to_field="uuid", primary_key=True, on_delete=models.PROTECT, related_name="words"
    )


class EvidenceFile(models.Model):
    """Tệp kèm theo: closed by default, with the day until which it is kept."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="files")
    file = models.FileField(upload_to="evidence", max_length=200)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    is_closed = models.BooleanField(_("chỉ đơn vị và đầu mối xem"), default=True)
    kept_until = models.DateField(_("giữ đến hết ngày"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.name


class Measure(models.Model):
    """Số liệu: a number of an indicator that the evidence brings, with how it is broken down.

    Written with its evidence and never changed; the evidence's withdrawal withdraws it.
    """

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="measures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="measures")
    value = models.DecimalField(max_digits=20, decimal_places=4)
    # «nữ», «tiếng Mông»: one word for each of the indicator's ways of breaking down.
    breakdown = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["indicator", "evidence"], name="measures_of_an_indicator"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.value}"


class Withdrawal(AppendOnly):
    """Rút lại: the answer to a mistake; the evidence stays to be seen, and counts no more."""

    CHAINED: ClassVar[tuple[str, ...]] = ("uuid", "recorded_at", "evidence_id", "by", "text_hash")

    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="withdrawal")
    by = models.UUIDField(null=True)

    objects = AppendOnlyQuerySet["Withdrawal"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.evidence_id}"


class WithdrawalText(AppendOnlyText):
    """Why it was withdrawn."""

    row = models.OneToOneField(
        Withdrawal,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )
