"""The ladder of urging, as dated data: who may say what to whom, step by step."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models.periods import ends_after_it_begins, on_day


class Relation(models.TextChoices):
    """How the asking agency stands to the asked one."""

    SUBORDINATE = "subordinate", _("cấp trên với cấp dưới")
    EQUAL = "equal", _("ngang cấp")
    SECTOR = "sector", _("ngành dọc")
    OTHER_SYSTEM = "other", _("khác hệ thống")
    UPWARD = "upward", _("cấp dưới với cấp trên")


class RungQuerySet(models.QuerySet["Rung"]):
    def of(self, relation: str, *, on: date) -> "RungQuerySet":
        """The rungs of a relation on a day, the first one first."""
        return self.filter(on_day(on), relation=relation).order_by("order")


class Rung(models.Model):
    """Một bước đôn đốc; each proposes a draft or a talk, a person takes it."""

    relation = models.CharField(_("quan hệ"), max_length=12, choices=Relation)
    order = models.PositiveSmallIntegerField(_("bước"))
    label = models.CharField(_("việc"), max_length=200)
    # A kind of paper; empty for what is said and not written (a message, a call).
    kind = models.SlugField(_("loại văn bản"), max_length=40, blank=True)
    tone = models.CharField(_("lời đề nghị"), max_length=80)
    # Said to copy into a chat, on the rungs that are one.
    message = models.TextField(_("lời nhắn mẫu"), blank=True)
    note = models.CharField(_("lưu ý"), max_length=300, blank=True)
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.TextField(_("nguồn"))
    doubt = models.TextField(_("nội dung cần xác minh"), blank=True)

    objects = RungQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["relation", "order", "first_day"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["relation", "order", "first_day"],
                nulls_distinct=False,
                name="one_rung_per_step_and_day",
            ),
            models.CheckConstraint(
                condition=ends_after_it_begins(), name="rung_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.label
