"""What this room adds to the ledger's manifest."""

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, EvidenceKind, NavItem, Permission, SearchIndex

from . import kinds
from .copies import COPIES as COPIES

NAV: tuple[NavItem, ...] = ()
PERMISSIONS = (
    Permission(
        "evidence.lodge",
        _("Ghi nhận minh chứng, số liệu"),
        frozenset({Role.OFFICER.value, Role.FOCAL_POINT.value, Role.LEADER.value}),
    ),
    Permission(
        "evidence.measure",
        _("Lập chỉ tiêu, chốt và mở lại số liệu, quy định về minh chứng"),
        frozenset({Role.FOCAL_POINT.value}),
    ),
)
PUBLIC_PAGES: tuple[str, ...] = ()
AUDIT_VERBS = (
    AuditVerb("ledger.evidence_lodged", _("ghi nhận minh chứng")),
    AuditVerb("ledger.evidence_withdrawn", _("rút lại minh chứng")),
    AuditVerb("ledger.evidence_file_read", _("mở tệp minh chứng")),
    AuditVerb("ledger.evidence_file_discarded", _("xóa tệp minh chứng hết hạn lưu giữ")),
    AuditVerb("ledger.evidence_rule_set", _("đặt hoặc bỏ quy định về minh chứng")),
    AuditVerb("ledger.indicator_added", _("đặt chỉ tiêu")),
    AuditVerb("ledger.indicator_changed", _("sửa chỉ tiêu")),
    AuditVerb("ledger.figure_given", _("ghi số liệu của đơn vị")),
    AuditVerb("ledger.target_set", _("đặt chỉ tiêu cho nhiệm vụ")),
    AuditVerb("ledger.effect_set", _("ghi giá trị hiệu quả")),
    AuditVerb("ledger.quarter_sent", _("gửi trang quý")),
    AuditVerb("ledger.period_moved", _("chốt hoặc mở lại số liệu của kỳ")),
)
EVIDENCE: tuple[EvidenceKind, ...] = kinds.EVIDENCE
SEARCH: tuple[SearchIndex, ...] = ()
