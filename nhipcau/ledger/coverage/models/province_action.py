"""How a province carries a programme out: in one of four ways, not yet, or not at all."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Place
from nhipcau.agencies.models.periods import ends_after_it_begins, on_day
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import BudgetLine, Plan

from .withdrawn import Withdrawable

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class ProvinceActionQuerySet(models.QuerySet["ProvinceAction"]):
    def visible_to(self, user: "User | AnonymousUser") -> "ProvinceActionQuerySet":
        """Internal by default: for whoever reads internal programmes, of programmes they may see."""
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        return self.filter(programme__in=Programme.objects.visible_to(user))

    def standing(self, *, on: date) -> "ProvinceActionQuerySet":
        """Those that hold on a day and were not taken back."""
        return self.filter(on_day(on), withdrawn_at=None)

    def for_year(self, year: int) -> "ProvinceActionQuerySet":
        """Those of a year; one that names no year is for the whole programme."""
        return self.filter(
            Q(first_year=None) | Q(first_year__lte=year), Q(last_year=None) | Q(last_year__gte=year)
        )

    def with_all(self) -> "ProvinceActionQuerySet":
        """With what a line about one shows, in a fixed number of queries."""
        return self.select_related(
            "place__list", "own_programme", "own_plan", "programme"
        ).prefetch_related("place__names")


class ProvinceAction(Withdrawable):
    """Địa phương triển khai: a way, the document that says so, its approval, its money, for a time."""

    class Way(models.TextChoices):
        # In this order: of several the first is what the province is counted by.
        OWN_PROGRAMME = "chuong-trinh-rieng", _("Đã ký chương trình")
        OWN_PLAN = "ke-hoach-rieng", _("Có kế hoạch riêng")
        FOLDED_FOREIGN = (
            "long-ghep-doi-ngoai", _("Lồng ghép trong kế hoạch thông tin đối ngoại hằng năm"),
        )  # fmt: skip
        FOLDED = "long-ghep-khac", _("Lồng ghép trong văn bản khác")
        DRAFTING = "dang-xay-dung", _("Đang xây dựng")
        NOT_STARTED = "chua-trien-khai", _("Chưa triển khai")
        NOT_APPLICABLE = "khong-thuoc-pham-vi", _("Không thuộc phạm vi")
        UNKNOWN = "chua-co-thong-tin", _("Chưa có thông tin")

    # The four ways in which a province acts.
    ACTING: ClassVar[tuple[str, ...]] = (
        "chuong-trinh-rieng", "ke-hoach-rieng", "long-ghep-doi-ngoai", "long-ghep-khac",
    )  # fmt: skip

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="province_actions"
    )
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="programme_actions")
    way = models.CharField(_("hình thức triển khai"), max_length=20, choices=Way)
    # The province's own document, or the one in which it is folded.
    title = models.CharField(_("tên văn bản"), max_length=400, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    approved_on = models.DateField(_("ngày Ủy ban nhân dân phê duyệt"), null=True, blank=True)
    # Empty is «chưa có số liệu»; 0 is that nothing was allotted.
    amount = models.DecimalField(
        _("kinh phí được giao (đồng)"), max_digits=15, decimal_places=0, null=True, blank=True
    )
    amount_source = models.CharField(
        _("nguồn kinh phí"), max_length=10, choices=BudgetLine.Source, blank=True
    )
    amount_words = models.CharField(_("tên nguồn kinh phí"), max_length=200, blank=True)
    reason = models.CharField(_("lý do không thuộc phạm vi"), max_length=500, blank=True)
    # Which years it is for; neither is the whole programme.
    first_year = models.PositiveSmallIntegerField(_("từ năm"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("đến năm"), null=True, blank=True)
    # Since when, and until when, it is so.
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.CharField(_("nguồn thông tin"), max_length=400)
    file = models.FileField(upload_to="coverage", max_length=200, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    own_programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="carries_out",
        verbose_name=_("chương trình của địa phương đã nạp"),
    )  # fmt: skip
    own_plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="carries_out",
        verbose_name=_("kế hoạch của địa phương đã nạp"),
    )  # fmt: skip
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = ProvinceActionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["place", "first_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="province_action_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(way="khong-thuoc-pham-vi") | ~Q(reason=""),
                name="what_is_not_applicable_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(way__in=("long-ghep-doi-ngoai", "long-ghep-khac"))
                | ~Q(title="")
                | ~Q(number=""),
                name="what_is_folded_in_says_in_which_document",
            ),
            models.CheckConstraint(
                condition=Q(own_programme=None) | ~Q(own_programme=F("programme")),
                name="a_programme_does_not_carry_itself_out",
            ),
            models.CheckConstraint(
                condition=Q(last_year=None)
                | Q(first_year=None)
                | Q(last_year__gte=F("first_year")),
                name="province_action_years_are_in_order",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["programme", "place"], name="actions_of_a_programme"),
        ]

    def __str__(self) -> str:
        return f"{self.place_id}: {self.get_way_display()}"

    @property
    def is_acting(self) -> bool:
        """Whether the province carries the programme out in one of the four ways."""
        return self.way in self.ACTING

    @property
    def document(self) -> str:
        """The document as a line names it: «Kế hoạch số 12/KH-UBND», or its title alone."""
        if self.number and self.title:
            return f"{self.title} ({self.number})"
        return self.title or self.number

    @property
    def rank(self) -> int:
        """Its turn among the ways: the least is what counts."""
        return self.Way.values.index(self.way)
