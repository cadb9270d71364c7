"""The file of work that an agency keeps for a year of a programme (Decree 30/2020, Điều 29-30)."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.ledger.programmes.models import Programme

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


class CaseFileQuerySet(models.QuerySet["CaseFile"]):
    def visible_to(self, user: "User | AnonymousUser") -> "CaseFileQuerySet":
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        return self.filter(programme__in=Programme.objects.visible_to(user))


class CaseFile(models.Model):
    """Hồ sơ công việc: the fields of Decree 30/2020, Phụ lục VI, phần III, kept for one year.

    What is in it is listed from the records (`contents`), never typed a second time.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="case_files")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="case_files",
        verbose_name=_("đơn vị lập hồ sơ"),
    )  # fmt: skip
    organ_id = models.CharField(_("mã định danh của cơ quan"), max_length=13, blank=True)
    year = models.PositiveSmallIntegerField(_("năm hình thành hồ sơ"))
    notation = models.CharField(_("số và ký hiệu hồ sơ"), max_length=20, blank=True)
    title = models.CharField(_("tiêu đề hồ sơ"), max_length=500)
    retention = models.CharField(_("thời hạn bảo quản"), max_length=30)
    rights = models.CharField(_("chế độ sử dụng"), max_length=30, default="Hạn chế")
    creator = models.CharField(_("người lập hồ sơ"), max_length=30)
    language = models.CharField(_("ngôn ngữ"), max_length=50, default="Tiếng Việt")
    opened_on = models.DateField(_("thời gian bắt đầu"))
    closed_on = models.DateField(_("thời gian kết thúc"), null=True, blank=True)
    handed_over_on = models.DateField(_("ngày giao nộp vào lưu trữ cơ quan"), null=True, blank=True)
    handed_over_by = models.CharField(_("biên bản giao nhận"), max_length=200, blank=True)
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-year", "agency"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "agency", "year"], name="one_file_per_agency_and_year"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="a_file_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(handed_over_on=None) | Q(closed_on__isnull=False),
                name="only_a_closed_file_is_handed_over",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("ledger:case-file", args=[self.programme.slug, self.uuid])
