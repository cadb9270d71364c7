"""What this room adds to the ledger's manifest."""

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, NavItem, Permission, SearchIndex

from .copies import COPIES as COPIES

NAV: tuple[NavItem, ...] = ()
PERMISSIONS = (
    Permission(
        "coverage.write",
        _("Ghi nhận việc triển khai ở địa phương, đầu mối, cán bộ được cử, hồ sơ"),
        frozenset({Role.FOCAL_POINT.value, Role.OFFICER.value}),
    ),
)
PUBLIC_PAGES: tuple[str, ...] = ()
AUDIT_VERBS = (
    AuditVerb("ledger.province_action_recorded", _("ghi nhận việc triển khai ở địa phương")),
    AuditVerb("ledger.province_action_changed", _("sửa ghi nhận triển khai ở địa phương")),
    AuditVerb("ledger.province_action_withdrawn", _("rút lại ghi nhận triển khai ở địa phương")),
    AuditVerb("ledger.standing_chosen", _("ghi nhận chương trình tiếp tục áp dụng")),
    AuditVerb("ledger.standing_choice_withdrawn", _("rút lại chương trình tiếp tục áp dụng")),
    AuditVerb("ledger.point_linked", _("xác nhận điểm của địa phương ứng với điều khoản")),
    AuditVerb("ledger.point_link_withdrawn", _("rút lại việc đối chiếu điểm của địa phương")),
    AuditVerb("ledger.delegate_sent", _("ghi nhận cán bộ được cử tham gia")),
    AuditVerb("ledger.delegate_ended", _("ghi nhận cán bộ thôi tham gia")),
    AuditVerb("ledger.focal_unit_named", _("ghi nhận đầu mối của địa phương")),
    AuditVerb("ledger.focal_unit_withdrawn", _("rút lại đầu mối của địa phương")),
    AuditVerb("ledger.case_file_opened", _("lập hồ sơ công việc")),
    AuditVerb("ledger.case_file_changed", _("sửa hồ sơ công việc")),
)
SEARCH: tuple[SearchIndex, ...] = ()
