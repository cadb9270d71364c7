"""What the shell itself adds: its own pages join like those of any module."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.registry.manifest import AuditVerb, Module, NavItem, Permission

from . import urls

MODULE = Module(
    code="shell",
    label=_("Nền tảng"),
    urls=[path("", include(urls))],
    nav=(NavItem(_("Việc chạy nền"), "shell:jobs", permission="shell.jobs", order=90),),
    permissions=(
        # The roles are codes: who holds them is known one floor up, in agencies.
        Permission(
            "shell.jobs", _("Theo dõi việc chạy nền"), frozenset({"administrator", "auditor"})
        ),
    ),
    public_pages=("shell:search", "shell:style-sheet"),
    # Events of base, which is no module and has no page.
    audit_verbs=(
        AuditVerb("base.redacted", _("hủy nội dung theo luật")),
        AuditVerb("base.simulated", _("dựng năm mô phỏng")),
    ),
)
