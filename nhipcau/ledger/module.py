"""What the ledger adds to the platform; it joins like any module."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.roles import Role
from nhipcau.registry.manifest import Module, NavItem, Permission

from . import urls
from .api import router
from .search import SEARCH

EVERY_ROLE = frozenset(Role.values)

MODULE = Module(
    code="ledger",
    label=_("Chương trình phối hợp"),
    urls=[path("", include(urls))],
    nav=(
        NavItem(_("Chương trình"), "ledger:programmes", order=20),
        NavItem(_("Văn bản"), "ledger:instruments", order=40),
    ),
    permissions=(
        Permission("ledger.read_internal", _("Đọc chương trình nội bộ"), EVERY_ROLE),
        Permission(
            "ledger.enter",
            _("Đưa chương trình vào, rà soát"),
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
    ),
    search=SEARCH,
    api=router,
)
