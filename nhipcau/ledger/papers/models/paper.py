"""A paper: one document on its way from a draft to what was issued outside and recorded here."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import Agency, SigningCapacity, User
from nhipcau.ledger.programmes.models import Party, Programme

from .outline import Outline

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


# Above a signature that is given in the ministry's name: its register gives the number.
BY_ORDER_OF_MINISTER = "TL. BỘ TRƯỞNG"


# Which papers a person reads. Pages of plans and tasks ask it first: written out, it need not be
# composed each time.
_READABLE = """
    SELECT paper.id FROM papers_paper paper
    WHERE paper.drafted_by_id = ANY(%s) OR paper.state = ANY(%s) OR EXISTS (
        SELECT FROM papers_paperside side
        JOIN agencies_agency agency ON agency.id = side.agency_id
        LEFT JOIN agencies_signingcapacity signatory ON signatory.id = side.signatory_id
        WHERE side.paper_id = paper.id AND (
            side.agency_id = ANY(%s) AND paper.edition > 0
            OR side.numbers AND agency.parent_id = ANY(%s) AND paper.state = %s
                AND starts_with(upper(signatory.title_lines), upper(%s))
        )
    )
"""


class PaperQuerySet(models.QuerySet["Paper"]):
    def visible_to(self, user: "User | AnonymousUser") -> "PaperQuerySet":
        """A side's own drafts; once opinion was asked, the other sides'; issued ones for insiders.

        What a unit signs by order of its minister is seen by the ministry that is to number it.
        """
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        return self.filter(pk__in=readable_by(user))

    def for_page(self) -> "PaperQuerySet":
        """With everything that a page of one shows, in a fixed number of queries."""
        return self.select_related("programme", "outline", "drafted_by").prefetch_related(
            "sections", "sides__agency__names", "sides__party", "recipients__agency__names",
            "drafted_by__names",
        )  # fmt: skip


def readable_by(user: User) -> RawSQL:
    """The keys of the papers that somebody inside may read, as a question within another."""
    own = sorted({agency.pk for agency in user.agencies()})
    near = sorted(upwards(user.agencies()))  # a unit sees what its ministry is asked
    out, waits = list(Paper.OUT), Paper.State.SUBMITTED.value
    return RawSQL(_READABLE, (near, out, near, own, waits, BY_ORDER_OF_MINISTER))  # noqa: S611  written here


class Paper(models.Model):
    """Văn bản: drafted here, agreed here; signed, numbered and issued outside, then recorded."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Dự thảo")
        ASKED = "asked", _("Đang lấy ý kiến")
        PARTLY = "partly", _("Một bên đã thống nhất")
        AGREED = "agreed", _("Các bên đã thống nhất")
        SUBMITTED = "submitted", _("Đã trình ký")
        ISSUED = "issued", _("Đã ban hành")
        REPLACED = "replaced", _("Được thay thế")
        WITHDRAWN = "withdrawn", _("Đã rút lại")

    OUT: ClassVar[tuple[str, ...]] = ("issued", "replaced")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="papers")
    kind = models.SlugField(_("loại"), max_length=40)
    outline = models.ForeignKey(Outline, on_delete=models.PROTECT, null=True, related_name="papers")
    title = models.CharField(_("trích yếu"), max_length=500)
    drafted_by = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="drafted_papers",
        verbose_name=_("cơ quan soạn thảo"),
    )  # fmt: skip
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.DRAFT)
    # The last edition that was frozen; 0 before opinion was ever asked.
    edition = models.PositiveSmallIntegerField(_("bản"), default=0)
    bases = models.TextField(_("căn cứ, mỗi dòng một căn cứ"), blank=True)
    # As the drafting unit writes them; empty ones are made from the agencies' names.
    symbol = models.CharField(_("ký hiệu"), max_length=60, blank=True)
    place = models.CharField(_("địa danh"), max_length=80, blank=True)
    authority = models.CharField(_("thẩm quyền ban hành"), max_length=200, blank=True)
    archive = models.CharField(_("lưu"), max_length=100, blank=True)
    answer_by = models.DateField(_("đề nghị có ý kiến trước ngày"), null=True, blank=True)
    # Recorded from what was issued outside, never assigned here (Decree 30/2020, Điều 15).
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    file = models.FileField(upload_to="issued", max_length=200, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    # What was read of the signatures in the file, as standards.signatures says it.
    signatures = models.JSONField(default=list, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    # A letter that mends the form only (Decree 30/2020, Điều 18.3).
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(state__in=("issued", "replaced"))
                | (~Q(number="") & Q(issued_on__isnull=False)),
                name="an_issued_paper_has_its_number_and_day",
            ),
            models.UniqueConstraint(
                fields=["number", "issued_on", "drafted_by"],
                condition=~Q(number=""),
                name="one_paper_per_number_and_day",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.title

    def get_absolute_url(self) -> str:
        return reverse("ledger:paper", args=[self.uuid])

    @property
    def is_out(self) -> bool:
        return self.state in self.OUT

    @property
    def is_open(self) -> bool:
        """Whether its words may still change."""
        return self.state in {
            self.State.DRAFT, self.State.ASKED, self.State.PARTLY, self.State.AGREED,
        }  # fmt: skip


class PaperSide(models.Model):
    """Bên của văn bản: an agency that is to consent, or only to be told; and who signs for it."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="sides")
    order = models.PositiveSmallIntegerField()
    # Empty where an agency has a say that signed no programme.
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, related_name="paper_sides"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="paper_sides")
    leads = models.BooleanField(_("chủ trì dự thảo"), default=False)
    consents = models.BooleanField(_("có quyền thống nhất"), default=True)
    numbers = models.BooleanField(_("cấp số"), default=False)
    # Why it is this agency: the document that names who acts, or the successions.
    ground = models.CharField(_("theo"), max_length=400, blank=True)
    signatory = models.ForeignKey(
        SigningCapacity, on_delete=models.PROTECT, null=True, blank=True, related_name="paper_sides"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["paper", "agency"], name="one_side_per_agency"),
            models.UniqueConstraint(
                fields=["paper"], condition=Q(numbers=True), name="one_register_numbers_a_paper"
            ),
            models.UniqueConstraint(
                fields=["paper"], condition=Q(leads=True), name="one_side_leads_a_paper"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id}: {self.agency_id}"

    @property
    def is_by_order_of_minister(self) -> bool:
        """Whether a unit signs in the name of its ministry: «TL. BỘ TRƯỞNG»."""
        signatory = self.signatory
        return signatory is not None and signatory.title_lines.upper().startswith(
            BY_ORDER_OF_MINISTER
        )


class PaperRecipient(models.Model):
    """Nơi nhận: to whom it goes, for what, and the number under which it arrived there."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="recipients")
    order = models.PositiveSmallIntegerField()
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="received_papers"
    )
    # As it stands in the document; an agency's name on that day, or «Các sở …».
    name = models.CharField(_("nơi nhận"), max_length=300)
    note = models.CharField(_("để"), max_length=60, blank=True)  # «để b/c», «để p/h»
    is_addressee = models.BooleanField(_("kính gửi"), default=False)
    # Recorded when the receiver has registered it (Decree 30/2020, Điều 22).
    arrival_number = models.CharField(_("số đến"), max_length=20, blank=True)
    arrived_on = models.DateField(_("ngày đến"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]

    def __str__(self) -> str:
        return self.name


class PaperSection(models.Model):
    """Mục của dự thảo: one place of the outline with the words that people write in it."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=60)
    level = models.CharField(max_length=10)
    number = models.CharField(max_length=12, blank=True)
    title = models.CharField(max_length=300, blank=True)
    prompt = models.CharField(max_length=300, blank=True)
    filler = models.SlugField(max_length=40, blank=True)
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["paper", "key"], name="one_section_per_key"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()
