"""What this room adds to the ledger's manifest."""

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, EvidenceKind, NavItem, Permission, SearchIndex

from . import kinds
from .copies import COPIES as COPIES

NAV: tuple[NavItem, ...] = ()
PERMISSIONS = (
    Permission(
        "ledger.lodge",
        _("Ghi nhận minh chứng, số liệu"),
        frozenset({Role.OFFICER.value, Role.FOCAL_POINT.value, Role.LEADER.value}),
    ),
    Permission(
        "ledger.measure",
        _("Đặt chỉ tiêu, chốt và mở lại số liệu, quy định về minh chứng"),
        frozenset({Role.FOCAL_POINT.value}),
    ),
)
PUBLIC_PAGES: tuple[str, ...] = ()
AUDIT_VERBS = (
    AuditVerb("ledger.evidence_lodged", _("ghi nhận minh chứng")),
    AuditVerb("ledger.evidence_withdrawn", _("rút lại minh chứng")),
    AuditVerb("ledger.period_moved", _("chốt hoặc mở lại số liệu của kỳ")),
)
EVIDENCE: tuple[EvidenceKind, ...] = kinds.EVIDENCE
SEARCH: tuple[SearchIndex, ...] = ()
