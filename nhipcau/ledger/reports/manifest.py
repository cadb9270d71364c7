"""What this room adds to the ledger's manifest."""

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, NavItem, Permission, SearchIndex

from .copies import COPIES as COPIES

NAV: tuple[NavItem, ...] = (
    NavItem(_("Báo cáo"), "ledger:reports", "ledger.read_internal", order=60),
)
PERMISSIONS: tuple[Permission, ...] = (
    Permission(
        "reports.write",
        _("Soạn thảo báo cáo"),
        frozenset({Role.OFFICER.value, Role.FOCAL_POINT.value}),
    ),
    Permission(
        "reports.send",
        _("Gửi báo cáo"),
        frozenset({Role.LEADER.value, Role.FOCAL_POINT.value}),
    ),
    Permission(
        "reports.receive",
        _("Tiếp nhận, tổng hợp báo cáo"),
        frozenset({Role.FOCAL_POINT.value}),
    ),
)
PUBLIC_PAGES: tuple[str, ...] = ()
AUDIT_VERBS: tuple[AuditVerb, ...] = (
    AuditVerb("ledger.report_opened", _("lập sẵn báo cáo")),
    AuditVerb("ledger.report_written", _("sửa lời văn báo cáo")),
    AuditVerb("ledger.report_number_given", _("ghi số đơn vị báo cáo")),
    AuditVerb("ledger.report_number_dropped", _("dùng lại số của nền tảng")),
    AuditVerb("ledger.report_to_leader", _("trình lãnh đạo báo cáo")),
    AuditVerb("ledger.report_sent", _("gửi báo cáo")),
    AuditVerb("ledger.report_received", _("tiếp nhận báo cáo")),
    AuditVerb("ledger.report_returned", _("trả lại báo cáo")),
    AuditVerb("ledger.report_consolidated", _("tổng hợp báo cáo")),
    AuditVerb("ledger.report_papered", _("lập văn bản báo cáo")),
    AuditVerb("ledger.report_came_back", _("nhận báo cáo sửa bằng Word")),
    AuditVerb("ledger.proposal_made", _("ghi khó khăn, kiến nghị")),
    AuditVerb("ledger.proposal_dropped", _("bỏ khó khăn, kiến nghị")),
    AuditVerb("ledger.proposal_answered", _("trả lời kiến nghị")),
    AuditVerb("ledger.proposal_planned", _("đưa kiến nghị vào kế hoạch")),
    AuditVerb("ledger.review_begun", _("lập kỳ sơ kết, tổng kết")),
    AuditVerb("ledger.conference_set", _("ghi hội nghị")),
    AuditVerb("ledger.review_concluded", _("ghi kết luận hội nghị")),
    AuditVerb("ledger.private_note_written", _("ghi chú riêng của đầu mối")),
    AuditVerb("ledger.report_corrected", _("đính chính hình thức báo cáo")),
    AuditVerb("ledger.report_replaced", _("lập báo cáo thay thế")),
)
SEARCH: tuple[SearchIndex, ...] = ()
