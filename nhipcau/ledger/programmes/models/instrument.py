"""Numbered documents that a programme rests on or names."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .programme import Programme
from .text import Provision


class Instrument(models.Model):
    """Văn bản: any numbered document that a programme rests on or names."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("loại"), max_length=60)
    number = models.CharField(_("số, ký hiệu"), max_length=60)
    issued_on = models.DateField(_("ngày ban hành"), null=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=120, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["number", "issuer"], name="one_instrument_per_number_and_issuer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} số {self.number}"


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
