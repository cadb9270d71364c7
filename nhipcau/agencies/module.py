"""What agencies and people add to the platform."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.registry.manifest import AuditVerb, Module, NavItem, Permission

from . import person_urls, urls
from .agency_views import TO_REORGANISE
from .questions_api import router
from .roles import Role
from .search import SEARCH

MODULE = Module(
    code="agencies",
    label=_("Cơ quan, đơn vị"),
    urls=[path("", include(urls)), path("", include(person_urls)), *urls.sign_in],
    nav=(
        NavItem(_("Cơ quan"), "agencies:list", order=60),
        NavItem(_("Người dùng"), "people:agencies", permission="agencies.people", order=70),
        NavItem(_("Nhật ký"), "people:audit", permission="agencies.audit", order=80),
    ),
    permissions=(
        Permission(
            "agencies.people",
            _("Quản lý tài khoản, vai trò, thẩm quyền ký"),
            frozenset({Role.ADMINISTRATOR.value}),
        ),
        Permission(
            "agencies.audit",
            _("Xem nhật ký"),
            frozenset({Role.AUDITOR.value, Role.ADMINISTRATOR.value}),
        ),
        Permission(
            TO_REORGANISE, _("Ghi nhận sắp xếp cơ quan"), frozenset({Role.ADMINISTRATOR.value})
        ),
    ),
    public_pages=(
        "agencies:list",
        "agencies:agency",
        "agencies:places",
        "agencies:place",
        "account_login",
        "account_logout",
        "account_inactive",
    ),
    audit_words={
        "old": _("cơ quan trước"),
        "new": _("cơ quan sau"),
        "scopes": _("quyền của mã truy cập"),
    },
    audit_verbs=(
        AuditVerb("agencies.account_opened", _("mở tài khoản")),
        AuditVerb("agencies.password_link_given", _("cấp liên kết đặt mật khẩu")),
        AuditVerb("agencies.appointed", _("giao vai trò")),
        AuditVerb("agencies.role_ended", _("kết thúc vai trò")),
        AuditVerb("agencies.signing_granted", _("ghi nhận thẩm quyền ký")),
        AuditVerb("agencies.signing_ended", _("kết thúc thẩm quyền ký")),
        AuditVerb("agencies.signed_in", _("đăng nhập")),
        AuditVerb("agencies.signed_out", _("đăng xuất")),
        AuditVerb("agencies.password_changed", _("đặt mật khẩu")),
        AuditVerb("agencies.factor_added", _("bật một cách xác thực hai lớp")),
        AuditVerb("agencies.factor_removed", _("tắt một cách xác thực hai lớp")),
        AuditVerb("agencies.factors_cleared", _("bỏ xác thực hai lớp của tài khoản")),
        AuditVerb("agencies.factor_renewed", _("tạo lại mã khôi phục")),
        AuditVerb("agencies.token_made", _("tạo mã truy cập")),
        AuditVerb("agencies.token_taken_back", _("thu hồi mã truy cập")),
        AuditVerb("agencies.audit_read", _("xem nhật ký")),
        AuditVerb("agencies.loaded", _("nạp cơ quan từ tệp dữ liệu")),
        AuditVerb("agencies.established", _("ghi nhận thành lập cơ quan")),
        AuditVerb("agencies.ended", _("ghi nhận cơ quan kết thúc")),
        AuditVerb("agencies.renamed", _("ghi nhận đổi tên cơ quan")),
        AuditVerb("agencies.succession_recorded", _("ghi nhận tiếp nhận chức năng")),
        AuditVerb("agencies.succession_withdrawn", _("rút lại ghi nhận tiếp nhận")),
        AuditVerb("agencies.reopened", _("ghi nhận cơ quan tiếp tục hoạt động")),
    ),
    search=SEARCH,
    api=router,
)
