"""Kinds of evidence: those that people lodge by hand, and what any kind is called."""

from django.utils.translation import gettext_lazy as _

from nhipcau.registry.manifest import EvidenceKind
from nhipcau.registry.modules import registry

QUARTER = "commune-quarter"
BY_HAND = (
    EvidenceKind("document", _("Văn bản chỉ đạo, triển khai")),
    EvidenceKind("event", _("Hội nghị, sự kiện, hoạt động")),
    EvidenceKind("training", _("Tập huấn, bồi dưỡng")),
    EvidenceKind("product", _("Tài liệu, ấn phẩm, sản phẩm")),
    EvidenceKind("broadcast", _("Tin, bài, chương trình phát sóng")),
    EvidenceKind("figures", _("Số liệu theo kỳ")),
    EvidenceKind("other", _("Kết quả khác")),
)
EVIDENCE = (*BY_HAND, EvidenceKind(QUARTER, _("Trang quý của xã")))


def label(code: str) -> str:
    """What a kind is called; its code, where the module that declared it is gone."""
    found = registry.evidence_kinds().get(code)
    return str(found.label) if found else code


def check_known(code: str) -> None:
    """Raises LookupError for a kind that no module's manifest declares: a fault of the code."""
    if code not in registry.evidence_kinds():
        raise LookupError(f"evidence kind {code!r} is declared by no module's manifest")
