"""What this room adds to the ledger's manifest."""

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, NavItem, Permission, SearchIndex

from .copies import COPIES as COPIES
from .search import SEARCH as PAPERS

NAV: tuple[NavItem, ...] = (
    NavItem(_("Sổ văn bản"), "ledger:papers", permission="ledger.read_internal", order=36),
)
PERMISSIONS: tuple[Permission, ...] = (
    Permission(
        "papers.draft",
        _("Soạn thảo văn bản"),
        frozenset({Role.OFFICER.value, Role.FOCAL_POINT.value}),
    ),
    Permission(
        "papers.agree",
        _("Thống nhất văn bản, đề nghị sửa đổi"),
        frozenset({Role.LEADER.value, Role.SIGNATORY.value}),
    ),
    Permission(
        "papers.record",
        _("Ghi nhận số, ngày ban hành, số đến"),
        frozenset({Role.CLERK.value, Role.FOCAL_POINT.value}),
    ),
)
PUBLIC_PAGES: tuple[str, ...] = ()
AUDIT_VERBS: tuple[AuditVerb, ...] = (
    AuditVerb("ledger.paper_begun", _("soạn văn bản")),
    AuditVerb("ledger.paper_deleted", _("xóa dự thảo chưa gửi")),
    AuditVerb("ledger.paper_written", _("sửa dự thảo văn bản")),
    AuditVerb("ledger.paper_asked", _("gửi dự thảo lấy ý kiến")),
    AuditVerb("ledger.paper_consented", _("thống nhất dự thảo văn bản")),
    AuditVerb("ledger.paper_sent_back", _("đề nghị sửa đổi, bổ sung dự thảo")),
    AuditVerb(
        "ledger.paper_lifted", _("ý kiến thống nhất không còn giá trị do dự thảo đã thay đổi")
    ),
    AuditVerb("ledger.paper_submitted", _("trình ký văn bản")),
    AuditVerb("ledger.paper_taken_back", _("rút lại văn bản")),
    AuditVerb("ledger.paper_signatory_chosen", _("chọn người ký văn bản")),
    AuditVerb("ledger.paper_recorded", _("ghi nhận số, ngày ban hành văn bản")),
    AuditVerb("ledger.paper_replaced", _("ghi nhận văn bản được thay thế")),
    AuditVerb("ledger.paper_corrected", _("ghi nhận công văn đính chính")),
    AuditVerb("ledger.paper_arrived", _("ghi nhận số đến của văn bản")),
)
SEARCH: tuple[SearchIndex, ...] = PAPERS
