"""Amendments: numbered documents of their own, what each changes, and who agreed for which party."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText
from nhipcau.ledger.programmes.consolidation import Act

from .programme import Party, Programme
from .text import Provision


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    def of(self, programme: Programme) -> "AmendmentQuerySet":
        """The amendments of a programme, those in preparation last."""
        return self.filter(programme=programme).order_by(
            F("effective_on").asc(nulls_last=True), "id"
        )

    def in_force(self) -> "AmendmentQuerySet":
        """Those that count: recorded, and agreed for every party."""
        return self.filter(state=Amendment.State.AGREED)

    def with_changes(self) -> "AmendmentQuerySet":
        """With their changes and places, in a fixed number of queries."""
        return self.prefetch_related("changes__provision")


class Amendment(models.Model):
    """Văn bản điều chỉnh, bổ sung: changes provisions of a programme; the signed text stays.

    Number and days are recorded from the document issued outside, never assigned here.
    """

    class Kind(models.TextChoices):
        LETTER = "letter", _("Công văn thống nhất")
        AMENDING = "amending", _("Văn bản điều chỉnh, bổ sung")

    class State(models.TextChoices):
        DRAFT = "draft", _("Đang nhập")
        RECORDED = "recorded", _("Chờ các bên còn lại xác nhận")
        AGREED = "agreed", _("Các bên đã xác nhận")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="amendments")
    kind = models.CharField(_("loại văn bản"), max_length=10, choices=Kind)
    title = models.CharField(_("trích yếu"), max_length=500)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    signed_on = models.DateField(_("ngày ban hành"), null=True)
    effective_on = models.DateField(_("có hiệu lực từ ngày"), null=True)
    file = models.FileField(upload_to="amendments", max_length=200, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    # Grows each time it is sent back: what the sides agree to is one edition.
    edition = models.PositiveSmallIntegerField(_("bản"), default=1)
    version = models.PositiveIntegerField(default=1)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["programme", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "number", "signed_on"],
                condition=~Q(number=""),
                name="one_amendment_per_number_and_day",
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | (~Q(number="") & Q(signed_on__isnull=False) & Q(effective_on__isnull=False)),
                name="a_recorded_amendment_has_its_number_and_days",
            ),
            models.CheckConstraint(
                condition=Q(effective_on=None)
                | Q(signed_on=None)
                | Q(effective_on__gte=F("signed_on")),
                name="an_amendment_takes_effect_after_it_is_signed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} số {self.number}" if self.number else self.title

    def get_absolute_url(self) -> str:
        return reverse("ledger:amendment", args=[self.programme.slug, self.uuid])

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_agreed(self) -> bool:
        return self.state == self.State.AGREED


class Change(models.Model):
    """Nội dung sửa đổi: what an amendment does to one provision."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    amendment = models.ForeignKey(Amendment, on_delete=models.CASCADE, related_name="changes")
    order = models.PositiveSmallIntegerField()
    act = models.CharField(_("cách sửa"), max_length=10, choices=Act)
    # The provision replaced or repealed; of an insertion, the row that agreement makes.
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, related_name="changes"
    )
    text = models.TextField(_("lời văn mới"), blank=True)
    paragraphs = ArrayField(models.TextField(), default=list)
    # Of an insertion: its own place, below `parent` ("" the top), after the sibling `after` ("" first).
    # Addresses, not rows: it may hang on another insertion of the same document.
    address = models.CharField(_("vị trí"), max_length=60, blank=True)
    marker = models.CharField(_("ký hiệu trong văn bản"), max_length=20, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    is_heading = models.BooleanField(default=False)
    parent = models.CharField(_("dưới"), max_length=60, blank=True)
    after = models.CharField(_("sau"), max_length=60, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["amendment", "order"], name="one_change_per_turn"),
            models.CheckConstraint(
                condition=Q(act="insert") | Q(provision__isnull=False),
                name="a_change_of_what_stands_names_it",
            ),
            models.CheckConstraint(
                condition=~Q(act="insert") | (~Q(address="") & ~Q(marker="")),
                name="an_insertion_has_its_place",
            ),
            models.CheckConstraint(
                condition=Q(act="repeal") | ~Q(text=""), name="new_words_are_said"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.place}"

    @property
    def place(self) -> str:
        """The address that it changes or makes."""
        return self.address or (self.provision.address if self.provision else "")

    @property
    def all_paragraphs(self) -> tuple[str, ...]:
        """The words that it brings, paragraph by paragraph."""
        return (self.text, *self.paragraphs) if self.text else ()


class AmendmentConsent(AppendOnly):
    """Thống nhất: a person says for a party that one edition is what was agreed and issued."""

    CHAINED = (
        "uuid", "recorded_at", "amendment_id", "party_id", "edition", "by", "given", "text_hash",
    )  # fmt: skip

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="consents")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="consents")
    edition = models.PositiveSmallIntegerField()
    by = models.UUIDField(null=True)
    # False sends the edition back, with the reason.
    given = models.BooleanField(default=True)

    objects = AppendOnlyQuerySet["AmendmentConsent"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["amendment", "party", "edition"],
                condition=Q(given=True),
                name="one_consent_per_party_and_edition",
            ),
            models.UniqueConstraint(
                fields=["amendment", "edition", "by"],
                condition=Q(given=True, by__isnull=False),
                name="one_person_consents_for_one_party",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.amendment}"


class AmendmentConsentText(AppendOnlyText):
    """What was agreed, as JSON: the document and its changes; of one sent back, the reason."""

    row = models.OneToOneField(
        AmendmentConsent,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )
