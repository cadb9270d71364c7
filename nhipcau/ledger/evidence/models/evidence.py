"""Evidence: an append-only record that something was done, attributed to an agency."""

import json
import uuid
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, Place
from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Task

from .indicator import Indicator

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one evidence."""

    summary: str = ""
    link: str = ""
    number: str = ""
    remark: str = ""
    gone: bool = False


class EvidenceQuerySet(AppendOnlyQuerySet["Evidence"]):
    def visible_to(self, user: "User | AnonymousUser") -> "EvidenceQuerySet":
        """What was done is for insiders, in the programmes that they may read."""
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        return self.filter(programme__in=Programme.objects.visible_to(user))

    def standing(self) -> "EvidenceQuerySet":
        """Those that nobody withdrew."""
        return self.filter(withdrawal=None)

    def counted_in(self, first: date, last: date) -> "EvidenceQuerySet":
        """Those that count in the days from first to last."""
        return self.filter(counted_on__gte=first, counted_on__lte=last)

    def with_row(self) -> "EvidenceQuerySet":
        """With what a line of a list shows, in a fixed number of queries."""
        return self.select_related(
            "words", "withdrawal", "task", "obligation__provision", "agency", "place"
        ).prefetch_related("agency__names", "place__names", "measures__indicator", "files")


class Evidence(AppendOnly):
    """Minh chứng: kind, agency, day, what it answers; never a person's score."""

    CHAINED: ClassVar[tuple[str, ...]] = (
        "uuid", "recorded_at", "programme_id", "kind", "agency_id", "place_id", "task_id",
        "obligation_id", "day", "counted_on", "by", "text_hash",
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
    # The day in whose period it counts: its own, or, where that period is closed, one that a
    # person chose in an open one.
    counted_on = models.DateField(_("tính vào ngày"))
    by = models.UUIDField(null=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        indexes: ClassVar[list[models.Index]] = [
            # In the order of the list, newest first, so that any depth of it costs the same.
            models.Index(fields=["programme", "day", "id"], name="evidence_in_order"),
            models.Index(fields=["programme", "agency", "day", "id"], name="evidence_of_an_agency"),
            models.Index(fields=["programme", "kind", "day", "id"], name="evidence_of_a_kind"),
            models.Index(fields=["task", "day", "id"], name="evidence_of_a_task"),
            models.Index(fields=["obligation", "day", "id"], name="evidence_of_an_obligation"),
            models.Index(fields=["programme", "counted_on"], name="evidence_of_a_period"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"

    def get_absolute_url(self) -> str:
        return reverse("ledger:evidence-one", args=[self.uuid])

    @property
    def said(self) -> "Said":
        """Its words; empty ones where the law had them destroyed."""
        held = self.words.text
        given = json.loads(held) if held else {}
        words = (given.get(name, "") for name in ("summary", "link", "number", "remark"))
        summary, link, number, remark = words
        return Said(summary, link, number, remark, gone=held is None)

    @property
    def agency_name(self) -> str:
        """The name that the agency bore on the day."""
        return self.agency.name_on(self.day)

    @property
    def place_name(self) -> str:
        """The name of the place on the day; nothing without one."""
        return self.place.name_on(self.day) if self.place else ""

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")

    @property
    def is_late(self) -> bool:
        """Whether it counts in another period than the one of its day."""
        return self.counted_on != self.day


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
    is_photo = models.BooleanField(_("ảnh"), default=False)
    # What was taken off a photograph before it was kept: where it was made, by whom, with what.
    taken_off = models.CharField(max_length=200, blank=True)
    # The day on which the bytes went at the end of their time; name and hash stay.
    removed_on = models.DateField(null=True, editable=False)

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
