"""Emulation that was launched, units that registered, awards as dated data, nominations.

Nominations come from the unit itself. Nobody is scored or ranked; of a person only name and post
are kept, never ethnic origin or day of birth; why somebody was not considered is not asked: the
managing agency gives one attestation.
"""

import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, User
from nhipcau.ledger.public import Paper, Programme

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


def own_agencies(user: User) -> set[int]:
    """The agencies for which a person acts, with those directly above."""
    return {agency.pk for agency in user.agencies()} | {
        agency.parent_id for agency in user.agencies() if agency.parent_id
    }


class Award(models.Model):
    """Hình thức khen thưởng: who may give it, on which legal basis, from when until when."""

    code = models.SlugField(max_length=40)
    name = models.CharField(_("hình thức"), max_length=160)
    decided_by = models.CharField(_("người có thẩm quyền"), max_length=160)
    level = models.CharField(_("cấp"), max_length=40)
    is_collective = models.BooleanField(_("cho tập thể"), default=True)
    is_individual = models.BooleanField(_("cho cá nhân"), default=True)
    # The share of the council's votes that the law asks for, in percent; empty where it asks none.
    votes_needed = models.PositiveSmallIntegerField(_("tỷ lệ phiếu (%)"), null=True, blank=True)
    basis = models.TextField(_("căn cứ"))
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["code", "first_day"], name="one_award_per_code_and_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_given_on(self, day: date) -> bool:
        """Whether it may be given on a day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class Emulation(models.Model):
    """Phong trào thi đua: launched before anybody is nominated, with its criteria."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="emulations")
    title = models.CharField(_("tên phong trào"), max_length=300)
    launched_by = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="launched_emulations",
        verbose_name=_("cơ quan phát động"),
    )  # fmt: skip
    criteria = models.TextField(_("tiêu chí, mỗi dòng một tiêu chí"))
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"))
    paper = models.OneToOneField(
        Paper, on_delete=models.PROTECT, null=True, related_name="emulation"
    )
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-first_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="emulation_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("commendations:emulation", args=[self.uuid])


class Registration(models.Model):
    """Đăng ký thi đua: a unit takes part, in its own words."""

    emulation = models.ForeignKey(Emulation, on_delete=models.PROTECT, related_name="registrations")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="emulation_registrations"
    )
    words = models.TextField(_("nội dung đăng ký"))
    registered_on = models.DateField(_("ngày đăng ký"))

    class Meta:
        ordering: ClassVar[list[str]] = ["registered_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["emulation", "agency"], name="one_registration_per_unit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.emulation_id}: {self.agency_id}"


class NominationQuerySet(models.QuerySet["Nomination"]):
    def visible_to(self, user: "User | AnonymousUser") -> "NominationQuerySet":
        """Those of one's own unit; those one attests; and, sent, those that one's agency decides."""
        if not user.is_authenticated:
            return self.none()
        own = own_agencies(user)
        seen = Q(pk=None)
        if user.may("commendations.nominate"):
            seen |= Q(unit__in=[agency.pk for agency in user.agencies()])
        if user.may("commendations.decide"):
            seen |= Q(decided_at__in=own) & ~Q(state="draft")
            seen |= Q(managing__in=own) & ~Q(state="draft")
        return self.filter(seen)

    def for_page(self) -> "NominationQuerySet":
        return self.select_related(
            "emulation__programme", "award", "unit", "decided_at", "managing"
        )


class Nomination(models.Model):
    """Đề nghị khen thưởng: by the unit, for a collective or a person, on one of two routes."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Đang soạn")
        SENT = "sent", _("Đã gửi đề nghị")
        RETURNED = "returned", _("Trả lại, đề nghị hoàn thiện")
        REVIEWED = "reviewed", _("Hội đồng đã xét")
        SUBMITTED = "submitted", _("Đã trình người có thẩm quyền")
        DECIDED = "decided", _("Đã có quyết định khen thưởng")
        CLOSED = "closed", _("Kết thúc, không khen thưởng")
        WITHDRAWN = "withdrawn", _("Đơn vị rút đề nghị")

    class Route(models.TextChoices):
        OWN = "own", _("Thuộc thẩm quyền của cơ quan xét")
        HIGHER = "higher", _("Đề nghị cấp trên khen thưởng")

    OVER: ClassVar[tuple[str, ...]] = ("closed", "withdrawn")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    emulation = models.ForeignKey(Emulation, on_delete=models.PROTECT, related_name="nominations")
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="nominations")
    route = models.CharField(_("tuyến"), max_length=6, choices=Route, default=Route.OWN)
    is_collective = models.BooleanField(_("tập thể"), default=True)
    name = models.CharField(_("tên tập thể, cá nhân"), max_length=200)
    post = models.CharField(_("chức vụ"), max_length=160, blank=True)
    unit = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="nominations",
        verbose_name=_("đơn vị đề nghị"),
    )  # fmt: skip
    decided_at = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="nominations_to_decide",
        verbose_name=_("cơ quan xét"),
    )  # fmt: skip
    # Of another system: then its opinion (hiệp y) is asked first.
    managing = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True,
        related_name="nominations_to_attest", verbose_name=_("cơ quan quản lý cần hiệp y"),
    )  # fmt: skip
    achievement = models.TextField(_("báo cáo thành tích"))
    # The unit's own evidence as it stood when the unit attached it: [[uuid, day, summary], …].
    evidence = models.JSONField(default=list, blank=True)
    attested_on = models.DateField(null=True, editable=False)
    attested_by = models.UUIDField(null=True, editable=False)
    agrees = models.BooleanField(_("hiệp y"), null=True)
    votes_for = models.PositiveSmallIntegerField(_("phiếu đồng ý"), null=True)
    votes_all = models.PositiveSmallIntegerField(_("tổng số thành viên hội đồng"), null=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    reason = models.CharField(_("lý do"), max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # One achievement, one award (Law on emulation and commendation).
            models.UniqueConstraint(
                fields=["emulation", "unit", "name"],
                condition=~Q(state__in=("closed", "withdrawn")),
                name="one_achievement_one_award",
            ),
            models.CheckConstraint(
                condition=Q(votes_for=None) | Q(votes_for__lte=F("votes_all")),
                name="no_more_votes_than_members",
            ),
            models.CheckConstraint(
                condition=Q(is_collective=True) | ~Q(post=""), name="a_person_is_named_with_post"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("commendations:nomination", args=[self.uuid])

    @property
    def percent(self) -> int | None:
        """The share of the council that voted for it, in whole percent, rounded down."""
        if self.votes_for is None or not self.votes_all:
            return None
        return self.votes_for * 100 // self.votes_all

    @property
    def waits_for_attestation(self) -> bool:
        return self.managing_id is not None and self.attested_on is None


class AwardPaper(models.Model):
    """Văn bản khen thưởng: minutes, submission, decision of one agency for one emulation."""

    emulation = models.ForeignKey(Emulation, on_delete=models.PROTECT, related_name="papers")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="award_papers")
    kind = models.SlugField(max_length=40)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="awards")
    nominations = models.ManyToManyField(Nomination, related_name="papers")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.kind
