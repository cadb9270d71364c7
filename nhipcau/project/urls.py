"""Root addresses: Vietnamese at the root, English below /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from nhipcau.registry.modules import registry

from . import first_page
from .api import api, reading_page

handler400 = "nhipcau.shell.errors.bad_request"
handler403 = "nhipcau.shell.errors.permission_denied"
handler404 = "nhipcau.shell.errors.page_not_found"
handler500 = "nhipcau.shell.errors.server_error"

urlpatterns = i18n_patterns(
    path("", first_page.first_page, name="first-page"),
    path("api/", reading_page, name="api-page"),
    path("", include("nhipcau.agencies.sign_in_urls")),
    *(path("", include(list(module.urls))) for module in registry),
    prefix_default_language=False,
)
# One address in every language: what it answers are data.
urlpatterns += [path("api/", api.urls)]
