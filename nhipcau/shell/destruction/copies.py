"""Where the reason of a destruction also stands: in the proposal, and beside every row that went."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, words
from nhipcau.base.models import AuditEvent, Destruction, Redaction, RedactionText
from nhipcau.registry.manifest import Copies, nowhere_else


def of_redaction(redaction: Redaction) -> Iterator[Copy]:
    """The same reason, wherever it was written."""
    reason = RedactionText.objects.get(row=redaction).text
    if reason:
        yield fields(_("Lý do đề nghị hủy"), Destruction.objects.filter(reason=reason), ("reason",))
        same = Redaction.objects.filter(words__text=reason)
        yield words(_("Lý do hủy nội dung"), same)


COPIES = (
    # What it says of an object goes with that object; by itself, a remark that says too much.
    Copies(AuditEvent, _("Nhật ký"), nowhere_else),
    Copies(Redaction, _("Lý do hủy nội dung"), of_redaction),
)
