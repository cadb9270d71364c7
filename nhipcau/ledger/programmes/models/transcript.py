"""A programme being typed in, before it is entered: its head, its parties, its lines."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Deferrable, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency

from .programme import Programme


class TranscriptQuerySet(models.QuerySet["Transcript"]):
    def open(self) -> "TranscriptQuerySet":
        """Those not entered yet."""
        return self.filter(programme=None)


class Transcript(models.Model):
    """Bản nhập tay: the words of a programme whose text is not at hand, typed in one by one."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("loại văn bản"), max_length=80)
    # Empty where the source does not give it.
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    title = models.TextField(_("trích yếu"))
    place = models.CharField(_("nơi ký"), max_length=80, blank=True)
    signed_on = models.DateField(_("ngày ký"), null=True)
    first_year = models.PositiveSmallIntegerField(_("từ năm"), null=True)
    last_year = models.PositiveSmallIntegerField(_("đến năm"), null=True)
    source = models.TextField(_("nguồn của văn bản"))
    # One a line, in the words of the preamble.
    bases = models.TextField(_("căn cứ"), blank=True)
    slug = models.SlugField(_("địa chỉ trang"), max_length=72, blank=True)
    # What it became; from then on it is only kept.
    programme = models.OneToOneField(
        Programme, on_delete=models.PROTECT, null=True, related_name="transcript"
    )
    version = models.PositiveIntegerField(default=1)

    objects = TranscriptQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(source=""), name="a_transcript_names_its_source"),
            models.CheckConstraint(
                condition=Q(last_year=None)
                | Q(first_year=None)
                | Q(last_year__gte=F("first_year")),
                name="transcript_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(_("%(kind)s (chưa rõ số)") % {"kind": self.kind})

    def get_absolute_url(self) -> str:
        return reverse("ledger:transcript", args=[self.uuid])


class TranscriptParty(models.Model):
    """Bên ký kết, as the source names it, and the agency that a person found for it."""

    transcript = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="parties")
    name_as_signed = models.CharField(_("tên khi ký"), max_length=200)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["transcript", "name_as_signed"], name="one_party_per_name"
            )
        ]

    def __str__(self) -> str:
        return self.name_as_signed


class TranscriptLine(models.Model):
    """One provision as typed: marker and words; its address follows from the lines above it."""

    transcript = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="lines")
    order = models.PositiveSmallIntegerField()
    marker = models.CharField(_("ký hiệu"), max_length=20)
    paragraphs = ArrayField(models.TextField())

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["transcript", "order"],
                name="one_line_per_turn",
                deferrable=Deferrable.DEFERRED,
            )
        ]

    def __str__(self) -> str:
        return f"{self.marker} {self.paragraphs[0]}"
