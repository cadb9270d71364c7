"""People, and the roles that they hold for a time."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Func, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.registry.modules import registry

from .agency import Agency


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
        verbose_name = _("tài khoản")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Func(F("email"), function="lower"), name="one_account_per_address"
            )
        ]

    def __str__(self) -> str:
        return self.name

    # On whose behalf, where the person chose in this session (see `acting`): an agency's key.
    chosen_agency: int | None = None

    # The permissions that a program's key carries, where one speaks for the person (see `tokens`).
    held_to: "frozenset[str] | None" = None

    @property
    def acts_as(self) -> tuple[int, int | None, frozenset[str] | None]:
        """Whom a permission is asked for: the person, the agency chosen, what a key is held to."""
        return self.pk, self.chosen_agency, self.held_to

    @cached_property
    def roles_today(self) -> "list[Membership]":
        """Every role held today, for whichever agency; read once a request."""
        return list(self.memberships.current(on=clock.today()).select_related("agency"))

    @property
    def current_memberships(self) -> "list[Membership]":
        """Roles in which the person acts now: those of the agency chosen, or of the only one."""
        chosen = [role for role in self.roles_today if role.agency_id == self.chosen_agency]
        return chosen or self.roles_today

    @property
    def acting_for(self) -> Agency | None:
        """The agency on whose behalf this person acts; None while several are open to choose."""
        agencies = {role.agency for role in self.current_memberships}
        return agencies.pop() if len(agencies) == 1 else None

    def may(self, permission: str) -> bool:
        """Whether one of today's roles carries a permission that a module declares."""
        if self.held_to is not None and permission not in self.held_to:
            return False
        roles = {membership.role for membership in self.current_memberships}
        return self.is_active and bool(registry.permissions()[permission].roles & roles)

    def circles(self) -> frozenset[str]:
        """Bodies whose letters the person may find, as search knows them: by uuid."""
        from nhipcau.agencies.bodies import bodies_of  # stands on these rows

        keys = bodies_of(self)
        uuids = Agency.objects.filter(pk__in=keys).values_list("uuid", flat=True)
        return frozenset(map(str, uuids))

    def agencies(self) -> Iterable[Agency]:
        """The agencies this person acts for today."""
        return {membership.agency for membership in self.current_memberships}


class MembershipQuerySet(models.QuerySet["Membership"]):
    def within(self, agency: Agency) -> "MembershipQuerySet":
        """Roles ever held for one agency, those that still run first."""
        return (
            self.filter(agency=agency)
            .select_related("user", "agency")
            .order_by(F("last_day").desc(nulls_first=True), "user__name", "first_day")
        )

    def as_administrator(self) -> "MembershipQuerySet":
        return self.filter(role=Role.ADMINISTRATOR, user__is_active=True)

    def current(self, *, on: date) -> "MembershipQuerySet":
        return self.filter(Q(last_day=None) | Q(last_day__gte=on), first_day__lte=on)


class Membership(models.Model):
    """Vai trò: a person acts for an agency in a role, from a day, perhaps to a day."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("người")
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("cơ quan")
    )
    role = models.CharField(_("vai trò"), max_length=20, choices=Role)
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("vai trò")
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
