"""What the daily line between agencies adds to the platform."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, Module, NavItem, Permission

from . import urls
from .copies import COPIES
from .search import SEARCH

WHO_WRITES = frozenset({Role.OFFICER.value, Role.FOCAL_POINT.value, Role.CLERK.value})
WHO_READS = WHO_WRITES | {Role.LEADER.value, Role.SIGNATORY.value, Role.INSPECTOR.value}

MODULE = Module(
    code="correspondence",
    label=_("Văn bản trao đổi"),
    urls=[path("", include(urls))],
    nav=(
        NavItem(
            _("Trao đổi"), "correspondence:matters", permission="correspondence.read", order=45
        ),
    ),
    permissions=(
        Permission(
            "correspondence.read",
            _("Đọc văn bản trao đổi của cơ quan"),
            WHO_READS,
            is_within_bodies=True,
        ),
        Permission("correspondence.record", _("Ghi nhận văn bản trao đổi"), WHO_WRITES),
    ),
    audit_verbs=(
        AuditVerb("correspondence.matter_opened", _("mở vụ việc trao đổi")),
        AuditVerb("correspondence.matter_closed", _("kết thúc hoặc mở lại vụ việc")),
        AuditVerb("correspondence.recorded", _("ghi nhận văn bản trao đổi")),
        AuditVerb("correspondence.acknowledged", _("ghi nhận số đến, ngày đến")),
        AuditVerb("correspondence.progress_told", _("ghi nhận tình trạng xử lý văn bản")),
        AuditVerb("correspondence.corrected", _("sửa thông tin đã ghi của văn bản")),
        AuditVerb("correspondence.recalled", _("ghi nhận thu hồi văn bản")),
        AuditVerb("correspondence.recall_refused", _("không đồng ý thu hồi văn bản")),
        AuditVerb("correspondence.message_handed_in", _("đưa thông điệp edXML vào xem")),
        AuditVerb("correspondence.message_put_aside", _("bỏ thông điệp edXML")),
        AuditVerb("correspondence.message_taken_in", _("tiếp nhận thông điệp edXML")),
        AuditVerb("correspondence.exported", _("xuất edXML")),
    ),
    audit_words={
        "arrival_number": _("số đến"),
        "progress": _("tình trạng xử lý"),
        "act": _("thông điệp"),
    },
    search=SEARCH,
    copies=COPIES,
)
