"""An inspection: who goes where, what is asked, what was found, what is to be mended and was.

This is kiểm tra việc thực hiện chương trình: no sanction; what follows are kiến nghị. Results are
kết quả đạt được and tồn tại, hạn chế; the unit explains.
"""

import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, User
from nhipcau.ledger.public import Paper, Programme, Provision

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def visible_to(self, user: "User | AnonymousUser") -> "InspectionQuerySet":
        """Those of one's own side as inspectors; as the unit, once it was announced to it."""
        if not user.is_authenticated or not user.may("inspections.read"):
            return self.none()
        own = _with_parents(user)
        told = Q(unit__in=own, announced_on__isnull=False)
        return self.filter(Q(leads__in=own) | Q(members__agency__in=own) | told).distinct()

    def for_page(self) -> "InspectionQuerySet":
        """With everything that its page shows, in a fixed number of queries."""
        return self.select_related("programme", "unit", "leads").prefetch_related(
            "unit__names", "leads__names", "members__agency__names", "questions",
            "checks__provision", "results", "recommendations__to__names",
            "recommendations__follower", "papers__paper",
        )  # fmt: skip

    def of_year(self, year: int) -> "InspectionQuerySet":
        return self.filter(year=year)

    def overlapping(self, unit: Agency, first: date, last: date) -> "InspectionQuerySet":
        """Other teams at the same unit in the same days."""
        return self.filter(unit=unit, first_day__lte=last, last_day__gte=first)


def _with_parents(user: User) -> set[int]:
    own = {agency.pk for agency in user.agencies()}
    return own | {agency.parent_id for agency in user.agencies() if agency.parent_id}


class Inspection(models.Model):
    """Cuộc kiểm tra: one unit, one team, some days; its documents are papers of the ledger."""

    class Stage(models.TextChoices):
        PLANNED = "planned", _("Trong kế hoạch kiểm tra")
        DECIDED = "decided", _("Đã có quyết định thành lập đoàn")
        ANNOUNCED = "announced", _("Đã gửi thông báo, đề cương")
        REPORTED = "reported", _("Đơn vị đã gửi báo cáo")
        MINUTED = "minuted", _("Đã có biên bản làm việc")
        CONCLUDED = "concluded", _("Đã thông báo kết quả kiểm tra")
        CLOSED = "closed", _("Đã khắc phục xong, đã xác nhận")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="inspections")
    year = models.PositiveSmallIntegerField(_("năm"))
    title = models.CharField(_("nội dung kiểm tra"), max_length=300)
    leads = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="led_inspections",
        verbose_name=_("cơ quan chủ trì đoàn"),
    )  # fmt: skip
    unit = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="inspections",
        verbose_name=_("đơn vị được kiểm tra"),
    )  # fmt: skip
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"))
    announced_on = models.DateField(_("ngày gửi thông báo, đề cương"), null=True, editable=False)
    reported_on = models.DateField(_("ngày đơn vị gửi báo cáo"), null=True, editable=False)
    # Minutes are closed when they were read to both sides; nothing found is written after that.
    minuted_on = models.DateField(_("ngày kết thúc biên bản"), null=True, editable=False)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "first_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="inspection_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(leads=F("unit")), name="no_unit_inspects_itself"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("inspections:inspection", args=[self.uuid])

    def paper_of(self, kind: str) -> Paper | None:
        """Its paper of a kind («inspection-decision»), where one was begun."""
        return next((each.paper for each in self.papers.all() if each.kind == kind), None)

    def _is_out(self, kind: str) -> bool:
        paper = self.paper_of(kind)
        return paper is not None and paper.is_out

    @property
    def stage(self) -> Stage:
        """How far it has come, read from what is recorded."""
        reached = (
            (self.Stage.CLOSED, self._is_out("inspection-conclusion") and self._all_mended()),
            (self.Stage.CONCLUDED, self._is_out("inspection-conclusion")),
            (self.Stage.MINUTED, self.minuted_on is not None),
            (self.Stage.REPORTED, self.reported_on is not None),
            (self.Stage.ANNOUNCED, self.announced_on is not None),
            (self.Stage.DECIDED, self._is_out("inspection-decision")),
        )
        return next((stage for stage, holds in reached if holds), self.Stage.PLANNED)

    def _all_mended(self) -> bool:
        return all(each.is_confirmed for each in self.recommendations.all())


