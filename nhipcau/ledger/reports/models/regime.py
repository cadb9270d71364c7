"""Regimes of reporting with the elements of Decree 09/2019/NĐ-CP, and deadlines by level."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models.periods import ends_after_it_begins, on_day
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.reports.levels import Level


class RegimeQuerySet(models.QuerySet["Regime"]):
    def on(self, day: date) -> "RegimeQuerySet":
        """Those that run on a day."""
        return self.filter(on_day(day))

    def of(self, programme: Programme) -> "RegimeQuerySet":
        """Its own, and those that hold for every programme."""
        return self.filter(Q(programme=None) | Q(programme=programme))


class Regime(models.Model):
    """Chế độ báo cáo: who reports what to whom, how often, and on which legal basis.

    A programme creates no periodic report for others: that rests on a legal basis of its own or is
    folded into a regime that has one; else it is asked for by a letter.
    """

    class Kind(models.TextChoices):
        PERIODIC = "periodic", _("báo cáo định kỳ")
        THEMATIC = "thematic", _("chuyên đề")
        SURPRISE = "surprise", _("đột xuất")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    # Empty for one that holds whatever the programme.
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="regimes"
    )
    kind = models.CharField(_("loại báo cáo"), max_length=10, choices=Kind)
    name = models.CharField(_("tên báo cáo"), max_length=300)
    content = models.TextField(_("nội dung yêu cầu báo cáo"))
    reporters = models.CharField(_("đối tượng thực hiện"), max_length=300)
    receiver = models.CharField(_("cơ quan nhận báo cáo"), max_length=300)
    method = models.CharField(_("phương thức gửi, nhận"), max_length=300)
    deadline_words = models.CharField(_("thời hạn gửi"), max_length=300)
    frequency = models.CharField(_("tần suất"), max_length=10, choices=Period.Kind)
    closing_words = models.CharField(_("thời gian chốt số liệu"), max_length=300)
    outline_kind = models.SlugField(_("mẫu đề cương"), max_length=40)
    # {level: kind} where a level has an outline of its own.
    outlines = models.JSONField(_("mẫu đề cương theo cấp"), default=dict, blank=True)
    forms = models.CharField(_("biểu mẫu số liệu"), max_length=300, blank=True)
    guidance = models.TextField(_("hướng dẫn quy trình thực hiện"), blank=True)
    levels = models.JSONField(_("cấp thực hiện"), default=list, blank=True)
    # Reports inside one agency or one party are not governed by the decree.
    is_internal = models.BooleanField(_("trong nội bộ một cơ quan"), default=False)
    legal_basis = models.TextField(_("căn cứ pháp lý"), blank=True)
    letter = models.CharField(_("văn bản đề nghị báo cáo"), max_length=300, blank=True)
    paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="regimes"
    )
    purpose = models.TextField(_("mục đích"), blank=True)
    folded_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="folded",
        verbose_name=_("lồng ghép với báo cáo"),
    )  # fmt: skip
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = RegimeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(kind="periodic")
                | Q(is_internal=True)
                | ~Q(legal_basis="")
                | Q(folded_into__isnull=False),
                name="a_periodic_report_of_others_has_a_legal_basis",
            ),
            models.CheckConstraint(
                condition=Q(kind="periodic")
                | Q(is_internal=True)
                | ~Q(letter="")
                | Q(paper__isnull=False)
                | Q(folded_into__isnull=False),
                name="a_report_asked_for_once_rests_on_a_letter",
            ),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="regime_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def outline_at(self, level: str) -> str:
        """The kind of outline in which a level reports."""
        return str(self.outlines.get(level, self.outline_kind))


class Deadline(models.Model):
    """Thời hạn theo cấp: so many days after figures close, or a day of the year; dated."""

    regime = models.ForeignKey(Regime, on_delete=models.CASCADE, related_name="deadlines")
    level = models.CharField(_("cấp"), max_length=10, choices=Level)
    days_after = models.PositiveSmallIntegerField(_("số ngày sau ngày chốt"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("tháng"), null=True, blank=True)
    day = models.PositiveSmallIntegerField(_("ngày"), null=True, blank=True)
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["regime", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(days_after__isnull=False, month=None, day=None)
                | Q(days_after=None, month__range=(1, 12), day__range=(1, 31)),
                name="a_deadline_is_a_day_or_so_many_days_after",
            ),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="deadline_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regime_id} {self.get_level_display()}"

    def due(self, closing: date) -> date:
        """The last day on which a report of figures that close on a day is on time."""
        if self.month is None or self.day is None:
            return date.fromordinal(closing.toordinal() + (self.days_after or 0))
        due = date(closing.year, self.month, self.day)
        return due if due >= closing else due.replace(year=closing.year + 1)
