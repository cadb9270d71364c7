"""What the inspections add to the platform."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, EvidenceKind, Module, NavItem, Permission

from . import urls
from .papers import EVIDENCE

MODULE = Module(
    code="inspections",
    label=_("Kiểm tra"),
    urls=[path("", include(urls))],
    nav=(NavItem(_("Kiểm tra"), "inspections:list", "inspections.read", order=60),),
    permissions=(
        Permission("inspections.read", _("Xem cuộc kiểm tra"), frozenset(Role.values)),
        Permission(
            "inspections.write",
            _("Lập và ghi cuộc kiểm tra"),
            frozenset({Role.INSPECTOR.value, Role.FOCAL_POINT.value}),
        ),
        Permission(
            "inspections.answer",
            _("Báo cáo, giải trình, khắc phục sau kiểm tra"),
            frozenset({Role.OFFICER.value, Role.LEADER.value, Role.FOCAL_POINT.value}),
        ),
    ),
    evidence=(EvidenceKind(EVIDENCE, _("Kiểm tra việc thực hiện chương trình")),),
    audit_verbs=(
        AuditVerb("inspections.planned", _("đưa vào kế hoạch kiểm tra")),
        AuditVerb("inspections.team_changed", _("sửa thành phần đoàn kiểm tra")),
        AuditVerb("inspections.outline_written", _("soạn đề cương kiểm tra")),
        AuditVerb("inspections.announced", _("gửi đề cương cho đơn vị được kiểm tra")),
        AuditVerb("inspections.unit_reported", _("đơn vị gửi báo cáo cho đoàn")),
        AuditVerb("inspections.checklist_written", _("soạn nội dung kiểm tra tại chỗ")),
        AuditVerb("inspections.checked", _("ghi nội dung kiểm tra tại chỗ")),
        AuditVerb("inspections.result_written", _("ghi kết quả kiểm tra")),
        AuditVerb("inspections.unit_explained", _("ghi giải trình của đơn vị")),
        AuditVerb("inspections.minutes_closed", _("kết thúc biên bản kiểm tra")),
        AuditVerb("inspections.recommended", _("kiến nghị sau kiểm tra")),
        AuditVerb("inspections.mended", _("gửi kết quả khắc phục")),
        AuditVerb("inspections.remedy_confirmed", _("xác nhận kết quả khắc phục")),
        AuditVerb("inspections.remedy_returned", _("đề nghị khắc phục tiếp")),
        AuditVerb("inspections.paper_begun", _("soạn văn bản kiểm tra")),
    ),
)
