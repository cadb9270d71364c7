"""Where the words of evidence live: itself, its files, how it was broken down, its withdrawal."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, files, removed, told_of, words
from nhipcau.registry.manifest import Copies, nowhere_else

from .models import Evidence, PeriodMove, Withdrawal


def of_evidence(evidence: Evidence) -> Iterator[Copy]:
    """Words, files with their names, and the reason of its withdrawal; figures stay."""
    kept = list(evidence.files.all())
    yield words(_("Nội dung minh chứng"), [evidence])
    yield files(_("Tệp minh chứng"), kept)
    yield removed(_("Tên tệp minh chứng"), kept)
    yield words(_("Lý do rút lại"), Withdrawal.objects.filter(evidence=evidence))


def of_withdrawal(withdrawal: Withdrawal) -> Iterator[Copy]:
    """A reason stands in the audit of its evidence as well."""
    yield told_of(withdrawal.evidence)


COPIES = (
    Copies(Evidence, _("Minh chứng"), of_evidence),
    Copies(Withdrawal, _("Rút lại minh chứng"), of_withdrawal),
    Copies(PeriodMove, _("Lý do mở lại kỳ báo cáo"), nowhere_else),
)