class Member(models.Model):
    """Thành viên đoàn: as the decision names them; no more of a person than name and post."""

    class Role(models.TextChoices):
        HEAD = "head", _("Trưởng đoàn")
        DEPUTY = "deputy", _("Phó Trưởng đoàn")
        MEMBER = "member", _("Thành viên")
        SECRETARY = "secretary", _("Thư ký")

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(_("họ và tên"), max_length=120)
    post = models.CharField(_("chức vụ"), max_length=160)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="inspection_members",
        verbose_name=_("cơ quan"),
    )  # fmt: skip
    role = models.CharField(_("trong đoàn"), max_length=10, choices=Role, default=Role.MEMBER)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["inspection"], condition=Q(role="head"), name="one_head_per_team"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.post}"


class InspectionPaper(models.Model):
    """Văn bản của cuộc kiểm tra: one paper of the ledger for each kind."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="papers")
    kind = models.SlugField(max_length=40)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="inspection")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["inspection", "kind"], name="one_paper_of_a_kind_per_inspection"
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class Question(models.Model):
    """Đề cương báo cáo: what the unit is asked to say beforehand, and what it said."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    words = models.CharField(_("nội dung đề nghị báo cáo"), max_length=500)
    answer = models.TextField(_("báo cáo của đơn vị"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["inspection", "order"], name="one_question_per_turn"),
        ]

    def __str__(self) -> str:
        return self.words


class Check(models.Model):
    """Nội dung kiểm tra tại chỗ: one line of the checklist that is carried on a phone."""

    class Outcome(models.TextChoices):
        OPEN = "", _("Chưa kiểm tra")
        DONE = "done", _("Đã thực hiện")
        PARTLY = "partly", _("Thực hiện một phần")
        NOT_DONE = "not_done", _("Chưa thực hiện")
        NOT_APPLICABLE = "not_applicable", _("Không áp dụng")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="checks")
    order = models.PositiveSmallIntegerField()
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, blank=True, related_name="checks"
    )
    words = models.CharField(_("nội dung"), max_length=400)
    outcome = models.CharField(_("kết quả"), max_length=16, choices=Outcome, blank=True)
    note = models.TextField(_("ghi chú tại chỗ"), blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["inspection", "order"], name="one_check_per_turn"),
        ]

    def __str__(self) -> str:
        return self.words


class Result(models.Model):
    """Kết quả kiểm tra: what was achieved as well as what falls short, with the unit's words."""

    class Kind(models.TextChoices):
        ACHIEVED = "achieved", _("Kết quả đạt được")
        SHORTCOMING = "shortcoming", _("Tồn tại, hạn chế")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="results")
    kind = models.CharField(_("loại"), max_length=12, choices=Kind)
    words = models.TextField(_("nội dung"))
    cause = models.TextField(_("nguyên nhân"), blank=True)
    explanation = models.TextField(_("giải trình của đơn vị"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "id"]

    def __str__(self) -> str:
        return self.words[:60]


class Recommendation(models.Model):
    """Kiến nghị sau kiểm tra: to whom, by when; mended by the unit, confirmed by a named person."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    inspection = models.ForeignKey(
        Inspection, on_delete=models.CASCADE, related_name="recommendations"
    )
    words = models.TextField(_("kiến nghị"))
    to = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="inspection_recommendations",
        verbose_name=_("đơn vị thực hiện"),
    )  # fmt: skip
    due = models.DateField(_("thời hạn"))
    follower = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="followed_recommendations",
        verbose_name=_("người theo dõi, xác nhận"),
    )  # fmt: skip
    remedy = models.TextField(_("kết quả khắc phục"), blank=True)
    remedied_on = models.DateField(null=True, editable=False)
    remedied_by = models.UUIDField(null=True, editable=False)
    confirmed_on = models.DateField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["due", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(confirmed_on=None) | Q(remedied_on__isnull=False),
                name="only_what_was_mended_is_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.words[:60]

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_on is not None

    def is_overdue(self, *, on: date) -> bool:
        """Whether its day passed with nothing sent; what waits for confirmation is not late."""
        return self.remedied_on is None and self.due < on
