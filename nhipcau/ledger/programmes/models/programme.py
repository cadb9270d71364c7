"""The programme itself, and the agencies that signed it."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.base import clock

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User

    from .standing import Standing


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, user: "User | AnonymousUser") -> "ProgrammeQuerySet":
        """Public ones for everybody, internal ones by role, drafts for those who enter them."""
        if user.is_authenticated and user.may("ledger.enter"):
            return self
        published = self.filter(state=Programme.State.PUBLISHED)
        if user.is_authenticated and user.may("ledger.read_internal"):
            return published
        return published.filter(circulation=Programme.Circulation.PUBLIC)

    def with_text(self) -> "ProgrammeQuerySet":
        """With parties, bases and provisions, in a fixed number of queries."""
        from .instrument import LegalBasis  # they stand on this module
        from .text import Provision

        return self.prefetch_related(
            Prefetch("parties", Party.objects.select_related("agency", "focal_point")),
            Prefetch("legal_bases", LegalBasis.objects.select_related("instrument")),
            Prefetch("provisions", Provision.objects.signed()),
        )


class Programme(models.Model):
    """Chương trình phối hợp: what two or more agencies signed.

    Typed in from another source than the signed text, its number and its day may be unknown.
    """

    class Circulation(models.TextChoices):
        INTERNAL = "internal", _("nội bộ")
        PUBLIC = "public", _("công khai")

    class State(models.TextChoices):
        DRAFT = "draft", _("đang rà soát")
        PUBLISHED = "published", _("đã đưa vào sử dụng")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("loại văn bản"), max_length=80)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    title = models.TextField(_("trích yếu"))
    place = models.CharField(_("nơi ký"), max_length=80, blank=True)
    signed_on = models.DateField(_("ngày ký"), null=True)
    first_year = models.PositiveSmallIntegerField(_("từ năm"), null=True)
    last_year = models.PositiveSmallIntegerField(_("đến năm"), null=True)
    state = models.CharField(
        _("tình trạng rà soát"), max_length=10, choices=State, default=State.DRAFT
    )
    circulation = models.CharField(
        _("phạm vi lưu hành"), max_length=10, choices=Circulation, default=Circulation.INTERNAL
    )
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    # Where the text comes from, when it is not the signed one.
    source = models.TextField(_("nguồn của văn bản"), blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-signed_on", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["number", "signed_on"],
                condition=~Q(number=""),
                name="one_programme_per_number_and_day",
            ),
            models.CheckConstraint(
                condition=~Q(number="") | ~Q(source=""),
                name="only_a_text_from_elsewhere_has_no_number",
            ),
            models.CheckConstraint(
                condition=Q(circulation="internal") | Q(state="published"),
                name="only_a_published_programme_is_public",
            ),
            models.CheckConstraint(
                condition=Q(last_year=None)
                | Q(first_year=None)
                | Q(last_year__gte=F("first_year")),
                name="programme_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(_("%(kind)s (chưa rõ số)") % {"kind": self.kind})

    def get_absolute_url(self) -> str:
        return reverse("ledger:programme", args=[self.slug])

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def standing_today(self) -> "Standing | None":
        """How it stands today; None while nobody said anything: it is carried out."""
        return self.standings.on(clock.today()).last()

    @property
    def is_public(self) -> bool:
        return self.circulation == self.Circulation.PUBLIC


class Party(models.Model):
    """Bên ký kết: an agency that signed, and the unit that runs the programme for it."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="parties")
    order = models.PositiveSmallIntegerField()
    name_as_signed = models.CharField(_("tên khi ký"), max_length=200)
    # Empty while nobody has said which agency the name means.
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, related_name="signed_programmes"
    )
    focal_point = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, related_name="run_programmes"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["programme", "order"], name="one_party_per_place")
        ]

    def __str__(self) -> str:
        return self.name_as_signed
