"""What agencies and people add to the platform."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from nhipcau.registry.manifest import Module, NavItem

from . import urls

MODULE = Module(
    code="agencies",
    label=_("Cơ quan, đơn vị"),
    urls=[path("", include(urls)), *urls.sign_in],
    nav=(NavItem(_("Cơ quan"), "agencies:list", order=60),),
    public_pages=("agencies:list", "account_login", "account_logout", "account_inactive"),
)
