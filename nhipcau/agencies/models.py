"""Agencies with their first and last days; people, and the roles they hold for a time."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from nhipcau.base import clock
from nhipcau.registry.modules import registry

from .roles import Role


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


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Người dùng: a person who signs in by e-mail. Rights come from dated roles, never from here."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("thư điện tử"), unique=True)
    name = models.CharField(_("họ và tên"), max_length=120)
    is_active = models.BooleanField(_("đang hoạt động"), default=True)
    date_joined = models.DateTimeField(default=clock.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Func(F("email"), function="lower"), name="one_account_per_address"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def current_memberships(self) -> "list[Membership]":
        """Roles held today, read once a request."""
        return list(
            self.memberships.current(on=clock.today())
            .select_related("agency")
            .prefetch_related("agency__names")
        )

    def may(self, permission: str) -> bool:
        """Whether one of today's roles carries a permission that a module declares."""
        roles = {membership.role for membership in self.current_memberships}
        return self.is_active and bool(registry.permissions()[permission].roles & roles)

    def agencies(self) -> Iterable[Agency]:
        """The agencies this person acts for today."""
        return {membership.agency for membership in self.current_memberships}


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, *, on: date) -> "MembershipQuerySet":
        return self.filter(Q(last_day=None) | Q(last_day__gte=on), first_day__lte=on)


class Membership(models.Model):
    """Vai trò: a person acts for an agency in a role, from a day, perhaps to a day."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("vai trò"), max_length=20, choices=Role)
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["first_day", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "agency", "role"],
                condition=Q(last_day=None),
                name="one_open_role_per_person_and_agency",
            ),
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("first_day")),
                name="role_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.agency}"
