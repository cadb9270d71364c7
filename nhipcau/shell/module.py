"""What the shell itself adds: its own pages join like those of any module."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.base.models import Redaction
from nhipcau.registry.manifest import AuditVerb, Module, NavItem, Permission

from . import urls
from .destruction.copies import COPIES

MODULE = Module(
    code="shell",
    label=_("Nền tảng"),
    urls=[path("", include(urls))],
    nav=(
        NavItem(_("Việc chạy nền"), "shell:jobs", permission="shell.jobs", order=90),
        NavItem(_("Hủy nội dung"), "shell:destructions", permission="shell.redact", order=95),
    ),
    permissions=(
        # The roles are codes: who holds them is known one floor up, in agencies.
        Permission(
            "shell.jobs", _("Theo dõi việc chạy nền"), frozenset({"administrator", "auditor"})
        ),
        # Two persons act, whatever their roles: one proposes, another confirms.
        Permission(
            "shell.redact",
            _("Đề nghị, xác nhận hủy nội dung theo quy định"),
            frozenset({"administrator", "auditor"}),
        ),
    ),
    public_pages=("shell:search", "shell:style-sheet"),
    # Of base, which is no module and has no page.
    audit_words={
        **dict(Redaction.Ground.choices),
        "ground": _("căn cứ"),
        "rows": _("số dòng đã hủy nội dung"),
    },
    audit_verbs=(
        AuditVerb("base.redacted", _("hủy nội dung theo luật")),
        AuditVerb("base.simulated", _("dựng năm mô phỏng")),
        AuditVerb("base.destruction_proposed", _("đề nghị hủy nội dung")),
        AuditVerb("base.destruction_dropped", _("không thực hiện đề nghị hủy nội dung")),
        AuditVerb("base.destroyed", _("xác nhận và hủy nội dung")),
    ),
    copies=COPIES,
)
