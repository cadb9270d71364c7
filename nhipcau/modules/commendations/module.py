"""What emulation and commendation add to the platform."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, Module, NavItem, Permission

from . import urls

MODULE = Module(
    code="commendations",
    label=_("Thi đua, khen thưởng"),
    urls=[path("", include(urls))],
    nav=(NavItem(_("Khen thưởng"), "commendations:list", "commendations.read", order=62),),
    permissions=(
        Permission("commendations.read", _("Xem phong trào thi đua"), frozenset(Role.values)),
        Permission(
            "commendations.launch",
            _("Phát động thi đua"),
            frozenset({Role.FOCAL_POINT.value, Role.LEADER.value}),
        ),
        Permission(
            "commendations.nominate",
            _("Đăng ký thi đua, đề nghị khen thưởng"),
            frozenset({Role.OFFICER.value, Role.LEADER.value, Role.FOCAL_POINT.value}),
        ),
        Permission(
            "commendations.decide",
            _("Xét, trình khen thưởng, hiệp y"),
            frozenset({Role.LEADER.value, Role.SIGNATORY.value}),
        ),
    ),
    audit_verbs=(
        AuditVerb("commendations.launched", _("phát động thi đua")),
        AuditVerb("commendations.registered", _("đăng ký thi đua")),
        AuditVerb("commendations.nominated", _("soạn đề nghị khen thưởng")),
        AuditVerb("commendations.changed", _("sửa đề nghị khen thưởng")),
        AuditVerb("commendations.evidence_attached", _("kèm danh mục minh chứng của đơn vị")),
        AuditVerb("commendations.sent", _("gửi đề nghị khen thưởng")),
        AuditVerb("commendations.withdrawn", _("rút đề nghị khen thưởng")),
        AuditVerb("commendations.attested", _("cho ý kiến hiệp y")),
        AuditVerb("commendations.returned", _("trả lại đề nghị khen thưởng")),
        AuditVerb("commendations.reviewed", _("ghi kết quả xét khen thưởng")),
        AuditVerb("commendations.closed", _("kết thúc hồ sơ khen thưởng")),
        AuditVerb("commendations.decided", _("ghi nhận quyết định khen thưởng")),
        AuditVerb("commendations.paper_begun", _("soạn văn bản khen thưởng")),
    ),
)
