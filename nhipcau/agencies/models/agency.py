"""Agencies with their first and last days, and the names they bear for a time."""

import uuid
from datetime import date
from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .folded import FoldedField
from .periods import days, ends_after_it_begins, on_day, same, same_text
from .place import Place


class AgencyQuerySet(models.QuerySet["Agency"]):
    def existing(self, *, on: date) -> "AgencyQuerySet":
        """Agencies that exist on a day; an unknown first day counts as long ago."""
        return self.filter(on_day(on))

    def called(self, name: str, *, on: date) -> "AgencyQuerySet":
        """Agencies that bear a name or an abbreviation on a day, letter for letter."""
        return self.existing(on=on).filter(on_day(on, "names__"), names__name=name).distinct()

    def ever_called(self, folded: str) -> "AgencyQuerySet":
        """Agencies that ever bore a name with these folded words in it."""
        return self.filter(names__folded__contains=folded).distinct()

    def in_lineage(self) -> "AgencyQuerySet":
        """Agencies that handed over or took over."""
        given = self.model._default_manager.filter(handed_over__isnull=False)
        taken = self.model._default_manager.filter(taken_over__isnull=False)
        return self.filter(
            pk__in=given.order_by().values("pk").union(taken.order_by().values("pk"))
        )

    def acting_in(self, place: Place) -> "AgencyQuerySet":
        """Agencies whose area is a place."""
        return self.filter(places=place)


class Agency(models.Model):
    """Cơ quan, đơn vị: a body with a first and a last day. No name here: names are dated.

    One that passes to another parent, kind or level is another agency with a succession between
    the two, so these need no days of their own.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(_("loại"), max_length=60)
    level = models.CharField(_("cấp"), max_length=20)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="units"
    )
    # «Sở Thông tin và Truyền thông» as a text writes it stands for one body in each province.
    is_type = models.BooleanField(_("tên chung của nhiều cơ quan"), default=False)
    instance_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="instances"
    )
    places = models.ManyToManyField(Place, related_name="agencies", blank=True)
    functions = ArrayField(
        models.CharField(max_length=200), verbose_name=_("chức năng"), default=list, blank=True
    )
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    established_by = models.TextField(_("thành lập theo"), blank=True)
    ended_by = models.TextField(_("kết thúc theo"), blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="agency_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_absolute_url(self) -> str:
        return reverse("agencies:agency", args=[self.code])

    @property
    def full_name(self) -> str:
        """The Vietnamese name it bears, or bore last."""
        return self._name(AgencyName.Form.FULL) or self.code

    @property
    def short_name(self) -> str:
        """The abbreviation used in running text («Bộ TTTT»), else the full name."""
        if not _is_prefetched(self, "names"):
            from nhipcau.agencies.directory import current  # stands on these rows

            return current().short_names.get(self.pk) or self.code
        return self._name(AgencyName.Form.SHORT) or self.full_name

    def name_on(self, day: date) -> str:
        """The full Vietnamese name on a day; outside its days, the nearest one it bore."""
        return self._name(AgencyName.Form.FULL, on=day) or self.full_name

    def exists_on(self, day: date) -> bool:
        """Whether it exists on a day; an unknown first day counts as long ago."""
        begun = self.first_day is None or self.first_day <= day
        return begun and (self.last_day is None or self.last_day >= day)

    def _name(self, form: "AgencyName.Form", on: date | None = None) -> str:
        found = [n for n in self.names.all() if n.form == form and n.language == "vi"]
        if on is not None:
            found = [n for n in found if n.is_borne_on(on)]
        return found[-1].name if found else ""


def _is_prefetched(row: models.Model, name: str) -> bool:
    return name in getattr(row, "_prefetched_objects_cache", {})


class AgencyName(models.Model):
    """Tên gọi: a name, abbreviation or symbol that an agency bears for a time."""

    class Form(models.TextChoices):
        FULL = "full", _("tên đầy đủ")
        SHORT = "short", _("tên viết gọn")
        OTHER = "other", _("tên viết tắt khác")

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="names")
    form = models.CharField(max_length=10, choices=Form)
    language = models.CharField(max_length=3, default="vi")
    name = models.CharField(max_length=200, db_index=True)
    folded = FoldedField(of="name")
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    # The instrument that gave the name; empty where it came with the agency itself.
    instrument = models.TextField(_("đổi tên theo"), blank=True)
    source = models.TextField()

    class Meta:
        ordering: ClassVar[list[Any]] = [F("first_day").asc(nulls_first=True), "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ExclusionConstraint(
                name="one_full_name_at_a_time",
                expressions=[
                    (same("agency_id"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(form="full", language="vi"),
            ),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="name_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_borne_on(self, day: date) -> bool:
        """Whether the agency bears the name on a day."""
        begun = self.first_day is None or self.first_day <= day
        return begun and (self.last_day is None or self.last_day >= day)


class AgencyIdentifier(models.Model):
    """Mã định danh: the code of an agency in a list that others keep, for a time."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("danh mục mã"), max_length=60)
    value = models.CharField(_("mã"), max_length=60)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    source = models.TextField()

    class Meta:
        ordering: ClassVar[list[Any]] = ["scheme", F("first_day").asc(nulls_first=True), "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ExclusionConstraint(
                name="one_agency_per_identifier_and_day",
                expressions=[
                    (same_text("scheme"), RangeOperators.OVERLAPS),
                    (same_text("value"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="identifier_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"
