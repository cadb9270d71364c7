"""What happened to a paper, row by row; and each edition as it was sent out."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText

from .paper import Paper


class PaperEdition(AppendOnly):
    """Bản n: the whole document as it stood when opinion was asked; consents are to this."""

    CHAINED: ClassVar[tuple[str, ...]] = (
        "uuid", "recorded_at", "paper_id", "edition", "by", "fingerprint", "text_hash",
    )  # fmt: skip

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="editions")
    edition = models.PositiveSmallIntegerField()
    by = models.UUIDField(null=True)
    # SHA-256 of the document without number and day: standards.nd30.fingerprint.
    fingerprint = models.CharField(max_length=64)

    objects = AppendOnlyQuerySet["PaperEdition"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["paper", "edition"], name="one_row_per_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.edition}"


class PaperEditionText(AppendOnlyText):
    """The document of the edition, as standards.nd30.to_json gives it."""

    row = models.OneToOneField(
        PaperEdition,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )


class PaperMove(AppendOnly):
    """Diễn biến: somebody asked, consented, sent back, recorded … for an agency."""

    CHAINED: ClassVar[tuple[str, ...]] = (
        "uuid", "recorded_at", "paper_id", "edition", "kind", "by", "agency", "text_hash",
    )  # fmt: skip

    class Kind(models.TextChoices):
        ASKED = "asked", _("gửi lấy ý kiến")
        CONSENTED = "consented", _("thống nhất")
        SENT_BACK = "sent_back", _("đề nghị sửa đổi, bổ sung")
        # The words changed after somebody had consented: those consents hold no longer.
        LIFTED = "lifted", _("ý kiến thống nhất không còn giá trị do dự thảo đã thay đổi")
        SUBMITTED = "submitted", _("trình ký")
        TAKEN_BACK = "taken_back", _("rút lại")
        RECORDED = "recorded", _("ghi nhận số, ngày ban hành")
        REPLACED = "replaced", _("được thay thế")
        CORRECTED = "corrected", _("đính chính")

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="moves")
    edition = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    by = models.UUIDField(null=True)
    # For which agency, by uuid: the row outlives its objects.
    agency = models.UUIDField(null=True)

    objects = AppendOnlyQuerySet["PaperMove"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.get_kind_display()}"


class PaperMoveText(AppendOnlyText):
    """The reason or the remark, as it was written."""

    row = models.OneToOneField(
        PaperMove, to_field="uuid", primary_key=True, on_delete=models.PROTECT, related_name="words"
    )
