"""What this room adds to the ledger's manifest."""

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, NavItem, Permission, SearchIndex

from .copies import COPIES as COPIES
from .search import SEARCH as TASKS

NAV: tuple[NavItem, ...] = (
    NavItem(_("Việc chờ xử lý"), "ledger:work-list", "ledger.read_internal", order=10),
    NavItem(_("Kế hoạch"), "ledger:plans", "ledger.read_internal", order=22),
    NavItem(_("Nhiệm vụ"), "ledger:tasks", "ledger.read_internal", order=24),
)
PERMISSIONS: tuple[Permission, ...] = (
    Permission(
        "work.write",
        _("Lập kế hoạch, ghi nhiệm vụ"),
        frozenset({Role.OFFICER.value, Role.FOCAL_POINT.value}),
    ),
    Permission(
        "work.confirm",
        _("Xác nhận hoàn thành, gia hạn, đưa ra khỏi kế hoạch"),
        frozenset({Role.LEADER.value, Role.FOCAL_POINT.value}),
    ),
)
# The secret in its address is the door of a calendar.
PUBLIC_PAGES: tuple[str, ...] = ("ledger:calendar",)
AUDIT_VERBS: tuple[AuditVerb, ...] = (
    AuditVerb("ledger.plan_begun", _("lập kế hoạch")),
    AuditVerb("ledger.plan_retold", _("sửa tên, thời gian của kế hoạch")),
    AuditVerb("ledger.plan_filled", _("đưa nội dung phối hợp vào kế hoạch")),
    AuditVerb("ledger.task_added", _("thêm nhiệm vụ")),
    AuditVerb("ledger.task_changed", _("sửa nhiệm vụ")),
    AuditVerb("ledger.task_started", _("bắt đầu thực hiện nhiệm vụ")),
    AuditVerb("ledger.task_proposed_done", _("đề nghị xác nhận hoàn thành nhiệm vụ")),
    AuditVerb("ledger.task_confirmed", _("xác nhận hoàn thành nhiệm vụ")),
    AuditVerb("ledger.task_not_yet", _("đề nghị bổ sung kết quả nhiệm vụ")),
    AuditVerb("ledger.task_extension_asked", _("đề nghị gia hạn nhiệm vụ")),
    AuditVerb("ledger.task_extension_decided", _("quyết định về gia hạn nhiệm vụ")),
    AuditVerb("ledger.task_paused", _("tạm dừng nhiệm vụ")),
    AuditVerb("ledger.task_resumed", _("tiếp tục thực hiện nhiệm vụ")),
    AuditVerb("ledger.task_taken_out", _("đưa nhiệm vụ ra khỏi kế hoạch")),
    AuditVerb("ledger.task_reopened", _("mở lại nhiệm vụ")),
    AuditVerb("ledger.directive_recorded", _("ghi nhận văn bản đến, ý kiến chỉ đạo")),
    AuditVerb("ledger.directive_retold", _("sửa ghi nhận văn bản đến, ý kiến chỉ đạo")),
    AuditVerb("ledger.calendar_made", _("tạo địa chỉ lịch riêng")),
    AuditVerb("ledger.calendar_taken_back", _("thu hồi địa chỉ lịch riêng")),
    AuditVerb("ledger.digest_chosen", _("chọn nhận thư tóm tắt")),
    AuditVerb("ledger.money_written", _("ghi kinh phí")),
    AuditVerb("ledger.money_dropped", _("bỏ dòng kinh phí")),
)
SEARCH: tuple[SearchIndex, ...] = TASKS
