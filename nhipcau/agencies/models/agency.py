"""Agencies with their first and last days, and the names they bear for a time."""

import uuid
from datetime import date
from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _


def _days(first: str = "first_day", last: str = "last_day") -> Func:
    return Func(F(first), F(last), Value("[]"), function="daterange")


def _same(field: str) -> Func:
    """A number as a range of one: equality for GiST without an extension."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


class AgencyQuerySet(models.QuerySet["Agency"]):
    def existing(self, *, on: date) -> "AgencyQuerySet":
        """Agencies that exist on a day; an unknown first day counts as long ago."""
        return self.filter(
            Q(first_day=None) | Q(first_day__lte=on), Q(last_day=None) | Q(last_day__gte=on)
        )

    def called(self, name: str, *, on: date) -> "AgencyQuerySet":
        """Agencies that bear a name or an abbreviation on a day, letter for letter."""
        return self.existing(on=on).filter(names__name=name).distinct()


class Agency(models.Model):
    """Cơ quan, đơn vị: a body with a first and a last day. No name here: names are dated."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(_("loại"), max_length=60)
    level = models.CharField(_("cấp"), max_length=20)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="units"
    )
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    established_by = models.TextField(_("thành lập theo"), blank=True)
    ended_by = models.TextField(_("kết thúc theo"), blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("điều còn ngờ"), blank=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(first_day=None) | Q(last_day__gte=F("first_day")),
                name="agency_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The Vietnamese name it bears, or bore last."""
        return self._name(AgencyName.Form.FULL) or self.code

    @property
    def short_name(self) -> str:
        """The abbreviation used in running text («Bộ TTTT»), else the full name."""
        return self._name(AgencyName.Form.SHORT) or self.full_name

    def _name(self, form: "AgencyName.Form") -> str:
        found = [n for n in self.names.all() if n.form == form and n.language == "vi"]
        return found[-1].name if found else ""


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
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    source = models.TextField()

    class Meta:
        ordering: ClassVar[list[Any]] = [F("first_day").asc(nulls_first=True), "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ExclusionConstraint(
                name="one_full_name_at_a_time",
                expressions=[
                    (_same("agency_id"), RangeOperators.OVERLAPS),
                    (_days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(form="full", language="vi"),
            )
        ]

    def __str__(self) -> str:
        return self.name
