"""Places: provinces, districts and communes as their lists have them, each with its days.

A province is not an agency; its people's committee is. A code is only unique with its list and
its days: 80 was Long An until 30 June 2025 and is Tây Ninh since.
"""

import uuid
from datetime import date
from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .folded import FoldedField
from .periods import days, ends_after_it_begins, on_day, same, same_text


class Level(models.TextChoices):
    PROVINCE = "province", _("tỉnh")
    DISTRICT = "district", _("huyện")
    COMMUNE = "commune", _("xã")


class CodeList(models.Model):
    """Danh mục mã: which body of codes a place's code belongs to, and on which days it holds."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=30, unique=True)
    name = models.CharField(_("danh mục"), max_length=120)
    level = models.CharField(_("cấp"), max_length=10, choices=Level)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    source = models.TextField(_("nguồn"))

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="list_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PlaceQuerySet(models.QuerySet["Place"]):
    def existing(self, *, on: date) -> "PlaceQuerySet":
        """Places that exist on a day."""
        return self.filter(on_day(on))

    def provinces(self) -> "PlaceQuerySet":
        return self.filter(list__level=Level.PROVINCE)

    def in_list(self, code: str) -> "PlaceQuerySet":
        return self.filter(list__code=code)

    def with_names(self) -> "PlaceQuerySet":
        """With what a line about a place shows."""
        return self.select_related("list", "parent__list").prefetch_related(
            "names", "parent__names"
        )

    def ever_called(self, folded: str) -> "PlaceQuerySet":
        """Places that ever bore a name with these folded words in it."""
        return self.filter(names__folded__contains=folded).distinct()


class Place(models.Model):
    """Địa bàn: a province, district or commune of one list, with its days and its point."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    list = models.ForeignKey(CodeList, on_delete=models.PROTECT, related_name="places")
    code = models.CharField(_("mã"), max_length=10)
    unit_type = models.CharField(_("loại đơn vị hành chính"), max_length=40)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    area_km2 = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["list", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ExclusionConstraint(
                name="one_place_per_code_list_and_day",
                expressions=[
                    (same("list_id"), RangeOperators.OVERLAPS),
                    (same_text("code"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="place_ends_after_it_begins"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["list", "code"], name="place_by_list_and_code")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("agencies:place", args=[self.list.code, self.code])

    @property
    def name(self) -> str:
        """The name it bears, or bore last: «Tỉnh Tuyên Quang»."""
        names = list(self.names.all())
        return names[-1].name if names else self.code

    def name_on(self, day: date) -> str:
        """The name on a day; outside its days, the nearest one it bore."""
        borne = [each.name for each in self.names.all() if each.is_borne_on(day)]
        return borne[-1] if borne else self.name

    @property
    def name_in_text(self) -> str:
        """The name as a sentence has it: «tỉnh Tuyên Quang», «xã Lũng Cú»."""
        return self.name[:1].lower() + self.name[1:]


class PlaceName(models.Model):
    """Tên địa bàn: a name with its unit type («Thành phố Huế»), borne for a time."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)
    folded = FoldedField(of="name")
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    source = models.TextField()

    class Meta:
        ordering: ClassVar[list[Any]] = [F("first_day").asc(nulls_first=True), "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ExclusionConstraint(
                name="one_place_name_at_a_time",
                expressions=[
                    (same("place_id"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="place_name_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_borne_on(self, day: date) -> bool:
        """Whether the place bears the name on a day."""
        begun = self.first_day is None or self.first_day <= day
        return begun and (self.last_day is None or self.last_day >= day)


class BorderFact(models.Model):
    """Giáp biên: a place has a land border with these neighbours, and how sure that is."""

    class Confidence(models.TextChoices):
        CONFIRMED = "confirmed", _("đã xác nhận")
        HIGH = "high", _("chắc")
        LIKELY = "likely", _("có khả năng")
        LOW = "low", _("chưa chắc")

    place = models.OneToOneField(Place, on_delete=models.CASCADE, related_name="border")
    neighbours = ArrayField(models.CharField(max_length=2))
    evidence = models.CharField(_("cách xác định"), max_length=80)
    confidence = models.CharField(_("mức chắc chắn"), max_length=10, choices=Confidence)
    source = models.TextField(_("nguồn"))

    class Meta:
        ordering: ClassVar[list[str]] = ["place"]

    def __str__(self) -> str:
        return f"{self.place_id}: {', '.join(self.neighbours)}"

    @property
    def is_doubtful(self) -> bool:
        return self.confidence in {self.Confidence.LIKELY, self.Confidence.LOW}
