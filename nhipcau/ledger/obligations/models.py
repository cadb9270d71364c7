"""What a provision binds agencies to do, who has which part in it, and who confirmed the reading."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.base.append_only import AppendOnly, AppendOnlyQuerySet, AppendOnlyText
from nhipcau.ledger.programmes.models import Programme, Provision


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def of(self, programme: Programme) -> "ObligationQuerySet":
        """The obligations of a programme in the order of its text, with their parts."""
        return (
            self.filter(provision__programme=programme)
            .select_related("provision")
            .prefetch_related("parts__agency__names")
            .order_by("provision__order", "order")
        )

    def bare(self) -> "ObligationQuerySet":
        """Without their provisions and parts, for who has read these already."""
        return self.select_related(None).prefetch_related(None)

    def confirmed(self) -> "ObligationQuerySet":
        return self.filter(state=Obligation.State.CONFIRMED)

    def standing(self) -> "ObligationQuerySet":
        """All but those that a person rejected."""
        return self.exclude(state=Obligation.State.REJECTED)

    def open(self) -> "ObligationQuerySet":
        """Those about which nobody has decided."""
        return self.filter(state=Obligation.State.PROPOSED)


class Obligation(models.Model):
    """Nội dung phối hợp, trách nhiệm: what a provision binds agencies to do."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("máy đọc đề xuất, chờ người xác nhận")
        CONFIRMED = "confirmed", _("đã có người xác nhận")
        REJECTED = "rejected", _("không phải nội dung phối hợp")

    class Kind(models.TextChoices):
        # Routine duties ask for a yearly output and are never overdue; only dated ones are.
        ROUTINE = "routine", _("thường xuyên")
        PERIODIC = "periodic", _("định kỳ")
        DATED = "dated", _("có thời hạn")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, related_name="obligations")
    order = models.PositiveSmallIntegerField(default=1)
    line = models.PositiveIntegerField(_("dòng trong văn bản"))
    # The sentence leaves its subject out and both parties are meant: said by a person, not guessed.
    implied_both = models.BooleanField(_("hai bên cùng thực hiện"), default=False)
    kind = models.CharField(_("tính chất"), max_length=10, choices=Kind, default=Kind.ROUTINE)
    recurrence = models.CharField(_("định kỳ"), max_length=40, blank=True)
    due = models.CharField(_("thời hạn trong văn bản"), max_length=40, blank=True)
    deliverable = models.CharField(_("sản phẩm"), max_length=300, blank=True)
    # Functions that it touches, by which successors are told apart; said by a person.
    functions = ArrayField(models.CharField(max_length=120), default=list)
    # The words it rests on, in the provision; empty where the whole provision is meant.
    paragraph = models.PositiveSmallIntegerField(null=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    version = models.PositiveIntegerField(default=1)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["provision__order", "order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["provision", "order"], name="one_obligation_per_turn_of_a_provision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.provision.address}/{self.order}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PROPOSED

    @property
    def words(self) -> str:
        """The words of the text that it rests on."""
        if self.paragraph is None:
            return "\n".join(self.provision.all_paragraphs)
        return self.provision.all_paragraphs[self.paragraph][self.start : self.end]

    @property
    def is_confirmed(self) -> bool:
        return self.state == self.State.CONFIRMED


class Part(models.Model):
    """Vai trong việc phối hợp: an agency leads, joins, guides …, with the words it rests on."""

    class Role(models.TextChoices):
        LEAD = "lead", _("Chủ trì")
        RESPONSIBLE = "responsible", _("Chịu trách nhiệm")
        PARTNER = "partner", _("Phối hợp")
        GUIDE = "guide", _("Hướng dẫn")
        GUIDED = "guided", _("Được hướng dẫn")
        SUPPORTER = "supporter", _("Hỗ trợ")
        PARTICIPANT = "participant", _("Tham gia")
        EXECUTOR = "executor", _("Thực hiện")
        FOLLOWER = "follower", _("Theo dõi, đôn đốc")

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(_("vai"), max_length=12, choices=Role)
    name_as_written = models.CharField(_("tên trong văn bản"), max_length=300)
    # Empty where the name is a kind of agency, or nobody has said which one it means.
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, related_name="obligation_parts"
    )
    # Where the name stands in the provision; empty where a heading above names it, or nothing does.
    paragraph = models.PositiveSmallIntegerField(null=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["obligation", "order"], name="one_part_per_turn")
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.name_as_written}"


class NameMeaning(models.Model):
    """Nghĩa của tên gọi: whom a name of the text means, said once for a whole programme."""

    class Meaning(models.TextChoices):
        AGENCY = "agency", _("một cơ quan")
        PARTIES = "parties", _("các bên ký kết")
        FOCAL_POINTS = "focal_points", _("các đơn vị đầu mối")
        KIND = "kind", _("một loại cơ quan, ở nhiều nơi")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="name_meanings")
    name = models.CharField(_("tên trong văn bản"), max_length=300)
    meaning = models.CharField(_("có nghĩa là"), max_length=12, choices=Meaning)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, related_name="name_meanings"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["programme", "name"], name="one_meaning_per_name"),
            models.CheckConstraint(
                condition=models.Q(meaning="agency", agency__isnull=False)
                | (~models.Q(meaning="agency") & models.Q(agency=None)),
                name="an_agency_is_named_where_one_is_meant",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} = {self.agency or self.get_meaning_display()}"


class Confirmation(AppendOnly):
    """Xác nhận: a person read the sentence and stands by who does what in it."""

    CHAINED = ("uuid", "recorded_at", "obligation", "by", "decision", "text_hash")

    class Decision(models.TextChoices):
        CONFIRMED = "confirmed", _("xác nhận")
        REJECTED = "rejected", _("không phải nội dung phối hợp")
        # Takes an earlier decision back; nothing is erased.
        WITHDRAWN = "withdrawn", _("rút lại")

    obligation = models.UUIDField(db_index=True)
    by = models.UUIDField(null=True)
    decision = models.CharField(max_length=10, choices=Decision)

    objects = AppendOnlyQuerySet["Confirmation"].as_manager()

    class Meta(AppendOnly.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.obligation}"


class ConfirmationText(AppendOnlyText):
    """What was confirmed, as JSON: parts as read and as confirmed, who reviewed, remark."""

    row = models.OneToOneField(
        Confirmation,
        to_field="uuid",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="words",
    )
