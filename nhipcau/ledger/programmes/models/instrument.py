"""Numbered documents that a programme rests on or names."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from nhipcau.language.fold import fold

from .programme import Programme
from .text import Provision

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class Life(models.TextChoices):
    """Whether an instrument binds on a day; the values stand in addresses of pages."""

    IN_FORCE = "con-hieu-luc", _("Còn hiệu lực")
    NOT_YET = "chua-hieu-luc", _("Chưa có hiệu lực")
    ENDED = "het-hieu-luc", _("Hết hiệu lực")
    UNKNOWN = "chua-ro", _("Chưa rõ hiệu lực")


class InstrumentQuerySet(models.QuerySet["Instrument"]):
    def visible_to(self, user: "User | AnonymousUser") -> "InstrumentQuerySet":
        """Those held with a source, and those that a programme which this person may read names."""
        programmes = Programme.objects.visible_to(user)
        return self.filter(
            ~Q(source="")
            | Q(pk__in=LegalBasis.objects.filter(programme__in=programmes).values("instrument"))
            | Q(
                pk__in=Citation.objects.filter(provision__programme__in=programmes).values(
                    "instrument"
                )
            )
        )

    def with_life(self) -> "InstrumentQuerySet":
        """With what happened to each, in a fixed number of queries."""
        return self.prefetch_related("events__other")

    def used_by(self, programmes: models.QuerySet[Programme]) -> "InstrumentQuerySet":
        """With how many of these programmes rest on each, and how many provisions cite it."""
        resting = Count("bases", filter=Q(bases__programme__in=programmes), distinct=True)
        citing = Count(
            "citations__provision",
            filter=Q(citations__provision__programme__in=programmes),
            distinct=True,
        )
        return self.annotate(resting=resting, citing=citing)


class Instrument(models.Model):
    """Văn bản: any numbered document that a programme rests on or names."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("loại"), max_length=60)
    number = models.CharField(_("số, ký hiệu"), max_length=60)
    issued_on = models.DateField(_("ngày ban hành"), null=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=120, blank=True)
    slug = models.SlugField(max_length=100, unique=True)
    title = models.TextField(_("trích yếu"), blank=True)
    source = models.TextField(_("nguồn"), blank=True)
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["number", "issuer"], name="one_instrument_per_number_and_issuer"
            )
        ]

    def __str__(self) -> str:
        named = self.number.startswith(self.kind)  # «Đề án 06» has no other number
        return self.number if named else f"{self.kind} số {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """With an address of its own from the first day on."""
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("ledger:instrument", args=[self.slug])

    def _free_slug(self) -> str:
        """By number; where two instruments have one number, by issuer as well."""
        number, issuer = (
            slugify(fold(each.replace("/", "-"))) for each in (self.number, self.issuer)
        )
        both = f"{number}-{issuer}".strip("-")
        words = (number, both, *(f"{both[:96]}-{turn}" for turn in range(2, 99)))
        taken = set(
            Instrument.objects.filter(slug__startswith=number[:90]).values_list("slug", flat=True)
        )
        return next(slug for slug in (each[:100] for each in words) if slug not in taken)

    def end_by(self, day: date) -> "InstrumentEvent | None":
        """What ended it by a day, where something did."""
        known = [each for each in self.events.all() if each.day is None or each.day <= day]
        return next((each for each in reversed(known) if each.ends_it), None)

    def life_on(self, day: date) -> Life:
        """Whether it binds on a day, as far as is known."""
        events = self.events.all()
        if self.end_by(day):
            return Life.ENDED
        begins = [each.day for each in events if each.kind == InstrumentEvent.Kind.IN_FORCE]
        if any(each is None or each <= day for each in begins):
            return Life.IN_FORCE
        return Life.NOT_YET if begins else Life.UNKNOWN


class InstrumentEvent(models.Model):
    """Hiệu lực của văn bản: something that happened to an instrument, on a day, by a source."""

    class Kind(models.TextChoices):
        IN_FORCE = "in_force", _("có hiệu lực")
        AMENDED = "amended", _("được sửa đổi, bổ sung")
        REPLACED = "replaced", _("được thay thế")
        ENDED = "ended", _("hết hiệu lực")

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(_("việc"), max_length=10, choices=Kind)
    # The first day on which it holds; empty where only the fact is known.
    day = models.DateField(_("từ ngày"), null=True)
    other = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, null=True, related_name="does", verbose_name=_("bởi")
    )
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    class Meta:
        ordering: ClassVar[list[Any]] = [F("day").asc(nulls_first=True), "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instrument", "kind", "day", "other"],
                nulls_distinct=False,
                name="one_event_is_told_once",
            ),
            models.CheckConstraint(
                condition=Q(other=None) | ~Q(other=F("instrument")),
                name="an_instrument_does_not_end_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument}: {self.get_kind_display()}"

    @property
    def ends_it(self) -> bool:
        return self.kind in {self.Kind.REPLACED, self.Kind.ENDED}


class LegalBasis(models.Model):
    """Căn cứ: an instrument that the programme rests on, in the words of its preamble."""

    class Relation(models.TextChoices):
        BASIS = "can_cu", _("căn cứ")
        IMPLEMENTS = "thuc_hien", _("thực hiện")
        NESTED = "nested", _("dẫn trong căn cứ")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="legal_bases")
    order = models.PositiveSmallIntegerField()
    relation = models.CharField(max_length=10, choices=Relation)
    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, null=True, related_name="bases"
    )
    text = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]

    def __str__(self) -> str:
        return self.text[:60]


class Citation(models.Model):
    """Viện dẫn: a provision names an instrument, at a place of one of its paragraphs."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="citations")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="citations")
    # 0 is the provision's own text, n its n-th paragraph; offsets are in characters.
    paragraph = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["paragraph", "start"]

    def __str__(self) -> str:
        return f"{self.provision} → {self.instrument}"
