"""What the ledger adds to the platform; it joins like any module."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import AuditVerb, Module, NavItem, Permission

from . import urls
from .api import router
from .audit_words import AUDIT_WORDS
from .coverage import manifest as coverage
from .evidence import manifest as evidence
from .obligations.copies import COPIES as OF_OBLIGATIONS
from .papers import manifest as papers
from .programmes.copies import COPIES as OF_PROGRAMMES
from .reports import manifest as reports
from .search import SEARCH
from .work import manifest as work

EVERY_ROLE = frozenset(Role.values)
ROOMS = (papers, work, coverage, evidence, reports)

MODULE = Module(
    code="ledger",
    label=_("Chương trình phối hợp"),
    urls=[path("", include(urls))],
    nav=(
        NavItem(_("Chương trình"), "ledger:programmes", order=20),
        NavItem(_("Văn bản"), "ledger:instruments", order=40),
        *(each for room in ROOMS for each in room.NAV),
    ),
    permissions=(
        Permission("ledger.read_internal", _("Đọc chương trình nội bộ"), EVERY_ROLE),
        Permission(
            "ledger.enter",
            _("Nhập và rà soát chương trình"),
            frozenset({Role.FOCAL_POINT.value}),
        ),
        Permission(
            "ledger.confirm",
            _("Xác nhận nội dung phối hợp"),
            frozenset({Role.FOCAL_POINT.value}),
        ),
        Permission(
            "ledger.make_public",
            _("Công khai chương trình"),
            frozenset({Role.LEADER.value, Role.SPOKESPERSON.value}),
        ),
        *(each for room in ROOMS for each in room.PERMISSIONS),
    ),
    public_pages=(
        "ledger:programmes",
        "ledger:programme",
        "ledger:instruments",
        "ledger:instrument",
        "ledger:ended",
        "ledger:consolidated",
        "ledger:provision",
        "ledger:amendments",
        "ledger:amendment",
        *(each for room in ROOMS for each in room.PUBLIC_PAGES),
    ),
    audit_words=AUDIT_WORDS,
    audit_verbs=(
        AuditVerb("ledger.programme_entered", _("nhập chương trình")),
        AuditVerb("ledger.party_actor_named", _("ghi nhận cơ quan thay mặt bên ký kết")),
        AuditVerb("ledger.party_actor_withdrawn", _("rút lại việc giao thay mặt")),
        AuditVerb("ledger.transcript_begun", _("bắt đầu nhập tay chương trình")),
        AuditVerb("ledger.transcript_written", _("sửa bản nhập tay")),
        AuditVerb("ledger.transcript_discarded", _("bỏ bản nhập tay")),
        AuditVerb("ledger.programme_retitled", _("sửa tên chương trình")),
        AuditVerb("ledger.programme_stands", _("ghi nhận tình trạng chương trình")),
        AuditVerb("ledger.party_named", _("ghi bên ký kết là cơ quan nào")),
        AuditVerb("ledger.name_said", _("ghi tên gọi trong văn bản là cơ quan nào")),
        AuditVerb("ledger.obligations_proposed", _("máy đề xuất nội dung phối hợp")),
        AuditVerb("ledger.obligation_added", _("thêm nội dung phối hợp")),
        AuditVerb("ledger.obligation_changed", _("sửa nội dung phối hợp")),
        AuditVerb("ledger.obligation_split", _("tách nội dung phối hợp")),
        AuditVerb("ledger.obligation_decided", _("xác nhận hoặc rút lại nội dung phối hợp")),
        AuditVerb("ledger.amendment_drafted", _("soạn văn bản điều chỉnh")),
        AuditVerb("ledger.amendment_written", _("sửa dự thảo điều chỉnh")),
        AuditVerb("ledger.amendment_agreed", _("các bên xác nhận văn bản điều chỉnh")),
        AuditVerb("ledger.amendment_consented", _("một bên xác nhận văn bản điều chỉnh")),
        AuditVerb("ledger.amendment_sent_back", _("đề nghị nhập lại văn bản điều chỉnh")),
        AuditVerb("ledger.amendment_recorded", _("ghi nhận văn bản điều chỉnh đã ban hành")),
        AuditVerb("ledger.instrument_held", _("ghi nhận văn bản")),
        AuditVerb("ledger.instrument_loaded", _("nạp văn bản")),
        AuditVerb("ledger.instrument_told", _("ghi nhận hiệu lực của văn bản")),
        *(each for room in ROOMS for each in room.AUDIT_VERBS),
    ),
    evidence=evidence.EVIDENCE,
    search=(*SEARCH, *(each for room in ROOMS for each in room.SEARCH)),
    api=router,
    copies=(
        *OF_PROGRAMMES,
        *OF_OBLIGATIONS,
        *(each for room in ROOMS for each in getattr(room, "COPIES", ())),
    ),
)
