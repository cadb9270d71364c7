"""What tasks come from, other than a clause: directives, conclusions, arising matters, proposals."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.work import houses

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class DirectiveQuerySet(models.QuerySet["Directive"]):
    def visible_to(self, user: "User | AnonymousUser") -> "DirectiveQuerySet":
        """Joint conclusions for everybody inside; what one house received, for that house."""
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        mine = Q(agency__in=houses.near(user)) | Q(tasks__lead__in=houses.near(user))
        return self.filter(mine | Q(kind=Directive.Kind.CONCLUSION)).distinct()


class Directive(models.Model):
    """Văn bản đến, ý kiến chỉ đạo, thông báo kết luận: what starts a task that no clause names."""

    class Kind(models.TextChoices):
        INCOMING = "incoming", _("văn bản đến")
        INSTRUCTION = "instruction", _("ý kiến chỉ đạo")
        CONCLUSION = "conclusion", _("thông báo kết luận")
        ARISING = "arising", _("vấn đề phát sinh")
        PROPOSAL = "proposal", _("đề xuất, kiến nghị của kỳ sơ kết")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="directives")
    kind = models.CharField(_("loại"), max_length=12, choices=Kind)
    # As recorded; an instruction given in a meeting may have none.
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày"))
    arrival_number = models.CharField(_("số đến"), max_length=20, blank=True)
    arrived_on = models.DateField(_("ngày đến"), null=True, blank=True)
    issuer = models.CharField(_("cơ quan, người chỉ đạo"), max_length=200)
    issuer_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="directives"
    )
    summary = models.TextField(_("nội dung"))
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, blank=True, related_name="directives"
    )
    # The conclusion notice that was drafted here, where it was.
    paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="directives"
    )
    # Whose work list it is in.
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="received_directives",
        verbose_name=_("đơn vị tiếp nhận"),
    )  # fmt: skip
    due = models.DateField(_("thời hạn"), null=True, blank=True)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-issued_on", "-id"]

    def __str__(self) -> str:
        return self.number or self.summary[:60]

    def get_absolute_url(self) -> str:
        return reverse("ledger:directive", args=[self.uuid])

    @property
    def title(self) -> str:
        """«18/VPCP-KGVX: Tăng cường thông tin …»: its number, then what it asks for."""
        said = " ".join(self.summary.split())
        return f"{self.number}: {said}" if self.number else said
