"""The signed text as rows: programme, parties, provisions, legal bases, citations."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, user: "User | AnonymousUser") -> "ProgrammeQuerySet":
        """Public ones for everybody; internal ones for those whose role may read them."""
        if user.is_authenticated and user.may("ledger.read_internal"):
            return self
        return self.filter(circulation=Programme.Circulation.PUBLIC)

    def with_text(self) -> "ProgrammeQuerySet":
        """With everything that the page of the text shows, in a fixed number of queries."""
        return self.prefetch_related(
            "parties__agency__names",
            "parties__focal_point__names",
            "legal_bases__instrument",
            "provisions__citations__instrument",
        )


class Programme(models.Model):
    """Chương trình phối hợp: what two or more agencies signed."""

    class Circulation(models.TextChoices):
        INTERNAL = "internal", _("nội bộ")
        PUBLIC = "public", _("công khai")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("loại văn bản"), max_length=80)
    number = models.CharField(_("số, ký hiệu"), max_length=60)
    title = models.TextField(_("trích yếu"))
    place = models.CharField(_("nơi ký"), max_length=80, blank=True)
    signed_on = models.DateField(_("ngày ký"), null=True)
    first_year = models.PositiveSmallIntegerField(_("từ năm"), null=True)
    last_year = models.PositiveSmallIntegerField(_("đến năm"), null=True)
    circulation = models.CharField(
        _("phạm vi lưu hành"), max_length=10, choices=Circulation, default=Circulation.INTERNAL
    )
    is_example = models.BooleanField(_("ví dụ minh hoạ"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-signed_on", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["number", "signed_on"], name="one_programme_per_number_and_day"
            ),
            models.CheckConstraint(
                condition=Q(last_year=None)
                | Q(first_year=None)
                | Q(last_year__gte=F("first_year")),
                name="programme_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("ledger:programme", args=[self.slug])

    @property
    def is_public(self) -> bool:
        return self.circulation == self.Circulation.PUBLIC


class Party(models.Model):
    """Bên ký kết: an agency that signed, and the unit that runs the programme for it."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="parties")
    order = models.PositiveSmallIntegerField()
    name_as_signed = models.CharField(_("tên khi ký"), max_length=200)
    # Empty while nobody has said which agency the name means.
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, related_name="signed_programmes"
    )
    focal_point = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, related_name="run_programmes"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["programme", "order"], name="one_party_per_place")
        ]

    def __str__(self) -> str:
        return self.name_as_signed


class SignedText(AppendOnly):
    """Văn bản gốc: the text as it was handed in, word for word; every provision points back to it."""

    CHAINED = ("uuid", "recorded_at", "programme_id", "file_name", "file_sha256", "text_hash")

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="signed_texts")
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)

    objects = AppendOnlyQuerySet["SignedText"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False

    def __str__(self) -> str:
        return self.file_name


class SignedTextWords(AppendOnlyText):
    """The words of the signed text."""

    row = models.OneToOneField(
        SignedText,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )


class Provision(models.Model):
    """Điều khoản: a numbered place of the text, with the text's own lettering."""

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

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["programme", "address"], name="one_text_per_place"),
            models.UniqueConstraint(fields=["programme", "order"], name="one_provision_per_turn"),
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def all_paragraphs(self) -> list[str]:
        """Its own text, then the unnumbered paragraphs that follow."""
        return [self.text, *self.paragraphs]

    @property
    def depth(self) -> int:
        """1 for a part («IV»), 2 for a clause («IV.1»), 3 for a point («IV.1.đ»)."""
        return self.address.count(".") + 1


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
