"""Addresses of one's own account and of the ways to sign in, open to whoever they belong to.

No module's pages: no permission opens them. The names are those that allauth looks up, and what is
absent stays closed: no sign-up, no change of the e-mail address, no tie to an account elsewhere.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as elsewhere
from allauth.socialaccount.providers.openid_connect import views as openid
from allauth.usersessions import views as sessions
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from . import person_views, token_views

PASSWORD: list[URLPattern | URLResolver] = [
    path("doi/", account.password_change, name="account_change_password"),
    path("dat/", account.password_set, name="account_set_password"),
    path(
        "quen/",
        account.PasswordResetView.as_view(extra_context={"mail_goes_out": settings.MAIL_GOES_OUT}),
        name="account_reset_password",
    ),
    path("quen/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^dat-lai/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "da-dat/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
]
SECOND_FACTOR: list[URLPattern | URLResolver] = [
    path("", second_factor.index, name="mfa_index"),
    path("nhap-ma/", second_factor.authenticate, name="mfa_authenticate"),
    path("xac-nhan/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("ung-dung/bat/", totp.activate_totp, name="mfa_activate_totp"),
    path("ung-dung/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("ma-khoi-phuc/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("ma-khoi-phuc/tao/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(
        "ma-khoi-phuc/tai-ve/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
    path("khoa/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("khoa/them/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("khoa/xac-nhan/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("khoa/<int:pk>/bo/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("khoa/<int:pk>/doi-ten/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("khoa/dang-nhap/", keys.login_webauthn, name="mfa_login_webauthn"),
]
OPENID: list[URLPattern | URLResolver] = [
    path("da-thoi/", elsewhere.login_cancelled, name="socialaccount_login_cancelled"),
    path("<slug:provider_id>/", openid.login, name="openid_connect_login"),
    path("<slug:provider_id>/tro-ve/", openid.callback, name="openid_connect_callback"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("tai-khoan/", person_views.account, name="own-account"),
    path("tai-khoan/thay-mat/", person_views.act_for, name="own-agency"),
    path("tai-khoan/ma-truy-cap/", token_views.keys, name="own-keys"),
    path("tai-khoan/ma-truy-cap/<uuid:uuid>/thu-hoi/", token_views.take_back, name="take-key-back"),
    path("tai-khoan/xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/mat-khau/", include(PASSWORD)),
    path("tai-khoan/hai-lop/", include(SECOND_FACTOR)),
    path("tai-khoan/phien/", sessions.list_usersessions, name="usersessions_list"),
    path("tai-khoan/dang-nhap-mot-lan/", include(OPENID)),
]
