"""The signed text, word for word, and its numbered places."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText

from .programme import Programme


class SignedText(AppendOnly):
    """Văn bản gốc: the text as it was handed in, word for word; every provision points back to it."""

    CHAINED = ("uuid", "recorded_at", "programme_id", "file_name", "file_sha256", "text_hash")

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="signed_texts")
    # Not the name that the file had, only what kind it was: a head cannot be emptied.
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    # The file itself, as it was handed in; empty where the text was typed or loaded with the data.
    file = models.FileField(upload_to="signed", max_length=200, blank=True)

    objects = AppendOnlyQuerySet["SignedText"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False

    def __str__(self) -> str:
        return str(self.programme)


class SignedTextWords(AppendOnlyText):
    """The words of the signed text."""

    row = models.OneToOneField(
        SignedText,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )


class ProvisionQuerySet(models.QuerySet["Provision"]):
    def signed(self) -> "ProvisionQuerySet":
        """Those of the text as it was signed, without what amendments inserted."""
        return self.filter(amendment=None)


class Provision(models.Model):
    """Điều khoản: a numbered place of the text, with the text's own lettering.

    One that an amendment inserted has its turn after the signed ones; where it stands in the text
    is said by the amendment (see consolidation.py).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="provisions")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    order = models.PositiveIntegerField()
    # The text's own address («IV.1.đ»): never recomputed, also where the lettering skips or doubles.
    address = models.CharField(_("vị trí"), max_length=60)
    marker = models.CharField(_("ký hiệu trong văn bản"), max_length=20)
    kind = models.CharField(_("loại"), max_length=40)
    is_heading = models.BooleanField(default=False)
    text = models.TextField(_("nội dung"))
    paragraphs = ArrayField(models.TextField(), default=list)
    first_line = models.PositiveIntegerField()
    # Empty for the text as signed.
    amendment = models.ForeignKey(
        "programmes.Amendment", on_delete=models.PROTECT, null=True, related_name="provisions"
    )

    objects = ProvisionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["programme", "address"], name="one_text_per_place"),
            models.UniqueConstraint(fields=["programme", "order"], name="one_provision_per_turn"),
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def is_numbered(self) -> bool:
        """A bullet has a place, and no number that the text gave it."""
        return self.kind != "bullet"

    @property
    def all_paragraphs(self) -> list[str]:
        """Its own text, then the unnumbered paragraphs that follow."""
        return [self.text, *self.paragraphs]

    @property
    def depth(self) -> int:
        """1 for a part («IV»), 2 for a clause («IV.1»), 3 for a point («IV.1.đ»)."""
        return self.address.count(".") + 1
