"""Outlines of documents: which places a kind of document has, as dated data."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.document_types import DocumentType
from nhipcau.agencies.models.periods import days, ends_after_it_begins, on_day, same_text


class OutlineQuerySet(models.QuerySet["Outline"]):
    def on(self, day: date) -> "OutlineQuerySet":
        """Those in use on a day."""
        return self.filter(on_day(day))

    def of(self, kind: str, *, on: date) -> "OutlineQuerySet":
        """Those for a kind of document («annual-plan») on a day, the default one first."""
        return self.on(on).filter(kind=kind).order_by("-is_default", "code")


class Outline(models.Model):
    """Mẫu đề cương: the places of a kind of document, in order, for a time, with a source.

    `sections` is a list of {"key", "level", "number", "title", "prompt", "words", "filler"}:
    `level` as in standards.nd30.Level; `words` is what stands there at first; `filler` names what
    the platform puts there («tasks», «results»), empty where a person writes.
    """

    code = models.SlugField(max_length=60)
    kind = models.SlugField(_("loại"), max_length=40)
    label = models.CharField(_("tên mẫu"), max_length=160)
    # Empty for what the decree has no abbreviation for.
    document_type = models.CharField(
        _("loại văn bản"), max_length=10, choices=DocumentType, blank=True
    )
    # «Thực hiện {programme} năm {year}»: names are filled in when a draft begins.
    subject = models.CharField(_("trích yếu mẫu"), max_length=300, blank=True)
    sections = models.JSONField(_("các mục"), default=list)
    # Grounds and receivers that such a document usually names; people change them in the draft.
    bases = models.JSONField(_("căn cứ mẫu"), default=list, blank=True)
    recipients = models.JSONField(_("nơi nhận mẫu"), default=list, blank=True)
    # What stands above each signature of minutes: «TRƯỞNG ĐOÀN»; empty for other documents.
    signing = models.JSONField(_("phần ký"), default=list, blank=True)
    is_joint = models.BooleanField(_("văn bản của nhiều bên"), default=False)
    is_default = models.BooleanField(_("mẫu mặc định"), default=True)
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    objects = OutlineQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "code", "first_day"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ExclusionConstraint(
                name="one_outline_per_code_and_day",
                expressions=[
                    (same_text("code"), RangeOperators.OVERLAPS),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="outline_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.label
