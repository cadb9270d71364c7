"""A report of a unit for a period: its sections, its lines, and numbers given otherwise."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, Place
from nhipcau.base import clock
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.papers.models import Outline, Paper
from nhipcau.ledger.reports.figures import measure
from nhipcau.ledger.reports.levels import Level

from .regime import Regime

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, user: "User | AnonymousUser") -> "ReportQuerySet":
        """One's own and those of units below; once sent, for who gathers them; joint ones out."""
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        own = own_agencies(user)
        sides = own | {agency.parent_id for agency in user.agencies()}
        return self.filter(
            Q(agency__in=own)
            | Q(agency__parent__in=own)
            | Q(above__agency__in=own) & Q(sent_at__isnull=False)
            | Q(paper__sides__agency__in=sides) & Q(sent_at__isnull=False)
        ).distinct()

    def current(self) -> "ReportQuerySet":
        """Without those that another one replaced."""
        return self.exclude(state=Report.State.REPLACED)

    def for_list(self) -> "ReportQuerySet":
        """With what a line about each shows."""
        from .moves import ReportMove

        corrected = ReportMove.objects.filter(report=OuterRef("pk"), kind="corrected")
        return (
            self.annotate(is_corrected=Exists(corrected))
            .select_related("regime", "period__programme", "agency", "place", "paper")
            .prefetch_related("agency__names", "place__names")
        )


def own_agencies(user: "User | AnonymousUser") -> set[int]:
    """The agencies for which a person acts, and what stands directly above a unit of theirs."""
    if not user.is_authenticated:
        return set()
    return {agency.pk for agency in user.agencies()}


class Report(models.Model):
    """Báo cáo: it exists before anyone opens it; officers write words, sending freezes it."""

    class State(models.TextChoices):
        OPEN = "open", _("Đang soạn thảo")
        WITH_LEADER = "with_leader", _("Trình lãnh đạo")
        SENT = "sent", _("Đã gửi")
        RECEIVED = "received", _("Đã tiếp nhận")
        RETURNED = "returned", _("Trả lại, đề nghị bổ sung, hoàn thiện")
        CONSOLIDATED = "consolidated", _("Đã tổng hợp")
        REPLACED = "replaced", _("Được thay thế")

    WRITABLE: ClassVar[tuple[str, ...]] = ("open", "with_leader", "returned")
    # With whom it was sent to: it counts there.
    THERE: ClassVar[tuple[str, ...]] = ("sent", "received", "consolidated")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    regime = models.ForeignKey(Regime, on_delete=models.PROTECT, related_name="reports")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reports")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="reports")
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="reports"
    )
    level = models.CharField(_("cấp"), max_length=10, choices=Level)
    # Which report gathers this one.
    above = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="gathered"
    )
    due = models.DateField(_("thời hạn gửi"))
    state = models.CharField(_("tình trạng"), max_length=12, choices=State, default=State.OPEN)
    outline = models.ForeignKey(Outline, on_delete=models.PROTECT, null=True, blank=True)
    # Where it is agreed by several sides, or issued with a number.
    paper = models.OneToOneField(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="report"
    )
    drafted_at = models.DateTimeField(null=True, editable=False)
    touched_at = models.DateTimeField(null=True, editable=False)
    # Of the first sending: on time stays on time when it is returned and sent again.
    first_sent_on = models.DateField(null=True, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    edition = models.PositiveSmallIntegerField(_("lần gửi"), default=0)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-period__closing_day", "agency__code", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["regime", "period", "level", "agency", "place"],
                condition=~Q(state="replaced"),
                nulls_distinct=False,
                name="one_report_per_regime_period_and_unit",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("open", "with_leader", "returned")) | Q(edition__gte=1),
                name="a_report_that_was_sent_has_its_snapshot",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["period", "state"], name="reports_of_a_period"),
        ]

    def __str__(self) -> str:
        label = self.period.label
        return f"{self.regime.name}, {label[:1].lower()}{label[1:]}"

    def get_absolute_url(self) -> str:
        return reverse("ledger:report", args=[self.uuid])

    @property
    def is_writable(self) -> bool:
        return self.state in self.WRITABLE

    @property
    def is_there(self) -> bool:
        """Whether whom it was sent to has it."""
        return self.state in self.THERE

    @property
    def name_of_agency(self) -> str:
        """The name that the unit bears on the closing day."""
        return self.agency.name_on(self.period.closing_day)

    def days_late(self, *, on: date | None = None) -> int:
        """Days between the deadline and the first sending, or today; 0 when on time."""
        last = self.first_sent_on or on or clock.today()
        return max(0, (last - self.due).days)


class ReportSection(models.Model):
    """Mục của báo cáo, as the outline has it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=60)
    level = models.CharField(max_length=10)
    number = models.CharField(max_length=12, blank=True)
    title = models.CharField(max_length=300, blank=True)
    prompt = models.CharField(max_length=300, blank=True)
    filler = models.SlugField(max_length=40, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "key"], name="one_report_section_per_key"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class ReportLine(models.Model):
    """Một đoạn: the sentence that the records give, and the words that a person made of it.

    `draft` is what the records gave last, `base` what they gave when the person wrote; the key
    names the records («point:IV.1.a», «own»).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    section = models.ForeignKey(ReportSection, on_delete=models.CASCADE, related_name="lines")
    order = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=120)
    draft = models.TextField(blank=True)
    base = models.TextField(blank=True)
    # NULL while nobody wrote; "" is a sentence that the person left out.
    typed = models.TextField(null=True, blank=True)  # noqa: DJ001
    # Places where the records and the person both changed: shown until somebody has looked.
    conflict = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["section", "key"], name="one_line_per_key"),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def words(self) -> str:
        """What stands in the report."""
        return self.draft if self.typed is None else self.typed

    @property
    def is_own(self) -> bool:
        """Whether a person wrote it without any record behind it."""
        return self.key.startswith("own")


class ReportedNumber(models.Model):
    """Số đơn vị báo cáo: another number than the platform holds, with the reason; both are shown."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="numbers")
    key = models.CharField(max_length=120)
    ours = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    theirs = models.DecimalField(_("số đơn vị báo cáo"), max_digits=20, decimal_places=4)
    reason = models.CharField(_("lý do"), max_length=300)
    by = models.UUIDField(null=True)
    given_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "key"], name="one_reported_number_per_key"),
            models.CheckConstraint(condition=~Q(reason=""), name="another_number_has_its_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.theirs}"

    @property
    def shown_ours(self) -> str:
        """The platform's number as a page shows it."""
        return "…" if self.ours is None else measure(self.ours)

    @property
    def shown_theirs(self) -> str:
        """The unit's number as a page shows it."""
        return measure(self.theirs)


class Incoming(models.Model):
    """Tệp Word gửi lại: what came back, held until somebody decides on what changed in it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="incoming")
    by = models.UUIDField(null=True)
    came_at = models.DateTimeField(auto_now_add=True)
    file_name = models.CharField(max_length=200)
    # {"prose": {line uuid: words}, "numbers": {key: words}, "notes": [...], "versions": {...}}
    content = models.JSONField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return self.file_name
