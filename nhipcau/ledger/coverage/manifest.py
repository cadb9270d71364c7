"""What this room adds to the ledger's manifest."""

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, NavItem, Permission, SearchIndex

NAV: tuple[NavItem, ...] = ()
PERMISSIONS = (
    Permission(
        "ledger.write_coverage",
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
)
SEARCH: tuple[SearchIndex, ...] = ()
